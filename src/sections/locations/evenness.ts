import type { Group } from "../../report/report.ts";
import { evennessTest } from "../../statistics/significance/chi-squared.ts";

/** Below this chance counts are taken to differ. */
const differ = 0.05;
/** The largest may be so much above the smallest for both to look alike. */
const alike = 1.25;

/**
 * Whether no place has more customers than another by more than chance, or by more than a quarter: then a ranking would
 * tell nothing. Two places at least.
 */
export function arePlacesEven(groups: readonly Pick<Group, "customers" | "other">[]): boolean {
  const counts = groups.filter(({ other }) => other !== true).map(({ customers }) => customers);
  if (counts.length < 2) return false;
  const test = evennessTest(counts);
  return (test !== null && test.p >= differ) || Math.max(...counts) <= Math.min(...counts) * alike;
}
