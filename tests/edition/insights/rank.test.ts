import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mostInsights, rankInsights } from "../../../src/edition/insights/rank.ts";
import type { Insight, InsightSource, Sureness } from "../../../src/report/insight.ts";

const insight = (
  id: string,
  source: InsightSource,
  strength: number,
  level: Sureness = "certain",
): Insight => ({
  id,
  source,
  lead: id,
  rest: "",
  sure: { level, words: "" },
  evidence: "",
  link: { path: "", name: "" },
  strength,
});

const idsOf = (insights: readonly Insight[]) => insights.map(({ id }) => id);

describe("rankInsights", () => {
  test("should put the strongest first, and equals in the order in which they came", () => {
    const found = [insight("a", "groups", 0.3), insight("b", "repeat", 0.9), insight("c", "quality", 0.3)];
    expect(idsOf(rankInsights(found))).toEqual(["b", "a", "c"]);
  });

  test("should let no source crowd out the others", () => {
    const found = [...["a", "b", "c"].map((id) => insight(id, "affinity", 0.9)), insight("d", "repeat", 0.1)];
    expect(idsOf(rankInsights(found))).toEqual(["a", "b", "d"]);
  });

  test("should say at most twice that nothing was found", () => {
    const sources: InsightSource[] = ["affinity", "differences", "groups", "repeat"];
    const found = sources.map((source) => insight(source, source, 0.5, "nothing"));
    expect(idsOf(rankInsights(found))).toEqual(["affinity", "differences"]);
  });

  test("should fill up with what any data give only where there are fewer than three", () => {
    const spare = [insight("s", "size", 0), insight("t", "size", 0)];
    expect(idsOf(rankInsights([...spare, insight("a", "repeat", 0.2)]))).toEqual(["a", "s", "t"]);
    const three = ["repeat", "groups", "ratings"].map((source) =>
      insight(source, source as InsightSource, 0.2),
    );
    expect(rankInsights([...spare, ...three])).toHaveLength(3);
  });

  test("should show at most seven, each once, whatever was found", () => {
    const source = fc.constantFrom<InsightSource>(
      "change",
      "concentration",
      "personas",
      "affinity",
      "groups",
      "differences",
      "repeat",
      "quality",
      "size",
    );
    const level = fc.constantFrom<Sureness>("certain", "tested", "nothing");
    const one = fc.tuple(source, fc.double({ min: 0, max: 1, noNaN: true }), level);
    fc.assert(
      fc.property(fc.array(one, { maxLength: 40 }), (all) => {
        const found = all.map(([of, strength, sure], index) => insight(`${index}`, of, strength, sure));
        const shown = rankInsights(found);
        expect(shown.length).toBeLessThanOrEqual(mostInsights);
        expect(new Set(idsOf(shown)).size).toBe(shown.length);
      }),
    );
  });
});
