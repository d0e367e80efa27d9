import { type FieldName, fieldNames } from "../fields/fields.ts";
import { type Meaning, meaningsOf } from "../fields/headers.ts";

/** How deep objects in an event are looked into. */
const deepest = 4;

/** A value of an event: its key, with dots where it lies within objects. */
type Leaf = readonly [key: string, value: unknown];

/** What an event says of the fields. */
export interface FoundFields {
  values: ReadonlyMap<FieldName, { key: string; value: unknown }>;
  /** Keys that mean a field which another key means as well. */
  clashes: readonly { field: FieldName; keys: readonly [string, string] }[];
  /** Keys that no field took. */
  unused: readonly string[];
}

/**
 * Finds the fields of events by their keys, as the headers of a file are found: `order_id` and `order: { id }` both
 * mean the order. `named` (field to key, from report.yaml) comes first.
 */
export function fieldFinder(
  named: Partial<Record<FieldName, string>>,
): (event: Readonly<Record<string, unknown>>) => FoundFields {
  const chosen = new Map(
    fieldNames.flatMap((field) => (named[field] === undefined ? [] : [[named[field], field] as const])),
  );
  const meanings = new Map<string, Meaning | null>();
  const meaningOf = (key: string): Meaning | null => {
    let meaning = meanings.get(key);
    if (meaning === undefined) {
      const own = chosen.get(key);
      const found = own === undefined ? lookUp(key) : { field: own, rank: -1 };
      meaning = found !== null && own === undefined && named[found.field] !== undefined ? null : found;
      // Keys come from outside: there could be a new one in every event.
      if (meanings.size < 10_000) meanings.set(key, meaning);
    }
    return meaning;
  };
  return (event) => {
    const best = new Map<FieldName, { key: string; value: unknown; rank: number }>();
    const clashes: { field: FieldName; keys: readonly [string, string] }[] = [];
    const unused: string[] = [];
    for (const [key, value] of leavesOf(event)) {
      const meaning = meaningOf(key);
      if (meaning === null) {
        unused.push(key);
        continue;
      }
      const { field, rank } = meaning;
      const earlier = best.get(field);
      if (earlier === undefined || rank < earlier.rank) best.set(field, { key, value, rank });
      else if (rank === earlier.rank && key !== earlier.key)
        clashes.push({ field, keys: [earlier.key, key] });
    }
    return { values: best, clashes, unused };
  };
}

/** The field that a key means; of several, the first in the order of the table. */
function lookUp(key: string): Meaning | null {
  const meanings = meaningsOf(key);
  const order = ({ field }: Meaning) => fieldNames.indexOf(field);
  return [...meanings].sort((a, b) => order(a) - order(b))[0] ?? null;
}

function* leavesOf(event: Readonly<Record<string, unknown>>, before = "", depth = 1): Generator<Leaf> {
  for (const [name, value] of Object.entries(event)) {
    const key = before + name;
    if (isObject(value) && depth < deepest) yield* leavesOf(value, `${key}.`, depth + 1);
    else yield [key, value];
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
