import type { FilterFieldId } from "./filter-tables.ts";
import type { ChosenValue } from "./words.ts";

/** A field with the values that can be chosen. */
export interface FilterOptions {
  field: FilterFieldId;
  values: readonly string[];
}

/** So many fields can be chosen at once. */
export const mostChosen = 2;

/**
 * What an address chooses (`?gender=Female&season=Winter`), in the order in which it stands there. Unknown fields
 * and values, and what goes beyond two, are all.
 */
export function readFilterState(query: string, fields: readonly FilterOptions[]): ChosenValue[] {
  const chosen: ChosenValue[] = [];
  for (const [name, value] of new URLSearchParams(query)) {
    const field = fields.find((each) => each.field === name);
    if (field === undefined || !field.values.includes(value)) continue;
    if (chosen.length < mostChosen && chosen.every((each) => each.field !== name))
      chosen.push({ field: field.field, value });
  }
  return chosen;
}

/** An address's query with the choice in it; parameters of others stay. */
export function writeFilterState(
  chosen: readonly ChosenValue[],
  query: string,
  fields: readonly FilterOptions[],
): string {
  const parameters = new URLSearchParams(query);
  for (const { field } of fields) parameters.delete(field);
  for (const { field, value } of chosen) parameters.append(field, value);
  const written = parameters.toString();
  return written === "" ? "" : `?${written}`;
}

/** The choice after a field was set to a value, or back to all (the empty text). A third field is not taken. */
export function choose(chosen: readonly ChosenValue[], field: FilterFieldId, value: string): ChosenValue[] {
  const place = chosen.findIndex((each) => each.field === field);
  if (value === "") return chosen.filter((each) => each.field !== field);
  if (place >= 0) return chosen.with(place, { field, value });
  return chosen.length < mostChosen ? [...chosen, { field, value }] : [...chosen];
}
