import { compareText } from "../../dataset/clean/text.ts";
import type { Gate } from "../../disclosure/gate.ts";
import { leaveOutSmallest } from "../../disclosure/leave-out-smallest.ts";

/** A group of reviews, such as those of a product, of which something may be told. */
export interface ReviewGroup {
  name: string;
  /** Reviews that count. */
  texts: number;
  /** Those of them of which it holds. */
  having: Int32Array;
  /** Persons who wrote the ones and the others. */
  persons: { texts: number; having: number };
}

/** What is asked of each group. */
export interface GroupQuestion {
  /** Whether something holds of a review; null where it does not count. */
  isIn(review: number): boolean | null;
  mayName(name: string): boolean;
  /** What is told beside the groups of the category of a review; −1 for none. */
  categoryOf?: (review: number) => number;
}

/** Reviews by group, asked for one thing after another. */
export class ReviewGroups {
  readonly #names: readonly string[];
  readonly #person: Int32Array;
  /** By group, those of none last; those of a person in turn. */
  readonly #reviews: Int32Array;
  readonly #starts: Int32Array;

  /** @param groupOf by review: the place in `names`; −1 for none */
  constructor(groupOf: Int32Array, names: readonly string[], person: Int32Array) {
    const group = (review: number) => {
      const place = groupOf[review] ?? -1;
      return place < 0 ? names.length : place;
    };
    this.#names = names;
    this.#person = person;
    this.#reviews = Int32Array.from(groupOf.keys()).sort(
      (a, b) => group(a) - group(b) || (person[a] ?? 0) - (person[b] ?? 0),
    );
    this.#starts = new Int32Array(names.length + 2);
    for (const review of this.#reviews)
      this.#starts[group(review) + 1] = (this.#starts[group(review) + 1] ?? 0) + 1;
    for (let place = 0; place <= names.length; place += 1)
      this.#starts[place + 1] = (this.#starts[place + 1] ?? 0) + (this.#starts[place] ?? 0);
  }

  /**
   * The groups in which neither those of whom it holds nor the others are few, and as many of these as leave no few behind
   * when they are taken from all, and those of one category from it: the smallest are left out first. Groups that may not
   * be named are among what is left.
   */
  tellable({ isIn, mayName, categoryOf = () => -1 }: GroupQuestion, gate: Gate): ReviewGroup[] {
    const left = new LeftOver(gate);
    const hide = (place: number, isFromAll = true) => {
      for (const review of this.#of(place)) {
        const has = isIn(review);
        const who = this.#person[review] ?? 0;
        if (has === null) continue;
        if (isFromAll) left.add(all, has, who);
        const category = categoryOf(review);
        if (category >= 0) left.add(category, has, who);
      }
    };
    hide(this.#names.length);
    const shown: Shown[] = [];
    for (const [place, name] of this.#names.entries()) {
      const counts = this.#count(place, isIn);
      if (counts.texts === 0) continue;
      const isTold = gate.isEnough(counts.persons) && gate.holds([counts.having, counts.lacking]);
      if (!mayName(name) || !isTold) {
        hide(place);
        continue;
      }
      const categories = new Set(Array.from(this.#of(place), categoryOf));
      const [category = -1] = categories.size === 1 ? categories : [];
      // What lies in several is told of none of them.
      if (categories.size > 1) hide(place, false);
      shown.push({ name, place, category, counts });
    }
    shown.sort((a, b) => b.counts.texts - a.counts.texts || compareText(a.name, b.name));
    const add = ({ place }: Shown) => hide(place);
    const told = [...new Set(shown.map(({ category }) => category))].flatMap((category) => {
      const own = shown.filter((each) => each.category === category);
      return category < 0 ? own : leaveOutSmallest(own, { add, holds: () => left.holds(category) });
    });
    const kept = new Set(told);
    return leaveOutSmallest(
      shown.filter((each) => kept.has(each)),
      { add, holds: () => left.holds(all) },
    ).map(({ name, place, counts }) => ({
      name,
      texts: counts.texts,
      having: this.#of(place).filter((review) => isIn(review) === true),
      persons: { texts: counts.persons, having: counts.having },
    }));
  }

  #of(place: number): Int32Array {
    return this.#reviews.subarray(this.#starts[place], this.#starts[place + 1]);
  }

  #count(place: number, isIn: GroupQuestion["isIn"]): Counts {
    const counts = { texts: 0, persons: 0, having: 0, lacking: 0 };
    let [last, lastHaving, lastLacking] = [-1, -1, -1];
    for (const review of this.#of(place)) {
      const has = isIn(review);
      if (has === null) continue;
      const who = this.#person[review] ?? 0;
      counts.texts += 1;
      if (who !== last) counts.persons += 1;
      last = who;
      if (has && who !== lastHaving) {
        counts.having += 1;
        lastHaving = who;
      } else if (!has && who !== lastLacking) {
        counts.lacking += 1;
        lastLacking = who;
      }
    }
    return counts;
  }
}

/** Texts that count in a group, and persons: all, those of whom it holds, and those of whom it does not. */
interface Counts {
  texts: number;
  persons: number;
  having: number;
  lacking: number;
}

interface Shown {
  name: string;
  place: number;
  /** The one that all of its reviews lie in; −1 for none, or several. */
  category: number;
  counts: Counts;
}

/** Stands for all reviews among the categories. */
const all = -2;

/** Whose reviews are left of a whole when what is told is taken from it, as far as enough. */
class LeftOver {
  readonly #gate: Gate;
  /** By whole, of those of whom it holds and of the others. */
  readonly #persons = new Map<number, [Set<number>, Set<number>]>();

  constructor(gate: Gate) {
    this.#gate = gate;
  }

  add(whole: number, has: boolean, person: number): void {
    let known = this.#persons.get(whole);
    if (known === undefined) {
      known = [new Set(), new Set()];
      this.#persons.set(whole, known);
    }
    const side = known[has ? 0 : 1];
    if (!this.#gate.isEnough(side.size)) side.add(person);
  }

  holds(whole: number): boolean {
    return this.#gate.holds((this.#persons.get(whole) ?? []).map(({ size }) => size));
  }
}
