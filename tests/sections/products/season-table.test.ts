import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seasonTable } from "../../../src/sections/products/season-table.ts";

type Cell = Parameters<typeof seasonTable>[0][number];

const cell = (category: string, season: string, purchases: number, customers = purchases) =>
  ({ category, season, purchases, customers, guests: 0 }) satisfies Cell;

describe("seasonTable", () => {
  test("should put seasons in the order of the year and the most purchased category first", () => {
    const cells = [
      cell("Hats", "Winter", 9),
      cell("Hats", "Spring", 8),
      cell("Shoes", "Winter", 20),
      cell("Shoes", "Spring", 30),
    ];
    expect(seasonTable(cells, 5)).toEqual({
      rows: ["Shoes", "Hats"],
      columns: ["Spring", "Winter"],
      counts: [
        [30, 20],
        [8, 9],
      ],
    });
  });

  test("should write 0 for a pair that never occurs", () => {
    const cells = [cell("Hats", "Winter", 9), cell("Shoes", "Winter", 20), cell("Shoes", "Spring", 30)];
    expect(seasonTable(cells, 5)?.counts).toEqual([
      [30, 20],
      [0, 9],
    ]);
  });

  test("should hide cells of too few customers, and others so that no total tells them", () => {
    const cells = ["Hats", "Shoes", "Coats"].flatMap((category, row) =>
      ["Spring", "Summer", "Winter"].map((season, column) =>
        cell(category, season, 20 + row * 3 + column, 20 + row * 3 + column),
      ),
    );
    const few = cells.map((one) =>
      one.category === "Hats" && one.season === "Spring" ? { ...one, purchases: 3, customers: 3 } : one,
    );
    const table = seasonTable(few, 5);
    expect(table?.rows).toEqual(["Coats", "Shoes", "Hats"]);
    // Hats in spring with its row's and its column's next smallest, and the corner that these two would tell.
    expect(table?.counts).toEqual([
      [26, 27, 28],
      [null, null, 25],
      [null, null, 22],
    ]);
  });

  test("should leave out a category that has nothing to show", () => {
    const cells = [
      ...[cell("Hats", "Winter", 9), cell("Hats", "Spring", 8)],
      ...[cell("Shoes", "Winter", 20), cell("Shoes", "Spring", 30)],
      ...[cell("Secret", "Winter", 1), cell("Secret", "Spring", 4)],
    ];
    // Hats go with it: shoes and hats would tell the rest of a season's total.
    expect(seasonTable(cells, 5)).toEqual({
      rows: ["Shoes"],
      columns: ["Spring", "Winter"],
      counts: [[30, 20]],
    });
  });

  test("should be null with fewer than two seasons, or with nothing to show", () => {
    expect(seasonTable([], 5)).toBeNull();
    expect(seasonTable([cell("Hats", "Winter", 9)], 5)).toBeNull();
    expect(seasonTable([cell("Hats", "Winter", 2), cell("Hats", "Spring", 4)], 5)).toBeNull();
  });

  test("should list at most 20 categories", () => {
    const cells = Array.from({ length: 30 }, (_, index) =>
      ["Winter", "Spring"].map((season) => cell(`Category ${index}`, season, 100 - index)),
    ).flat();
    expect(seasonTable(cells, 5)?.rows).toHaveLength(20);
  });

  test("should never leave fewer customers than may be published to be worked out from a row or a column", () => {
    const matrix = fc.array(fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 3, maxLength: 3 }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(matrix, fc.integer({ min: 2, max: 6 }), (customers, minimum) => {
        const seasons = ["Spring", "Summer", "Winter"];
        const cells = customers.flatMap((row, category) =>
          row.flatMap((count, index) =>
            count === 0 ? [] : [cell(`Category ${category}`, seasons[index] ?? "", count)],
          ),
        );
        const table = seasonTable(cells, minimum);
        if (table === null) return;
        const customersOf = (category: string, season: string) =>
          cells.find((one) => one.category === category && one.season === season)?.customers ?? 0;
        const shown = (category: string, season: string) =>
          table.counts[table.rows.indexOf(category)]?.[table.columns.indexOf(season)] ?? null;
        for (const { category, season, customers: count } of cells) {
          if (count < minimum) expect(shown(category, season)).toBeNull();
        }
        const lines = [
          ...table.rows.map((category) => seasons.map((season) => [category, season] as const)),
          ...table.columns.map((season) =>
            customers.map((_, index) => [`Category ${index}`, season] as const),
          ),
        ];
        for (const line of lines) {
          const hidden = line.filter(
            ([category, season]) => customersOf(category, season) > 0 && shown(category, season) === null,
          );
          const together = hidden.reduce((all, [category, season]) => all + customersOf(category, season), 0);
          const all = line.filter(([category, season]) => customersOf(category, season) > 0);
          if (hidden.length === 0 || hidden.length === all.length) continue;
          expect(together).toBeGreaterThanOrEqual(minimum);
          if (hidden.some(([category, season]) => customersOf(category, season) < minimum))
            expect(hidden.length).toBeGreaterThan(1);
        }
      }),
    );
  });
});
