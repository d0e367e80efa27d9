import fc from "fast-check";
import { expect, test } from "vitest";
import { findDuplicates } from "../../src/dataset/duplicates.ts";
import { mapHeaders } from "../../src/dataset/map.ts";
import { RawTable } from "../../src/dataset/raw-table.ts";

test("should mark the rows that equal an earlier one in every cell, mapped or not", () => {
  const cell = fc.constantFrom("", "1", "a", "b");
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell, cell), { maxLength: 60 }), (rows) => {
      const table = new RawTable();
      table.beginFile("a.csv", mapHeaders("a.csv", ["Customer", "Amount", "Note", "Other"], {})).add(rows);
      const keys = rows.map((row) => JSON.stringify(row));
      expect([...findDuplicates(table)]).toEqual(keys.map((key, row) => (keys.indexOf(key) < row ? 1 : 0)));
    }),
  );
});

test("should not take cells for equal that only join to the same text", () => {
  const table = new RawTable();
  table.beginFile("a.csv", mapHeaders("a.csv", ["Customer", "Amount", "Note", "Other"], {})).add([
    ["1", "2", "ab", "c"],
    ["1", "2", "a", "bc"],
    ["1", "2", "abc", ""],
  ]);
  expect([...findDuplicates(table)]).toEqual([0, 0, 0]);
});
