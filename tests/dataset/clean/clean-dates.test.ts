import { describe, expect, test } from "vitest";
import { ask, datasetOf, findingOf } from "../../support/dataset.ts";

/** The days of all files' rows as ISO dates, in the order of the rows. */
async function read(files: readonly string[][], keys: Parameters<typeof datasetOf>[1] = {}) {
  const texts = files.map(
    (dates, file) =>
      `Order,Customer,Amount,Date\n${dates.map((date, row) => `${file}-${row},c1,5,${date}\n`).join("")}`,
  );
  const dataset = await datasetOf(texts, { onBadRows: { failFrom: 1 }, ...keys });
  const days = (await ask(dataset, "SELECT day FROM transactions ORDER BY transaction_id")).map(({ day }) =>
    new Date(Number(day) * 86_400_000).toISOString().slice(0, 10),
  );
  return { days, open: findingOf(dataset, "date-order")?.message, dropped: dataset.account.dropped };
}

// Issue 2, Clean: "d/m/y or m/d/y (decided by the whole column)"; files of one folder may come from two shops.
describe("cleanDates", () => {
  test("should read each file in the order that its own dates prove", async () => {
    const { days, open, dropped } = await read([
      ["01/02/2024", "13/02/2024", "2024-05-06"],
      ["01/02/2024", "02/13/2024", "2024-05-06"],
      ["01/02/2024", "02/14/2024"],
    ]);
    expect(days).toEqual([
      ...["2024-02-01", "2024-02-13", "2024-05-06"],
      ...["2024-01-02", "2024-02-13", "2024-05-06"],
      ...["2024-01-02", "2024-02-14"],
    ]);
    expect(open).toBeUndefined();
    expect(dropped).toBe(0);
  });

  test("should take the order that the other files agree on for a file that proves none", async () => {
    const { days, open } = await read([["13/02/2024"], ["01/02/2024"], ["2024-05-06"]]);
    expect(days).toEqual(["2024-02-13", "2024-02-01", "2024-05-06"]);
    expect(open).toBeUndefined();
  });

  test("should take the configured order where the other files disagree, and name the file", async () => {
    const files = [["13/02/2024"], ["02/13/2024"], ["01/02/2024"]];
    const byLocale = await read(files);
    expect(byLocale.days[2]).toBe("2024-01-02");
    expect(byLocale.open).toContain('"Date" in orders-3.csv');
    const byFormat = await read(files, { dateFormat: "dmy" });
    expect(byFormat.days[2]).toBe("2024-02-01");
  });

  test("should drop dates that the order of their own file does not allow", async () => {
    const { days, dropped } = await read([
      ["13/02/2024", "14/02/2024", "02/15/2024"],
      ["02/15/2024", "02/16/2024"],
    ]);
    expect(days).toEqual(["2024-02-13", "2024-02-14", "2024-02-15", "2024-02-16"]);
    expect(dropped).toBe(1);
  });

  test("should still see a row that two files of different orders repeat", async () => {
    const row = "1,c1,5,2024-05-06\n";
    const dataset = await datasetOf([
      `Order,Customer,Amount,Date\n${row}2,c1,5,13/02/2024\n`,
      `Order,Customer,Amount,Date\n${row}3,c1,5,02/13/2024\n`,
    ]);
    expect(dataset.account.duplicates).toBe(1);
  });
});
