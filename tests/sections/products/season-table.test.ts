import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Gate } from "../../../src/disclosure/gate.ts";
import { seasonTable } from "../../../src/sections/products/season-table.ts";

const seasons = ["Spring", "Summer", "Winter"];

/** The table of some numbers of customers, each with one purchase, by category and season. */
function tableOf(
  cells: readonly (readonly [category: string, season: string, customers: number])[],
  minimum = 5,
) {
  const categories = [...new Set(cells.map(([category]) => category))];
  const bought = cells.flatMap(([category, season, customers]) =>
    Array.from(
      { length: customers },
      () => [categories.indexOf(category) + 1, seasons.indexOf(season) + 1] as const,
    ),
  );
  const ids = (names: readonly string[]) => new Map(names.map((name, index) => [index + 1, name]));
  return seasonTable(
    {
      count: bought.length,
      order: undefined,
      customer: Int32Array.from(bought.keys(), (line) => line + 1),
      product: undefined,
      day: undefined,
      amount: new Float64Array(bought.length).fill(1),
      traits: new Map([
        ["category", Int32Array.from(bought, ([category]) => category)],
        ["season", Int32Array.from(bought, ([, season]) => season)],
      ]),
    },
    { category: ids(categories), season: ids(seasons) },
    new Gate(minimum),
  );
}

describe("seasonTable", () => {
  test("should put seasons in the order of the year and the most purchased category first", () => {
    const table = tableOf([
      ["Hats", "Winter", 9],
      ["Hats", "Spring", 8],
      ["Shoes", "Winter", 20],
      ["Shoes", "Spring", 30],
    ]);
    expect(table).toEqual({
      rows: ["Shoes", "Hats"],
      columns: ["Spring", "Winter"],
      counts: [
        [30, 20],
        [8, 9],
      ],
    });
  });

  test("should write 0 for a pair that never occurs", () => {
    const table = tableOf([
      ["Hats", "Winter", 9],
      ["Shoes", "Winter", 20],
      ["Shoes", "Spring", 30],
    ]);
    expect(table?.counts).toEqual([
      [30, 20],
      [0, 9],
    ]);
  });

  test("should keep to the largest categories where a smaller one has a cell of few, and hold no hole", () => {
    const large = ["A", "B", "C"].flatMap((category, row) =>
      seasons.map((season) => [category, season, 40 - row] as const),
    );
    const table = tableOf([
      ...large,
      ...seasons.map((season) => ["D", season, season === "Winter" ? 3 : 9] as const),
      ...seasons.map((season) => ["E", season, 8] as const),
    ]);
    expect(table?.rows).toEqual(["A", "B", "C"]);
    expect(table?.counts.flat()).not.toContain(null);
  });

  test("should be null with fewer than two seasons, or where no table holds", () => {
    expect(tableOf([["Hats", "Winter", 9]])).toBeNull();
    expect(
      tableOf([
        ["Hats", "Winter", 2],
        ["Hats", "Spring", 4],
      ]),
    ).toBeNull();
  });

  test("should list at most 20 categories", () => {
    const cells = Array.from({ length: 30 }, (_, index) =>
      ["Winter", "Spring"].map((season) => [`Category ${index}`, season, 100 - index] as const),
    ).flat();
    expect(tableOf(cells)?.rows).toHaveLength(20);
  });

  test("should never leave fewer customers than may be published in a cell, or to be worked out from a total", () => {
    const matrix = fc.array(fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 3, maxLength: 3 }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(matrix, fc.integer({ min: 2, max: 6 }), (customers, minimum) => {
        const cells = customers.flatMap((row, category) =>
          row.map((count, season) => [`Category ${category}`, seasons[season] ?? "", count] as const),
        );
        const table = tableOf(cells, minimum);
        if (table === null) return;
        const isTold = (count: number) => count === 0 || count >= minimum;
        for (const season of seasons) {
          const whole = cells
            .filter(([, own]) => own === season)
            .reduce((all, [, , count]) => all + count, 0);
          const shown = table.rows.map((_, row) => table.counts[row]?.[table.columns.indexOf(season)] ?? 0);
          for (const count of shown) expect(isTold(count)).toBe(true);
          expect(isTold(whole - shown.reduce((all, count) => all + count, 0))).toBe(true);
        }
      }),
    );
  });
});
