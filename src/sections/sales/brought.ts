import type { SalesPeriod } from "./sales.ts";

/** What periods brought: after returns where these are told for each of them. */
export function brought(periods: readonly SalesPeriod[]): { net: boolean; money: number[] } {
  return {
    net: periods.every(({ returns }) => returns !== null),
    money: periods.map(({ revenue, returns }) => revenue + (returns ?? 0)),
  };
}
