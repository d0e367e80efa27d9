import type { Gate } from "../disclosure/gate.ts";
import type { LinePersons } from "../questions/persons.ts";
import {
  type ClusteredRatio,
  clusteredMean,
  clusteredShare,
  clustersBehind,
} from "../statistics/significance/clustered-ratio.ts";
import { type Interval, wilson } from "../statistics/significance/intervals.ts";

/**
 * The 95 % intervals of a group's shares and of its average purchase, each null where too few persons decide it: what
 * they would be among all such customers, were these a sample of them.
 */
export interface GroupIntervals {
  customersShare: Interval | null;
  purchasesShare: Interval | null;
  revenueShare: Interval | null;
  averagePurchase: Interval | null;
}

/** Purchases sorted into the groups of a field. */
export interface GroupedLines {
  /** The group of each line from 1 on, as it is published; 0 for none. */
  groupOf: Int32Array;
  groups: number;
  amount: Float64Array;
  persons: LinePersons;
}

/** Tells the intervals of a group from 1 on, of whose customers and of all a report publishes these counts. */
export type TellIntervals = (group: number, counts: { customers: number; of: number }) => GroupIntervals;

/**
 * How sure the shares of groups are, as it may be told. Persons are the sample: one who buys often says no more than
 * one. A share of customers has Wilson's interval, which follows from the counts.
 */
export function groupIntervals(lines: GroupedLines, gate: Gate): TellIntervals {
  const { purchases, revenue, average } = ratiosOf(lines);
  const told = (ratio: ClusteredRatio | undefined, interval: (ratio: ClusteredRatio) => Interval | null) =>
    ratio === undefined ? null : gate.interval(interval(ratio), clustersBehind(ratio));
  const share = (ratio: ClusteredRatio | undefined, most: number) =>
    told(ratio, (own) => clusteredShare(own, most));
  return (group, { customers, of }) => {
    const index = group - 1;
    const lineCount = purchases[index]?.whole ?? 0;
    return {
      customersShare: customers <= of ? wilson(customers, of) : null,
      purchasesShare: share(purchases[index], lineCount),
      revenueShare: share(revenue[index], lineCount),
      averagePurchase: notBelow0(told(average[index], clusteredMean)),
    };
  };
}

/** Amounts are never below 0, and so is no average of them. */
function notBelow0(interval: Interval | null): Interval | null {
  return interval && { low: Math.max(0, interval.low), high: interval.high };
}

/** Of each group, its purchases over all, its revenue over all, and its revenue over its purchases. */
function ratiosOf(lines: GroupedLines): Record<"purchases" | "revenue" | "average", ClusteredRatio[]> {
  const all = new Sums();
  const own = Array.from({ length: lines.groups }, () => new Sums());
  eachPerson(lines, (person, inGroups) => {
    all.add(person);
    for (const { group, ...part } of inGroups) own[group - 1]?.add(part);
  });
  const purchases = own.map((group) => all.ratio(group.count, "count"));
  const revenue = own.map((group) => all.ratio(group.amount, "amount"));
  const average = own.map(
    (group): ClusteredRatio => ({
      part: group.amount,
      whole: group.count,
      clusters: group.persons,
      squares: 0,
      fourths: 0,
    }),
  );
  const bases = [...purchases, ...revenue].map((ratio) => ({ ratio, base: ratio.squares }));
  const addOff = (ratio: ClusteredRatio | undefined, off: number, instead = 0) => {
    if (ratio === undefined) return;
    ratio.squares += off ** 2 - instead ** 2;
    ratio.fourths += off ** 4 - instead ** 4;
  };
  eachPerson(lines, (person, inGroups) => {
    for (const { group, count, amount } of inGroups) {
      const [ofPurchases, ofRevenue, mean] = [purchases, revenue, average].map((list) => list[group - 1]);
      // Counted so far as somebody with nothing in the group.
      const usualCount = shareOf(ofPurchases) * person.count;
      const usualAmount = shareOf(ofRevenue) * person.amount;
      addOff(ofPurchases, count - usualCount, usualCount);
      addOff(ofRevenue, amount - usualAmount, usualAmount);
      addOff(mean, amount - shareOf(mean) * count);
    }
  });
  // Where everybody's part is the same, only what rounding left is off it.
  for (const { ratio, base } of bases)
    if (ratio.squares <= 1e-12 * base) Object.assign(ratio, { squares: 0, fourths: 0 });
  return { purchases, revenue, average };
}

function shareOf(ratio: ClusteredRatio | undefined): number {
  return ratio === undefined || ratio.whole === 0 ? 0 : ratio.part / ratio.whole;
}

interface Bought {
  count: number;
  amount: number;
}

/** Sums of what persons bought, and of its powers. */
class Sums implements Bought {
  persons = 0;
  count = 0;
  amount = 0;
  readonly #squares: Bought = { count: 0, amount: 0 };
  readonly #fourths: Bought = { count: 0, amount: 0 };

  add({ count, amount }: Bought): void {
    this.persons += 1;
    this.count += count;
    this.amount += amount;
    this.#squares.count += count ** 2;
    this.#squares.amount += amount ** 2;
    this.#fourths.count += count ** 4;
    this.#fourths.amount += amount ** 4;
  }

  /** The ratio of a part to all of it, as if nobody had any of the part. */
  ratio(part: number, of: keyof Bought): ClusteredRatio {
    const whole = this[of];
    const share = whole === 0 ? 0 : part / whole;
    return {
      part,
      whole,
      clusters: this.persons,
      squares: share ** 2 * this.#squares[of],
      fourths: share ** 4 * this.#fourths[of],
    };
  }
}

/** What each person bought in groups, in all and in each of them. */
function eachPerson(
  { groupOf, groups, amount, persons: { personOf, order } }: GroupedLines,
  visit: (person: Bought, inGroups: readonly (Bought & { group: number })[]) => void,
): void {
  const count = new Float64Array(groups + 1);
  const money = new Float64Array(groups + 1);
  let touched: number[] = [];
  let who = -1;
  const close = () => {
    if (touched.length === 0) return;
    const inGroups = touched.map((group) => ({
      group,
      count: count[group] ?? 0,
      amount: money[group] ?? 0,
    }));
    const person = { count: 0, amount: 0 };
    for (const own of inGroups) {
      person.count += own.count;
      person.amount += own.amount;
      count[own.group] = 0;
      money[own.group] = 0;
    }
    visit(person, inGroups);
    touched = [];
  };
  for (const line of order) {
    const group = groupOf[line] ?? 0;
    if (group === 0) continue;
    const person = personOf[line] ?? 0;
    if (person !== who) close();
    who = person;
    if (count[group] === 0) touched.push(group);
    count[group] = (count[group] ?? 0) + 1;
    money[group] = (money[group] ?? 0) + (amount[line] ?? 0);
  }
  close();
}
