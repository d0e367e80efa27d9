import { basketLists } from "../../../statistics/itemsets/basket-lists.ts";
import { clusteredTail } from "../../../statistics/significance/design-effect.ts";
import { stratifiedTest } from "../../../statistics/significance/stratified-tail.ts";
import type { ItemBaskets } from "./item-baskets.ts";
import { knownFields } from "./known-fields.ts";
import { ownerGroups } from "./owner-groups.ts";
import { noStratum, type Strata } from "./strata.ts";

/** How many baskets hold two sides, against chance. */
interface Surplus {
  observed: number;
  /** How many would by chance among baskets alike. */
  expected: number;
  /** The variance of that, were baskets independent. */
  variance: number;
  /** By how many times that variance grows because a customer's baskets are alike; 1 where it does not. */
  designEffect: number;
  p: number;
}

/**
 * The test of one side against another among the baskets that hold `rest`; all baskets where that is empty. The design
 * effect is worked out where it matters, or where it is wanted.
 */
export type ChanceTest = (
  rest: readonly number[],
  one: readonly number[],
  other: readonly number[],
  withEffect?: boolean,
) => Surplus;

/** Counts that are kept for the next test. */
const mostKept = 200_000;

/** Of groups of owner and stratum. */
const mostGroups = 4_000_000;

/** Not worth the design effect: it only makes p larger. */
const hopeless = 0.05;

interface Table {
  stratum: number;
  population: number;
  one: number;
  other: number;
  both: number;
  odds: number;
  /** The chance that a basket holds both, by the margins and by chance alone. */
  chance: number;
}

/**
 * Tests whether two sides lie together more often than by chance: among baskets of one stratum; where items are values
 * of different fields, among purchases of which all these fields are known; and with as much evidence as there are
 * customers: what is the same in all of a customer's purchases counts once a customer, everything else is corrected by
 * the design effect of customers.
 */
export function chanceTest(
  source: ItemBaskets,
  strata: Strata,
  holding = basketLists(source.baskets),
): ChanceTest {
  const { baskets, owners, ofCustomer } = source;
  const fields = knownFields(source);
  const isFirst = firstBaskets(owners);
  const isClustered = isFirst.includes(0);
  const counts = new Map<string, Uint32Array>();
  const groups = ownerGroups(owners, strata);
  const populations = new Map<string, Population>();
  let keptGroups = 0;
  /** One more than a group's place in the population that is being counted, 0 for none. */
  const placeOf = new Int32Array(groups.owner.length);
  const isDone = new Uint8Array(baskets.count);
  const surplus = new Float64Array(owners.reduce((most, owner) => Math.max(most, owner), 0) + 1);

  return (rest, one, other, withEffect = false) => {
    const all = [...rest, ...one, ...other];
    const mask = fields.of(all);
    const once = isClustered && all.every((item) => ofCustomer[item] === 1);
    const tables = tablesOf(rest, one, other, mask, once);
    const { observed, expected, p, z } = stratifiedTest(tables);
    const variance = tables.reduce((sum, table) => sum + varianceOf(table), 0);
    const designEffect =
      isClustered && !once && (withEffect || p <= hopeless) ? effectOf(tables, rest, one, other, mask) : 1;
    return { observed, expected, variance, designEffect, p: clusteredTail({ p, z }, designEffect) };
  };

  function tablesOf(
    rest: readonly number[],
    one: readonly number[],
    other: readonly number[],
    mask: number,
    once: boolean,
  ): Table[] {
    const population = countsOf(rest, mask, once);
    const ones = countsOf([...rest, ...one], mask, once);
    const others = countsOf([...rest, ...other], mask, once);
    const both = countsOf([...rest, ...one, ...other], mask, once);
    const tables: Table[] = [];
    for (let stratum = 0; stratum < strata.count; stratum += 1) {
      const size = population[stratum] ?? 0;
      const [a, b] = [ones[stratum] ?? 0, others[stratum] ?? 0];
      if (a === 0 || b === 0) continue;
      const lift = strata.chanceLift(stratum, rest, one, other);
      if (lift === 0) continue;
      const [shareA, shareB] = [a / size, b / size];
      const chance = chanceWithin(shareA, shareB, lift);
      const odds = lift === 1 ? 1 : oddsOf(chance, shareA, shareB);
      tables.push({ stratum, population: size, one: a, other: b, both: both[stratum] ?? 0, odds, chance });
    }
    return tables;
  }

  /** Baskets of each stratum that hold all of the items, of those whose fields are known; `once` a customer. */
  function countsOf(items: readonly number[], mask: number, once: boolean): Uint32Array {
    const wanted = Uint32Array.from(items).sort();
    const key = `${mask} ${once} ${wanted.join()}`;
    const known = counts.get(key);
    if (known !== undefined) return known;
    const found = new Uint32Array(strata.count);
    visit(wanted, mask, (basket, stratum) => {
      if (once && isFirst[basket] === 0) return;
      found[stratum] = (found[stratum] ?? 0) + 1;
    });
    if (counts.size >= mostKept) counts.clear();
    counts.set(key, found);
    return found;
  }

  function visit(items: Uint32Array, mask: number, see: (basket: number, stratum: number) => void): void {
    const list = holding(items);
    for (let place = 0; place < list.length; place += 1) {
      const basket = list[place] ?? 0;
      const stratum = strata.of[basket] ?? noStratum;
      if (stratum !== noStratum && fields.areKnown(basket, mask)) see(basket, stratum);
    }
  }

  /**
   * The variance of the surplus summed by customers over that of the surplus summed by baskets: how much more customers
   * differ than as many independent baskets would.
   */
  function effectOf(
    tables: readonly Table[],
    rest: readonly number[],
    one: readonly number[],
    other: readonly number[],
    mask: number,
  ): number {
    const rows: (Table | undefined)[] = [];
    for (const table of tables) rows[table.stratum] = table;
    /** What a basket of a stratum with neither side adds to the surplus. */
    const neither = Float64Array.from({ length: strata.count }, (_, stratum) => {
      const table = rows[stratum];
      return table === undefined ? 0 : (2 * table.one * table.other) / table.population ** 2 - table.chance;
    });
    const { group, count } = populationOf(rest, mask);
    let independent = 0;
    for (let each = 0; each < group.length; each += 1) {
      const own = groups.owner[group[each] ?? 0] ?? 0;
      const value = neither[groups.stratum[group[each] ?? 0] ?? 0] ?? 0;
      const times = count[each] ?? 0;
      surplus[own] = (surplus[own] ?? 0) + times * value;
      independent += times * value * value;
    }
    const add = (basket: number, stratum: number, isOne: boolean, isOther: boolean) => {
      const table = rows[stratum];
      if (table === undefined) return;
      const [shareA, shareB] = [table.one / table.population, table.other / table.population];
      const value =
        ((isOne ? 1 : 0) - shareA) * ((isOther ? 1 : 0) - shareB) - table.chance + shareA * shareB;
      const before = neither[stratum] ?? 0;
      const own = owners[basket] ?? 0;
      surplus[own] = (surplus[own] ?? 0) + value - before;
      independent += value * value - before * before;
    };
    const both = Uint32Array.from([...rest, ...one, ...other]).sort();
    const withBoth: number[] = [];
    visit(both, mask, (basket, stratum) => {
      withBoth.push(basket);
      isDone[basket] = 1;
      add(basket, stratum, true, true);
    });
    visit(Uint32Array.from([...rest, ...one]).sort(), mask, (basket, stratum) => {
      if (isDone[basket] === 0) add(basket, stratum, true, false);
    });
    visit(Uint32Array.from([...rest, ...other]).sort(), mask, (basket, stratum) => {
      if (isDone[basket] === 0) add(basket, stratum, false, true);
    });
    for (const basket of withBoth) isDone[basket] = 0;
    let clustered = 0;
    for (let each = 0; each < group.length; each += 1) {
      const own = groups.owner[group[each] ?? 0] ?? 0;
      const sum = surplus[own] ?? 0;
      clustered += sum * sum;
      // An owner may come again with another stratum.
      surplus[own] = 0;
    }
    return independent > 0 ? Math.max(1, clustered / independent) : 1;
  }

  /** How many baskets that hold all of `rest` each owner has in each stratum. */
  function populationOf(rest: readonly number[], mask: number): Population {
    const wanted = Uint32Array.from(rest).sort();
    const key = `${mask} ${wanted.join()}`;
    const known = populations.get(key);
    if (known !== undefined) return known;
    const list: number[] = [];
    const times: number[] = [];
    visit(wanted, mask, (basket) => {
      const group = groups.of[basket] ?? 0;
      const place = placeOf[group] ?? 0;
      if (place > 0) {
        times[place - 1] = (times[place - 1] ?? 0) + 1;
        return;
      }
      list.push(group);
      times.push(1);
      placeOf[group] = list.length;
    });
    for (const group of list) placeOf[group] = 0;
    const found = { group: Int32Array.from(list), count: Uint32Array.from(times) };
    if (keptGroups > mostGroups) {
      populations.clear();
      keptGroups = 0;
    }
    populations.set(key, found);
    keptGroups += list.length;
    return found;
  }
}

/** How many baskets there are of each group. */
interface Population {
  group: Int32Array;
  count: Uint32Array;
}

/** 1 for the first basket of each owner. */
function firstBaskets(owners: Int32Array): Uint8Array {
  const seen = new Set<number>();
  return Uint8Array.from(owners, (owner) => {
    if (seen.has(owner)) return 0;
    seen.add(owner);
    return 1;
  });
}

/** The variance of a hypergeometric count. */
function varianceOf({ population, one, other }: Table): number {
  if (population < 2) return 0;
  return (
    (((one / population) * (population - one)) / population) *
    ((other * (population - other)) / (population - 1))
  );
}

/**
 * The share that holds both, so many times that of independence, but no nearer than a hundredth to what the margins
 * allow at all: a first-order correction may overshoot in small strata.
 */
function chanceWithin(one: number, other: number, lift: number): number {
  const independent = one * other;
  const least = Math.max(0, one + other - 1);
  const most = Math.min(one, other);
  const share = Math.min(lift * independent, most - (most - independent) / 100);
  return Math.max(share, least + (independent - least) / 100);
}

/** The odds ratio of a table of shares; 1 where the margins leave no choice. */
function oddsOf(both: number, one: number, other: number): number {
  const apart = (one - both) * (other - both);
  return apart > 0 ? (both * (1 - one - other + both)) / apart : 1;
}
