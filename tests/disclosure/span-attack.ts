import { inverse, prime } from "../../src/statistics/algebra/residues.ts";
import type { Told, ToldReport, Traits, Unit } from "./told.ts";

/** More combinations of values than that are not looked at together. */
const mostColumns = 1_600;

/** What every reader knows beside the report: which values come together by their nature. */
const byNature: readonly (readonly [string, string])[] = [
  ["time", "season"],
  ["time", "first"],
  ["time", "weekday"],
  ["product", "category"],
];

interface Column {
  traits: Traits;
  persons: ReadonlySet<number>;
}

/**
 * What follows of 1 to fewer persons than the minimum by adding and subtracting multiples of the numbers of a report,
 * measure by measure, on each two tables that share something or stand beside each other. The attacker knows which values
 * come together by nature, and what is told to be nobody's.
 */
export function spanAttack({ told, units, report }: ToldReport): string[] {
  const found = new Set<string>();
  for (const measure of ["money", "purchases", "orders", "customers"] as const) {
    const own = told.filter((each) => each.measure === measure);
    for (const names of unions(own, measure === "customers" ? 4 : 3))
      for (const leak of attackOn(names, own, told, units[measure], report.minimumGroup))
        found.add(`${measure} ${leak}`);
  }
  return [...found];
}

function traitsOf({ values }: Told): string[] {
  return [...new Set(values.flatMap((own) => Object.keys(own)))].sort();
}

/** The traits of each two numbers together, as far as these are not too many; none that lies within another. */
function unions(told: readonly Told[], most: number): string[][] {
  const sets = [...new Set(told.map((each) => traitsOf(each).join(" ")))].map((key) =>
    key.split(" ").filter(Boolean),
  );
  const found = new Map<string, string[]>();
  for (const one of sets)
    for (const other of sets) {
      const both = [...new Set([...one, ...other])].sort();
      if (both.length > 0 && both.length <= Math.max(most, one.length)) found.set(both.join(" "), both);
    }
  const all = [...found.values()];
  return all.filter(
    (names) =>
      !all.some(
        (more) => more !== names && more.length > names.length && names.every((name) => more.includes(name)),
      ),
  );
}

function attackOn(
  names: readonly string[],
  own: readonly Told[],
  all: readonly Told[],
  units: readonly Unit[],
  minimum: number,
): string[] {
  const isWithin = (each: Told) => traitsOf(each).every((name) => names.includes(name));
  let told = own.filter(isWithin);
  const values = new Map<string, Map<string, string>>();
  const columns = () => {
    for (const name of names) values.set(name, classesOf(name, told, units));
    return columnsOf(
      names,
      values,
      all.filter((each) => each.number === 0 && isWithin(each)),
      units,
    );
  };
  let domain = columns();
  if (domain === null) {
    told = told.filter(({ what }) => !what.startsWith("week "));
    domain = columns();
  }
  // As many would take hours.
  if (domain === null) return [];
  const sorted = [...domain].sort((a, b) => b.persons.size - a.persons.size);
  const vectors = new Map<string, Float64Array>();
  for (const { values: sets } of told) {
    const vector = Float64Array.from(sorted, ({ traits }) => Number(isIn(traits, sets)));
    vectors.set(vector.join(""), vector);
  }
  const rows = reduced([...vectors.values()], sorted.length);
  const found: string[] = [];
  const isFew = (persons: ReadonlySet<number>) => persons.size > 0 && persons.size < minimum;
  for (const row of rows.values()) {
    const persons = new Set<number>();
    const cells: string[] = [];
    // Rows are scaled so that the first number is 1: all alike, they are a group of purchases.
    if (row.some((value) => value > 1)) continue;
    row.forEach((value, place) => {
      if (value === 0) return;
      const column = sorted[place];
      for (const person of column?.persons ?? []) persons.add(person);
      if ((column?.persons.size ?? 0) > 0) cells.push(names.map((name) => column?.traits[name]).join("/"));
    });
    if (isFew(persons))
      found.push(`of ${persons.size}: ${names.join("×")}: ${cells.slice(0, 3).join(" + ")}`);
  }
  for (let mask = 1; mask < 2 ** names.length; mask += 1) {
    const some = names.filter((_, place) => (mask & (1 << place)) !== 0);
    const cells = new Map<string, { target: Float64Array; persons: Set<number> }>();
    sorted.forEach((column, place) => {
      const key = some.map((name) => column.traits[name]).join("/");
      const cell = cells.get(key) ?? { target: new Float64Array(sorted.length), persons: new Set() };
      cells.set(key, cell);
      cell.target[place] = 1;
      for (const person of column.persons) cell.persons.add(person);
    });
    for (const [key, { target, persons }] of cells)
      if (isFew(persons) && follows(target, rows))
        found.push(`of ${persons.size}: ${some.join("×")}: ${key}`);
  }
  return found;
}

function isIn(traits: Traits, sets: Told["values"]): boolean {
  return sets.some((own) => Object.entries(own).every(([name, values]) => values.has(traits[name] ?? "")));
}

/** Values that no number tells apart, as one: the first of each by value. */
function classesOf(name: string, told: readonly Told[], units: readonly Unit[]): Map<string, string> {
  const first = new Map<string, string>();
  const found = new Map<string, string>();
  const sets = told.flatMap(({ values }) => values.flatMap((own) => own[name] ?? []));
  // Which values come together by nature parts them as well.
  const partners = byNature.flatMap(([one, other]) =>
    one === name ? [other] : other === name && one !== "time" ? [one] : [],
  );
  const beside = new Map<string, Set<string>>();
  for (const { traits } of units) {
    const own = beside.get(traits[name] ?? "") ?? new Set();
    beside.set(traits[name] ?? "", own);
    for (const partner of partners)
      if (partner !== "first" && partner !== "weekday") own.add(`${partner} ${traits[partner]}`);
  }
  for (const value of [...new Set(units.map(({ traits }) => traits[name] ?? ""))].sort()) {
    const key = `${sets.map((set) => Number(set.has(value))).join("")} ${[...(beside.get(value) ?? [])].sort()} ${name === "time" || name === "first" ? value.slice(0, 7) : ""}`;
    if (!first.has(key)) first.set(key, value);
    found.set(value, first.get(key) ?? value);
  }
  return found;
}

/** Every combination of values that may have a unit, with whose these are; null for too many. */
function columnsOf(
  names: readonly string[],
  values: ReadonlyMap<string, ReadonlyMap<string, string>>,
  nobody: readonly Told[],
  units: readonly Unit[],
): Column[] | null {
  const persons = new Map<string, Set<number>>();
  const classOf = (name: string, value: string) => values.get(name)?.get(value) ?? value;
  const pairs = new Map(byNature.map(([one, other]) => [`${one} ${other}`, new Set<string>()]));
  for (const { traits, person } of units) {
    const key = names.map((name) => classOf(name, traits[name] ?? "")).join("\n");
    persons.set(key, (persons.get(key) ?? new Set()).add(person));
    for (const [one, other] of byNature)
      pairs
        .get(`${one} ${other}`)
        ?.add(`${classOf(one, traits[one] ?? "")} ${classOf(other, traits[other] ?? "")}`);
  }
  const comeTogether = (traits: Traits) =>
    byNature.every(([one, other]) => {
      if (!(one in traits && other in traits)) return true;
      if (other === "first") return (traits["first"] ?? "") <= (traits["time"] ?? "").slice(0, 7);
      return pairs.get(`${one} ${other}`)?.has(`${traits[one]} ${traits[other]}`) === true;
    });
  let partial: Traits[] = [{}];
  for (const name of names) {
    const own = [...new Set(values.get(name)?.values() ?? [])];
    partial = partial
      .flatMap((traits) => own.map((value) => ({ ...traits, [name]: value })))
      .filter(comeTogether)
      .filter(
        (traits) =>
          !nobody.some(({ values: sets }) =>
            sets.some((own) =>
              Object.entries(own).every(([each, set]) => each in traits && set.has(traits[each] ?? "")),
            ),
          ),
      );
    if (partial.length > 4 * mostColumns) return null;
  }
  if (partial.length > mostColumns) return null;
  return partial.map((traits) => ({
    traits,
    persons: persons.get(names.map((name) => traits[name]).join("\n")) ?? new Set(),
  }));
}

/** The reduced echelon form of some rows, by the place of each pivot. */
function reduced(rows: readonly Float64Array[], width: number): Map<number, Float64Array> {
  const left = [...rows];
  const found = new Map<number, Float64Array>();
  let from = 0;
  for (let column = 0; column < width && from < left.length; column += 1) {
    const at = left.findIndex((row, place) => place >= from && row[column] !== 0);
    if (at < 0) continue;
    const row = left[at] ?? new Float64Array(width);
    left[at] = left[from] ?? row;
    left[from] = row;
    const factor = inverse(row[column] ?? 1);
    for (let place = column; place < width; place += 1) row[place] = ((row[place] ?? 0) * factor) % prime;
    for (const [place, other] of left.entries()) {
      const times = other[column] ?? 0;
      if (place === from || times === 0) continue;
      for (let each = column; each < width; each += 1) {
        const value = row[each] ?? 0;
        if (value !== 0) other[each] = ((other[each] ?? 0) + (prime - times) * value) % prime;
      }
    }
    found.set(column, row);
    from += 1;
  }
  return found;
}

function follows(target: Float64Array, rows: ReadonlyMap<number, Float64Array>): boolean {
  const rest = target.slice();
  target.forEach((value, column) => {
    const row = value === 0 ? undefined : rows.get(column);
    if (row === undefined) return;
    const times = rest[column] ?? 0;
    if (times !== 0)
      row.forEach((own, place) => {
        if (own !== 0) rest[place] = ((rest[place] ?? 0) + (prime - times) * own) % prime;
      });
  });
  return rest.every((value) => value === 0);
}
