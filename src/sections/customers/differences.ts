import { compareText } from "../../dataset/clean/text.ts";
import type { Gate } from "../../disclosure/gate.ts";
import { ageGroup, customerTraits, type WordColumn } from "../../fields/traits.ts";
import type { CustomerWords } from "../../questions/customer-traits.ts";
import type { ProductCounts } from "../../questions/products.ts";
import { words as wordsOf } from "../../questions/traits.ts";
import { sum } from "../../statistics/describe/sum.ts";
import { type TypicalValue, typicalValue } from "../../statistics/describe/typical-value.ts";
import { benjaminiHochberg } from "../../statistics/significance/benjamini-hochberg.ts";
import { shiftBetween } from "../../statistics/significance/hodges-lehmann.ts";
import { kruskalWallis } from "../../statistics/significance/kruskal-wallis.ts";
import type { PurchaseLines } from "../../store/purchase-lines.ts";
import type { Store } from "../../store/store.ts";
import { onePurchase } from "./one-purchase.ts";

/** What is measured of a customer: `amount` is that of one purchase. */
export type CustomerMeasure = "spend" | "orders" | "previousPurchases" | "rating" | "amount";

/** What groups customers, or the one purchase of each. */
export type DifferenceField = WordColumn | "product";

/** A measure of customers held against the groups of one field. */
export interface Difference {
  measure: CustomerMeasure;
  field: DifferenceField;
  /** Groups of enough customers with the measure; smaller ones are left out. */
  groups: number;
  /** Customers in these; where few are not, all. */
  customers: number;
  p: number;
  /** Corrected after Benjamini and Hochberg for all pairs of measure and field that were tested. */
  q: number;
  /** Part of the ranks' variance that the groups explain, 0 to 1. */
  effect: number;
  /**
   * The groups of highest and of lowest ranks, where that pair by itself is apart beyond chance, corrected for all
   * pairs of the groups; else null, and none may be named.
   */
  pair: DifferencePair | null;
}

interface DifferencePair {
  highest: GroupTypical;
  lowest: GroupTypical;
  /**
   * How far customers of the one lie above those of the other: the median of all such differences, with its interval, to
   * three digits: exact, each is the difference of two customers.
   */
  gap: { value: number; low: number; high: number };
  p: number;
}

export interface GroupTypical extends TypicalValue {
  name: string;
  /** Those with the measure; where few of the group lack it, all. */
  customers: number;
}

/** The question behind each measure: a value for each customer who has one. */
const customerMeasureQueries: Record<Exclude<CustomerMeasure, "amount">, string> = {
  spend: "SELECT customer_id, revenue AS value FROM customer_totals WHERE customer_id IS NOT NULL",
  orders:
    "SELECT customer_id, COUNT(*) AS value FROM orders WHERE customer_id IS NOT NULL GROUP BY customer_id",
  previousPurchases:
    "SELECT customer_id, previous_purchases AS value FROM customers WHERE previous_purchases IS NOT NULL",
  // Without ratings there is no need to look at every line.
  rating: `SELECT customer_id, AVG(rating) AS value FROM transactions
WHERE customer_id IS NOT NULL AND rating IS NOT NULL AND EXISTS (SELECT 1 FROM rating_totals) GROUP BY customer_id`,
};

const measures = ["spend", "orders", "previousPurchases", "rating"] as const;

/** Fields that describe the customer; of order lines the others only describe the latest purchase. */
const ofCustomers: readonly DifferenceField[] = [
  ageGroup.column,
  "location",
  // How often somebody says to buy is what is measured.
  ...customerTraits.map(({ column }) => column).filter((column) => column !== "purchase_frequency"),
];
/** Fields of purchases that are tested on one purchase of each customer. */
const ofPurchases = ["category", "season"] as const;

/** Values of customers, and the group of each: the words from 1 on, and the number of each customer's by id. */
interface Held {
  measure: CustomerMeasure;
  field: DifferenceField;
  words: readonly string[];
  wordOf: ArrayLike<number>;
  customers: ArrayLike<number>;
  values: ArrayLike<number>;
}

/**
 * Tests for every measure and every field whether its groups differ more than chance gives, by Kruskal and
 * Wallis: no matter how skewed amounts are. Each customer counts once: what belongs to purchases of order lines is
 * tested on one of each customer's. Fields that part the customers alike are the same fact, and the first of them
 * counts. Smallest p first; ties in the order of measures and fields.
 */
export async function differences(
  store: Store,
  fields: readonly CustomerWords[],
  products: readonly ProductCounts[],
  lines: PurchaseLines,
  gate: Gate,
): Promise<Difference[]> {
  const isOrders = (await store.columns("SELECT order_id FROM orders LIMIT 1"))[0]?.length === 1;
  const held: Held[] = [];
  const different = withoutSame(fields.filter(({ field }) => !isOrders || ofCustomers.includes(field)));
  for (const measure of measures) {
    const [customers, values] = await store.columns(customerMeasureQueries[measure]);
    if (customers === undefined || values === undefined || customers.length === 0) continue;
    held.push(...different.map((field): Held => ({ measure, ...field, customers, values })));
  }
  if (isOrders) held.push(...(await ofOnePurchase(store, lines, products)));
  const everybody = [...new Set(lines.customer)].filter((customer) => customer !== 0);
  const tested = held.flatMap((each) => test(each, everybody, gate));
  const q = benjaminiHochberg(tested.map(({ p }) => p));
  return tested.map((difference, index) => ({ ...difference, q: q[index] ?? 1 })).sort((a, b) => a.p - b.p);
}

/** Amount and rating of one purchase of each customer, by what belongs to purchases. */
async function ofOnePurchase(
  store: Store,
  lines: PurchaseLines,
  products: readonly ProductCounts[],
): Promise<Held[]> {
  const fields: {
    field: DifferenceField;
    ids: Int32Array | undefined;
    names: ReadonlyMap<number, string>;
  }[] = [
    { field: "product", ids: lines.product, names: new Map(products.map(({ id, name }) => [id, name])) },
  ];
  for (const field of ofPurchases)
    fields.push({ field, ids: lines.traits.get(field), names: await wordsOf(store, field) });
  return fields.flatMap(({ field, ids, names }): Held[] => {
    if (ids === undefined) return [];
    const drawn = onePurchase(lines, ids, names);
    const customers = Uint32Array.from(drawn.keys()).filter((customer) => (drawn[customer] ?? -1) >= 0);
    const words = ["", ...new Set(names.values())];
    const numbers = new Map(words.map((word, number) => [word, number]));
    const wordOf = drawn.map((line) => (line < 0 ? 0 : (numbers.get(names.get(ids[line] ?? 0) ?? "") ?? 0)));
    const of = (measure: CustomerMeasure, column: ArrayLike<number>): Held[] => {
      const known = customers.filter((customer) => !Number.isNaN(column[drawn[customer] ?? 0] ?? Number.NaN));
      if (known.length === 0) return [];
      const values = Float64Array.from(known, (customer) => column[drawn[customer] ?? 0] ?? 0);
      return [{ measure, field, words, wordOf, customers: known, values }];
    };
    return [...of("amount", lines.amount), ...(lines.rating === undefined ? [] : of("rating", lines.rating))];
  });
}

/** The fields, without those that part the customers as one before them does. */
function withoutSame(fields: readonly CustomerWords[]): CustomerWords[] {
  const seen = new Map<string, CustomerWords[]>();
  return fields.filter((field) => {
    const kind = `${field.words.length} ${field.wordOf.length}`;
    const alike = seen.get(kind) ?? [];
    if (alike.some((other) => isSameParting(field.wordOf, other.wordOf))) return false;
    seen.set(kind, [...alike, field]);
    return true;
  });
}

/** Whether each word of one comes with one word of the other, and the other way round. */
function isSameParting(one: Uint16Array, other: Uint16Array): boolean {
  const forth = new Map<number, number>();
  const back = new Map<number, number>();
  return one.every((word, customer) => {
    const partner = other[customer] ?? 0;
    if (!forth.has(word)) forth.set(word, partner);
    if (!back.has(partner)) back.set(partner, word);
    return forth.get(word) === partner && back.get(partner) === word && (word === 0) === (partner === 0);
  });
}

function test(held: Held, everybody: readonly number[], gate: Gate): Omit<Difference, "q">[] {
  const { measure, field, words, wordOf, customers, values } = held;
  const byWord = words.map((): number[] => []);
  for (let row = 0; row < customers.length; row += 1) {
    // Without the last bits of sums and averages, which would part what is tied.
    byWord[wordOf[customers[row] ?? 0] ?? 0]?.push(Number((values[row] ?? 0).toPrecision(12)));
  }
  /** How many of some are told to have a measure. */
  const toldOf = (having: number, all: number) => (gate.isFew(all - having) ? all : having);
  const everybodyWith = (word: number) => everybody.filter((customer) => wordOf[customer] === word).length;
  const kept = words
    .flatMap((name, word) => {
      const found = Float64Array.from(byWord[word] ?? []).sort();
      return word > 0 && gate.mayName(field, name) && gate.isEnough(found.length)
        ? [{ name, values: found, told: toldOf(found.length, everybodyWith(word)) }]
        : [];
    })
    // Words are numbered as they come; the order of the rows must not decide the last bits.
    .sort((a, b) => compareText(a.name, b.name));
  const result = rankTest(kept);
  if (result === null) return [];
  const { p, effect, meanRanks } = result;
  const pair = p <= mostChance ? extremes(kept, meanRanks, gate) : null;
  return [
    {
      measure,
      field,
      groups: kept.length,
      customers: toldOf(
        toldOf(sum(kept.map(({ values: { length } }) => length)), customers.length),
        everybody.length,
      ),
      p,
      effect,
      pair,
    },
  ];
}

interface Group {
  name: string;
  values: Float64Array;
  /** How many customers it is told to have. */
  told: number;
}

const mostChance = 0.05;

function rankTest(groups: readonly Group[]) {
  const all = groups.flatMap(({ values }) => [...values]);
  const groupOf = groups.flatMap(({ values }, index) => Array<number>(values.length).fill(index));
  return kruskalWallis(all, groupOf, groups.length);
}

/** The groups of highest and of lowest mean rank, where a test of the two alone parts them and their typical values. */
function extremes(groups: readonly Group[], meanRanks: ArrayLike<number>, gate: Gate): DifferencePair | null {
  const ranked = groups
    .map((group, index) => ({ group, rank: meanRanks[index] ?? 0 }))
    .sort((a, b) => b.rank - a.rank || compareText(a.group.name, b.group.name));
  const [high, low] = [ranked[0]?.group, ranked.at(-1)?.group];
  if (high === undefined || low === undefined || high === low) return null;
  const result = rankTest([high, low]);
  const pairs = (groups.length * (groups.length - 1)) / 2;
  const p = Math.min(1, (result?.p ?? 1) * pairs);
  const [highest, lowest] = [typicalOf(high, gate), typicalOf(low, gate)];
  const gap = shiftBetween(high.values, low.values);
  if (p > mostChance || highest === null || lowest === null || gap === null) return null;
  if (highest.typical <= lowest.typical) return null;
  const about = (value: number) => Number(value.toPrecision(3));
  return {
    highest,
    lowest,
    gap: { value: about(gap.value), low: about(gap.low), high: about(gap.high) },
    p,
  };
}

function typicalOf({ name, values, told }: Group, gate: Gate): GroupTypical | null {
  const typical = typicalValue(values, gate.groupSize(1));
  return typical === null ? null : { name, customers: told, ...typical };
}
