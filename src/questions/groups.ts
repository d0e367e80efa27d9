import { compareText } from "../dataset/clean/text.ts";

/** Purchases that share a value, as a question gives them. */
export interface GroupCounts {
  name: string;
  /** Distinct customers; guests are nobody's. */
  customers: number;
  purchases: number;
  revenue: number;
}

/** A group with its id among the values of its field, and the orders of guests in it. */
export interface CountedGroup extends GroupCounts {
  id: number;
  /** Each taken for a person of its own; without orders each purchase of a guest. */
  guests: number;
}

/** The groups of one field, whole, and what belongs to none of them. */
export interface FieldGroups {
  groups: CountedGroup[];
  /** Purchases and customers without a value; its id is 0. */
  missing: CountedGroup;
  /** Of a field of customers: the purchases of guests, who have no such value; null where guests count in groups. */
  guests: CountedGroup | null;
  /** Where a customer may be in several groups. */
  several?: SeveralGroups;
  /** A value of another field that a group lies within, as a product in its category; null for none. */
  within?: (id: number) => number | null;
  /** The customers that are told of what a group lies within; null for none. */
  customersAround?: (id: number) => number | null;
}

/** Counts customers who may be in several groups, each once. */
export interface SeveralGroups {
  /** Different customers of some groups, by their ids; 0: of purchases without a value. */
  customersIn: (ids: readonly number[]) => number;
  /** The customers in more than one group, each with the ids of the groups. */
  overlaps: () => readonly { ids: readonly number[] }[];
}

/** Largest first by one of the counts; equals in alphabetical (code) order. */
export function largestFirst(
  by: "customers" | "purchases" | "revenue",
): (a: GroupCounts, b: GroupCounts) => number {
  return (a, b) => b[by] - a[by] || compareText(a.name, b.name);
}
