import { notOneNumber } from "./gate-path-words.ts";

/** The number at a path, or why there is none: what of the path was found, and what stands there. */
export type Found =
  | { value: number }
  | { missing: string; at: string; there: string[] }
  | { notOne: string; at: string };

/** By these keys, the first that an item has, items of a list are called. */
const nameKeys = ["id", "metric", "field", "name", "kind", "month", "k", "reason", "header"];

/**
 * The number that a path names in a report: keys with dots between; an item of a list by its name (what it holds as
 * id, metric, field, name, kind, month, k, reason or header), or by its place from 0 where items are numbers or
 * lists; a name that holds a dot in double quotes, as in `breakdowns.product.groups."No. 5".revenue`. An item that
 * holds a number as its `value` is that number.
 */
export function findNumber(report: unknown, path: string): Found {
  let here = report;
  const walked: string[] = [];
  for (const part of partsOf(path)) {
    const at = walked.join(".");
    const next = step(here, part);
    if (next === "twice") return { notOne: notOneNumber.twice(part), at };
    if (next === undefined) return { missing: part, at, there: namesIn(here) };
    here = next.value;
    walked.push(part);
  }
  const value = typeof here === "object" && here !== null && "value" in here ? here.value : here;
  if (typeof value === "number") return { value };
  const at = walked.join(".");
  if (value === null) return { notOne: notOneNumber.empty, at };
  if (typeof value === "object") return { missing: "", at, there: namesIn(value) };
  return { notOne: notOneNumber.other(value), at };
}

/** `a."b.c".d` as `a`, `b.c`, `d`. */
function partsOf(path: string): string[] {
  return Array.from(path.matchAll(/"([^"]*)"|([^."][^.]*)/g), ([, quoted, plain]) => quoted ?? plain ?? "");
}

function step(here: unknown, part: string): { value: unknown } | "twice" | undefined {
  if (typeof here !== "object" || here === null) return undefined;
  if (!Array.isArray(here)) return Object.hasOwn(here, part) ? { value: Reflect.get(here, part) } : undefined;
  const items: unknown[] = here;
  const named = items.filter((item) => nameOf(item) === part);
  if (named.length > 1) return "twice";
  if (named.length === 1) return { value: named[0] };
  const place = /^\d+$/.test(part) ? Number(part) : items.length;
  return place < items.length && nameOf(items[place]) === undefined ? { value: items[place] } : undefined;
}

function nameOf(item: unknown): string | undefined {
  if (typeof item !== "object" || item === null || Array.isArray(item)) return undefined;
  const key = nameKeys.find((candidate) => Object.hasOwn(item, candidate));
  return key === undefined ? undefined : String(Reflect.get(item, key));
}

/** The parts that a path may go on with. */
function namesIn(here: unknown): string[] {
  if (typeof here !== "object" || here === null) return [];
  if (!Array.isArray(here)) return Object.keys(here);
  const items: unknown[] = here;
  return items.map((item, place) => nameOf(item) ?? String(place));
}
