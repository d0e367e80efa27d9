import type { Findings } from "../findings.ts";
import type { RawTable } from "../raw-table.ts";
import { type WordExample, withholdRare } from "./few-carriers.ts";
import { daysBetweenPurchases, knownFrequencies } from "./purchase-frequency.ts";
import type { WordValues } from "./values.ts";

const unknownDays = "no known number of days";

/** Remarks on stated purchase frequencies that stand for no known number of days. */
export function reportFrequencies(
  table: RawTable,
  words: WordValues,
  findings: Findings,
  minimum: number,
): void {
  const column = table.column("purchaseFrequency");
  const unknown = words.words.map((word) => word !== "" && daysBetweenPurchases(word) === null);
  if (column === undefined || !unknown.includes(true)) return;
  const shown: WordExample[] = [];
  for (let row = 0; row < table.rows; row += 1) {
    const word = words.wordOf[column.codes[row] ?? 0] ?? 0;
    if (unknown[word] !== true) continue;
    findings.add(
      {
        kind: "purchaseFrequency-unknown",
        severity: "note",
        message: `Purchase frequency: words that stand for no known number of days give no recency where recency comes from them. Known are ${knownFrequencies}.`,
      },
      () => {
        const value = words.words[word] ?? "";
        const example = { ...table.place(row, "purchaseFrequency"), value, reason: unknownDays };
        shown.push({ example, word });
        return example;
      },
    );
  }
  withholdRare(table, column, words, shown, minimum, unknownDays);
}
