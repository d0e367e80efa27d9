import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { dateOrder, parseMoment } from "../../src/dataset/clean/date.ts";
import { decimalSeparator, parseNumber } from "../../src/dataset/clean/number.ts";
import { isMissing } from "../../src/dataset/clean/text.ts";
import { meaningsOf } from "../../src/fields/headers.ts";
import { statusMeaning } from "../../src/fields/statuses.ts";
import { ask, datasetOf } from "../support/dataset.ts";

const text = readFileSync(new URL("../../docs/data.md", import.meta.url), "utf8");

/** The rows of the first table under a heading: what stands in code, and what it is. */
function tableOf(heading: string): [written: string, meant: string][] {
  const [, below = ""] = text.split(`\n## ${heading}\n`);
  const [own = ""] = below.split("\n## ");
  const rows = [...own.matchAll(/^\| `(.*)` \| (.*) \|$/gm)].map(
    ([, written = "", meant = ""]): [string, string] => [written, meant],
  );
  expect(rows.length).toBeGreaterThan(5);
  return rows;
}

describe("docs/data.md", () => {
  test.each(tableOf("Numbers"))("should say how the number %s is read: %s", (written, meant) => {
    expect(parseNumber(written, decimalSeparator([[written, 1]]) ?? ".")).toBe(Number(meant));
  });

  test.each(tableOf("Dates"))("should say which day %s is: %s", (written, meant) => {
    const day = isMissing(written)
      ? null
      : (parseMoment(written, dateOrder([written]) ?? "dmy")?.day ?? null);
    expect(day === null ? "none" : new Date(day * 86_400_000).toISOString().slice(0, 10)).toBe(meant);
  });

  test.each(tableOf("Headers"))("should say what the header %s means: %s", (written, meant) => {
    expect(meaningsOf(written).map(({ field }) => field)).toContain(meant);
  });

  test.each(tableOf("Status"))("should say what the status %s makes of a line: %s", (written, meant) => {
    expect(statusMeaning(written)).toBe(meant);
  });

  const examples = [
    ...text.matchAll(/```csv\n([\s\S]*?)```\n→ (\d+) purchases, revenue (-?[\d.]+), returns (-?[\d.]+)/g),
  ].map(([, csv = "", purchases, revenue, returns]) => ({
    csv,
    numbers: { purchases: Number(purchases), revenue: Number(revenue), returns: Number(returns) },
  }));

  test("should have examples", () => {
    expect(examples.length).toBe(text.split("```csv").length - 1);
    expect(examples.length).toBeGreaterThan(3);
  });

  test.each(examples)("should say what comes out of an example: $numbers", async ({ csv, numbers }) => {
    const dataset = await datasetOf(csv, { onBadRows: { failFrom: 1 } });
    const [sum] = await ask(dataset, "SELECT ROUND(SUM(amount), 6) AS revenue FROM transactions");
    const { purchases, returnsValue } = dataset.account;
    await dataset.store.close();
    expect({ purchases, revenue: sum?.["revenue"], returns: returnsValue }).toEqual(numbers);
  });
});
