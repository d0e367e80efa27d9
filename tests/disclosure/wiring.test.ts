import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { foldGroups } from "../../src/disclosure/fold.ts";
import { leakSearch } from "../../src/disclosure/leak-search.ts";
import type { CountedGroup } from "../../src/questions/groups.ts";
import { type Cell, reportOf, snapshot } from "../questions/open-rows.ts";

/** The report of six customers on each of some days, and one of them alone on others. */
function weeks(days: readonly string[], single: readonly string[] = []) {
  const rows = [
    ...days.flatMap((day) =>
      Array.from({ length: 6 }, (_, index): Cell[] => [`c${index}`, day, `${day} ${index}`, 1]),
    ),
    ...single.map((day): Cell[] => ["c0", day, `${day} single`, 1]),
  ];
  return reportOf({ header: ["Customer ID", "Date", "Order ID", "Amount"], rows });
}

test("no section decides for itself how many customers are few", () => {
  const sections = fileURLToPath(new URL("../../src/sections", import.meta.url));
  const decides =
    /minimum(Group)?\)? [<>]=? |[^=] [<>]=? [\w.]*minimum|Math\.\w+\([^)]*minimum|config\.privacy\.minimumGroup/u;
  const deciding = readdirSync(sections, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(ts|tsx|astro)$/u.test(file))
    .flatMap((file) =>
      readFileSync(join(sections, file), "utf8")
        .split("\n")
        .filter((line) => decides.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
  expect(deciding).toEqual([]);
});

describe("the gate in the report", () => {
  test("should show no months beside weeks that would tell of the few on one side of a month's turn", async () => {
    // The week from 2024-01-29 to 2024-02-04 holds days of both months.
    const days = ["2024-01-15", "2024-01-22", "2024-01-29", "2024-02-05", "2024-02-11"];
    expect((await weeks(days)).months).not.toBeNull();
    const told = await weeks(days, ["2024-02-01"]);
    expect(told.comparison?.unit).toBe("week");
    expect(told.months).toBeNull();
  });

  test("should leave enough customers out of the segments where a few lack what segments are made of", async () => {
    const people = Array.from({ length: 60 }, (_, index): Cell[] => [
      10 + index,
      index % 12,
      index < 2 ? "" : (["Weekly", "Monthly", "Annually"][index % 3] ?? ""),
    ]);
    const report = await reportOf(
      snapshot(["Amount", "Previous Purchases", "Frequency of Purchases"], people),
    );
    expect(report.segments?.withoutValue).toBeGreaterThanOrEqual(5);
  });

  test("should count a leftover with the same of equal groups, whatever their order", () => {
    const group = (id: number, name: string, customers: number): CountedGroup => ({
      id,
      name,
      customers,
      guests: 0,
      purchases: customers,
      revenue: customers,
    });
    const groups = [group(1, "b", 9), group(2, "a", 9), group(3, "c", 1)];
    const none = group(0, "", 0);
    for (const some of [groups, [...groups].reverse()]) {
      const folded = foldGroups(
        { groups: some, missing: none, guests: null },
        (persons) => persons > 0 && persons < 5,
        "Other",
      );
      expect(folded?.leftover?.with).toEqual(["a"]);
    }
  });

  test("should look for identifiers that are long numbers, and leave short ones out", () => {
    const search = leakSearch(["4711998877", "12345"]);
    expect(search.find("order 4711998877 of 12345 pieces")).toEqual(["4711998877"]);
    expect([search.searched, search.leftOut]).toEqual([1, 1]);
  });
});
