import { compareText } from "../../dataset/clean/text.ts";
import type { PurchaseLines } from "../../store/purchase-lines.ts";

/**
 * One purchase of each customer who has one with a word, drawn by lot: the line by customer's id, -1 for none. So each
 * customer counts once in a test of purchases, however much was bought. The lot follows from what the customer bought
 * and when, not from the order of the rows; which word a purchase has decides only between two of one day and amount. Of
 * amounts only their order counts: in another currency the same purchases are drawn.
 */
export function onePurchase(
  { count, customer, day, amount }: Pick<PurchaseLines, "count" | "customer" | "day" | "amount">,
  ids: Int32Array,
  words: ReadonlyMap<number, string>,
): Int32Array {
  const most = customer.reduce((high, who) => Math.max(high, who), 0);
  const isCounted = (line: number) => (customer[line] ?? 0) > 0 && words.has(ids[line] ?? 0);
  const ranks = ranksOf(amount);
  const keyOf = (line: number) => mixed((day?.[line] ?? 0) ^ mixed(ranks[line] ?? 0));
  // What a customer bought, in whatever order it comes.
  const salts = new Int32Array(most + 1);
  for (let line = 0; line < count; line += 1) {
    if (!isCounted(line)) continue;
    const who = customer[line] ?? 0;
    salts[who] = (salts[who] ?? 0) + keyOf(line);
  }
  const drawn = new Int32Array(most + 1).fill(-1);
  const lots = new Float64Array(most + 1);
  for (let line = 0; line < count; line += 1) {
    if (!isCounted(line)) continue;
    const who = customer[line] ?? 0;
    const lot = mixed(keyOf(line) ^ mixed(salts[who] ?? 0));
    const known = drawn[who] ?? -1;
    const isNext =
      known < 0 ||
      lot > (lots[who] ?? 0) ||
      (lot === lots[who] &&
        compareText(words.get(ids[line] ?? 0) ?? "", words.get(ids[known] ?? 0) ?? "") < 0);
    if (!isNext) continue;
    drawn[who] = line;
    lots[who] = lot;
  }
  return drawn;
}

/** By how much amounts may differ, as a part of them, that are the same but for rounding. */
const rounding = 1e-9;

/** The place of each value among the different ones, from 1 on. */
function ranksOf(values: Float64Array): Int32Array {
  const ascending = Float64Array.from(values).sort();
  const isNext = (value: number, index: number) =>
    index === 0 || value - (ascending[index - 1] ?? 0) > rounding * Math.abs(value);
  const different = ascending.filter(isNext);
  return Int32Array.from(values, (value) => countUpTo(different, value + rounding * Math.abs(value)));
}

/** How many of ascending values are at most so large. */
function countUpTo(ascending: Float64Array, most: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Bits well mixed: the finalizer of MurmurHash3 (Appleby 2011). */
function mixed(bits: number): number {
  let mix = bits | 0;
  mix = Math.imul(mix ^ (mix >>> 16), 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return mix ^ (mix >>> 16);
}
