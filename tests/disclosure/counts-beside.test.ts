import { expect, test } from "vitest";
import { type Axis, valueRungs } from "../../src/disclosure/axis.ts";
import { CountsBeside } from "../../src/disclosure/counts-beside.ts";

const isFew = (persons: number) => persons > 0 && persons < 5;

/** Lines of as many customers by age (0: not known) and season. */
function shop(cells: readonly (readonly [age: number, season: number, customers: number])[]) {
  const lines = cells.flatMap(([age, season, customers]) =>
    Array.from({ length: customers }, () => ({ age, season })),
  );
  const axis = (id: string, codes: number[], largest: number): Axis => ({
    id,
    codes,
    ofCustomer: false,
    rungs: valueRungs(["a", "b"], true, largest),
  });
  return {
    purchases: {
      count: lines.length,
      customer: Int32Array.from(lines, (_, index) => index + 1),
      order: undefined,
    },
    axes: [
      axis(
        "ageGroup",
        lines.map(({ age }) => age),
        2,
      ),
      axis(
        "season",
        lines.map(({ season }) => season),
        1,
      ),
    ],
    of: (age: number, season: number) => () =>
      [...lines.keys()].filter((line) => lines[line]?.age === age && lines[line]?.season === season),
  };
}

test("should tell no table whose cell less a count is of few, as of those without an age", () => {
  const { purchases, axes, of } = shop([
    [2, 1, 30],
    [1, 2, 30],
    [0, 1, 3],
  ]);
  const beside = new CountsBeside(purchases, isFew);
  expect(beside.mayTellTable({ axes, levels: [1, 0] })).toBe(true);
  expect(beside.tellCount(["ageGroup", "season"], of(2, 1))).toBe(true);
  expect(beside.mayTellTable({ axes, levels: [1, 0] })).toBe(false);
  expect(beside.mayTellTable({ axes, levels: [0, 0] })).toBe(true);
  expect(beside.mayTellTable({ axes: axes.slice(1), levels: [0] })).toBe(true);
});

test("should tell no count beside a table that was told before", () => {
  const { purchases, axes, of } = shop([
    [2, 1, 30],
    [1, 2, 30],
    [0, 1, 3],
  ]);
  const beside = new CountsBeside(purchases, isFew);
  beside.tellTable({ axes, levels: [1, 0] });
  expect(beside.tellCount(["ageGroup", "season"], of(2, 1))).toBe(false);
  expect(beside.tellCount(["ageGroup", "season"], of(1, 2))).toBe(true);
});

test("should take all counts within a cell off together, and those of more fields", () => {
  const { purchases, axes, of } = shop([
    [2, 1, 30],
    [1, 1, 20],
    [0, 1, 3],
    [1, 2, 9],
  ]);
  const [ages, seasons] = axes;
  if (ages === undefined || seasons === undefined) throw new Error("no axes");
  const together = { ...ages, rungs: [...ages.rungs, { names: ["all"], groupOf: [1, 1, 1] }] };
  const table = { axes: [together, seasons], levels: [2, 0] };
  const beside = new CountsBeside(purchases, isFew);
  expect(beside.tellCount(["ageGroup", "season"], of(2, 1))).toBe(true);
  expect(beside.mayTellTable(table)).toBe(true);
  expect(beside.tellCount(["ageGroup", "season"], of(1, 1))).toBe(true);
  expect(beside.mayTellTable(table)).toBe(false);
  const more = new CountsBeside(purchases, isFew);
  expect(more.tellCount(["ageGroup", "season", "size"], () => of(2, 1)().slice(2))).toBe(true);
  expect(more.mayTellTable({ axes, levels: [0, 0] })).toBe(false);
});

test("should tell counts, of however many purchases they are in all", () => {
  const { purchases } = shop([[1, 1, 20_000]]);
  const beside = new CountsBeside(purchases, isFew);
  const every = Uint32Array.from({ length: purchases.count }, (_, line) => line);
  const told = Array.from({ length: 900 }, (_, each) =>
    beside.tellCount([`one ${each}`, "two"], () => every),
  );
  expect(told).not.toContain(false);
});
