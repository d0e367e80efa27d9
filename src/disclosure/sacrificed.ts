import { type BreakdownField, fieldOf } from "../fields/traits.ts";

/** A group that is large enough to be shown, and was folded so that a small one cannot be worked out. */
export interface Sacrificed {
  field: BreakdownField;
  name: string;
}

/** Whether a name of a field, or of a column in the store, may be named: its numbers would tell of a small group. */
export type MayName = (field: string, name: string) => boolean;

/** Whether names may be named, given the groups that were folded for another's sake. */
export function mayName(sacrificed: readonly Sacrificed[]): MayName {
  const folded = new Set(sacrificed.map(({ field, name }) => `${field} ${name}`));
  return (field, name) => folded.size === 0 || !folded.has(`${fieldOf(field)} ${name}`);
}
