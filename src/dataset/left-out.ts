import { type FieldName, fields } from "../fields/fields.ts";
import { isoDay } from "../statistics/calendar/days.ts";
import type { Example } from "./account.ts";
import type { CleanTable } from "./clean/clean-table.ts";
import { Outcome } from "./clean/values.ts";
import type { Findings } from "./findings.ts";
import type { RawTable } from "./raw-table.ts";

/** Why a row is left out. */
export interface Reason {
  kind: string;
  /** A sentence on all rows of the kind. */
  message: string;
  field: FieldName;
  /** A sentence on this row, without its place. */
  reason: string;
  value: string;
}

/** Kinds that are no fault of a row's values. */
const faultless: ReadonlySet<string> = new Set(["duplicate", "empty", "overlap", "total", "currency"]);

export const emptyRow: Reason = {
  kind: "empty",
  message: "Rows in which every mapped cell is empty were left out.",
  field: "customer",
  reason: "the row is empty",
  value: "",
};

export const totalRow: Reason = {
  kind: "total",
  message: "Rows that give the total of others were left out.",
  field: "amount",
  reason: "the row is a total",
  value: "",
};

export const inOtherFile: Reason = {
  kind: "overlap",
  message: "Order lines that another file holds already were left out: the files overlap.",
  field: "order",
  reason: "stands in another file",
  value: "",
};

export const zeroQuantity: Reason = {
  kind: "quantity-zero",
  message: "Rows with the quantity 0 were left out.",
  field: "quantity",
  reason: "the quantity is 0",
  value: "0",
};

export function repeatedRow(line: string): Reason {
  return {
    kind: "duplicate",
    message: "Rows that repeat an earlier row, order line included, were left out.",
    field: "line",
    reason: "repeats an earlier row",
    value: line,
  };
}

export function otherCurrency(code: string, picked: string): Reason {
  return {
    kind: "currency",
    message: `Rows in another currency than ${picked} were left out.`,
    field: "currency",
    reason: "is in another currency",
    value: code,
  };
}

/** Rows left out, by reason, each with a finding. */
export class LeftOutRows {
  count = 0;
  /** Those with a bad value. */
  bad = 0;
  firstBad: Example | undefined;
  readonly #rows = new Map<string, number>();
  readonly #table: RawTable;
  readonly #findings: Findings;

  constructor(table: RawTable, findings: Findings) {
    this.#table = table;
    this.#findings = findings;
  }

  add(row: number, { kind, message, field, reason, value }: Reason): void {
    this.count += 1;
    this.#rows.set(message, (this.#rows.get(message) ?? 0) + 1);
    const example = () => ({ ...this.#table.place(row, field), value, reason });
    this.#findings.add({ kind: `dropped-${kind}`, severity: "dropped", message }, example);
    if (faultless.has(kind)) return;
    this.bad += 1;
    this.firstBad ??= example();
  }

  /** The most frequent reason first. */
  byReason(): { reason: string; rows: number }[] {
    return [...this.#rows]
      .map(([reason, rows]) => ({ reason, rows }))
      .sort((a, b) => b.rows - a.rows || (a.reason < b.reason ? -1 : 1));
  }
}

const needed: readonly { field: FieldName; label: string; blankIsBad: boolean }[] = [
  { field: "order", label: "order number", blankIsBad: true },
  { field: "date", label: "date", blankIsBad: true },
  { field: "quantity", label: "quantity", blankIsBad: true },
  { field: "price", label: "price", blankIsBad: false },
  { field: "amount", label: "amount", blankIsBad: false },
];

/** Why rows of dates far from all others are left out, but for the words on each. */
function farDate({ farDates: far }: CleanTable): Pick<Reason, "kind" | "message" | "field"> | undefined {
  if (far === null) return undefined;
  return {
    kind: "date-far",
    message: `Rows whose date lies far from all others (${isoDay(far.first)} to ${isoDay(far.last)}) were left out: it is taken for mistyped.`,
    field: "date",
  };
}

/** The first needed value of a row that is missing or cannot be read. */
export function faultReader(
  table: RawTable,
  clean: CleanTable,
  amounts: Float64Array,
): (row: number) => Reason | undefined {
  const far = farDate(clean);
  const farCodes = new Set(clean.farDates?.codes);
  const columns = needed.flatMap(({ field, label, blankIsBad }) => {
    const column = table.column(field);
    const outcomes = (clean.numbers.get(field) ?? clean.words.get(field))?.outcomes;
    return column === undefined || outcomes === undefined
      ? []
      : [{ field, label, blankIsBad, column, outcomes }];
  });
  return (row) => {
    const fault = columns.find(({ field, column, outcomes, blankIsBad }) => {
      const outcome = outcomes[column.code(row)];
      // Where the amount is there, nothing hangs on the price.
      if (field === "price" && !Number.isNaN(amounts[row] ?? Number.NaN)) return false;
      return (
        outcome === Outcome.bad || (outcome === Outcome.empty && blankIsBad && table.hasField(row, field))
      );
    });
    if (fault === undefined) return undefined;
    const { field, label, column } = fault;
    const text = column.text(column.code(row));
    if (far !== undefined && field === "date" && farCodes.has(column.code(row)))
      return { ...far, reason: clean.reason("date", text), value: text };
    if (text.trim() === "")
      return {
        kind: `${field}-empty`,
        message: `Rows without ${article(label)} were left out.`,
        field,
        reason: `has no ${label}`,
        value: "",
      };
    return {
      kind: `${field}-unreadable`,
      message: `Rows whose ${label} cannot be read were left out.`,
      field,
      reason: clean.reason(field, text),
      value: text,
    };
  };
}

/** Remarks on a price that cannot be read, of a row that has an amount. */
export function priceRemark(table: RawTable, clean: CleanTable, findings: Findings): (row: number) => void {
  const column = table.column("price");
  const outcomes = clean.numbers.get("price")?.outcomes;
  if (column === undefined || outcomes === undefined) return () => {};
  return (row) => {
    if (outcomes[column.code(row)] !== Outcome.bad) return;
    const remark = {
      kind: "price-unreadable",
      severity: "changed",
      message: `${fields.price.label}: values that cannot be read were left empty; their rows have an amount and were kept.`,
    } as const;
    findings.add(remark, () => {
      const value = column.text(column.code(row));
      return { ...table.place(row, "price"), value, reason: clean.reason("price", value) };
    });
  };
}

function article(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;
}
