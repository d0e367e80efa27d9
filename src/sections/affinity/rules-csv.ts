import { type CsvCell, csvOf } from "../../report/csv.ts";
import type { Affinity, AffinityItem, AffinityKind, AffinityRule } from "./affinity.ts";

const columns: [heading: string, cell: (rule: AffinityRule, kind: AffinityKind) => CsvCell][] = [
  ["kind", (_rule, { kind }) => kind],
  ["if", ({ antecedent }) => sideText(antecedent)],
  ["then", ({ consequent }) => sideText(consequent)],
  ["baskets", ({ count }) => count],
  ["antecedent baskets", ({ antecedentCount }) => antecedentCount],
  ["consequent baskets", ({ consequentCount }) => consequentCount],
  ["customers", ({ customers }) => customers],
  ["support", ({ support }) => support],
  ["confidence", ({ confidence }) => confidence],
  ["confidence low", ({ confidenceInterval }) => confidenceInterval?.low ?? null],
  ["confidence high", ({ confidenceInterval }) => confidenceInterval?.high ?? null],
  ["confidence back", ({ confidenceBack }) => confidenceBack],
  ["confidence back low", ({ confidenceBackInterval }) => confidenceBackInterval?.low ?? null],
  ["confidence back high", ({ confidenceBackInterval }) => confidenceBackInterval?.high ?? null],
  ["adjusted lift", ({ adjustedLift }) => adjustedLift],
  ["lift", ({ lift }) => lift],
  ["leverage", ({ leverage }) => leverage],
  ["conviction", ({ conviction }) => conviction],
  ["zhang", ({ zhang }) => zhang],
  ["jaccard", ({ jaccard }) => jaccard],
  ["p", ({ p }) => p],
  ["q", ({ q }) => q],
];

/** The listed rules as CSV, in full precision. */
export function rulesCsv({ kinds }: Affinity): string {
  const rows = kinds.flatMap((kind) => kind.rules.map((rule) => columns.map(([, cell]) => cell(rule, kind))));
  return csvOf([columns.map(([heading]) => heading), ...rows]);
}

/** `Season Winter; Gender Male`; products and categories by their name alone, never cut. */
function sideText(items: readonly AffinityItem[]): string {
  return items
    .map(({ field, name }) => (field === "Product" || field === "Category" ? name : `${field} ${name}`))
    .join("; ");
}
