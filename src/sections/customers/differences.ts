import { compareText } from "../../dataset/clean/text.ts";
import type { Gate } from "../../disclosure/gate.ts";
import { ageGroup, customerTraits, type WordColumn } from "../../fields/traits.ts";
import { sum } from "../../statistics/describe/sum.ts";
import { benjaminiHochberg } from "../../statistics/significance/benjamini-hochberg.ts";
import { kruskalWallis } from "../../statistics/significance/kruskal-wallis.ts";
import type { Store } from "../../store/store.ts";
import type { CustomerWords } from "../segments/question/customer-traits.ts";

/** What is measured of a customer. */
export type CustomerMeasure = "spend" | "orders" | "previousPurchases" | "rating";

/** A measure of customers held against the groups of one field. */
export interface Difference {
  measure: CustomerMeasure;
  field: CustomerWords["field"];
  /** Groups of enough customers with the measure; smaller ones are left out. */
  groups: number;
  /** Of these the group of highest and the one of lowest mean. */
  highest: GroupMean;
  lowest: GroupMean;
  p: number;
  /** Corrected after Benjamini and Hochberg for all pairs of measure and field that were tested. */
  q: number;
  /** Part of the ranks' variance that the groups explain, 0 to 1. */
  effect: number;
}

export interface GroupMean {
  name: string;
  customers: number;
  mean: number;
}

/** The question behind each measure: a value for each customer who has one. */
export const customerMeasureQueries: Record<CustomerMeasure, string> = {
  spend: "SELECT customer_id, revenue AS value FROM customer_totals WHERE customer_id IS NOT NULL",
  orders:
    "SELECT customer_id, COUNT(*) AS value FROM orders WHERE customer_id IS NOT NULL GROUP BY customer_id",
  previousPurchases:
    "SELECT customer_id, previous_purchases AS value FROM customers WHERE previous_purchases IS NOT NULL",
  // Without ratings there is no need to look at every line.
  rating: `SELECT customer_id, AVG(rating) AS value FROM transactions
WHERE customer_id IS NOT NULL AND rating IS NOT NULL AND EXISTS (SELECT 1 FROM rating_totals) GROUP BY customer_id`,
};

const measures: readonly CustomerMeasure[] = ["spend", "orders", "previousPurchases", "rating"];

/** Fields that describe the customer; of order lines the others only describe the latest purchase. */
const ofCustomers: readonly WordColumn[] = [
  ageGroup.column,
  "location",
  // How often somebody says to buy is what is measured.
  ...customerTraits.map(({ column }) => column).filter((column) => column !== "purchase_frequency"),
];

/**
 * Tests for every measure and every field whether its groups differ more than chance gives, by Kruskal and
 * Wallis: no matter how skewed amounts are. Each customer counts once. Smallest p first; ties in the order of
 * measures and fields.
 */
export async function differences(
  store: Store,
  fields: readonly CustomerWords[],
  gate: Gate,
  /** Whether exact means of spend would tell what a few guests bought. */
  roundSpend = false,
): Promise<Difference[]> {
  const isOrders = (await store.columns("SELECT order_id FROM orders LIMIT 1"))[0]?.length === 1;
  const tested: Omit<Difference, "q">[] = [];
  for (const measure of measures) {
    const [customers, values] = await store.columns(customerMeasureQueries[measure]);
    if (customers === undefined || values === undefined || customers.length === 0) continue;
    for (const field of fields) {
      if (isOrders && !ofCustomers.includes(field.field)) continue;
      tested.push(...test(measure, field, customers, values, gate, roundSpend && measure === "spend"));
    }
  }
  const q = benjaminiHochberg(tested.map(({ p }) => p));
  return tested.map((difference, index) => ({ ...difference, q: q[index] ?? 1 })).sort((a, b) => a.p - b.p);
}

function test(
  measure: CustomerMeasure,
  { field, words, wordOf }: CustomerWords,
  customers: Float64Array,
  values: Float64Array,
  gate: Gate,
  round: boolean,
): Omit<Difference, "q">[] {
  const byWord = words.map((): number[] => []);
  customers.forEach((customer, row) => {
    // Without the last bits of sums and averages, which would part what is tied.
    byWord[wordOf[customer] ?? 0]?.push(Number((values[row] ?? 0).toPrecision(12)));
  });
  const sizes = words.map(() => 0);
  wordOf.forEach((word, customer) => {
    if (customer > 0) sizes[word] = (sizes[word] ?? 0) + 1;
  });
  const kept = words
    .flatMap((name, word) => {
      const found = byWord[word] ?? [];
      // Where few of a group lack the measure, the group counts whole.
      const whole = sizes[word] ?? 0;
      const own = gate.isFew(whole - found.length) ? whole : found.length;
      return word > 0 && gate.mayName(field, name) && gate.isEnough(found.length)
        ? [{ name, values: found, customers: own }]
        : [];
    })
    // Words are numbered as they come; the order of the rows must not decide the last bits.
    .sort((a, b) => compareText(a.name, b.name));
  const all = kept.flatMap((group) => group.values);
  const groupOf = kept.flatMap((group, index) => group.values.map(() => index));
  const result = kruskalWallis(all, groupOf, kept.length);
  if (result === null) return [];
  const means = kept
    .map((group) => ({
      name: group.name,
      customers: group.customers,
      mean: sum(group.values) / group.values.length,
    }))
    .sort((a, b) => b.mean - a.mean || compareText(a.name, b.name));
  const [highest, lowest] = [means[0], means.at(-1)];
  if (highest === undefined || lowest === undefined) return [];
  const shown = (group: GroupMean) => (round ? { ...group, mean: Number(group.mean.toPrecision(3)) } : group);
  return [
    {
      measure,
      field,
      groups: means.length,
      highest: shown(highest),
      lowest: shown(lowest),
      p: result.p,
      effect: result.effect,
    },
  ];
}
