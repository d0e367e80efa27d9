import { compareText } from "../dataset/clean/text.ts";
import { ageGroup, customerTraits, type WordColumn } from "../fields/traits.ts";
import type { PurchaseLines } from "../store/purchase-lines.ts";
import type { Store } from "../store/store.ts";
import { ageGroupName } from "./ages.ts";
import { allWords } from "./traits.ts";

/** A field with one word for each customer who has one. */
export interface CustomerWords {
  field: WordColumn;
  /** The words, from 1 on; 0 is none. */
  words: string[];
  /** The number of a customer's word, by customer's id. */
  wordOf: Uint16Array;
  /** Of how many purchases of a day it was taken, for what belongs to purchases. */
  among?: Uint16Array;
}

const ofCustomers = customerTraits.map(({ column }) => column);

/**
 * One word a customer in every field: age group, gender and the like as the customers' table has them; what
 * belongs to purchases (season, location, color, …) from the customer's latest purchase that says it, and of
 * several on that day the one of the largest amount. So each customer counts once, however much he bought.
 */
export async function customerWords(store: Store, ageBounds: readonly number[]): Promise<CustomerWords[]> {
  const lines = await store.lines();
  const [customers = new Float64Array(0), age = customers, ...ids] = await store.columns(
    `SELECT customer_id, age, ${ofCustomers.map((field) => `${field}_id`).join(", ")} FROM customers`,
  );
  const traits = await allWords(store);
  const most = customers.reduce((high, customer) => Math.max(high, customer), 0);
  const words = (field: CustomerWords["field"]) => new WordTable(field, most);

  const ages = words(ageGroup.column);
  const bounds = [0, ...ageBounds];
  const found = ofCustomers.map((field) => words(field));
  customers.forEach((customer, row) => {
    const years = age[row] ?? Number.NaN;
    const group = bounds.findLastIndex((from) => from <= years);
    if (group >= 0)
      ages.set(customer, ageGroupName(bounds[group] ?? 0, bounds[group + 1] ?? Number.POSITIVE_INFINITY));
    found.forEach((table, index) => {
      const word = traits.get(ids[index]?.[row] ?? 0);
      if (word !== undefined) table.set(customer, word);
    });
  });
  const ofPurchases = [...lines.traits].map(([field, ids]) => {
    const table = words(field);
    const { best, among } = latest(lines, ids, most, traits);
    best.forEach((id, customer) => {
      const word = traits.get(id);
      if (word !== undefined) table.set(customer, word);
    });
    table.among = among;
    return table;
  });
  return [ages, ...found, ...ofPurchases].filter(({ words: { length } }) => length > 1);
}

class WordTable implements CustomerWords {
  readonly field: CustomerWords["field"];
  readonly words = [""];
  readonly wordOf: Uint16Array;
  among?: Uint16Array;
  readonly #known = new Map<string, number>();

  constructor(field: CustomerWords["field"], mostCustomers: number) {
    this.field = field;
    this.wordOf = new Uint16Array(mostCustomers + 1);
  }

  set(customer: number, word: string): void {
    let number = this.#known.get(word);
    if (number === undefined) {
      // More words than fit are nobody's group.
      if (this.words.length > 65_535) return;
      number = this.words.push(word) - 1;
      this.#known.set(word, number);
    }
    this.wordOf[customer] = number;
  }
}

/**
 * The id of each customer's latest purchase that has one; of several that day the largest, then the first by word. And how
 * many of that day have one.
 */
function latest(
  { count, customer, day, amount }: PurchaseLines,
  ids: Int32Array,
  mostCustomers: number,
  traits: ReadonlyMap<number, string>,
): { best: Int32Array; among: Uint16Array } {
  const best = new Int32Array(mostCustomers + 1).fill(-1);
  for (let line = 0; line < count; line += 1) {
    const id = ids[line] ?? 0;
    const who = customer[line] ?? 0;
    if (id === 0 || who === 0) continue;
    const known = best[who] ?? -1;
    if (known < 0 || isLater(line, known)) best[who] = line;
  }
  const among = new Uint16Array(mostCustomers + 1);
  for (let line = 0; line < count; line += 1) {
    const who = customer[line] ?? 0;
    const isThatDay = who !== 0 && (ids[line] ?? 0) !== 0 && day?.[best[who] ?? 0] === day?.[line];
    if (isThatDay) among[who] = Math.min(65_535, (among[who] ?? 0) + 1);
  }
  return { best: best.map((line) => (line < 0 ? 0 : (ids[line] ?? 0))), among };

  function isLater(line: number, known: number): boolean {
    const days = (day?.[line] ?? 0) - (day?.[known] ?? 0);
    if (days !== 0) return days > 0;
    const amounts = (amount[line] ?? 0) - (amount[known] ?? 0);
    if (amounts !== 0) return amounts > 0;
    return compareText(traits.get(ids[line] ?? 0) ?? "", traits.get(ids[known] ?? 0) ?? "") < 0;
  }
}
