import { describe, expect, test } from "vitest";
import { ask, configOf, openTables, type Table } from "../../questions/open-rows.ts";

const kind = "purchaseFrequency-unknown";
const header = ["Customer ID", "Frequency of Purchases", "Previous Purchases", "Amount"];

/** A snapshot of customers who state these frequencies. */
const stating = (words: readonly string[]): Table => ({
  header,
  rows: words.map((word, index) => [`customer ${index}`, word, 3, 10]),
});
const repeat = (word: string, count: number) => Array<string>(count).fill(word);
const findingOf = (table: Table, config = configOf()) =>
  ask(table, ({ findings }) => findings.find((finding) => finding.kind === kind), config);

describe("the finding on stated frequencies", () => {
  test("should count the rows whose words are unknown, and name those that are known", async () => {
    const found = await findingOf(stating([...repeat("Daily", 6), ...repeat("Weekly", 5), "monthly"]));
    expect(found).toMatchObject({ severity: "note", count: 6 });
    expect(found?.message).toContain("Weekly, Bi-Weekly, Fortnightly, Monthly, Quarterly");
    expect(found?.examples).toHaveLength(6);
    expect(found?.examples[0]).toMatchObject({
      file: "part-1.csv",
      line: 2,
      column: "Frequency of Purchases",
      value: "Daily",
    });
  });

  test("should withhold a word that too few customers use", async () => {
    const found = await findingOf(stating([...repeat("Daily", 5), "when my wife lets me", "Weekly"]));
    expect(found?.count).toBe(6);
    expect(found?.examples.map(({ value }) => value)).toEqual([...repeat("Daily", 5), null]);
    expect(JSON.stringify(found)).not.toContain("my wife");
    const four = await findingOf(stating([...repeat("Daily", 4), "Weekly"]));
    expect(four?.examples.every(({ value }) => value === null)).toBe(true);
    const config = configOf({ privacy: { minimumGroup: 4 } });
    expect((await findingOf(stating(repeat("Daily", 4)), config))?.examples[0]?.value).toBe("Daily");
  });

  test("should keep the first 20 examples and count all", async () => {
    const found = await findingOf(stating(repeat("Daily", 30)));
    expect(found?.count).toBe(30);
    expect(found?.examples).toHaveLength(20);
    expect(found?.examples.every(({ value }) => value === "Daily")).toBe(true);
  });

  test("should say nothing where all are known or empty, or no column states any", async () => {
    expect(await findingOf(stating(["Weekly", "ANNUALLY", " every 3 months ", ""]))).toBeUndefined();
    expect(await findingOf({ header: ["Customer ID", "Amount"], rows: [["ann", 5]] })).toBeUndefined();
  });

  test("should be one finding for several files", async () => {
    const dataset = await openTables([
      stating(repeat("Daily", 5)),
      { header, rows: [["somebody", "Hourly", 3, 10]] },
    ]);
    try {
      const found = dataset.findings.filter((finding) => finding.kind === kind);
      expect(found).toMatchObject([{ count: 6 }]);
      expect(found[0]?.examples.at(-1)).toMatchObject({ file: "part-2.csv", line: 2, value: null });
    } finally {
      await dataset.store.close();
    }
  });
});
