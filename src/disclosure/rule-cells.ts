import type { Baskets } from "../statistics/itemsets/baskets.ts";
import { basketsByItem } from "../statistics/itemsets/baskets-by-item.ts";

/** Baskets of items, and whose each is: a customer's number, or one of its own for a guest's order. */
export interface OwnedBaskets {
  baskets: Baskets;
  owners: Int32Array;
}

/**
 * Decides, rule by rule, whether the counts of a rule may be published beside those that are already: of its two sides,
 * of both together, and of all baskets. From counts of itemsets follow those of baskets that hold some items and lack
 * others, wherever all sets between are known (by inclusion and exclusion); none of these may be of few owners. Counts
 * of single items are taken for known, as breakdowns tell them.
 *
 * Cost: for each new itemset, two to the number of its items counts, each of which stops at the minimum of owners.
 */
export class RuleGate {
  readonly #baskets: Baskets;
  readonly #owners: Int32Array;
  readonly #byItem: ReturnType<typeof basketsByItem>;
  readonly #isFew: (owners: number) => boolean;
  readonly #enough: number;
  /** Itemsets whose counts are published, by key. */
  readonly #known = new Map<string, number[]>();
  /** Those of them that hold an item. */
  readonly #holding = new Map<number, number[][]>();
  readonly #few = new Map<string, boolean>();

  /** @param enough so many owners are enough: no more are counted */
  constructor({ baskets, owners }: OwnedBaskets, isFew: (owners: number) => boolean, enough: number) {
    this.#baskets = baskets;
    this.#owners = owners;
    this.#byItem = basketsByItem(baskets);
    this.#isFew = isFew;
    this.#enough = enough;
  }

  /** Whether a rule may be published; if so it counts as published from then on. */
  mayPublish(antecedent: readonly number[], consequent: readonly number[]): boolean {
    const sides = [antecedent, consequent, [...antecedent, ...consequent]].map((items) =>
      [...new Set(items)].sort((a, b) => a - b),
    );
    const fresh = sides.filter((items) => !this.#isKnown(items) || items.length === 1);
    const added: number[][] = [];
    for (const items of fresh) {
      if (this.#known.has(items.join())) continue;
      this.#add(items);
      added.push(items);
    }
    if (added.every((items) => !this.#tellsOfFew(items))) return true;
    for (const items of added) this.#remove(items);
    return false;
  }

  #isKnown(items: readonly number[]): boolean {
    return items.length < 2 || this.#known.has(items.join());
  }

  /** Whether few follow from an itemset's count and the others that are known. */
  #tellsOfFew(items: readonly number[]): boolean {
    const [first = -1] = items;
    const wider = (this.#holding.get(first) ?? []).filter((known) =>
      items.every((item) => known.includes(item)),
    );
    return [items, ...wider].some((whole) => this.#hasFewCell(whole, items));
  }

  /** Whether a part of an itemset's baskets that lacks some of its items follows, and is of few. */
  #hasFewCell(whole: readonly number[], fresh: readonly number[]): boolean {
    for (let mask = 0; mask < 2 ** whole.length; mask += 1) {
      const lacking = whole.filter((_, place) => (mask & (1 << place)) !== 0);
      const held = whole.filter((item) => !lacking.includes(item));
      // Only what follows from the new count need be looked at.
      if (!held.every((item) => fresh.includes(item))) continue;
      if (this.#follows(held, lacking) && this.#isCellFew(held, lacking)) return true;
    }
    return false;
  }

  /** Whether all itemsets from what is held up to it with all that is lacking are known. */
  #follows(held: readonly number[], lacking: readonly number[]): boolean {
    for (let mask = 0; mask < 2 ** lacking.length; mask += 1) {
      const items = [...held, ...lacking.filter((_, place) => (mask & (1 << place)) !== 0)];
      if (!this.#isKnown(items.sort((a, b) => a - b))) return false;
    }
    return true;
  }

  #isCellFew(held: readonly number[], lacking: readonly number[]): boolean {
    const key = `${held.join()} ${lacking.join()}`;
    let few = this.#few.get(key);
    if (few === undefined) {
      few = this.#isFew(this.#countOwners(held, lacking));
      this.#few.set(key, few);
    }
    return few;
  }

  /** Different owners of the baskets that hold some items and none of others, as far as enough. */
  #countOwners(held: readonly number[], lacking: readonly number[]): number {
    const { starts, values, count } = this.#baskets;
    const lists = this.#byItem;
    const size = (item: number) => (lists.starts[item + 1] ?? 0) - (lists.starts[item] ?? 0);
    const rarest = [...held].sort((a, b) => size(a) - size(b))[0];
    const from = rarest === undefined ? 0 : (lists.starts[rarest] ?? 0);
    const to = rarest === undefined ? count : (lists.starts[rarest + 1] ?? 0);
    const seen = new Set<number>();
    for (let place = from; place < to && seen.size < this.#enough; place += 1) {
      const basket = rarest === undefined ? place : (lists.baskets[place] ?? 0);
      let [has, bad] = [0, false];
      for (let at = starts[basket] ?? 0; at < (starts[basket + 1] ?? 0); at += 1) {
        const item = values[at] ?? -1;
        if (held.includes(item)) has += 1;
        else if (lacking.includes(item)) bad = true;
      }
      if (has === held.length && !bad) seen.add(this.#owners[basket] ?? 0);
    }
    return seen.size;
  }

  #add(items: number[]): void {
    this.#known.set(items.join(), items);
    for (const item of items) {
      const holding = this.#holding.get(item);
      if (holding === undefined) this.#holding.set(item, [items]);
      else holding.push(items);
    }
  }

  #remove(items: readonly number[]): void {
    const key = items.join();
    this.#known.delete(key);
    for (const item of items) {
      const holding = this.#holding.get(item) ?? [];
      this.#holding.set(
        item,
        holding.filter((known) => known.join() !== key),
      );
    }
  }
}
