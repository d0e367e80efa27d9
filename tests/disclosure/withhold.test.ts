import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { atLeast, type Cell, withhold } from "../../src/disclosure/withhold.ts";

const table = (rows: readonly (readonly number[])[]): Cell[] =>
  rows.flatMap((cells, row) =>
    cells.map((persons, column) => ({ persons, row: String(row), column: String(column) })),
  );

const tables = fc
  .record({ rows: fc.integer({ min: 1, max: 5 }), columns: fc.integer({ min: 1, max: 5 }) })
  .chain(({ rows, columns }) =>
    fc.array(fc.array(fc.oneof(fc.nat(14), fc.nat(400)), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );
const minimums = fc.integer({ min: 2, max: 7 });

/** The hidden cells that follow from the totals of all lines, by elimination. */
function workedOut(cells: readonly Cell[], hidden: ReadonlySet<Cell>): Cell[] {
  const unknown = [...hidden];
  const names = [...new Set(cells.flatMap(({ row, column }) => [`row ${row}`, `column ${column}`]))];
  const rows = names.map((name): number[] =>
    unknown.map(({ row, column }) => (name === `row ${row}` || name === `column ${column}` ? 1 : 0)),
  );
  let pivot = 0;
  for (let column = 0; column < unknown.length && pivot < rows.length; column += 1) {
    const found = rows.findIndex((row, index) => index >= pivot && Math.abs(row[column] ?? 0) > 1e-9);
    const row = rows[found];
    if (row === undefined) continue;
    rows[found] = rows[pivot] ?? [];
    const scaled = row.map((value) => value / (row[column] ?? 1));
    rows[pivot] = scaled;
    rows.forEach((other, index) => {
      const factor = other[column] ?? 0;
      if (index !== pivot) rows[index] = other.map((value, place) => value - factor * (scaled[place] ?? 0));
    });
    pivot += 1;
  }
  return rows.flatMap((row) => {
    const places = row.flatMap((value, place) => (Math.abs(value) > 1e-9 ? [place] : []));
    return places.length === 1 ? (unknown[places[0] ?? 0] ?? []) : [];
  });
}

describe("withhold", () => {
  test("should hide a small cell of a list with the next smallest", () => {
    const list = [20, 2, 9, 8].map((persons) => ({ persons, row: "" }));
    expect([...withhold(list, 5)].map(({ persons }) => persons)).toEqual([2, 8]);
  });

  test("should hide four cells of a table for one: else its row or its column told it", () => {
    const cells = table([
      [3, 20, 30],
      [21, 22, 31],
      [40, 41, 42],
    ]);
    expect([...withhold(cells, 5)].map(({ persons }) => persons).sort((a, b) => a - b)).toEqual([
      3, 20, 21, 22,
    ]);
  });

  test("should not be content with two hidden in each line where one of them follows from all totals", () => {
    // Two circles of four hidden cells and the small one between: rows 0 and 1, rows 2 and 3.
    const cells = table([
      [6, 6, 90, 90],
      [6, 6, 3, 90],
      [90, 90, 6, 6],
      [90, 90, 6, 6],
    ]).map((cell) => ({ ...cell, listed: cell.persons === 90 }));
    const small = cells.find(({ persons }) => persons === 3);
    const first = new Set(cells.filter(({ persons }) => persons < 90));
    expect(workedOut(cells, first)).toEqual([small]);
    expect(workedOut(cells, withhold(cells, 5))).toEqual([]);
  });

  test("should count what is not listed for another reason among what is missing", () => {
    const list = [
      { persons: 3, row: "" },
      { persons: 30, row: "", listed: false },
      { persons: 20, row: "" },
    ];
    // The small one is lost in the 33 that are missing.
    expect([...withhold(list, 5)].map(({ persons }) => persons)).toEqual([3, 30]);
    const few = [
      { persons: 4, row: "", listed: false },
      { persons: 20, row: "" },
      { persons: 30, row: "" },
    ];
    expect([...withhold(few, 5)].map(({ persons }) => persons)).toEqual([4, 20]);
  });

  test("should go by how many different persons are missing where one may be in several cells", () => {
    const list = [3, 3, 20, 30].map((persons) => ({ persons, row: "" }));
    expect(withhold(list, 5).size).toBe(2);
    expect(withhold(list, 5, { together: atLeast }).size).toBe(3);
  });

  test("should take along what is said to go first", () => {
    const list = [3, 20, 30].map((persons) => ({ persons, row: "" }));
    const hidden = withhold(list, 5, { first: (a, b) => b.persons - a.persons });
    expect([...hidden].map(({ persons }) => persons)).toEqual([3, 30]);
  });

  test("should leave no small cell to be worked out, and no line that misses too few", () => {
    fc.assert(
      fc.property(tables, minimums, (rows, minimum) => {
        const cells = table(rows);
        const hidden = withhold(cells, minimum);
        for (const cell of cells) if (cell.persons < minimum) expect(hidden.has(cell)).toBe(cell.persons > 0);
        for (const side of ["row", "column"] as const) {
          for (const name of new Set(cells.map((cell) => cell[side]))) {
            const line = cells.filter((cell) => cell[side] === name && cell.persons > 0);
            const missing = line.filter((cell) => hidden.has(cell));
            if (missing.length === 0 || missing.length === line.length) continue;
            if (missing.some(({ persons }) => persons < minimum)) expect(missing.length).toBeGreaterThan(1);
            expect(missing.reduce((all, { persons }) => all + persons, 0)).toBeGreaterThanOrEqual(minimum);
          }
        }
        // Lines that are hidden as a whole must not show their totals; the others show theirs.
        const closed = (cell: Cell) => {
          const block = new Set([cell]);
          for (const one of block)
            for (const other of cells)
              if (other.persons > 0 && (other.row === one.row || other.column === one.column))
                block.add(other);
          return [...block].every((one) => hidden.has(one));
        };
        for (const cell of workedOut(cells, hidden))
          expect(cell.persons >= minimum || closed(cell)).toBe(true);
      }),
    );
  });

  test("should hide nothing needlessly: none where all are large, and no empty cell", () => {
    fc.assert(
      fc.property(tables, minimums, (rows, minimum) => {
        const cells = table(rows);
        const hidden = withhold(cells, minimum);
        if (cells.every(({ persons }) => persons === 0 || persons >= minimum)) expect(hidden.size).toBe(0);
        for (const { persons } of hidden) expect(persons).toBeGreaterThan(0);
      }),
    );
  });
});
