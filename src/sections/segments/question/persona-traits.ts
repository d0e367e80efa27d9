import type { CustomerWords } from "../../../questions/customer-traits.ts";
import { sum } from "../../../statistics/describe/sum.ts";
import { benjaminiHochberg } from "../../../statistics/significance/benjamini-hochberg.ts";
import { twoSidedTail } from "../../../statistics/significance/hypergeometric.ts";
import { type Stratum, stratifiedTest } from "../../../statistics/significance/stratified-tail.ts";

/** What is likelier than that by Fisher's test is no trait, whatever the other says. */
const leastAsked = 0.05;

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
  /** Two-sided: the smaller tail doubled, of the hypergeometric distribution and of that among customers alike. */
  p: number;
  /** Corrected after Benjamini and Hochberg for all pairs of persona and word that were tested. */
  q: number;
}

/**
 * Tests for every persona and every word of enough customers whether it has more or fewer of them
 * than chance would give, as Fisher's exact test does. What belongs to purchases is tested among customers of as many
 * purchases that day as well, and the test that is less surprised counts: who buys much at once buys less of what all buy
 * anyway. Words of fields with less than two such words tell nothing. `personaOf` gives the persona by customer's id, 255 for none. Smallest p first, ties by persona,
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

/** Customers are alike who bought as much that day; of more than a few purchases, within a factor of 1.4. */
function stratumOf(purchases: number): number {
  return Math.floor(2 * Math.log2(Math.max(1, purchases)));
}

/** The tail of the surplus, or of the lack, over all strata, doubled. */
function chanceAmongAlike(strata: readonly Stratum[], isMore: boolean): number {
  const asked = isMore
    ? strata
    : strata.map(({ population, one, other, both }) => ({
        population,
        one,
        other: population - other,
        both: one - both,
      }));
  return Math.min(1, 2 * stratifiedTest(asked).p);
}

function testField(
  { field, words, wordOf, among }: CustomerWords,
  personaOf: Uint8Array,
  personas: number,
  isEnough: (customers: number) => boolean,
): Omit<PersonaTrait, "q">[] {
  const counts = new Uint32Array(words.length * personas);
  const members = new Uint32Array(personas);
  const all = new Uint32Array(words.length);
  /** By stratum, the counts of its customers: of each word and persona, of each word, of each persona. */
  const strata = new Map<number, { cells: Uint32Array; words: Uint32Array; personas: Uint32Array }>();
  let customers = 0;
  for (let customer = 1; customer < wordOf.length; customer += 1) {
    const word = wordOf[customer] ?? 0;
    const persona = personaOf[customer] ?? 255;
    if (word === 0 || persona >= personas) continue;
    counts[word * personas + persona] = (counts[word * personas + persona] ?? 0) + 1;
    members[persona] = (members[persona] ?? 0) + 1;
    all[word] = (all[word] ?? 0) + 1;
    customers += 1;
    if (among === undefined) continue;
    const alike = stratumOf(among[customer] ?? 0);
    const own = strata.get(alike) ?? {
      cells: new Uint32Array(counts.length),
      words: new Uint32Array(words.length),
      personas: new Uint32Array(personas),
    };
    strata.set(alike, own);
    own.cells[word * personas + persona] = (own.cells[word * personas + persona] ?? 0) + 1;
    own.words[word] = (own.words[word] ?? 0) + 1;
    own.personas[persona] = (own.personas[persona] ?? 0) + 1;
  }
  const wide = words.flatMap((word, number) => {
    const countOfAll = all[number] ?? 0;
    return number > 0 && isEnough(countOfAll) ? [{ word, number, countOfAll }] : [];
  });
  if (wide.length < 2) return [];
  return wide.flatMap(({ word, number, countOfAll }) =>
    Array.from(members, (size, persona) => {
      const count = counts[number * personas + persona] ?? 0;
      const lift = size === 0 ? 1 : count / size / (countOfAll / customers);
      const fisher = twoSidedTail({
        population: customers,
        successes: countOfAll,
        draws: size,
        observed: count,
      });
      const margins = [...strata.values()].map((own) => ({
        population: sum(own.personas),
        one: own.personas[persona] ?? 0,
        other: own.words[number] ?? 0,
        both: own.cells[number * personas + persona] ?? 0,
      }));
      const isAsked = fisher < leastAsked && margins.length > 1;
      return {
        persona,
        field,
        word,
        count,
        members: size,
        countOfAll,
        customers,
        lift,
        p: isAsked ? Math.max(fisher, chanceAmongAlike(margins, lift > 1)) : fisher,
      };
    }),
  );
}
