import fc from "fast-check";
import { expect, test } from "vitest";
import { findDuplicates } from "../../src/dataset/duplicates.ts";
import { tableOf } from "./table-of.ts";

test("should give for each row the first that it equals in every cell, mapped or not", () => {
  const cell = fc.constantFrom("", "1", "a", "b");
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell, cell), { maxLength: 60 }), (rows) => {
      const table = tableOf({ name: "a.csv", headers: ["Customer", "Amount", "Note", "Other"], rows });
      const keys = rows.map((row) => JSON.stringify(row));
      expect([...findDuplicates(table)]).toEqual(
        keys.map((key, row) => (keys.indexOf(key) < row ? keys.indexOf(key) + 1 : 0)),
      );
    }),
  );
});

test("should not take cells for equal that only join to the same text", () => {
  const rows = [
    ["1", "2", "ab", "c"],
    ["1", "2", "a", "bc"],
    ["1", "2", "abc", ""],
  ];
  const table = tableOf({ name: "a.csv", headers: ["Customer", "Amount", "Note", "Other"], rows });
  expect([...findDuplicates(table)]).toEqual([0, 0, 0]);
});
