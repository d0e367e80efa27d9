import { compareText } from "../../dataset/clean/text.ts";
import type { Gate } from "../../disclosure/gate.ts";
import { leaveOutSmallest } from "../../disclosure/leave-out-smallest.ts";
import { mostPersons } from "./person-counter.ts";

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
}

/** Reviews by group, asked for one thing after another. */
export class ReviewGroups {
  readonly #names: readonly string[];
  readonly #person: Int32Array;
  /** By group, those of none last; those of a person in turn. */
  readonly #reviews: Int32Array;
  readonly #starts: Int32Array;
  readonly #persons: number;

  /** @param groupOf by review: the place in `names`; −1 for none */
  constructor(groupOf: Int32Array, names: readonly string[], person: Int32Array) {
    const group = (review: number) => {
      const place = groupOf[review] ?? -1;
      return place < 0 ? names.length : place;
    };
    this.#names = names;
    this.#person = person;
    this.#persons = mostPersons(person);
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
   * when they are taken from all: the smallest are left out first. Groups that may not be named are among what is left.
   */
  tellable({ isIn, mayName }: GroupQuestion, gate: Gate): ReviewGroup[] {
    const hidden = { having: new Uint8Array(this.#persons), lacking: new Uint8Array(this.#persons) };
    const few = { having: 0, lacking: 0 };
    const hide = (place: number) => {
      for (const review of this.#of(place)) {
        const has = isIn(review);
        if (has === null) continue;
        const side = has ? "having" : "lacking";
        const who = this.#person[review] ?? 0;
        if (hidden[side][who] === 0) few[side] += 1;
        hidden[side][who] = 1;
      }
    };
    hide(this.#names.length);
    const shown: { name: string; place: number; counts: Counts }[] = [];
    for (const [place, name] of this.#names.entries()) {
      const counts = this.#count(place, isIn);
      if (counts.texts === 0) continue;
      const isTold = gate.isEnough(counts.persons) && gate.holds([counts.having, counts.lacking]);
      if (mayName(name) && isTold) shown.push({ name, place, counts });
      else hide(place);
    }
    shown.sort((a, b) => b.counts.texts - a.counts.texts || compareText(a.name, b.name));
    return leaveOutSmallest(shown, {
      add: ({ place }) => hide(place),
      holds: () => gate.holds([few.having, few.lacking]),
    }).map(({ name, place, counts }) => ({
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
