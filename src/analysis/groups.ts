import { compareText } from "../dataset/clean/text.ts";
import { sum } from "../statistics/sum.ts";

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
}

/** How many distinct customers stand behind some of the groups. */
export type CustomersIn = (groups: readonly GroupCounts[]) => number;

/**
 * Folds groups of fewer than `minimum` customers into one. Where these together are still too few, the
 * next smallest goes with them, so that no small group can be worked out from a total. A customer may be
 * in several groups: `customersIn` counts each once; without it every customer is in one group.
 */
export function foldSmallGroups(
  groups: readonly GroupCounts[],
  minimum: number,
  customersIn: CustomersIn = addUp,
): FoldedGroups {
  const hidden = groups.filter(({ customers }) => customers < minimum);
  if (hidden.length === 0) return { groups: [...groups], other: null, folded: 0 };
  let customers = customersIn(hidden);
  if (customers < minimum) {
    const [next] = groups
      .filter((group) => group.customers >= minimum)
      .sort(largestFirst("customers"))
      .slice(-1);
    if (next !== undefined) {
      hidden.push(next);
      customers = customersIn(hidden);
    }
  }
  const isHidden = new Set(hidden);
  const kept = groups.filter((group) => !isHidden.has(group));
  const other = customers < minimum ? null : { ...joined(hidden, otherName(hidden, minimum)), customers };
  return { groups: kept, other, folded: hidden.length };
}

function otherName(hidden: readonly GroupCounts[], minimum: number): string {
  const each = `fewer than ${minimum} customers each`;
  return hidden.every(({ customers }) => customers < minimum)
    ? `Other (${each})`
    : `Other (${each}, and the next larger)`;
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
