import { atLeast, withhold } from "./withhold.ts";

/** A month or week of the data. */
export interface BuyersInPeriod {
  /** Sorts by time. */
  name: string;
  /** Distinct customers who bought, and orders of guests. */
  buyers: number;
  /** Whether its numbers would be shown. */
  listed: boolean;
}

/**
 * The periods whose numbers are withheld: those of fewer than `minimum` buyers, and where the rest of the whole would
 * tell theirs, others with them, the oldest first: the newest are news.
 */
export function withheldPeriods(periods: readonly BuyersInPeriod[], minimum: number): ReadonlySet<string> {
  const cells = periods.map(({ buyers, ...period }) => ({ ...period, persons: buyers, row: "" }));
  const hidden = withhold(cells, minimum, {
    together: atLeast,
    first: (a, b) => (a.name < b.name ? -1 : 1),
  });
  return new Set([...hidden].map(({ name }) => name));
}
