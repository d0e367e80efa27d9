import { type RuleColumn, type RuleKind, ruleColumns } from "./words/rule-explorer.ts";

export interface RuleSort {
  column: RuleColumn;
  descending: boolean;
}

/** What the explorer shows. */
export interface RuleState {
  /** null: baskets of every kind. */
  kind: RuleKind | null;
  search: string;
  /** Shares, 0 to 1. */
  minSupport: number;
  minConfidence: number;
  minLift: number;
  sort: RuleSort;
}

export const everyRule: RuleState = {
  kind: null,
  search: "",
  minSupport: 0,
  minConfidence: 0,
  minLift: 0,
  sort: { column: "kind", descending: false },
};

const longestSearch = 200;

/**
 * The state in an address (`?kind=orders&search=jeans&minLift=2&sort=-confidence`); what makes no sense is left out.
 */
export function readRuleState(query: string, kinds: readonly RuleKind[]): RuleState {
  const parameters = new URLSearchParams(query);
  const text = (name: string) => parameters.get(name)?.trim() ?? "";
  const sort = text("sort");
  const column = ruleColumns.find((name) => name === sort.replace(/^-/, ""));
  return {
    kind: kinds.find((kind) => kind === text("kind")) ?? null,
    search: text("search").slice(0, longestSearch),
    minSupport: atLeast(text("minSupport"), 1),
    minConfidence: atLeast(text("minConfidence"), 1),
    minLift: atLeast(text("minLift")),
    sort: column === undefined ? everyRule.sort : { column, descending: sort.startsWith("-") },
  };
}

/** An address's query with the state in it; parameters of others stay, defaults are not written. */
export function writeRuleState(state: RuleState, query: string): string {
  const parameters = new URLSearchParams(query);
  for (const [name, value] of Object.entries(asParameters(state))) {
    if (value === "") parameters.delete(name);
    else parameters.set(name, value);
  }
  const written = parameters.toString();
  return written === "" ? "" : `?${written}`;
}

/** Whether an address says anything to the explorer. */
export function hasRuleState(query: string): boolean {
  const parameters = new URLSearchParams(query);
  return Object.keys(asParameters(everyRule)).some((name) => parameters.has(name));
}

/** The order after a press on a column's heading: numbers start with the greatest, words and chance with the least. */
export function nextSort(sort: RuleSort, column: RuleColumn): RuleSort {
  if (sort.column === column) return { column, descending: !sort.descending };
  return { column, descending: !["kind", "if", "then", "chance"].includes(column) };
}

/** A share as a field shows it: 0.015 is `1.5` percent, and 0 an empty field. */
export function percentText(share: number): string {
  return share === 0 ? "" : String(Number((share * 100).toPrecision(12)));
}

/** What stands in a field of percent, as a share; exact, which a division of the number would not be. */
export function shareOf(percent: string): number {
  return atLeast(/^\d*\.?\d+$/.test(percent.trim()) ? String(Number(`${percent.trim()}e-2`)) : "", 1);
}

/** What stands in a field of lift. */
export function liftOf(text: string): number {
  return atLeast(text.trim());
}

function asParameters(state: RuleState): Record<string, string> {
  const { column, descending } = state.sort;
  const isDefault = column === everyRule.sort.column && descending === everyRule.sort.descending;
  return {
    kind: state.kind ?? "",
    search: state.search,
    minSupport: numberText(state.minSupport),
    minConfidence: numberText(state.minConfidence),
    minLift: numberText(state.minLift),
    sort: isDefault ? "" : `${descending ? "-" : ""}${column}`,
  };
}

function numberText(value: number): string {
  return value === 0 ? "" : String(value);
}

/** A threshold from text; 0 where it is none. */
function atLeast(text: string, most = Number.MAX_VALUE): number {
  if (!/^\d*\.?\d+(e-?\d+)?$/i.test(text)) return 0;
  const value = Number(text);
  return value <= most ? value : 0;
}
