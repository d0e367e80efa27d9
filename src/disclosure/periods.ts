/** A month or week of the data. */
export interface BuyersInPeriod {
  /** Sorts by time. */
  name: string;
  /** Distinct customers who bought, and orders of guests. */
  buyers: number;
  /** Whether its numbers would be shown. */
  listed: boolean;
  /** What else it lies within, such as its year: what stays of each must hold nobody or enough. */
  within?: readonly string[];
}

/**
 * The periods that are not shown: those of few buyers, and more with them, the oldest first (the newest are news), until
 * what is not shown of the whole, and of everything that a period lies within, has none or enough buyers. A buyer may
 * be in several periods: together they have at least as many as one of them.
 */
export function withheldPeriods(
  periods: readonly BuyersInPeriod[],
  isFew: (persons: number) => boolean,
): ReadonlySet<string> {
  const filled = periods.filter(({ buyers }) => buyers > 0).sort((a, b) => (a.name < b.name ? -1 : 1));
  const hidden = new Set(filled.filter(({ buyers, listed }) => isFew(buyers) || !listed));
  const wholes = new Map<string, BuyersInPeriod[]>([["", filled]]);
  for (const period of filled) {
    for (const whole of period.within ?? []) wholes.set(whole, [...(wholes.get(whole) ?? []), period]);
  }
  const isThin = (whole: readonly BuyersInPeriod[]) => {
    const most = Math.max(0, ...whole.filter((period) => hidden.has(period)).map(({ buyers }) => buyers));
    return most > 0 && isFew(most) && whole.some((period) => !hidden.has(period));
  };
  for (let thin = [...wholes.values()].find(isThin); thin; thin = [...wholes.values()].find(isThin)) {
    const next = thin.find((period) => !hidden.has(period));
    if (next === undefined) break;
    hidden.add(next);
  }
  return new Set([...hidden].map(({ name }) => name));
}
