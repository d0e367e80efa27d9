import { describe, expect, test } from "vitest";
import { ask, datasetOf, findingOf } from "../../support/dataset.ts";

/** Every fourth day of a quarter whose days are all up to the twelfth, as `write` has them. */
async function lastDayOf(write: (month: string, day: string) => string, order: (rows: string[]) => string[]) {
  const days = [1, 2, 3].flatMap((month) =>
    [1, 3, 5, 7, 9, 11].map((day) => [`0${month}`, String(day).padStart(2, "0")] as const),
  );
  const rows = order(days.map(([month, day]) => write(month, day)));
  const dataset = await datasetOf(
    `Order,Customer,Date,Amount\n${rows.map((date, row) => `${row},c${row},${date},5`).join("\n")}\n`,
  );
  const [last] = await ask(dataset, "SELECT MAX(day) AS day FROM orders");
  return { day: new Date(Number(last?.["day"]) * 86_400_000).toISOString().slice(0, 10), dataset };
}

// 2025-03-11 is the last day, or 2025-11-03 in the other order.
describe("dates that could be read both ways", () => {
  const dayFirst = (month: string, day: string) => `${day}/${month}/2025`;
  const monthFirst = (month: string, day: string) => `${month}/${day}/2025`;
  const asTheyCome = (rows: string[]) => rows;
  const latestFirst = (rows: string[]) => [...rows].reverse();

  test.each([
    ["the day first", dayFirst, asTheyCome],
    ["the month first", monthFirst, asTheyCome],
    ["the day first, latest first", dayFirst, latestFirst],
    ["the month first, latest first", monthFirst, latestFirst],
  ])("should be read with %s where the rows then follow each other", async (_, write, order) => {
    const { day, dataset } = await lastDayOf(write, order);
    expect(day).toBe("2025-03-11");
    expect(findingOf(dataset, "date-order")).toBeUndefined();
  });

  test("should be read by the locale where the rows have no order, and that be said", async () => {
    const mixed = (rows: string[]) => rows.map((_, index) => rows[(index * 7) % rows.length] ?? "");
    const { dataset } = await lastDayOf(dayFirst, mixed);
    expect(findingOf(dataset, "date-order")).toBeDefined();
  });
});
