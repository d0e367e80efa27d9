import { compareText } from "../../dataset/clean/text.ts";
import { atLeast, type Cell, withhold } from "../../disclosure/withhold.ts";
import { sum } from "../../statistics/describe/sum.ts";
import type { PurchaseLines } from "../../store/purchase-lines.ts";
import { type PersonaCounts, purchasesByPersona } from "./question/persona-purchases.ts";
import type { PersonaTop } from "./segments.ts";

/** Products and locations that a persona's page names. */
const longestTop = 8;

/** What one persona bought of one thing, or of all that no list names. */
interface TopCell extends Cell {
  counts: PersonaCounts | null;
}

/**
 * The things of most purchases of each persona, largest first: those that enough of its customers bought, and whose
 * numbers leave no few customers to be worked out from the totals of the persona and the thing. `order` gives the lines
 * customer by customer; things without a name are not listed.
 */
export function topsByPersona(
  lines: PurchaseLines,
  ids: Int32Array,
  { personaOf, sizes, order }: { personaOf: Uint8Array; sizes: readonly number[]; order: Int32Array },
  minimum: number,
  names: ReadonlyMap<number, string>,
): PersonaTop[][] {
  const byPersona = purchasesByPersona(lines, ids, personaOf, sizes.length, order);
  const ofAll = new Map<number, number>();
  for (const counts of byPersona) {
    for (const { id, purchases } of counts) ofAll.set(id, (ofAll.get(id) ?? 0) + purchases);
  }
  const total = sum(ofAll.values());
  const nameOf = (id: number) => names.get(id) ?? "";
  const listed = byPersona.map((counts) =>
    counts
      .filter(({ id, customers }) => customers >= minimum && names.has(id))
      .sort((a, b) => b.purchases - a.purchases || compareText(nameOf(a.id), nameOf(b.id)))
      .slice(0, longestTop),
  );
  const hidden = hiddenCounts(byPersona, listed, minimum, nameOf);
  return byPersona.map((counts, persona) => {
    const own = sum(counts.map(({ purchases }) => purchases));
    return (listed[persona] ?? [])
      .filter((each) => !hidden.has(each))
      .map(({ id, customers, purchases, revenue }) => ({
        name: nameOf(id),
        customers,
        purchases,
        revenue: Number(revenue.toPrecision(14)),
        share: purchases / own,
        shareOfAll: (ofAll.get(id) ?? 0) / total,
      }));
  });
}

/** The counts that are withheld: personas are the rows of a table, things the columns. */
function hiddenCounts(
  byPersona: readonly PersonaCounts[][],
  listed: readonly PersonaCounts[][],
  minimum: number,
  nameOf: (id: number) => string,
): ReadonlySet<PersonaCounts> {
  const named = new Set(listed.flatMap((counts) => counts.map(({ id }) => id)));
  const cells = byPersona.flatMap((counts, persona): TopCell[] => {
    const row = String(persona);
    const rest = counts.filter(({ id }) => !named.has(id)).map(({ customers }) => customers);
    return [
      ...counts
        .filter(({ id }) => named.has(id))
        .map((each) => ({
          counts: each,
          row,
          column: String(each.id),
          persons: each.customers,
          listed: listed[persona]?.includes(each) === true,
        })),
      // Some customers may have bought several of them: there are at least as many as of one.
      { counts: null, row, column: "rest", persons: Math.max(0, ...rest), listed: false },
    ];
  });
  // Ids follow the order of the rows, which must not decide.
  const nameIn = ({ counts }: TopCell) => (counts === null ? "" : nameOf(counts.id));
  const first = (a: TopCell, b: TopCell) =>
    a.persons - b.persons || compareText(a.row, b.row) || compareText(nameIn(a), nameIn(b));
  return new Set([...withhold(cells, minimum, { together, first })].flatMap(({ counts }) => counts ?? []));
}

/** A customer may buy several things, and is in one persona. */
function together(cells: readonly TopCell[]): number {
  const isOneThing = cells.every(({ column }) => column === cells[0]?.column);
  return isOneThing ? sum(cells.map(({ persons }) => persons)) : atLeast(cells);
}
