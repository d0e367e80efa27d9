import { Gate } from "./gate.ts";

/** A report as it was published, as far as the gate must know it. */
interface Published {
  /** Groups of fewer customers are not in it. */
  minimumGroup: number;
}

/** What may be said of how one report differs from another: as the stricter of the two would have it. */
export function gateBetween(previous: Published, current: Published): Gate {
  return new Gate(Math.max(previous.minimumGroup, current.minimumGroup));
}

/** Whether a report tells less of few than the one before: numbers of that one may be such as it would not publish. */
export function isStricter(current: Published, previous: Published): boolean {
  return current.minimumGroup > previous.minimumGroup;
}
