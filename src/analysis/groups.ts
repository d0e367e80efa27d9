import { compareText } from "../dataset/clean/text.ts";

/** Purchases that share a value, as a question gives them. */
export interface GroupCounts {
  name: string;
  /** Distinct customers; guests are nobody's. */
  customers: number;
  purchases: number;
  revenue: number;
}

/** Largest first by one of the counts; equals in alphabetical (code) order. */
export function largestFirst(by: "customers" | "purchases" | "revenue"): (a: GroupCounts, b: GroupCounts) => number {
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

/**
 * Folds groups of fewer than `minimum` customers into one. Where these together are still too few, the
 * next smallest goes with them, so that no small group can be worked out from a total.
 */
export function foldSmallGroups(groups: readonly GroupCounts[], minimum: number): FoldedGroups {
  const ascending = [...groups].sort(largestFirst("customers")).reverse();
  const hidden = new Set<GroupCounts>();
  let customers = 0;
  for (const group of ascending) {
    if (group.customers >= minimum && (hidden.size === 0 || customers >= minimum)) break;
    hidden.add(group);
    customers += group.customers;
  }
  const kept = groups.filter((group) => !hidden.has(group));
  const tooFew = customers < minimum;
  const other = hidden.size === 0 || tooFew ? null : joined([...hidden], `Other (fewer than ${minimum} customers each)`);
  return { groups: kept, other, folded: hidden.size };
}

function joined(groups: readonly GroupCounts[], name: string): GroupCounts {
  const total = { name, customers: 0, purchases: 0, revenue: 0 };
  for (const { customers, purchases, revenue } of groups) {
    total.customers += customers;
    total.purchases += purchases;
    total.revenue += revenue;
  }
  return total;
}
