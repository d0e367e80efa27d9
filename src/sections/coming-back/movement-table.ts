/** Where customers were and where they are: groups best first, then those who are new since. */
export interface MovementTable {
  groups: string[];
  /** From this group on customers have not ordered for long; null where groups do not say so. */
  asleepFrom: number | null;
  /** A row a group then, and a last one of those who were no customers yet; a column a group now. */
  customers: number[][];
  /** What the same customers spent in the months before the day and in those since; null where it would tell of few. */
  money: { before: number[][]; since: number[][] } | null;
}
