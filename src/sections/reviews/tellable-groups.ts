import { compareText } from "../../dataset/clean/text.ts";
import type { Gate } from "../../disclosure/gate.ts";
import { leaveOutSmallest } from "../../disclosure/leave-out-smallest.ts";

/** The reviews of a group, such as a product, and those among them of which something holds. */
export interface ReviewGroup {
  name: string;
  reviews: number[];
  having: number[];
}

/**
 * The groups in which neither those of whom it holds nor the others are few, and as many of these as leave no few behind
 * when they are taken from all: the smallest are left out first. Groups that may not be named are among what is left.
 *
 * @param groupOf by review: the place in `names`; −1 for none
 * @param isIn null for reviews that do not count
 */
export function tellableGroups(
  groupOf: Int32Array,
  names: readonly string[],
  {
    person,
    isIn,
    mayName,
  }: {
    person: Int32Array;
    isIn: (review: number) => boolean | null;
    mayName: (name: string) => boolean;
  },
  gate: Gate,
): ReviewGroup[] {
  const groups = names.map((name): ReviewGroup => ({ name, reviews: [], having: [] }));
  const rest: ReviewGroup = { name: "", reviews: [], having: [] };
  for (let review = 0; review < groupOf.length; review += 1) {
    const has = isIn(review);
    if (has === null) continue;
    const group = groups[groupOf[review] ?? -1] ?? rest;
    group.reviews.push(review);
    if (has) group.having.push(review);
  }
  const personsIn = (group: ReviewGroup) => {
    const has = new Set(group.having);
    return new Persons(
      group.having.map((review) => person[review] ?? 0),
      group.reviews.flatMap((review) => (has.has(review) ? [] : [person[review] ?? 0])),
    );
  };
  const hidden = personsIn(rest);
  const shown: { group: ReviewGroup; persons: Persons }[] = [];
  for (const group of groups) {
    if (group.reviews.length === 0) continue;
    const persons = personsIn(group);
    if (mayName(group.name) && gate.isEnough(persons.count) && persons.hold(gate))
      shown.push({ group, persons });
    else hidden.add(persons);
  }
  shown.sort(
    ({ group: a }, { group: b }) => b.reviews.length - a.reviews.length || compareText(a.name, b.name),
  );
  return leaveOutSmallest(shown, {
    add: ({ persons }) => hidden.add(persons),
    holds: () => hidden.hold(gate),
  }).map(({ group }) => group);
}

/** The persons of whom something holds, and those of whom it does not: who wrote twice may be among both. */
class Persons {
  readonly #having: Set<number>;
  readonly #lacking: Set<number>;

  constructor(having: Iterable<number>, lacking: Iterable<number>) {
    this.#having = new Set(having);
    this.#lacking = new Set(lacking);
  }

  get count(): number {
    return new Set([...this.#having, ...this.#lacking]).size;
  }

  add(others: Persons): void {
    for (const who of others.#having) this.#having.add(who);
    for (const who of others.#lacking) this.#lacking.add(who);
  }

  /** Whether neither are few. */
  hold(gate: Gate): boolean {
    return gate.holds([this.#having.size, this.#lacking.size]);
  }
}
