import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Axis, valueRungs } from "../../src/disclosure/axis.ts";
import { cellAt, countCells, groupOf, placesOf } from "../../src/disclosure/cells.ts";
import { linePersons } from "../../src/questions/persons.ts";

/** A line of a made shop: a customer (0 is a guest), an order, an amount and a code on each of two axes. */
interface Line {
  customer: number;
  order: number;
  amount: number;
  codes: [number, number];
}

const line = fc.record({
  customer: fc.nat({ max: 4 }),
  order: fc.integer({ min: 1, max: 6 }),
  amount: fc.integer({ min: -500, max: 500 }),
  codes: fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 2 })),
});

/** Three values, of which the third may stand for itself or for what has none; and two that are told or not. */
function axesOf(lines: readonly Line[]): Axis[] {
  const fewer = { names: ["a"], groupOf: [0, 1, 0, 0] };
  return [
    {
      id: "first",
      codes: lines.map(({ codes }) => codes[0]),
      rungs: [...valueRungs(["a", "b", "c"], true, 3), fewer],
      ofCustomer: false,
    },
    {
      id: "second",
      codes: lines.map(({ codes }) => codes[1]),
      rungs: valueRungs(["x", "y"], false),
      ofCustomer: false,
    },
  ];
}

function counted(lines: readonly Line[], levels: readonly number[]) {
  const customer = Int32Array.from(lines, (each) => each.customer);
  const order = Int32Array.from(lines, (each) => each.order);
  const amount = Float64Array.from(lines, (each) => each.amount);
  const axes = axesOf(lines);
  const persons = linePersons({ count: lines.length, customer, order });
  return { axes, cells: countCells(axes, levels, { customer, amount }, persons) };
}

describe("countCells", () => {
  test("should count what each combination of groups holds, and each person once", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), fc.nat({ max: 2 }), (lines, level) => {
        const { axes, cells } = counted(lines, [level, 0]);
        const groups = axes[0]?.rungs[level]?.groupOf ?? [];
        expect(cells.size).toBe(((axes[0]?.rungs[level]?.names.length ?? 0) + 1) * 3);
        for (let cell = 0; cell < cells.size; cell += 1) {
          const [first, second] = [groupOf(cells, cell, 0), groupOf(cells, cell, 1)];
          const own = lines.filter(({ codes }) => groups[codes[0]] === first && codes[1] === second);
          const known = own.filter(({ customer }) => customer > 0);
          const guests = own.filter(({ customer }) => customer === 0);
          expect(cells.purchases[cell]).toBe(own.length);
          expect(cells.customers[cell]).toBe(new Set(known.map(({ customer }) => customer)).size);
          expect(cells.guests[cell]).toBe(new Set(guests.map(({ order }) => order)).size);
          expect(cells.revenue[cell]).toBe(own.reduce((sum, { amount }) => sum + amount, 0));
        }
      }),
    );
  });

  test("should lose nothing of amounts of very different size, in any order", () => {
    const amounts = [1e17, 1, -1e17, 1, 0.25];
    for (const order of [amounts, amounts.toReversed()]) {
      const { cells } = counted(
        order.map((amount, index) => ({ customer: 1, order: index + 1, amount, codes: [1, 1] })),
        [0, 0],
      );
      expect([...cells.revenue].filter((sum) => sum !== 0)).toEqual([2.25]);
    }
    for (const [cell, codes] of [
      [0, [0, 0]],
      [1, [0, 1]],
      [11, [3, 2]],
    ] as const) {
      const lines = amounts.map((amount, index) => ({ customer: 1, order: index + 1, amount }));
      const { cells } = counted(
        lines.map((each) => ({ ...each, codes: [codes[0], codes[1]] })),
        [0, 0],
      );
      expect(cells.revenue[cell]).toBe(2.25);
    }
  });

  test("should say which rungs it counted by", () => {
    const { axes, cells } = counted([{ customer: 1, order: 1, amount: 2, codes: [2, 1] }], [2, 0]);
    expect(cells.rungs).toEqual([axes[0]?.rungs[2], axes[1]?.rungs[0]]);
    expect(cells.levels).toEqual([2, 0]);
    expect(cells.strides).toEqual([3, 1]);
  });
});

describe("groupOf and cellAt", () => {
  test("should lead from a cell to its groups and back", () => {
    const { cells } = counted([], [0, 0]);
    const all = Array.from({ length: cells.size }, (_, cell) => cell);
    expect(all.map((cell) => cellAt(cells, [groupOf(cells, cell, 0), groupOf(cells, cell, 1)]))).toEqual(all);
    expect(groupOf(cells, 11, 0)).toBe(3);
    expect(groupOf(cells, 11, 1)).toBe(2);
  });
});

test("placesOf should put a line of no known value into the cell of what is not shown", () => {
  const rungs = valueRungs(["a", "b"], false);
  expect([...placesOf([{ codes: [2, 0, 7, 1] }], rungs, [1], 4)]).toEqual([2, 0, 0, 1]);
  expect([...placesOf([{ codes: [2, 1] }, { codes: [1, 2] }], [...rungs, ...rungs], [3, 1], 2)]).toEqual([
    7, 5,
  ]);
});
