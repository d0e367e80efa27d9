import type { Config } from "../config/config.ts";
import type { FieldName } from "../fields/fields.ts";
import type { Account, Example } from "./account.ts";
import { tellLost, tellOverlap, tellUnknownWords } from "./classify-remarks.ts";
import type { CleanTable } from "./clean/clean-table.ts";
import { currencyReader, findCurrency } from "./currencies.ts";
import { findDuplicates } from "./duplicates.ts";
import { type Excluded, excludeProducts } from "./exclude.ts";
import type { Findings } from "./findings.ts";
import {
  emptyRow,
  faultReader,
  inOtherFile,
  LeftOutRows,
  otherCurrency,
  priceRemark,
  type Reason,
  repeatedRow,
  totalRow,
  zeroQuantity,
} from "./left-out.ts";
import type { Money } from "./money/amounts.ts";
import { readMoney } from "./money/money.ts";
import { orderHeads } from "./order-heads.ts";
import { findOverlap } from "./overlap.ts";
import type { RawTable } from "./raw-table.ts";
import { netReversals } from "./reversals.ts";
import { RowKind } from "./row-kind.ts";
import { readStandings } from "./standing.ts";
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
  const isBlank = blankRows(table);
  const lineColumn = table.column("line");
  const isOrderLine = orderLines(table, clean);
  const isSum = totalRows(table);
  const heads = orderHeads(table, clean);
  const tellsOthers = (row: number) => heads[row] === 1 || isSum(row);
  const standings = readStandings(table, findings);
  const money = readMoney(table, clean, standings, tellsOthers, findings);
  const { amounts } = money;
  const faultOf = faultReader(table, clean, amounts);
  const remarkOnPrice = priceRemark(table, clean, findings);
  const quantity = reader(table, clean, "quantity");
  const price = reader(table, clean, "price");
  // What an order or a day came to may be nothing. A price of nothing is none, and so is what a customer of a list has
  // spent who never bought.
  const mayBeFree =
    price === undefined && (table.column("order") !== undefined || table.column("date") !== undefined);
  const currencies = currencyReader(table, clean);
  const currencyOf = currencies?.of;
  // Where report.yaml names one of the data's currencies, the rows of the others are left out.
  const picked = currencies?.codes.has(config.currency ?? "") === true ? config.currency : undefined;
  const inCurrency = new Map<string, number>();
  const negativeIsNone = table.files().some(({ platform }) => platform?.negativeIsNoReturn === true);
  const leftOut = new LeftOutRows(table, findings);
  let equal = 0;
  /** What rows would have come to that are left out for a bad value. */
  let lost = 0;
  let keptDuplicates = 0;

  /** Why a row is none of the data, whatever it says. */
  const noRow = (row: number): Reason | undefined => {
    if (isBlank(row)) return emptyRow;
    if (tellsOthers(row)) return totalRow;
    if (overlap[row] === 1) return inOtherFile;
    return duplicates[row] !== 0 && lineColumn !== undefined && isOrderLine(row)
      ? repeatedRow(lineColumn.text(lineColumn.code(row)))
      : undefined;
  };

  for (let row = 0; row < rows; row += 1) {
    const none = noRow(row);
    if (none !== emptyRow && none !== totalRow && (none !== undefined || duplicates[row] !== 0)) equal += 1;
    if (none !== undefined) {
      leftOut.add(row, none);
      continue;
    }
    const standing = standings.of(row);
    if (standing === "none") {
      kinds[row] = RowKind.notSale;
      continue;
    }
    const total = amounts[row] ?? Number.NaN;
    const stated = quantity?.(row) ?? Number.NaN;
    const units = Number.isNaN(stated) ? 1 : stated;
    const currency = currencyOf?.(row) ?? "";
    const isOther = picked !== undefined && currency !== "" && currency !== picked;
    const faulty = faultOf(row);
    const fault =
      faulty ?? (units === 0 ? zeroQuantity : isOther ? otherCurrency(currency, picked) : undefined);
    if (fault !== undefined) {
      leftOut.add(row, fault);
      if (fault === faulty && standing === "sale" && total > 0) lost += total;
      continue;
    }
    quantities[row] = units;
    if (duplicates[row] !== 0) keptDuplicates += 1;
    remarkOnPrice(row);
    const each = price?.(row) ?? Number.NaN;
    if (standing === "returned" || money.refunded?.[row] === 1) {
      kinds[row] = RowKind.returned;
      if (total > 0 && units > 0 && !standings.isReturnEntry(row)) soldReturns[row] = 1;
    } else if (units < 0 || total < 0 || each < 0) {
      kinds[row] = negativeIsNone && standings.isSaleEntry(row) ? RowKind.notSale : RowKind.returned;
    } else if (
      money.known &&
      (Number.isNaN(total) || (total === 0 && !mayBeFree) || each === 0) &&
      !isFree(money, row)
    ) {
      kinds[row] = RowKind.unpriced;
    } else {
      kinds[row] = RowKind.purchase;
    }
    if (kinds[row] === RowKind.purchase || kinds[row] === RowKind.returned)
      inCurrency.set(currency, (inCurrency.get(currency) ?? 0) + 1);
  }
  tellLost(lost, amounts, kinds, findings);
  const currency = findCurrency(table, inCurrency, config, findings);
  tellUnknownWords(table, standings, money, kinds, config, findings);
  const excludedLines = excludeProducts(table, clean, kinds, config.exclude);
  const { reversed, reversedValue } = takeReversals(
    table,
    clean,
    { kinds, amounts, quantities },
    config,
    findings,
  );
  const of = countKinds(kinds);
  const account: Classified["account"] = {
    read: rows,
    purchases: of[RowKind.purchase] ?? 0,
    returns: of[RowKind.returned] ?? 0,
    notSales: of[RowKind.notSale] ?? 0,
    reversed,
    reversedValue,
    unpriced: of[RowKind.unpriced] ?? 0,
    excluded: of[RowKind.excluded] ?? 0,
    dropped: leftOut.count,
    droppedByReason: leftOut.byReason(),
    duplicates: equal,
  };
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
    bad: leftOut.bad,
    firstBad: leftOut.firstBad,
    excludedLines,
    currency,
  };
}

/** Tells rows of which no cell holds anything but white space. */
function blankRows(table: RawTable): (row: number) => boolean {
  const columns = [...table.columns.values()].map(({ codes, texts }) => ({
    codes,
    blank: Uint8Array.from(texts, (text) => (text.trim() === "" ? 1 : 0)),
  }));
  return (row) => columns.every(({ codes, blank }) => blank[codes[row] ?? 0] === 1);
}

/** Whether a discount took all of a line's price: it was sold, for nothing. */
function isFree({ discounts, amounts }: Money, row: number): boolean {
  return amounts[row] === 0 && (discounts?.[row] ?? 0) > 0;
}

/** Takes purchases that were undone within a day out of both, and says so; report.yaml may keep them. */
function takeReversals(
  table: RawTable,
  clean: CleanTable,
  lines: Pick<Classified, "kinds" | "amounts" | "quantities">,
  { reversals, privacy }: Config,
  findings: Findings,
): Pick<Account, "reversed" | "reversedValue"> {
  if (reversals !== "net") return { reversed: 0, reversedValue: 0 };
  const { rows, value, customers } = netReversals(table, clean, lines);
  if (rows > 0)
    findings.note(
      "reversed",
      "Purchases that were undone within 24 hours, with the returns that undid them, are in neither number (the same customer, product, price and quantity). reversals: keep in report.yaml counts them.",
      rows,
    );
  const isOfFew = customers > 0 && customers < privacy.minimumGroup;
  return { reversed: rows, reversedValue: isOfFew ? null : value };
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

function reader(table: RawTable, clean: CleanTable, field: FieldName): ((row: number) => number) | undefined {
  const column = table.column(field);
  const values = clean.numbers.get(field)?.values;
  if (column === undefined || values === undefined) return undefined;
  return (row) => values[column.code(row)] ?? Number.NaN;
}
