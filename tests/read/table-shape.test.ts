import { describe, expect, test } from "vitest";
import { closingRows, filledCells, findTable, type Row } from "../../src/read/table-shape.ts";
import { refusal } from "../support/refusal.ts";

const find = (rows: readonly Row[], header?: boolean) =>
  findTable(rows, header, "a.csv", (index) => index + 1);

describe("findTable", () => {
  test("should count columns by the rows that hold something, of equals by the first", () => {
    expect(find([[""], [""], [""], ["1", "2"], ["3", "4"]], false)).toEqual({
      names: ["column 1", "column 2"],
      above: [],
      first: 3,
      usual: 2,
    });
    expect(find([["1"], ["1", "2"]], false)?.names).toHaveLength(1);
    expect(find([["1", "2"], ["3"]], false)?.names).toHaveLength(2);
    expect(find([["1"], ["1", "2"], ["3", "4"]], false)?.names).toHaveLength(2);
    expect(find([["", " "], [""]])).toBeUndefined();
  });

  test("should take the median of filled cells for the usual row, blank rows aside", () => {
    const rows = [["a", "b", "c", "d"], ["1", "2", "3", "x"], ["1"], [""], ["", ""], ["1", "x"]];
    expect(find(rows)?.usual).toBe(2);
    expect(find([["a"], [""]])?.usual).toBe(1);
    expect(find([["a", "b", "c"], ["1"], ["1", "x"], ["1", "x", "y"]])?.usual).toBe(2);
  });

  test("should find names below narrow rows, but not below one that holds as much as a row", () => {
    const rows = [
      ["Ann", "Hat", "9"],
      ["Ben", "Mug", "8"],
    ];
    const names = ["Customer", "Product", "Amount"];
    expect(find([["Sales"], [""], names, ...rows])).toMatchObject({ names, above: [0], first: 3 });
    expect(find([["Sales", "of", ""], names, ...rows])).toMatchObject({ names: ["Sales", "of", ""] });
    expect(find([["Sales"], names, ...rows])).toMatchObject({ names, above: [0], first: 2 });
    expect(find([["Sales", "", ""], names, ...rows])).toMatchObject({ names });
    expect(find([["Sales", "of"], names, ...rows])).toMatchObject({ names: ["Sales", "of"] });
    const some = ["Customer", "Product", "Amount", "", ""];
    const wide = ["Ann", "Hat", "9", "x", "y"];
    expect(find([["Sales"], some, wide, wide])).toMatchObject({ names: some });
    const thin = [
      ["Customer", ""],
      ["Ann", ""],
      ["Ben", "Mug"],
      ["Cas", ""],
    ];
    expect(find(thin)).toMatchObject({ names: ["Customer", ""] });
    // What stands below narrow rows and is no row of names is none.
    expect(find([["Sales"], ["1", "x", "3"], ["4", "y", "6"]])).toMatchObject({ names: ["Sales"] });
    expect(find([["Sales"], ["1", "2", "3"], ["4", "5", "6"]])).toMatchObject({ names: ["Sales"], first: 1 });
    expect(find([["\uFEFF Customer ", "Product"], ...rows])?.names).toEqual(["Customer", "Product"]);
  });

  test("should take the first row that holds something where report.yaml says that there is a header", () => {
    expect(find([[""], ["Sales"], ["Customer", "Product"], ["Ann", "Hat"]], true)).toMatchObject({
      names: ["Sales"],
      first: 2,
    });
  });

  test("should ask, whatever is blank in the first row or below it", async () => {
    for (const rows of [
      [
        ["12.50", "x"],
        ["13.50", "y"],
        ["", "z"],
      ],
      [
        ["1", "2", "", "", ""],
        ["3", "4", "", "", ""],
      ],
    ])
      expect(await refusal(() => find(rows))).toContain("the file has no header line");
  });

  test.each([
    ["an e-mail address", ["ann@shop.example", "x"], ["ben@shop.example", "y"]],
    ["a day", ["2024-01-31", "x"], ["2024-02-01", "y"]],
    ["an amount", ["12.50", "x"], ["13.50", "y"]],
    ["an amount above whole ones", ["12.50", "x"], ["13", "y"]],
    ["numbers for the most part", ["1", "2", "x"], ["3", "4", "y"]],
  ])("should ask where the first row holds %s as the rows below do", async (_, first, second) => {
    expect(await refusal(() => find([first, second]))).toMatch(
      /^a\.csv, line 1: the file has no header line/,
    );
    expect(find([first, second], true)?.names).toEqual(first);
  });

  test.each([
    ["one number among names", ["Customer", "Product", "2024"], ["Ann", "Hat", "9"]],
    ["a day where the rows hold none", ["2024-01-31", "Product"], ["Ann", "Hat"]],
    ["an amount with nothing below", ["12.50", "Product"], ["", "Hat"]],
  ])("should take a row of %s for a header", (_, names, row) => {
    expect(find([names, row])?.names).toEqual(names);
  });
});

describe("closingRows", () => {
  test("should take a row that begins with a total for one only where it lacks cells, or is narrow", () => {
    expect(closingRows([["Total:", "3", "5"]], 3, 3)).toEqual([{ index: 0, kind: "total" }]);
    expect(closingRows([["Total", "3", "5", "7"]], 4, 4)).toEqual([]);
    expect(closingRows([["Total", "", "5", "7"]], 4, 4)).toEqual([{ index: 0, kind: "total" }]);
    expect(closingRows([["Totals of Ann", "", "5", "7"]], 4, 4)).toEqual([]);
    expect(closingRows([[" ", "Total", "5", ""]], 4, 4)).toEqual([{ index: 0, kind: "total" }]);
  });

  test("should take a sentence alone for a remark only below rows of three cells or more", () => {
    const remark = [["(500 rows affected)", "", ""]];
    expect(closingRows(remark, 3, 3)).toEqual([{ index: 0, kind: "below" }]);
    expect(closingRows([[" ", ...(remark[0] ?? [])]], 4, 4)).toEqual([{ index: 0, kind: "below" }]);
    expect(closingRows(remark, 2, 3)).toEqual([]);
    expect(closingRows(remark, 3, 2)).toEqual([]);
    expect(closingRows([["500", "", ""]], 3, 3)).toEqual([]);
    expect(closingRows([["rows affected", "500", ""]], 3, 3)).toEqual([]);
  });

  test("should leave out thin rows below an empty line, and stop at the last row of the table", () => {
    const rows = [["1", "2", "3", "4"], [""], ["a", "b"], ["c"], ["", ""]];
    expect(closingRows(rows, 4, 4)).toEqual([
      { index: 2, kind: "below" },
      { index: 3, kind: "below" },
    ]);
    expect(closingRows([["1", "2", "3", "4"], [""], ["a", "b", "c"]], 4, 4)).toEqual([]);
    expect(closingRows([["1", "2", "3", "4", "5"], [""], ["a", "b", "c"]], 5, 5)).toEqual([]);
    expect(closingRows([[""], ["a"]], 4, 4)).toEqual([{ index: 1, kind: "below" }]);
    const row = ["1", "2", "3", "4"];
    expect(closingRows([["rows affected: 5"], row, ["Total", "", "", "9"]], 4, 4)).toEqual([
      { index: 2, kind: "total" },
    ]);
  });
});

test("filledCells should count what is not blank", () => {
  expect(filledCells(["", " ", "\t", "0", "x "])).toBe(2);
});
