import { expect, test } from "vitest";
import type { Insight, InsightSource } from "../../../src/report/insight.ts";
import { orderedInsights } from "../../../src/sections/overview/first-insights.ts";

const insight = (
  source: InsightSource,
  id: string = source,
  level: Insight["sure"]["level"] = "certain",
): Insight => ({
  id,
  source,
  lead: id,
  rest: "",
  sure: { level, words: "" },
  evidence: "",
  link: { path: "", name: "" },
  strength: 0.5,
});
const ids = (insights: readonly Insight[]) => insights.map(({ id }) => id);

test("the Overview says first what tells of money, of different sources, and folds the rest", () => {
  const { first, notes, more } = orderedInsights([
    insight("data"),
    insight("groups"),
    insight("affinity", "affinity/traits/a"),
    insight("differences", "difference/none", "nothing"),
    insight("concentration"),
    insight("concentration", "concentration again"),
    insight("personas"),
  ]);
  expect(ids(first)).toEqual(["concentration", "personas", "groups"]);
  expect(ids(notes)).toEqual(["data"]);
  expect(ids(more)).toEqual(["concentration again", "affinity/traits/a", "difference/none"]);
});

test("the Overview fills its three with others of one source, and loses none", () => {
  const all = [insight("groups", "one"), insight("groups", "two")];
  const { first, notes, more } = orderedInsights(all);
  expect(ids(first)).toEqual(["one", "two"]);
  expect([...notes, ...more]).toEqual([]);
});
