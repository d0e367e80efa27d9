import type { Config } from "../config/config.ts";
import type { Account } from "./account.ts";
import { type Findings, movesMoney } from "./findings.ts";
import type { Money } from "./money/amounts.ts";
import type { RawTable } from "./raw-table.ts";
import { RowKind } from "./row-kind.ts";
import { rowPersons } from "./row-persons.ts";
import type { Standings } from "./standing.ts";

/** Tells of status words that are not understood: their lines count as sales. */
export function tellUnknownWords(
  table: RawTable,
  { unknown }: Standings,
  { amounts }: Money,
  kinds: Uint8Array,
  config: Config,
  findings: Findings,
): void {
  const personOf = rowPersons(table);
  const parts = [...unknown].flatMap(([word, rows]) => {
    const counted = rows.filter((row) => kinds[row] === RowKind.purchase);
    if (counted.length === 0) return [];
    const value = counted.reduce((all, row) => all + (amounts[row] || 0), 0);
    const people = new Set(counted.map(personOf)).size;
    const worth = people < config.privacy.minimumGroup || value === 0 ? "" : `, ${value.toFixed(2)}`;
    return [
      {
        rows: counted.length,
        text: `${JSON.stringify(word.slice(0, 60))} (${counted.length.toLocaleString("en-US")} ${counted.length === 1 ? "line" : "lines"}${worth})`,
      },
    ];
  });
  if (parts.length === 0) return;
  parts.sort((a, b) => b.rows - a.rows);
  findings.warn(
    "status-unknown",
    `Status words that are not understood count as sales: ${parts
      .slice(0, 10)
      .map(({ text }) => text)
      .join(", ")}.`,
    parts.reduce((all, { rows }) => all + rows, 0),
  );
}

/** Says that rows were left out whose money would change the headline. */
export function tellLost(lost: number, amounts: Float64Array, kinds: Uint8Array, findings: Findings): void {
  if (lost === 0) return;
  const sold = amounts.reduce(
    (all, amount, row) => (kinds[row] === RowKind.purchase ? all + amount : all),
    0,
  );
  if (!movesMoney(lost, sold + lost)) return;
  findings.warn(
    "left-out-money",
    "Rows left out for a value that cannot be read, or a date that is mistyped, hold more than 1 % of the money: revenue is too low by what they came to. The Data page lists them; correct them in the file.",
  );
}

/** Says how many rows another file holds already. */
export function tellOverlap(
  { read }: Pick<Account, "read">,
  kinds: Uint8Array,
  overlap: Uint8Array,
  findings: Findings,
): void {
  const rows = overlap.reduce((all, each) => all + each, 0);
  if (rows === 0 || kinds.length === 0) return;
  findings.warn(
    "overlap",
    `The files overlap: ${rows.toLocaleString("en-US")} of ${read.toLocaleString("en-US")} rows are order lines that another file holds already. They were counted once.`,
    rows,
  );
}
