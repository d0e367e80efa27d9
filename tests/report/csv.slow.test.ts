import fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { csvOf } from "../../src/report/csv.ts";

test("csvOf writes numbers in full and null as an empty cell", () => {
  expect(
    csvOf([
      ["a", "b"],
      [-1.5, null],
      [0.1 + 0.2, "c"],
    ]),
  ).toBe("a,b\r\n-1.5,\r\n0.30000000000000004,c\r\n");
});

test("csvOf gives back what was put in, with an apostrophe before what would be a formula", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.string({ unit: "binary" }), { minLength: 2, maxLength: 2 }), { minLength: 1 }),
      (rows) => {
        const read = Papa.parse<string[]>(csvOf(rows), { delimiter: ",", newline: "\r\n" }).data.slice(0, -1);
        const guarded = rows.map((row) =>
          row.map((cell) => (/^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell)),
        );
        expect(read).toEqual(guarded);
      },
    ),
  );
});
