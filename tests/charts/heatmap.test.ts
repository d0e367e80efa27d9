import { describe, expect, test } from "vitest";
import { heatmap } from "../../src/charts/heatmap.ts";

const words = { id: "seasons", title: "Products by season", caption: "What it shows." };
const columns = ["Spring", "Summer"];
const counts = [
  [7, null],
  [5, 9],
];

const drawn = () =>
  heatmap(
    { columns, counts },
    {
      ...words,
      rows: ["Hats", "Coats"],
      write: (count, row, column) => (count === null ? "–" : `${count} of ${row}${column}`),
      column: "customers",
    },
  );

describe("heatmap", () => {
  test("should write each count in its row and column, an empty heading above the names", () => {
    expect(drawn().table).toEqual({
      headings: ["", "Spring", "Summer"],
      columns: [null, "customers", "customers"],
      rows: [
        ["Hats", "7 of 00", "–"],
        ["Coats", "5 of 10", "9 of 11"],
      ],
    });
  });

  test("should have the counts by row for the shades, and by column as numbers of the table", () => {
    expect(drawn().counts).toEqual(counts);
    expect(drawn().numbers).toEqual([
      { heading: "Spring", values: [7, 5] },
      { heading: "Summer", values: [null, 9] },
    ]);
  });

  test("should carry its words, and say nothing of columns whose headings are values", () => {
    expect(drawn()).toMatchObject(words);
    const plain = heatmap({ columns, counts }, { ...words, rows: ["Hats", "Coats"], write: String });
    expect(plain.table.columns).toEqual([null, null, null]);
  });

  test("should have no number where a row is shorter than the headings", () => {
    const short = heatmap({ columns, counts: [[7]] }, { ...words, rows: ["Hats"], write: String });
    expect(short.numbers.map(({ values }) => values)).toEqual([[7], [null]]);
  });
});
