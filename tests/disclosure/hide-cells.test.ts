import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hideCells } from "../../src/disclosure/hide-cells.ts";
import { CellTable, tableKey } from "../../src/edition/filters/cell-table.ts";
import type { Dimension, DimensionId } from "../../src/edition/filters/dimension.ts";

const minimum = 5;

function dimension(id: DimensionId, values: number, ofCustomer: boolean): Dimension {
  const names = Array.from({ length: values }, (_, index) => `${id} ${index + 1}`);
  return { id, names, choices: values, complete: true, ofCustomer };
}

const gender = dimension("gender", 2, true);
const season = dimension("season", 3, false);
const category = dimension("category", 3, false);

/** One purchase: customer, gender (each customer's own), season, category; 0 is none. */
type Purchase = readonly [customer: number, gender: number, season: number, category: number];

/** All tables of up to three dimensions. */
function tablesOf(purchases: readonly Purchase[]): Map<string, CellTable> {
  const sides = [gender, category, season];
  const codeOf: Record<string, (purchase: Purchase) => number> = {
    gender: ([, code]) => code,
    season: ([, , code]) => code,
    category: ([, , , code]) => code,
  };
  const tables = new Map<string, CellTable>();
  for (let mask = 0; mask < 8; mask += 1) {
    const chosen = sides.filter((_, index) => mask & (1 << index));
    const table = new CellTable(chosen.map((each) => ({ dimension: each, size: each.names.length + 1 })));
    for (const purchase of [...purchases].sort(([a], [b]) => a - b)) {
      const cell = table.cellOf(chosen.map(({ id }) => codeOf[id]?.(purchase) ?? 0));
      table.add(cell ?? 0, purchase[0], 1);
    }
    tables.set(tableKey(chosen), table);
  }
  return tables;
}

const purchases: fc.Arbitrary<Purchase[]> = fc.array(
  fc
    .tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
    .map(([customer, one, other]): Purchase => [customer, (customer % 2) + 1, one, other]),
  { minLength: 20, maxLength: 250 },
);

describe("hideCells", () => {
  test("should hide with a cell of too few customers another of its row and of its column", () => {
    // Women: 20 in season 1, 3 in season 2, 9 in season 3; men: 20 in each.
    const some = (from: number, count: number, sex: number, when: number): Purchase[] =>
      Array.from({ length: count }, (_, index) => [from + index, sex, when, 1]);
    const tables = tablesOf([
      ...some(1, 20, 1, 1),
      ...some(21, 3, 1, 2),
      ...some(24, 9, 1, 3),
      ...some(101, 20, 2, 1),
      ...some(121, 20, 2, 2),
      ...some(141, 20, 2, 3),
    ]);
    hideCells(tables, minimum);
    const table = tables.get("gender+season") ?? expect.fail();
    const hidden = [1, 2].map((sex) => [1, 2, 3].map((when) => table.hidden[table.cellOf([sex, when]) ?? 0]));
    expect(hidden[0]?.[1]).toBe(1);
    expect(hidden[1]?.[1], "the rest of its column").toBe(1);
    expect(hidden[0]?.filter(Boolean).length, "its row").toBeGreaterThan(1);
    expect(hidden[1]?.filter(Boolean).length, "the row of what was hidden with it").toBeGreaterThan(1);
    expect(hidden.flat().filter((flag) => flag === 0).length, "not more than is needed").toBeGreaterThan(0);
  });

  test("should hide nothing where every cell has enough customers", () => {
    const tables = tablesOf(
      Array.from(
        { length: 600 },
        (_, index): Purchase => [
          index + 1,
          (index % 2) + 1,
          (Math.floor(index / 2) % 3) + 1,
          (Math.floor(index / 6) % 3) + 1,
        ],
      ),
    );
    hideCells(tables, minimum);
    for (const table of tables.values()) {
      for (let cell = 0; cell < table.cells; cell += 1)
        expect(table.hidden[cell]).toBe(table.codesOf(cell).includes(0) ? 1 : 0);
    }
  });

  test("should hide what may not be named, all within it, and what it could be worked out from", () => {
    const tables = tablesOf(
      Array.from(
        { length: 600 },
        (_, index): Purchase => [
          index + 1,
          (index % 2) + 1,
          (Math.floor(index / 2) % 3) + 1,
          (Math.floor(index / 6) % 3) + 1,
        ],
      ),
    );
    hideCells(tables, minimum, (dimension, name) => !(dimension === "season" && name === "season 2"));
    const seasons = tables.get("season") ?? expect.fail();
    expect(seasons.hidden[2]).toBe(1);
    const both = tables.get("gender+season") ?? expect.fail();
    for (const sex of [1, 2]) expect(both.hidden[both.cellOf([sex, 2]) ?? 0]).toBe(1);
  });

  test("should publish no cell of fewer customers than the minimum", () => {
    fc.assert(
      fc.property(purchases, (all) => {
        const tables = tablesOf(all);
        hideCells(tables, minimum);
        for (const { cells, hidden, counts, customers } of tables.values())
          for (let cell = 0; cell < cells; cell += 1)
            if (hidden[cell] === 0 && (counts[cell] ?? 0) > 0)
              expect(customers[cell]).toBeGreaterThanOrEqual(minimum);
      }),
      { numRuns: 60 },
    );
  });

  test("should leave no cell of too few customers in the span of published sums of purchases", () => {
    fc.assert(
      fc.property(purchases, (all) => {
        const tables = tablesOf(all);
        hideCells(tables, minimum);
        // A sum as a vector over the smallest cells, those of gender, category and season.
        const atoms = tables.get("gender+category+season") ?? expect.fail();
        const used = Array.from({ length: atoms.cells }, (_, cell) => cell).filter(
          (cell) => atoms.counts[cell],
        );
        const vectorOf = (key: string, table: CellTable, cell: number) => {
          const sides = key === "" ? [] : key.split("+");
          const codes = table.codesOf(cell);
          return used.map((atom) =>
            sides.every((side, index) => {
              const axis = atoms.axes.findIndex(({ dimension: { id } }) => id === side);
              return atoms.codeOf(atom, axis) === codes[index];
            })
              ? 1
              : 0,
          );
        };
        const published: number[][] = [];
        const small: number[][] = [];
        for (const [key, table] of tables) {
          for (let cell = 0; cell < table.cells; cell += 1) {
            const customers = table.customers[cell] ?? 0;
            if (key === "" || table.hidden[cell] === 0) published.push(vectorOf(key, table, cell));
            else if (customers > 0 && customers < minimum) small.push(vectorOf(key, table, cell));
          }
        }
        const basis = eliminated(published);
        expect(small.filter((vector) => isIn(basis, vector))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

type Basis = { pivot: number; row: number[] }[];

/** Rows of a basis with their pivots. */
function eliminated(vectors: readonly number[][]): Basis {
  const basis: Basis = [];
  for (const vector of vectors) {
    const rest = reduced(basis, vector);
    const pivot = rest.findIndex((value) => Math.abs(value) > 1e-9);
    if (pivot < 0) continue;
    const scale = rest[pivot] ?? 1;
    basis.push({ pivot, row: rest.map((value) => value / scale) });
  }
  return basis;
}

function reduced(basis: Basis, vector: readonly number[]): number[] {
  const rest = [...vector];
  for (const { pivot, row } of basis) {
    const factor = rest[pivot] ?? 0;
    if (Math.abs(factor) < 1e-9) continue;
    for (let place = 0; place < rest.length; place += 1)
      rest[place] = (rest[place] ?? 0) - factor * (row[place] ?? 0);
  }
  return rest;
}

function isIn(basis: Basis, vector: readonly number[]): boolean {
  return reduced(basis, vector).every((value) => Math.abs(value) < 1e-6);
}
