import type { Gate } from "../../disclosure/gate.ts";
import type { CustomerWords } from "../../questions/customer-traits.ts";
import { coarseChance } from "../../report/words/sureness.ts";
import { traitName } from "../../report/words/trait-names.ts";
import { sum } from "../../statistics/describe/sum.ts";
import { wilson } from "../../statistics/significance/intervals.ts";
import type { PersonaTrait } from "./question/persona-traits.ts";
import type { PersonaTraitGroup } from "./segments.ts";

/** Above this a difference is taken for chance: personas are one of several things that a report looks for news in. */
export const mostChance = 0.02;

/**
 * The traits that set each persona apart, one list a persona, most certain first. Counts of a field are not shown where
 * its table of personas and words has a cell of few.
 */
export function personaTraitGroups(
  tested: readonly PersonaTrait[],
  fields: readonly CustomerWords[],
  { personaOf, sizes }: { personaOf: Uint8Array; sizes: readonly number[] },
  gate: Gate,
): PersonaTraitGroup[][] {
  const listed = tested.filter((trait) => trait.q <= mostChance && gate.mayName(trait.field, trait.word));
  const shown = new Set(
    fields
      .filter(({ field }) => listed.some((trait) => trait.field === field))
      .filter((each) => gate.holds(customersByWord(each, personaOf, sizes.length)))
      .map(({ field }) => field),
  );
  return sizes.map((_, persona) =>
    listed
      .filter((trait) => trait.persona === persona)
      .map((trait) => traitGroup(trait, shown.has(trait.field), sum(sizes), gate)),
  );
}

/** The customers of each persona and word, those without one among them. */
function customersByWord(
  { words, wordOf }: CustomerWords,
  personaOf: Uint8Array,
  personas: number,
): Uint32Array {
  const counts = new Uint32Array(words.length * personas);
  for (let customer = 1; customer < wordOf.length; customer += 1) {
    const persona = personaOf[customer] ?? 255;
    if (persona >= personas) continue;
    const cell = (wordOf[customer] ?? 0) * personas + persona;
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return counts;
}

function traitGroup(trait: PersonaTrait, told: boolean, all: number, gate: Gate): PersonaTraitGroup {
  const unknown = all - trait.customers;
  const shareOfAll = trait.countOfAll / trait.customers;
  return {
    field: traitName(trait.field),
    name: trait.word,
    count: told ? trait.count : null,
    members: told ? trait.members : null,
    share: told ? trait.count / trait.members : null,
    shareInterval: told ? wilson(trait.count, trait.members) : null,
    // Exact, it would tell how many customers lack the field.
    shareOfAll: gate.isFew(unknown) || !told ? Number(shareOfAll.toFixed(2)) : shareOfAll,
    lift: told ? trait.lift : null,
    more: trait.lift > 1,
    // An exact q would tell the count that is not shown.
    q: told ? trait.q : coarseChance(trait.q),
  };
}
