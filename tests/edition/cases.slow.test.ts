import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { openReport } from "../../src/edition/open-report.ts";

const cases = fileURLToPath(new URL("../../../shared/cases", import.meta.url));
const there = existsSync(cases);
if (!there) console.warn(`skipped, for want of ${cases}: small files with what must be said of them`);

const reportOf = async (name: string) => (await openReport(`${cases}/${name}`)).report;

describe.skipIf(!there)("small files with what must be said of them", () => {
  test("03: a January as low as every January is no change", async () => {
    const { insights, comparison } = await reportOf("03-every-january");
    expect(comparison?.periods).toHaveLength(37);
    expect(insights.filter(({ source }) => source === "change" || source === "trend")).toEqual([]);
  });

  test("06: ranks are told as typical values, in the direction that was tested", async () => {
    const { insights } = await reportOf("06-rank-against-mean");
    const told = insights.find(({ id }) => id === "difference/spend/gender");
    expect(told?.rest).toMatch(/^typically \D*63(\.00)? for men, \D*33(\.00)? for women;/);
  });

  test("10: columns that say the same count once", async () => {
    const { insights, differences } = await reportOf("10-duplicate-columns");
    expect(insights.filter(({ source }) => source === "differences").map(({ id }) => id)).toEqual([
      "difference/none",
    ]);
    expect(differences).toHaveLength(30);
    expect(differences[0]?.p).toBeCloseTo(0.00499, 5);
    expect(differences[0]?.q).toBeCloseTo(0.15, 2);
  });
});
