import type { Affinity, AffinityItem, AffinityKind, AffinityRule } from "./affinity.ts";

type Cell = string | number | null;

const columns: [heading: string, cell: (rule: AffinityRule, kind: AffinityKind) => Cell][] = [
  ["kind", (_rule, { kind }) => kind],
  ["if", ({ antecedent }) => sideText(antecedent)],
  ["then", ({ consequent }) => sideText(consequent)],
  ["baskets", ({ count }) => count],
  ["antecedent baskets", ({ antecedentCount }) => antecedentCount],
  ["consequent baskets", ({ consequentCount }) => consequentCount],
  ["customers", ({ customers }) => customers],
  ["support", ({ support }) => support],
  ["confidence", ({ confidence }) => confidence],
  ["lift", ({ lift }) => lift],
  ["leverage", ({ leverage }) => leverage],
  ["conviction", ({ conviction }) => conviction],
  ["zhang", ({ zhang }) => zhang],
  ["jaccard", ({ jaccard }) => jaccard],
  ["p", ({ p }) => p],
  ["q", ({ q }) => q],
];

/** The listed rules as CSV (RFC 4180: CRLF, quotes doubled), in full precision. */
export function rulesCsv({ kinds }: Affinity): string {
  const rows = kinds.flatMap((kind) => kind.rules.map((rule) => columns.map(([, cell]) => cell(rule, kind))));
  return [columns.map(([heading]) => heading), ...rows]
    .map((row) => `${row.map(cellText).join(",")}\r\n`)
    .join("");
}

/** `Season Winter; Gender Male`; products and categories by their name alone, never cut. */
function sideText(items: readonly AffinityItem[]): string {
  return items
    .map(({ field, name }) => (field === "Product" || field === "Category" ? name : `${field} ${name}`))
    .join("; ");
}

/** Text that a spreadsheet would take for a formula; some take the full-width signs too. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

/** An apostrophe keeps text from being a formula. Numbers are numbers, whatever their sign. */
function cellText(cell: Cell): string {
  if (typeof cell !== "string") return cell === null ? "" : String(cell);
  const text = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
