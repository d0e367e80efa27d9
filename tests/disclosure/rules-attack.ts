import type { Report } from "../../src/report/report.ts";

/** Fields of rules as the filters know them. */
const fields: Readonly<Record<string, string>> = {
  Gender: "gender",
  "Age group": "ageGroup",
  Category: "category",
  Season: "season",
  Location: "location",
  Persona: "persona",
};

/**
 * What cells of the filters' tables less the counts of rules within them leave of 1 to fewer purchases than the minimum,
 * by the names of the rules; and how many were held against each other.
 */
export function rulesAttack({ affinity, filters, minimumGroup }: Report): {
  found: string[];
  compared: number;
} {
  const found: string[] = [];
  let compared = 0;
  const rules = affinity?.kinds.find(({ kind }) => kind === "traits");
  for (const table of [...(filters?.tables ?? []), ...(filters?.coarser ?? [])]) {
    const counts = table.columns.counts?.split(",").map((text) => Number.parseInt(text, 36));
    const axes = table.key.split("+").map((id) => {
      const values = filters?.fields.find(({ field }) => field === id)?.values ?? [];
      return { id, values, of: table.groups?.[id]?.of ?? values.map((_, index) => index + 1) };
    });
    if (counts === undefined || axes.some(({ values }) => values.length === 0)) continue;
    const left = new Map<number, { count: number; names: string[] }>();
    for (const { antecedent, consequent, count } of [...(rules?.rules ?? []), ...(rules?.chance ?? [])]) {
      const items = [...antecedent, ...consequent];
      const places = axes.map(({ id, values }) =>
        values.indexOf(items.find(({ field }) => fields[field] === id)?.name ?? ""),
      );
      if (items.length !== axes.length || places.includes(-1)) continue;
      const groups = axes.map(({ of }, axis) => of[places[axis] ?? 0] ?? 0);
      if (groups.includes(0)) continue;
      const cell = groups.reduce(
        (at, group, axis) => at * Math.max(...(axes[axis]?.of ?? [])) + group - 1,
        0,
      );
      const known = left.get(cell) ?? { count: counts[cell] ?? Number.NaN, names: [] };
      left.set(cell, {
        count: known.count - count,
        names: [...known.names, items.map(({ name }) => name).join()],
      });
      compared += 1;
    }
    for (const { count, names } of left.values())
      if (count > 0 && count < minimumGroup) found.push(`${table.key} less ${names.join(" and ")}: ${count}`);
  }
  return { found, compared };
}
