import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TableRows } from "../../src/read/table-rows.ts";
import { refusal } from "../support/refusal.ts";

type Rows = readonly (readonly string[])[];

/** What comes out of rows that come in batches of a size. */
function pass(rows: Rows, header?: boolean, batch = 7) {
  const out: string[][] = [];
  let found: { names: string[]; line: number } | undefined;
  const table = new TableRows(
    {
      onHeader: (names, line) => {
        found = { names: [...names], line };
      },
      onRows(each) {
        for (const row of each) out.push([...row]);
        return each.flat().join("").split("\n").length - 1;
      },
      onRestart() {},
    },
    "a.csv",
    header,
  );
  for (let at = 0; at < rows.length; at += batch) table.add(rows.slice(at, at + batch));
  table.end();
  return { ...found, rows: out.filter((row) => row.join("").trim() !== ""), leftOut: table.leftOut };
}

const names = ["Order", "Customer", "Product", "Amount"];
const order = (index: number) => [String(index), `c${index}`, "Mug", `${index}.50`];
const orders = (count: number) => Array.from({ length: count }, (_, index) => order(index + 1));

// Issue 13, Forms: "preamble lines before the header and total or closing lines after it; a header line repeated inside".
describe("TableRows", () => {
  test("should find the header below other lines, and say where it stands", () => {
    const above = [["Sales report"], [""], ["Period:", "2024"], ["two\nlines"]];
    const { rows, leftOut, ...found } = pass([...above, names, ...orders(200)]);
    expect(found).toEqual({ names, line: 6 });
    expect(rows).toEqual(orders(200));
    expect(leftOut.map(({ line }) => line)).toEqual([1, 3, 4]);
  });

  test("should find the header below an empty line of cells", () => {
    expect(pass([["", ""], names, ["", "", "", ""], ...orders(3)])).toMatchObject({
      names,
      line: 2,
      rows: orders(3),
      leftOut: [],
    });
  });

  test("should pass over the header where it stands again", () => {
    const { rows, leftOut } = pass([names, ...orders(60), names, ...orders(60), names]);
    expect(rows).toEqual([...orders(60), ...orders(60)]);
    expect(leftOut).toEqual([
      { kind: "header", line: 62 },
      { kind: "header", line: 123 },
    ]);
  });

  test.each([
    ["a total", [["Total", "", "", "123"]], ["total"]],
    ["a total in another column", [["", "", "Gesamtsumme:", "123"]], ["total"]],
    [
      "totals of parts",
      [
        ["Subtotal", "", "", "100"],
        ["Grand Total", "", "", "123"],
      ],
      ["total", "total"],
    ],
    ["a remark", [["(200 rows affected)"]], ["below"]],
    [
      "remarks below an empty line",
      [[""], ["2", "record(s) downloaded"], ["Seller: someshop"]],
      ["below", "below"],
    ],
    [
      "a total above a remark",
      [["合計", "", "", "123"], [""], ["Printed on 2024-01-01"]],
      ["total", "below"],
    ],
  ])("should pass over %s at the end", (_, closing, kinds) => {
    const { rows, leftOut } = pass([names, ...orders(50), ...closing, [""]]);
    expect(rows).toEqual(orders(50));
    expect(leftOut.map(({ kind }) => kind)).toEqual(kinds);
  });

  test.each([
    ["a short row", [["51", "c51"]]],
    ["a row of one cell", [["51"]]],
    ["rows below an empty line", [[""], order(51)]],
    ["a customer of the name Total", [["51", "Total", "Mug", "1"]]],
    ["a row with gaps", [["51", "", "", "1.50"]]],
  ])("should keep %s at the end", (_, more) => {
    const { rows, leftOut } = pass([names, ...orders(50), ...more]);
    expect(rows).toEqual([...orders(50), ...more.filter((row) => row.join("") !== "")]);
    expect(leftOut).toEqual([]);
  });

  test("should pass over a total in a table of two columns", () => {
    expect(
      pass([
        ["Customer", "Amount"],
        ["c1", "2"],
        ["Total", "2"],
      ]),
    ).toMatchObject({ rows: [["c1", "2"]] });
  });

  test("should ask whether there is a header where the first row looks like data, and not print it", async () => {
    const message = await refusal(() => pass(orders(5)));
    expect(message).toMatch(/^a\.csv, line 1: the file has no header line/);
    expect(message).toContain("header: false");
    expect(message).not.toContain("c1");
    expect(
      await refusal(() =>
        pass([
          ["ana@example.com", "Mug"],
          ["ben@example.com", "Tea"],
        ]),
      ),
    ).not.toContain("ana");
  });

  test("should number the columns of a file that is said to have no header", () => {
    expect(pass([[""], ...orders(120)], false)).toMatchObject({
      names: ["column 1", "column 2", "column 3", "column 4"],
      line: 1,
      rows: orders(120),
    });
  });

  test("should take the first row for the header where that is said", () => {
    expect(
      pass(
        [
          ["2023", "2024"],
          ["1", "2"],
        ],
        true,
      ),
    ).toMatchObject({ names: ["2023", "2024"], rows: [["1", "2"]] });
  });

  test("should hand rows on while they come, but for the last ones", () => {
    const out: string[][] = [];
    const handler = {
      onHeader: () => {},
      onRows: (rows: readonly (readonly string[])[]) => {
        for (const row of rows) out.push([...row]);
        return 0;
      },
      onRestart: () => {},
    };
    const table = new TableRows(handler, "a.csv", undefined);
    table.add([names, ...orders(150)]);
    expect(out).toEqual(orders(120));
    table.add([order(151)]);
    expect(out).toEqual(orders(121));
    table.add([["Total", "", "", "123"]]);
    table.end();
    expect(out.filter((row) => row.join("") !== "")).toEqual(orders(151));
    expect(table.leftOut).toEqual([{ kind: "total", line: 153 }]);
  });

  test("should lose no row, however they come", () => {
    const cell = fc.constantFrom("1", "x", "two\nlines", "2024-01-31");
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell, cell), { maxLength: 300 }),
        fc.integer({ min: 1, max: 150 }),
        (rows, batch) => {
          expect(pass([names, ...rows], undefined, batch).rows).toEqual(rows);
        },
      ),
      { numRuns: 40 },
    );
  });
});
