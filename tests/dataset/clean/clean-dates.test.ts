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
  return {
    days,
    far: findingOf(dataset, "dropped-date-far"),
    open: findingOf(dataset, "date-order")?.message,
    dropped: dataset.account.dropped,
  };
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

  const many = Array.from({ length: 30 }, (_, index) => `2024-01-${String(index + 1).padStart(2, "0")}`);

  test("should leave out a date far from all others, and say so", async () => {
    const { days, dropped, far } = await read([[...many, "2204-01-05"]]);
    expect(days).toEqual(many);
    expect(dropped).toBe(1);
    expect(far).toMatchObject({ count: 1, message: expect.stringContaining("2024-01-01 to 2024-01-30") });
  });

  test("should say on the Overview that money is left out with it, where that is over one part in a hundred", async () => {
    const head = "Order,Customer,Amount,Date\n";
    const rows = many.map((date, row) => `${row},c1,10,${date}\n`).join("");
    const left = async (amount: number) =>
      findingOf(await datasetOf(`${head}${rows}99,c1,${amount},2204-01-05\n`), "left-out-money");
    expect((await left(10))?.severity).toBe("warning");
    expect(await left(1)).toBeUndefined();
  });

  test("should keep a date some years before the others", async () => {
    const { days, far } = await read([["2021-06-01", ...many]]);
    expect(days).toHaveLength(31);
    expect(far).toBeUndefined();
  });

  test("should leave out the days that programs write for none", async () => {
    const { days, far } = await read([[...many, "1970-01-01", "1970-01-01", "1900-01-01", "1900-01-01"]]);
    expect(days).toEqual(many);
    expect(far?.count).toBe(4);
  });

  // 45292 is 2024-01-01 in Excel (1900 date system), 19723 the same day since 1970, 1704067200 its first second.
  test.each([
    ["Excel's serials", ["45292", "45293.5"]],
    ["days since 1970", ["19723", "19724"]],
    ["seconds since 1970", ["1704067200", "1704200000"]],
    ["milliseconds since 1970", ["1704067200000", "1704200000123"]],
  ])("should read %s", async (_, dates) => {
    expect((await read([dates])).days).toEqual(["2024-01-01", "2024-01-02"]);
  });

  test("should not take small numbers for dates", async () => {
    await expect(read([["264", "94", "143"]])).rejects.toThrow(/"264" is not a date/);
  });

  test("should read 0000-00-00 as empty", async () => {
    const dataset = await datasetOf(
      "Customer,Amount,Date,Cancelled at\nc1,5,2024-01-01,0000-00-00 00:00:00\nc2,5,2024-01-02,2024-01-03\n",
    );
    expect(dataset.account).toMatchObject({ purchases: 1, notSales: 1 });
  });

  test("should keep the time of day", async () => {
    const dataset = await datasetOf(
      "Customer,Amount,Date\nc1,5,2024-01-01 08:30\nc1,-5,2024-01-01 09:00:30\nc2,5,2024-01-02\n",
    );
    expect([...((await dataset.store.lines()).secondOfDay ?? [])]).toEqual([30_600, Number.NaN]);
    expect(await ask(dataset, "SELECT second_of_day AS s FROM returns")).toEqual([{ s: 32_430 }]);
  });

  test("should take the time of day from a column of its own", async () => {
    const dataset = await datasetOf("Customer,Amount,Date,Time\nc1,5,2024-01-01,1:30 PM\nc2,5,2024-01-02,\n");
    expect(await ask(dataset, "SELECT second_of_day AS s FROM transactions ORDER BY transaction_id")).toEqual(
      [{ s: 48_600 }, { s: null }],
    );
  });

  test("should take midnight throughout for no time", async () => {
    const dataset = await datasetOf("Customer,Amount,Date\nc1,5,1/1/2024 0:00\nc2,5,1/13/2024 0:00\n");
    expect((await dataset.store.lines()).secondOfDay).toBeUndefined();
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
