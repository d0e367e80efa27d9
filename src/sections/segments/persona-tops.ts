import { compareText } from "../../dataset/clean/text.ts";
import { cellAt } from "../../disclosure/cells.ts";
import type { Gate } from "../../disclosure/gate.ts";
import { membershipAxis } from "../../disclosure/membership-axis.ts";
import { singleValues } from "../../statistics/describe/single-value.ts";
import { sum } from "../../statistics/describe/sum.ts";
import type { PurchaseLines } from "../../store/purchase-lines.ts";
import type { PersonaTop } from "./segments.ts";

/** Products and locations that a persona's page names. */
const longestTop = 8;

/** Who is in which persona. */
export interface PersonaMembers {
  /** By customer's id, 255 for none; place 0 stands for guests. */
  personaOf: Uint8Array;
  names: readonly string[];
  /** Customers of each. */
  sizes: readonly number[];
}

/**
 * The things of most purchases of each persona, largest first, from the finest table of personas and things that may be
 * published: a thing is not named that all customers of some persona but a few have bought, or all of those who bought from
 * the category that it lies in.
 *
 * @param ids the thing of each line, as lines may be counted
 */
export function topsByPersona(
  field: string,
  lines: PurchaseLines,
  ids: Int32Array,
  names: ReadonlyMap<number, string>,
  { personaOf, names: personas, sizes }: PersonaMembers,
  gate: Gate,
): PersonaTop[][] {
  const ofPersonas = membershipAxis("persona", lines, { placeOf: personaOf, names: personas });
  const axes = [ofPersonas, gate.axis(field, ids, names)];
  const cells = gate.cells(axes, lines);
  if (cells === null || !gate.tell(axes, cells.levels, lines)) return personas.map(() => []);
  const things = cells.rungs[1]?.names ?? [];
  const at = (persona: number, thing: number) => cellAt(cells, [persona + 1, thing + 1]);
  const around = customersAround(lines, axes[1]?.codes ?? ids, personaOf);
  const isShown = things.map((_, thing) =>
    sizes.every((size, persona) => {
      const own = cells.customers[at(persona, thing)] ?? 0;
      return !gate.isFew(size - own) && !(own > 0 && gate.isFew(around(persona, thing + 1) - own));
    }),
  );
  const purchases = (persona: number) =>
    sum(
      Array.from({ length: things.length + 1 }, (_, thing) => cells.purchases[at(persona, thing - 1)] ?? 0),
    );
  const all = personas.map((_, persona) => purchases(persona));
  return personas.map((_, persona) =>
    things
      .map((name, thing) => ({ name, thing, cell: at(persona, thing) }))
      .filter(({ thing, cell }) => isShown[thing] === true && (cells.customers[cell] ?? 0) > 0)
      .map(({ name, thing, cell }) => ({
        name,
        customers: cells.customers[cell] ?? 0,
        purchases: cells.purchases[cell] ?? 0,
        revenue: Number((cells.revenue[cell] ?? 0).toPrecision(14)),
        share: (cells.purchases[cell] ?? 0) / (all[persona] ?? 1),
        shareOfAll: sum(personas.map((__, each) => cells.purchases[at(each, thing)] ?? 0)) / sum(all),
      }))
      .sort((a, b) => b.purchases - a.purchases || compareText(a.name, b.name))
      .slice(0, longestTop),
  );
}

/** The customers of a persona who bought from the one category of a thing, by its code; 0 where it has not one. */
function customersAround(
  { customer, traits }: Pick<PurchaseLines, "customer" | "traits">,
  codes: ArrayLike<number>,
  personaOf: Uint8Array,
): (persona: number, code: number) => number {
  const categories = traits.get("category");
  if (categories === undefined) return () => 0;
  const categoryOf = singleValues(Int32Array.from(codes), categories);
  const found = new Map<string, Set<number>>();
  for (const [line, who] of customer.entries()) {
    if (who === 0) continue;
    const key = `${personaOf[who]} ${categories[line]}`;
    found.set(key, (found.get(key) ?? new Set()).add(who));
  }
  return (persona, code) => {
    const category = categoryOf.get(code) ?? 0;
    return category === 0 ? 0 : (found.get(`${persona} ${category}`)?.size ?? 0);
  };
}
