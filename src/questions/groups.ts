import { compareText } from "../dataset/clean/text.ts";
import { withhold } from "../disclosure/withhold.ts";
import { sum } from "../statistics/describe/sum.ts";

/** Purchases that share a value, as a question gives them. */
export interface GroupCounts {
  name: string;
  /** Distinct customers; guests are nobody's. */
  customers: number;
  purchases: number;
  revenue: number;
}

/** Largest first by one of the counts; equals in alphabetical (code) order. */
export function largestFirst(
  by: "customers" | "purchases" | "revenue",
): (a: GroupCounts, b: GroupCounts) => number {
  return (a, b) => b[by] - a[by] || compareText(a.name, b.name);
}

export interface FoldedGroups {
  /** Each of at least the minimum of customers, in the order given. */
  groups: GroupCounts[];
  /** The others together, again of at least the minimum; null where there are none. */
  other: GroupCounts | null;
  /** How many groups were folded. */
  folded: number;
  /** Those of them that are large enough, and were folded for another's sake. */
  sacrificed: string[];
  /** Whether those without a value were too few to be told apart, and count in the other. */
  unknownFolded: boolean;
}

/** How many distinct customers stand behind some of the groups. */
export type CustomersIn = (groups: readonly GroupCounts[]) => number;

/** Whether the purchases without a value are those of too few to be told. */
export function isSmallUnknown(
  { customers, purchases }: Pick<GroupCounts, "customers" | "purchases">,
  minimum: number,
): boolean {
  // Without a customer they are guests': each is taken for a person of its own.
  return purchases > 0 && (customers === 0 ? purchases : customers) < minimum;
}

/**
 * Folds groups of fewer than `minimum` customers into one. Where these together are still too few, the
 * next smallest goes with them, so that no small group can be worked out from a total. A customer may be
 * in several groups: `customersIn` counts each once; without it every customer is in one group. `unknown` is what
 * has no value: it is folded with them where it is small.
 */
export function foldSmallGroups(
  groups: readonly GroupCounts[],
  minimum: number,
  customersIn: CustomersIn = addUp,
  unknown: GroupCounts | null = null,
): FoldedGroups {
  const unknownFolded = unknown !== null && isSmallUnknown(unknown, minimum);
  const cells = [...groups, ...(unknownFolded ? [unknown] : [])].map((group) => ({
    group,
    // A group of guests alone is small as well.
    persons: Math.max(group.customers, 1),
    row: "",
    listed: group !== unknown,
  }));
  const inCells = (some: readonly (typeof cells)[number][]) => customersIn(some.map(({ group }) => group));
  const hiding = withhold(cells, minimum, {
    together: inCells,
    first: (a, b) => -largestFirst("customers")(a.group, b.group),
  });
  const hidden = cells.filter((cell) => hiding.has(cell)).map(({ group }) => group);
  const isHidden = new Set(hidden);
  const named = hidden.filter((group) => group !== unknown);
  const customers = hidden.length === 0 ? 0 : customersIn(hidden);
  return {
    groups: groups.filter((group) => !isHidden.has(group)),
    other:
      customers < minimum ? null : { ...joined(hidden, otherName(named, unknownFolded, minimum)), customers },
    folded: named.length,
    sacrificed: named.filter((group) => group.customers >= minimum).map(({ name }) => name),
    unknownFolded,
  };
}

function otherName(named: readonly GroupCounts[], unknownFolded: boolean, minimum: number): string {
  const isLarge = ({ customers }: GroupCounts) => customers >= minimum;
  const parts = [
    ...(named.every(isLarge) ? [] : [`fewer than ${minimum} customers each`]),
    ...(unknownFolded ? ["not known"] : []),
    ...(named.some(isLarge) ? ["the next larger"] : []),
  ];
  const last = parts.at(-1) ?? "";
  return `Other (${parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")}, and ${last}`})`;
}

function joined(groups: readonly GroupCounts[], name: string): GroupCounts {
  return {
    name,
    customers: addUp(groups),
    purchases: sum(groups.map(({ purchases }) => purchases)),
    revenue: sum(groups.map(({ revenue }) => revenue)),
  };
}

function addUp(groups: readonly GroupCounts[]): number {
  return sum(groups.map(({ customers }) => customers));
}
