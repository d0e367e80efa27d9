import type { CustomerWords } from "../../../questions/customer-traits.ts";
import { benjaminiHochberg } from "../../../statistics/significance/benjamini-hochberg.ts";
import { twoSidedTail } from "../../../statistics/significance/hypergeometric.ts";

/** How often one word occurs in one persona, against what chance would give. */
export interface PersonaTrait {
  persona: number;
  field: CustomerWords["field"];
  word: string;
  /** Members of the persona who have the word, and those whose word of the field is known. */
  count: number;
  members: number;
  /** The same of all customers in personas. */
  countOfAll: number;
  customers: number;
  /** Share of members who have it ÷ share of all customers. */
  lift: number;
  /** Two-sided: the smaller tail of the hypergeometric distribution doubled. */
  p: number;
  /** Corrected after Benjamini and Hochberg for all pairs of persona and word that were tested. */
  q: number;
}

/**
 * Tests for every persona and every word of enough customers whether it has more or fewer of them
 * than chance would give, as Fisher's exact test does. Words of fields with less than two such words tell
 * nothing. `personaOf` gives the persona by customer's id, 255 for none. Smallest p first, ties by persona,
 * field and word.
 */
export function personaTraits(
  fields: readonly CustomerWords[],
  personaOf: Uint8Array,
  personas: number,
  isEnough: (customers: number) => boolean,
): PersonaTrait[] {
  const tested = fields.flatMap((field) => testField(field, personaOf, personas, isEnough));
  const q = benjaminiHochberg(tested.map(({ p }) => p));
  return tested
    .map((trait, index) => ({ ...trait, q: q[index] ?? 1 }))
    .sort(
      (a, b) =>
        a.p - b.p ||
        a.persona - b.persona ||
        (a.field < b.field ? -1 : a.field > b.field ? 1 : a.word < b.word ? -1 : 1),
    );
}

function testField(
  { field, words, wordOf }: CustomerWords,
  personaOf: Uint8Array,
  personas: number,
  isEnough: (customers: number) => boolean,
): Omit<PersonaTrait, "q">[] {
  const counts = new Uint32Array(words.length * personas);
  const members = new Uint32Array(personas);
  const all = new Uint32Array(words.length);
  let customers = 0;
  for (let customer = 1; customer < wordOf.length; customer += 1) {
    const word = wordOf[customer] ?? 0;
    const persona = personaOf[customer] ?? 255;
    if (word === 0 || persona >= personas) continue;
    counts[word * personas + persona] = (counts[word * personas + persona] ?? 0) + 1;
    members[persona] = (members[persona] ?? 0) + 1;
    all[word] = (all[word] ?? 0) + 1;
    customers += 1;
  }
  const wide = words.flatMap((word, number) => {
    const countOfAll = all[number] ?? 0;
    return number > 0 && isEnough(countOfAll) ? [{ word, number, countOfAll }] : [];
  });
  if (wide.length < 2) return [];
  return wide.flatMap(({ word, number, countOfAll }) =>
    Array.from(members, (size, persona) => {
      const count = counts[number * personas + persona] ?? 0;
      return {
        persona,
        field,
        word,
        count,
        members: size,
        countOfAll,
        customers,
        lift: size === 0 ? 1 : count / size / (countOfAll / customers),
        p: twoSidedTail({ population: customers, successes: countOfAll, draws: size, observed: count }),
      };
    }),
  );
}
