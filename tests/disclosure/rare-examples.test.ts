import { expect, test } from "vitest";
import { withholdRareExamples } from "../../src/disclosure/rare-examples.ts";
import { datasetOf, findingOf } from "../support/dataset.ts";

const csv = (ages: readonly string[]) =>
  ["Customer ID,Age,Amount", ...ages.map((age, index) => `c${index},${age},5`)].join("\n");

test("withholdRareExamples should withhold a value of few customers, and keep file and line", async () => {
  const dataset = await datasetOf(csv(["abc", "unknown", "unknown", "unknown", "30"]));
  const published = withholdRareExamples(dataset.findings, dataset.table, 3);
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
