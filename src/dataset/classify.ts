import type { Config } from "../config/config.ts";
import { type FieldName, fields } from "../fields/fields.ts";
import type { Account, Example } from "./account.ts";
import type { CleanTable } from "./clean/clean-table.ts";
import { Outcome } from "./clean/values.ts";
import { currencyReader, findCurrency } from "./currencies.ts";
import { findDuplicates } from "./duplicates.ts";
import { type Excluded, excludeProducts } from "./exclude.ts";
import type { Findings } from "./findings.ts";
import type { Money } from "./money/amounts.ts";
import { readMoney } from "./money/money.ts";
import { orderHeads } from "./order-heads.ts";
import { findOverlap } from "./overlap.ts";
import type { RawTable } from "./raw-table.ts";
import { netReversals } from "./reversals.ts";
import { RowKind } from "./row-kind.ts";
import { readStandings, type Standings } from "./standing.ts";
import { totalRows } from "./total-rows.ts";

export { RowKind };

/** The rows by kind, with the numbers that decided. */
export interface Classified {
  kinds: Uint8Array;
  /** Money of the line after discounts; NaN where there is none. */
  amounts: Float64Array;
  quantities: Float64Array;
  /** What was taken off the line; undefined where the data know no discounts. */
  discounts: Float64Array | undefined;
  /** What was paid back in part, at a purchase line of the order; undefined where the data know no refunds. */
  refunds: Float64Array | undefined;
  /** 1 for returned rows that had been a sale: those of orders paid back whole. */
  soldReturns: Uint8Array;
  /** Whether the rows hold money at all. */
  hasMoney: boolean;
  /** Values of returns and guests' part are known only once the rows are loaded. */
  account: Omit<Account, "returnsValue" | "guestPurchases">;
  /** Rows dropped for a bad value; proven duplicates and empty rows are not among them. */
  bad: number;
  firstBad: Example | undefined;
  excludedLines: Map<string, Excluded>;
  /** Of the rows that count. */
  currency: string | null;
}

/** Reasons to leave a row out that are no fault of its values. */
const faultless: ReadonlySet<string> = new Set(["duplicate", "empty", "overlap", "total", "currency"]);

/**
 * Decides for each row what it is. Its status comes first: what was never a sale is none, whatever its quantity. A
 * purchase is a line with quantity and price above 0; lines paid back and negative lines are returns; then come
 * lines without a price. In data without money every line is a purchase. Dropped rows become findings. Throws an InputError
 * for amounts in several currencies.
 */
export function classify(table: RawTable, clean: CleanTable, config: Config, findings: Findings): Classified {
  const { rows } = table;
  const kinds = new Uint8Array(rows);
  const soldReturns = new Uint8Array(rows);
  const quantities = new Float64Array(rows).fill(1);
  const duplicates = findDuplicates(table);
  const overlap = findOverlap(table, duplicates);
  const columns = [...table.columns.values()];
  const lineColumn = table.column("line");
  const isOrderLine = orderLines(table, clean);
  const isSum = totalRows(table);
  const heads = orderHeads(table, clean);
  const isTotal = (row: number) => heads[row] === 1 || isSum(row);
  const standings = readStandings(table, findings);
  const money = readMoney(table, clean, standings, isTotal, findings);
  const { amounts } = money;
  const needed = neededColumns(table, clean);
  const quantity = reader(table, clean, "quantity");
  const price = reader(table, clean, "price");
  const priceColumn = table.column("price");
  const priceOutcomes = clean.numbers.get("price")?.outcomes;
  const badPrice = (row: number) =>
    priceColumn !== undefined && priceOutcomes?.[priceColumn.code(row)] === Outcome.bad;
  const currencies = currencyReader(table, clean);
  const currencyOf = currencies?.of;
  // Where report.yaml names one of the data's currencies, the rows of the others are left out.
  const picked = config.currency !== undefined && currencies?.codes.has(config.currency) === true;
  const inCurrency = new Map<string, number>();
  const negativeIsNone = table.files().some(({ platform }) => platform?.negativeIsNoReturn === true);
  const dropped = new Map<string, number>();
  const account: Classified["account"] = {
    read: rows,
    purchases: 0,
    returns: 0,
    notSales: 0,
    reversed: 0,
    reversedValue: 0,
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
    kinds[row] = RowKind.dropped;
    dropped.set(message, (dropped.get(message) ?? 0) + 1);
    const example = () => ({ ...table.place(row, field), value, reason });
    findings.add({ kind: `dropped-${kind}`, severity: "dropped", message }, example);
    if (!faultless.has(kind)) {
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
    if (isTotal(row)) {
      drop(
        row,
        "total",
        "Rows that give the total of others were left out.",
        "amount",
        "the row is a total",
        "",
      );
      continue;
    }
    if (overlap[row] === 1) {
      drop(
        row,
        "overlap",
        "Order lines that another file holds already were left out: the files overlap.",
        "order",
        "stands in another file",
        "",
      );
      account.duplicates += 1;
      continue;
    }
    if (duplicates[row] !== 0) {
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
    const standing = standings.of(row);
    if (standing === "none") {
      kinds[row] = RowKind.notSale;
      continue;
    }
    const total = amounts[row] ?? Number.NaN;
    const fault = needed.find(({ field, column, outcomes, blankIsBad }) => {
      const outcome = outcomes[column.code(row)];
      // Where the amount is there, nothing hangs on the price.
      if (field === "price" && !Number.isNaN(total)) return false;
      return (
        outcome === Outcome.bad || (outcome === Outcome.empty && blankIsBad && table.hasField(row, field))
      );
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
    const stated = quantity?.(row) ?? Number.NaN;
    const units = Number.isNaN(stated) ? 1 : stated;
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
    const currency = currencyOf?.(row) ?? "";
    if (currency !== "" && config.currency !== undefined && currency !== config.currency && picked) {
      drop(
        row,
        "currency",
        `Rows in another currency than ${config.currency} were left out.`,
        "currency",
        "is in another currency",
        currency,
      );
      continue;
    }
    quantities[row] = units;
    if (duplicates[row] !== 0) keptDuplicates += 1;
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
    if (standing === "returned" || money.refunded?.[row] === 1) {
      kinds[row] = RowKind.returned;
      if (total > 0 && units > 0 && !standings.isReturnEntry(row)) soldReturns[row] = 1;
    } else if (units < 0 || total < 0 || each < 0) {
      kinds[row] = negativeIsNone && standings.isSaleEntry(row) ? RowKind.notSale : RowKind.returned;
    } else if (money.known && (Number.isNaN(total) || total === 0 || each === 0) && !isFree(money, row)) {
      kinds[row] = RowKind.unpriced;
    } else {
      kinds[row] = RowKind.purchase;
    }
    if (kinds[row] === RowKind.purchase || kinds[row] === RowKind.returned)
      inCurrency.set(currency, (inCurrency.get(currency) ?? 0) + 1);
  }
  const currency = findCurrency(table, inCurrency, config, findings);
  tellUnknownWords(table, standings, money, kinds, config, findings);
  const excludedLines = excludeProducts(table, clean, kinds, config.exclude);
  if (config.reversals === "net") {
    const { rows: reversed, value, customers } = netReversals(table, clean, { kinds, amounts, quantities });
    account.reversed = reversed;
    account.reversedValue = customers > 0 && customers < config.privacy.minimumGroup ? null : value;
    if (reversed > 0) {
      findings.note(
        "reversed",
        "Purchases that were undone within 24 hours, with the returns that undid them, are in neither number (the same customer, product, price and quantity). reversals: keep in report.yaml counts them.",
        reversed,
      );
    }
  }
  const of = countKinds(kinds);
  account.purchases = of[RowKind.purchase] ?? 0;
  account.returns = of[RowKind.returned] ?? 0;
  account.notSales = of[RowKind.notSale] ?? 0;
  account.unpriced = of[RowKind.unpriced] ?? 0;
  account.excluded = of[RowKind.excluded] ?? 0;
  account.droppedByReason = [...dropped]
    .map(([reason, count]) => ({ reason, rows: count }))
    .sort((a, b) => b.rows - a.rows || (a.reason < b.reason ? -1 : 1));
  tellOverlap(account, kinds, overlap, findings);
  if (keptDuplicates > 0) {
    findings.note(
      "duplicates",
      "Rows equal an earlier row in every column. They were kept: without an order number and a line number nothing proves that they are not two purchases.",
      keptDuplicates,
    );
  }
  return {
    kinds,
    amounts,
    quantities,
    discounts: money.discounts,
    refunds: money.refunds,
    soldReturns,
    hasMoney: money.known,
    account,
    bad,
    firstBad,
    excludedLines,
    currency,
  };
}

/** Whether a discount took all of a line's price: it was sold, for nothing. */
function isFree({ discounts, amounts }: Money, row: number): boolean {
  return amounts[row] === 0 && (discounts?.[row] ?? 0) > 0;
}

/** Tells of status words that are not understood: their lines count as sales. */
function tellUnknownWords(
  table: RawTable,
  { unknown }: Standings,
  { amounts }: Money,
  kinds: Uint8Array,
  config: Config,
  findings: Findings,
): void {
  const customers = table.column("customer");
  const parts = [...unknown].flatMap(([word, rows]) => {
    const counted = rows.filter((row) => kinds[row] === RowKind.purchase);
    if (counted.length === 0) return [];
    const value = counted.reduce((all, row) => all + (amounts[row] || 0), 0);
    const people = new Set(counted.map((row) => customers?.code(row) ?? -row)).size;
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

function tellOverlap(
  { read }: Classified["account"],
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
