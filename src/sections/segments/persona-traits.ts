import type { MayName } from "../../disclosure/sacrificed.ts";
import { type Cell, withhold } from "../../disclosure/withhold.ts";
import { traitName } from "../../report/words/trait-names.ts";
import { sum } from "../../statistics/describe/sum.ts";
import type { CustomerWords } from "./question/customer-traits.ts";
import type { PersonaTrait } from "./question/persona-traits.ts";
import type { PersonaTraitGroup } from "./segments.ts";

/** Above this a difference is taken for chance. */
export const mostChance = 0.05;

/**
 * The traits that set each persona apart, one list a persona, most certain first. Counts are withheld where they, or
 * what the persona's and the trait's totals leave, would tell of fewer than `minimum` customers.
 */
export function personaTraitGroups(
  tested: readonly PersonaTrait[],
  sizes: readonly number[],
  minimum: number,
  isNamed: MayName,
): PersonaTraitGroup[][] {
  const listed = tested.filter((trait) => trait.q <= mostChance && isNamed(trait.field, trait.word));
  const fields = [...new Set(listed.map(({ field }) => field))];
  const hidden = new Set(fields.flatMap((field) => hiddenTraits(field, tested, listed, sizes, minimum)));
  return sizes.map((_, persona) =>
    listed
      .filter((trait) => trait.persona === persona)
      .map((trait) => traitGroup(trait, !hidden.has(trait), sum(sizes), minimum)),
  );
}

/** A cell of a field's table: personas are the rows, words the columns. */
interface TraitCell extends Cell {
  /** Null for the words that were not tested. */
  trait: PersonaTrait | null;
}

/** The traits of a field whose counts are withheld. */
function hiddenTraits(
  field: CustomerWords["field"],
  tested: readonly PersonaTrait[],
  listed: readonly PersonaTrait[],
  sizes: readonly number[],
  minimum: number,
): PersonaTrait[] {
  const own = tested.filter((trait) => trait.field === field);
  const cells = own.map(
    (trait): TraitCell => ({
      trait,
      row: String(trait.persona),
      column: trait.word,
      persons: trait.count,
      listed: listed.includes(trait) && isWhole(trait, sizes, minimum),
    }),
  );
  const others = sizes.map((size, persona): TraitCell => {
    const ofPersona = own.filter((trait) => trait.persona === persona);
    const persons = (ofPersona[0]?.members ?? size) - sum(ofPersona.map(({ count }) => count));
    return { trait: null, row: String(persona), column: "not tested", persons, listed: false };
  });
  return [...withhold([...cells, ...others], minimum)].flatMap(({ trait }) => trait ?? []);
}

/** Whether the number of members whose word is known does not tell of a few whose word is not. */
function isWhole({ persona, members }: PersonaTrait, sizes: readonly number[], minimum: number): boolean {
  const missing = (sizes[persona] ?? 0) - members;
  return missing === 0 || missing >= minimum;
}

function traitGroup(trait: PersonaTrait, shown: boolean, all: number, minimum: number): PersonaTraitGroup {
  const told = shown && trait.count >= minimum;
  const unknown = all - trait.customers;
  const shareOfAll = trait.countOfAll / trait.customers;
  return {
    field: traitName(trait.field),
    name: trait.word,
    count: told ? trait.count : null,
    members: told ? trait.members : null,
    share: told ? trait.count / trait.members : null,
    // Exact, it would tell how many customers lack the field.
    shareOfAll: unknown > 0 && unknown < minimum ? Number(shareOfAll.toFixed(2)) : shareOfAll,
    lift: told ? trait.lift : null,
    more: trait.lift > 1,
    // An exact q would tell the count that is not shown.
    q: told ? trait.q : ([0.001, 0.01].find((bound) => trait.q <= bound) ?? mostChance),
  };
}
