/** What is left out of a list of groups, so far. */
export interface LeftOut<Group> {
  /** Takes one more. */
  add: (group: Group) => void;
  /** Whether what is left out follows from the total and what is told without telling of few. */
  holds: (told: readonly Group[]) => boolean;
}

/** The groups that may be told beside their total: the smallest are left out, one after the other, until that holds. */
export function leaveOutSmallest<Group>(largestFirst: readonly Group[], leftOut: LeftOut<Group>): Group[] {
  const told = [...largestFirst];
  while (told.length > 0 && !leftOut.holds(told)) {
    const smallest = told.pop();
    if (smallest !== undefined) leftOut.add(smallest);
  }
  return told;
}
