import { expect, test } from "vitest";
import { Gate } from "../../src/disclosure/gate.ts";
import { periods } from "../../src/questions/periods.ts";
import { ask, type Cell } from "../questions/open-rows.ts";

/** Six customers on each of some days, and one more on single days. */
function tells(days: readonly string[], single: readonly string[] = []): Promise<boolean | null> {
  const rows = [
    ...days.flatMap((day) =>
      Array.from({ length: 6 }, (_, index): Cell[] => [`c${index}`, day, `${day} ${index}`, 1]),
    ),
    ...single.map((day): Cell[] => ["c0", day, `${day} single`, 1]),
  ];
  return ask({ header: ["Customer ID", "Date", "Order ID", "Amount"], rows }, async ({ store }) => {
    const found = await periods(store);
    return found && new Gate(5).weeksTellOfFew(store, found);
  });
}

test("weeksTellOfFew should tell where few bought before or after the turn of a month within a week", async () => {
  // The week from 2024-01-29 to 2024-02-04 holds days of both months.
  const weeks = ["2024-01-15", "2024-01-22", "2024-01-29", "2024-02-05", "2024-02-11"];
  expect(await tells(weeks)).toBe(false);
  expect(await tells(weeks, ["2024-02-01"])).toBe(true);
  expect(await tells([...weeks, "2024-02-01"])).toBe(false);
});

test("weeksTellOfFew should have nothing to say of months", async () => {
  expect(await tells(["2024-01-01", "2024-02-10", "2024-03-31"], ["2024-02-29"])).toBe(false);
});
