import { SEASONS, seasonOf } from "./calendar.ts";
import { type Codes, expectedShare, TRAITS } from "./customers.ts";
import type { History } from "./history.ts";
import { KIND_NAMES } from "./kinds.ts";
import { at, type RandomGenerator, whole } from "./random.ts";

const PROPOSALS = 120_000;
/** Cells that expect fewer lines than this count no more for being small: no miner looks at them. */
const SMALL_CELL = 50;
/** Weight of tables of one, two and three traits. There are far more cells of three, and without
 * weights they would drown the pairs, which matter most. */
const WEIGHTS = [20, 4, 1];

/** How many values each trait has. */
const SIZES = TRAITS.map(({ values }) => values.length);

/** Lines of one customer in one group of a split. */
interface GroupLines {
  readonly group: number;
  readonly lines: number;
}

/** A way to tell lines apart by what is settled before the traits. */
interface Split {
  readonly groups: number;
  readonly linesOf: (history: History) => readonly GroupLines[];
  /** The largest number of traits that are balanced at once within a group. */
  readonly traits: number;
}

const SPLITS: readonly Split[] = [
  { groups: 1, linesOf: (history) => [{ group: 0, lines: lineCount(history) }], traits: 3 },
  {
    groups: KIND_NAMES.length,
    linesOf: (history) => [{ group: KIND_NAMES.indexOf(history.kind), lines: lineCount(history) }],
    traits: 2,
  },
  {
    groups: SEASONS.length,
    linesOf: (history) =>
      SEASONS.map((season, group) => ({
        group,
        lines: lineCount({ orders: history.orders.filter(({ day }) => seasonOf(day) === season) }),
      })).filter(({ lines }) => lines > 0),
    traits: 2,
  },
];

/** Lines by combination of some traits and group. */
interface Table {
  readonly traits: readonly number[];
  readonly groups: number;
  /** By customer. */
  readonly customerLines: readonly (readonly GroupLines[])[];
  /** Lines above what is expected, by cell. */
  readonly excess: Float64Array;
  /** What one line squared above the expectation costs, by cell. */
  readonly cost: Float64Array;
}

/**
 * Swaps traits between customers until the order lines, too, show each combination of traits as
 * often as independence (and the planted payment of the young) asks for.
 *
 * Needed because one customer's fifteen lines share one gender, age and state. Tests that count
 * lines take them for fifteen witnesses, so chance alone would make dozens of "significant" rules
 * that nobody planted.
 */
export function balanceTraits(
  random: RandomGenerator,
  histories: readonly History[],
  customers: Codes[],
): void {
  const tables = SPLITS.flatMap((split) => tablesOf(split, histories));
  for (const [customer, codes] of customers.entries()) addLines(tables, customer, codes, 1);
  const touched = TRAITS.map((_, trait) => tables.filter(({ traits }) => traits.includes(trait)));
  for (let proposal = 0; proposal < PROPOSALS; proposal++) {
    const trait = whole(random, 0, TRAITS.length - 1);
    const one = whole(random, 0, customers.length - 1);
    const other = whole(random, 0, customers.length - 1);
    if (customers[one]?.[trait] === customers[other]?.[trait]) continue;
    const change = swap(at(touched, trait), trait, customers, one, other);
    if (change >= 0) swap(at(touched, trait), trait, customers, one, other);
  }
}

/** Returns how much worse the tables fit for it. */
function swap(
  tables: readonly Table[],
  trait: number,
  customers: readonly Codes[],
  one: number,
  other: number,
): number {
  const a = at(customers, one);
  const b = at(customers, other);
  let change = addLines(tables, one, a, -1) + addLines(tables, other, b, -1);
  const moved = at(a, trait);
  a[trait] = at(b, trait);
  b[trait] = moved;
  change += addLines(tables, one, a, 1) + addLines(tables, other, b, 1);
  return change;
}

/** Adds or takes away a customer's lines; returns how much worse the tables fit. */
function addLines(tables: readonly Table[], customer: number, codes: Codes, sign: 1 | -1): number {
  let change = 0;
  for (const { traits, groups, customerLines, excess, cost } of tables) {
    let cell = 0;
    for (const trait of traits) cell = cell * (SIZES[trait] ?? 0) + (codes[trait] ?? 0);
    for (const { group, lines } of at(customerLines, customer)) {
      const index = cell * groups + group;
      const before = excess[index] ?? 0;
      const after = before + sign * lines;
      excess[index] = after;
      change += (after * after - before * before) * (cost[index] ?? 0);
    }
  }
  return change;
}

function tablesOf(split: Split, histories: readonly History[]): Table[] {
  const customerLines = histories.map(split.linesOf);
  const totals = new Array<number>(split.groups).fill(0);
  for (const { group, lines } of customerLines.flat()) totals[group] = (totals[group] ?? 0) + lines;
  return subsets(TRAITS.length, split.traits).map((traits) => {
    const expected = combinations(traits).flatMap((codes) => {
      const share = expectedShare(traits, codes);
      return totals.map((total) => total * share);
    });
    return {
      traits,
      groups: split.groups,
      customerLines,
      excess: Float64Array.from(expected, (lines) => -lines),
      cost: Float64Array.from(
        expected,
        (lines) => at(WEIGHTS, traits.length - 1) / Math.max(lines, SMALL_CELL),
      ),
    };
  });
}

function lineCount({ orders }: Pick<History, "orders">): number {
  return orders.reduce((lines, order) => lines + order.lines, 0);
}

/** All codes that some traits can take together, the last trait running fastest. */
function combinations(traits: readonly number[]): number[][] {
  return traits.reduce<number[][]>(
    (codes, trait) => codes.flatMap((some) => at(TRAITS, trait).values.map((_, code) => [...some, code])),
    [[]],
  );
}

/** All sets of 1 to `most` of the numbers below `size`, each ascending. */
function subsets(size: number, most: number): number[][] {
  const grown: number[][] = [[]];
  for (let next = 0; next < size; next++) {
    for (const set of [...grown]) if (set.length < most) grown.push([...set, next]);
  }
  return grown.filter((set) => set.length > 0);
}
