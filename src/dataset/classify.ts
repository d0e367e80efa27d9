import type { Config } from "../config/config.ts";
import { type FieldName, fields } from "../fields/fields.ts";
import type { Account, Example } from "./account.ts";
import type { CleanTable } from "./clean/clean-table.ts";
import { Outcome } from "./clean/values.ts";
import { findDuplicates } from "./duplicates.ts";
import { excludeProducts } from "./exclude.ts";
import type { Findings } from "./findings.ts";
import type { RawTable } from "./raw-table.ts";
import { RowKind } from "./row-kind.ts";

export { RowKind };

/** The rows by kind, with the numbers that decided. */
export interface Classified {
  kinds: Uint8Array;
  /** Money of the line; NaN where there is none. */
  amounts: Float64Array;
  quantities: Float64Array;
  /** Values of returns and guests' part are known only once the rows are loaded. */
  account: Omit<Account, "returnsValue" | "guestPurchases">;
  /** Rows dropped for a bad value; proven duplicates and empty rows are not among them. */
  bad: number;
  firstBad: Example | undefined;
  excludedLines: Map<string, number>;
}

/**
 * Decides for each row what it is. A purchase is a line with quantity and price above 0 that is not
 * cancelled; cancelled and negative lines are returns; then come lines without a price. Dropped rows
 * become findings.
 */
export function classify(table: RawTable, clean: CleanTable, config: Config, findings: Findings): Classified {
  const { rows } = table;
  const kinds = new Uint8Array(rows);
  const amounts = new Float64Array(rows).fill(Number.NaN);
  const quantities = new Float64Array(rows).fill(1);
  const duplicates = findDuplicates(table);
  const columns = [...table.columns.values()];
  const lineColumn = table.column("line");
  const isOrderLine = orderLines(table, clean);
  const needed = neededColumns(table, clean);
  const quantity = reader(table, clean, "quantity");
  const price = reader(table, clean, "price");
  const priceColumn = table.column("price");
  const priceOutcomes = clean.numbers.get("price")?.outcomes;
  const badPrice = (row: number) =>
    priceColumn !== undefined && priceOutcomes?.[priceColumn.code(row)] === Outcome.bad;
  const amount = reader(table, clean, "amount");
  const isCancelled = cancellation(table, clean);
  const dropped = new Map<string, number>();
  const account: Classified["account"] = {
    read: rows,
    purchases: 0,
    returns: 0,
    unpriced: 0,
    excluded: 0,
    dropped: 0,
    droppedByReason: [],
    duplicates: 0,
  };
  let keptDuplicates = 0;
  let bad = 0;
  let firstBad: Example | undefined;

  const drop = (
    row: number,
    kind: string,
    message: string,
    field: FieldName,
    reason: string,
    value: string,
  ) => {
    account.dropped += 1;
    dropped.set(message, (dropped.get(message) ?? 0) + 1);
    const example = () => ({ ...table.place(row, field), value, reason });
    findings.add({ kind: `dropped-${kind}`, severity: "dropped", message }, example);
    if (kind !== "duplicate" && kind !== "empty") {
      bad += 1;
      firstBad ??= example();
    }
  };

  for (let row = 0; row < rows; row += 1) {
    if (columns.every((column) => column.text(column.code(row)).trim() === "")) {
      drop(
        row,
        "empty",
        "Rows in which every mapped cell is empty were left out.",
        "customer",
        "the row is empty",
        "",
      );
      continue;
    }
    if (duplicates[row] === 1) {
      account.duplicates += 1;
      if (lineColumn !== undefined && isOrderLine(row)) {
        drop(
          row,
          "duplicate",
          "Rows that repeat an earlier row, order line included, were left out.",
          "line",
          "repeats an earlier row",
          lineColumn.text(lineColumn.code(row)),
        );
        continue;
      }
    }
    const total = amount?.(row) ?? Number.NaN;
    const fault = needed.find(({ field, column, outcomes, blankIsBad }) => {
      const outcome = outcomes[column.code(row)];
      // Where the amount is there, nothing hangs on the price.
      if (field === "price" && !Number.isNaN(total)) return false;
      return outcome === Outcome.bad || (outcome === Outcome.empty && blankIsBad);
    });
    if (fault !== undefined) {
      const { field, column, label } = fault;
      const text = column.text(column.code(row));
      if (text.trim() === "")
        drop(
          row,
          `${field}-empty`,
          `Rows without ${article(label)} were left out.`,
          field,
          `has no ${label}`,
          "",
        );
      else
        drop(
          row,
          `${field}-unreadable`,
          `Rows whose ${label} cannot be read were left out.`,
          field,
          clean.reason(field, text),
          text,
        );
      continue;
    }
    const units = quantity === undefined ? 1 : quantity(row);
    if (units === 0) {
      drop(
        row,
        "quantity-zero",
        "Rows with the quantity 0 were left out.",
        "quantity",
        "the quantity is 0",
        "0",
      );
      continue;
    }
    quantities[row] = units;
    if (duplicates[row] === 1) keptDuplicates += 1;
    if (badPrice(row)) {
      findings.add(
        {
          kind: "price-unreadable",
          severity: "changed",
          message: `${fields.price.label}: values that cannot be read were left empty; their rows have an amount and were kept.`,
        },
        () => {
          const value = priceColumn?.text(priceColumn.code(row)) ?? "";
          return { ...table.place(row, "price"), value, reason: clean.reason("price", value) };
        },
      );
    }
    const each = price?.(row) ?? Number.NaN;
    const money = Number.isNaN(total) ? units * each : total;
    amounts[row] = money;
    if (isCancelled(row) || units < 0 || money < 0 || each < 0) {
      kinds[row] = RowKind.returned;
    } else if (Number.isNaN(money) || money === 0 || each === 0) {
      kinds[row] = RowKind.unpriced;
    } else {
      kinds[row] = RowKind.purchase;
    }
  }
  const excludedLines = excludeProducts(table, clean, kinds, config.exclude);
  const of = countKinds(kinds);
  account.purchases = of[RowKind.purchase] ?? 0;
  account.returns = of[RowKind.returned] ?? 0;
  account.unpriced = of[RowKind.unpriced] ?? 0;
  account.excluded = of[RowKind.excluded] ?? 0;
  account.droppedByReason = [...dropped]
    .map(([reason, count]) => ({ reason, rows: count }))
    .sort((a, b) => b.rows - a.rows || (a.reason < b.reason ? -1 : 1));
  if (keptDuplicates > 0) {
    findings.note(
      "duplicates",
      "Rows equal an earlier row in every column. They were kept: without an order number and a line number nothing proves that they are not two purchases.",
      keptDuplicates,
    );
  }
  return { kinds, amounts, quantities, account, bad, firstBad, excludedLines };
}

function countKinds(kinds: Uint8Array): Uint32Array {
  const counts = new Uint32Array(Object.keys(RowKind).length);
  for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** Whether a row has an order and a line of it: only together they are of one row. */
function orderLines(table: RawTable, clean: CleanTable): (row: number) => boolean {
  const order = table.column("order");
  const line = table.column("line");
  const orderWords = clean.words.get("order");
  const lineWords = clean.words.get("line");
  if (order === undefined || line === undefined || orderWords === undefined || lineWords === undefined)
    return () => false;
  return (row) =>
    (orderWords.wordOf[order.code(row)] ?? 0) > 0 && (lineWords.wordOf[line.code(row)] ?? 0) > 0;
}

function article(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;
}

function neededColumns(table: RawTable, clean: CleanTable) {
  const labels: [FieldName, string, boolean][] = [
    ["order", "order number", true],
    ["date", "date", true],
    ["quantity", "quantity", true],
    ["price", "price", false],
    ["amount", "amount", false],
  ];
  return labels.flatMap(([field, label, blankIsBad]) => {
    const column = table.column(field);
    const outcomes = (clean.numbers.get(field) ?? clean.words.get(field))?.outcomes;
    return column === undefined || outcomes === undefined
      ? []
      : [{ field, label, blankIsBad, column, outcomes }];
  });
}

function reader(table: RawTable, clean: CleanTable, field: FieldName): ((row: number) => number) | undefined {
  const column = table.column(field);
  const values = clean.numbers.get(field)?.values;
  if (column === undefined || values === undefined) return undefined;
  return (row) => values[column.code(row)] ?? Number.NaN;
}

const cancelledStatus = /^(?:cancell?ed|voided|void|refunded|returned)$/i;

/** Cancelled by an order number with a leading C beside plain ones, by a date of cancelling, or by status. */
function cancellation(table: RawTable, clean: CleanTable): (row: number) => boolean {
  const tests: ((row: number) => boolean)[] = [];
  const order = table.column("order");
  if (order?.texts.some((text) => /^\s*\d/.test(text))) {
    const marked = order.texts.map((text) => /^\s*C\d/i.test(text));
    if (marked.includes(true)) tests.push((row) => marked[order.code(row)] === true);
  }
  const cancelledAt = table.column("cancelledAt");
  if (cancelledAt !== undefined) tests.push((row) => cancelledAt.code(row) !== 0);
  const status = table.column("status");
  const statusWords = clean.words.get("status");
  if (status !== undefined && statusWords !== undefined) {
    const cancelled = statusWords.words.map((word) => cancelledStatus.test(word));
    tests.push((row) => cancelled[statusWords.wordOf[status.code(row)] ?? 0] === true);
  }
  return (row) => tests.some((test) => test(row));
}
