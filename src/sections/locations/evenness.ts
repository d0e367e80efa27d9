import type { Group } from "../../report/report.ts";
import { evennessTest, isEven } from "../../statistics/significance/chi-squared.ts";

/** Whether no place stands out by its customers: then a ranking would tell nothing. Two places at least. */
export function arePlacesEven(groups: readonly Pick<Group, "customers" | "other">[]): boolean {
  const test = evennessTest(groups.filter(({ other }) => other !== true).map(({ customers }) => customers));
  return test !== null && isEven(test);
}
