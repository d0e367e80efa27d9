import { expect, test } from "vitest";
import { withholdRareExamples } from "../../src/disclosure/rare-examples.ts";
import { datasetOf, findingOf } from "../support/dataset.ts";

const csv = (ages: readonly string[]) =>
  ["Customer ID,Age,Amount", ...ages.map((age, index) => `c${index},${age},5`)].join("\n");

/** Three customers are enough. */
const ofThree = (customers: number) => customers >= 3;

/** As many ages as keep the column in use. */
const usable = Array.from({ length: 12 }, (_, index) => String(30 + index));

test("withholdRareExamples should withhold a value of few customers, and keep file and line", async () => {
  const dataset = await datasetOf(csv(["abc", "unknown", "unknown", "unknown", ...usable]));
  const published = withholdRareExamples(dataset.findings, dataset.table, ofThree);
  const examples = published.flatMap((finding) => finding.examples);
  expect(examples.map(({ line, value }) => [line, value])).toEqual([
    [2, null],
    [3, "unknown"],
    [4, "unknown"],
    [5, "unknown"],
  ]);
  expect(JSON.stringify(published)).not.toContain("abc");
  // Whoever checks the data sees it.
  expect(findingOf(dataset, "age-unreadable")?.examples[0]?.value).toBe("abc");
});

test("withholdRareExamples should withhold the values of a column that is not in use: nobody's rows are counted in it", async () => {
  const dataset = await datasetOf(csv(["unknown", "unknown", "unknown", "30"]));
  expect(findingOf(dataset, "age-unusable")).toBeDefined();
  const examples = withholdRareExamples(dataset.findings, dataset.table, ofThree).flatMap(
    (each) => each.examples,
  );
  expect(examples.map(({ line, value }) => [line, value])).toEqual([
    [2, null],
    [3, null],
    [4, null],
  ]);
  expect(JSON.stringify(examples)).not.toContain("unknown");
});
