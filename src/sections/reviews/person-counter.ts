/** One more than the highest number of a person. */
export function mostPersons(person: Int32Array): number {
  return person.reduce((most, who) => Math.max(most, who + 1), 0);
}

/** Counts the different persons among some reviews, as often as asked, without a Set each time. */
export class PersonCounter {
  readonly #person: Int32Array;
  /** By person: the last count that met them. */
  readonly #lastCount: Int32Array;
  #counts = 0;

  /** @param person by review: a number, from 0 on */
  constructor(person: Int32Array) {
    this.#person = person;
    this.#lastCount = new Int32Array(mostPersons(person));
  }

  /** How many persons wrote those of which something holds. */
  where(holds: (review: number) => boolean): number {
    this.#counts += 1;
    let found = 0;
    for (let review = 0; review < this.#person.length; review += 1)
      if (holds(review) && this.#isNew(review)) found += 1;
    return found;
  }

  /** How many persons wrote some reviews. */
  among(reviews: Iterable<number>): number {
    this.#counts += 1;
    let found = 0;
    for (const review of reviews) if (this.#isNew(review)) found += 1;
    return found;
  }

  #isNew(review: number): boolean {
    const who = this.#person[review] ?? 0;
    if (this.#lastCount[who] === this.#counts) return false;
    this.#lastCount[who] = this.#counts;
    return true;
  }
}
