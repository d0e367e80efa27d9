import type { FieldName } from "../fields/fields.ts";
import { conceptsIn } from "../fields/headers.ts";
import type { CleanTable } from "./clean/clean-table.ts";
import type { Findings } from "./findings.ts";
import { groupRows, type OrderGroups } from "./order-groups.ts";
import type { FileRows, RawTable } from "./raw-table.ts";
import type { Standings } from "./standing.ts";

/** What each row comes to. NaN where the file does not say. */
export interface Money {
  /** After discounts, before returns; below zero for what was taken back. */
  amounts: Float64Array;
  /** What was taken off the row; undefined where no file knows discounts. */
  discounts: Float64Array | undefined;
  /** What was paid back of an order that stands, at its first row; undefined where no file knows refunds. */
  refunds: Float64Array | undefined;
  /** 1 where all of the row's order was paid back. */
  refunded: Uint8Array | undefined;
  /** Whether any file holds money. */
  known: boolean;
}

type Reader = (row: number) => number;

const moneyFields = [
  "price",
  "amount",
  "grossAmount",
  "discountAmount",
  "lineDiscount",
  "refund",
  "orderTotal",
  "subtotal",
  "shippingAmount",
  "taxAmount",
  "tipAmount",
  "fee",
] as const satisfies readonly FieldName[];

/** Rows looked at to see what the columns of a file have to do with each other. */
const mostLookedAt = 50_000;
/** Part of them from which on a relation holds. */
const holds = 0.8;
/** A change of the total from which on a guess is told on the Overview. */
const moving = 0.01;

/** Works out what each row comes to, file by file: what the columns mean follows from their names and their arithmetic. */
export function readMoney(
  table: RawTable,
  clean: CleanTable,
  standings: Standings,
  findings: Findings,
): Money {
  const readers = new Map<FieldName, Reader>();
  for (const field of moneyFields) {
    const column = table.column(field);
    const values = clean.numbers.get(field)?.values;
    if (column !== undefined && values !== undefined)
      readers.set(field, (row) => values[column.code(row)] ?? Number.NaN);
  }
  const quantities = clean.numbers.get("quantity")?.values;
  const quantityColumn = table.column("quantity");
  const quantity: Reader =
    quantities === undefined || quantityColumn === undefined
      ? () => 1
      : (row) => {
          const units = quantities[quantityColumn.code(row)] ?? Number.NaN;
          return Number.isNaN(units) && !table.hasField(row, "quantity") ? 1 : units;
        };
  const has = (...fields: FieldName[]) => fields.some((field) => readers.has(field));
  const money: Money = {
    amounts: new Float64Array(table.rows).fill(Number.NaN),
    discounts: has("discountAmount", "lineDiscount", "grossAmount")
      ? new Float64Array(table.rows)
      : undefined,
    refunds: has("refund") ? new Float64Array(table.rows) : undefined,
    refunded: has("refund") ? new Uint8Array(table.rows) : undefined,
    known: has("price", "amount", "grossAmount", "orderTotal", "subtotal"),
  };
  for (const file of table.files())
    new FileMoney(table, file, readers, quantity, standings, findings).read(money);
  return money;
}

/** The money of one file's rows. */
class FileMoney {
  readonly #table: RawTable;
  readonly #file: FileRows;
  readonly #quantity: Reader;
  readonly #standings: Standings;
  readonly #findings: Findings;
  readonly #readers: ReadonlyMap<FieldName, Reader>;
  #orders: OrderGroups | undefined;

  constructor(
    table: RawTable,
    file: FileRows,
    readers: ReadonlyMap<FieldName, Reader>,
    quantity: Reader,
    standings: Standings,
    findings: Findings,
  ) {
    this.#table = table;
    this.#file = file;
    this.#quantity = quantity;
    this.#standings = standings;
    this.#findings = findings;
    this.#readers = new Map([...readers].filter(([field]) => table.hasField(file.firstRow, field)));
  }

  read(money: Money): void {
    const { firstRow, endRow } = this.#file;
    const gross = this.#grossOf();
    if (gross === undefined) return;
    const { base, kind } = gross;
    const { amounts, discounts } = money;
    const line = this.#reader("lineDiscount");
    const order = this.#reader("discountAmount");
    for (let row = firstRow; row < endRow; row += 1) amounts[row] = base(row);
    // Net amounts: what was taken off is told beside them, for gross sales.
    if (kind === "net") {
      const grossAmount = this.#reader("grossAmount");
      if (discounts === undefined) {
        this.#refund(money);
        return;
      }
      const rate = order !== undefined && this.#isRate(order);
      for (let row = firstRow; row < endRow; row += 1) {
        const net = amounts[row] ?? 0;
        const before = grossAmount?.(row) ?? Number.NaN;
        const off = Math.abs(order?.(row) ?? line?.(row) ?? 0);
        const share = rate ? Math.min(off, 0.99) : 0;
        const given = Number.isNaN(before) ? (rate ? (net * share) / (1 - share) : off) : before - net;
        discounts[row] = Number.isFinite(given) ? given : 0;
      }
      this.#refund(money);
      return;
    }
    if (line !== undefined) this.#takeOff(money, line);
    if (order !== undefined && kind !== "afterDiscounts") {
      if (this.#isOrders(order, money)) this.#spread(money, order);
      else this.#takeOff(money, order);
    }
    this.#refund(money);
  }

  /**
   * A row's money before discounts (`gross`), or after them (`net`); of an order's amount that is shared out among its
   * rows, `afterDiscounts`.
   */
  #grossOf(): { base: Reader; kind: "gross" | "net" | "afterDiscounts" } | undefined {
    const price = this.#reader("price");
    const amount = this.#reader("amount");
    const gross = this.#reader("grossAmount");
    const discount = this.#reader("discountAmount") ?? this.#reader("lineDiscount");
    const perPiece = price === undefined ? undefined : this.#priceReader(price);
    if (amount !== undefined) {
      const orElse = (base: Reader): Reader =>
        perPiece === undefined ? base : (row) => (Number.isNaN(base(row)) ? perPiece(row) : base(row));
      const fee = this.#reader("fee");
      // What a processor pays out is the gross less its fee, which is the shop's cost and no discount.
      if (
        gross !== undefined &&
        fee !== undefined &&
        this.#share(
          (row) => [gross(row) - Math.abs(fee(row)), amount(row)],
          (row) => fee(row) !== 0,
        ) >= holds
      )
        return { base: gross, kind: "afterDiscounts" };
      if (perPiece !== undefined) {
        const isSum = this.#share((row) => [perPiece(row), amount(row)]);
        if (isSum < holds && this.#isOrderTotal(amount, perPiece, discount))
          return { base: perPiece, kind: "gross" };
        if (discount !== undefined) {
          const off = (row: number) => (discount(row) || 0) !== 0;
          if (this.#share((row) => [perPiece(row), amount(row)], off) >= holds && !this.#isRate(discount))
            return { base: orElse(amount), kind: "gross" };
        }
      } else if (this.#isRepeated(amount)) {
        this.#findings.warn(
          "order-total-repeated",
          `${JSON.stringify(this.#table.header("amount"))} repeats an order's total on each of its lines: it was counted once an order, and shared out among the lines evenly.`,
        );
        return { base: this.#shared(amount), kind: "afterDiscounts" };
      }
      return { base: orElse(amount), kind: "net" };
    }
    if (gross !== undefined) return { base: gross, kind: "gross" };
    if (perPiece !== undefined) return { base: perPiece, kind: "gross" };
    const ofOrder = this.#orderAmount();
    return ofOrder === undefined ? undefined : { base: this.#shared(ofOrder.base), kind: ofOrder.kind };
  }

  #priceReader(price: Reader): Reader {
    const quantity = this.#quantity;
    if (
      this.#table.column("quantity") === undefined ||
      !this.#table.hasField(this.#file.firstRow, "quantity")
    )
      return price;
    const isTotal = this.#file.platform?.priceIsLineTotal === true || this.#priceGrowsWithQuantity(price);
    if (!isTotal) return (row) => quantity(row) * price(row);
    if (this.#file.platform?.priceIsLineTotal !== true)
      this.#findings.warn(
        "price-is-total",
        `${JSON.stringify(this.#table.header("price"))} grows with the quantity of a product: it was read as the line's total, not as one piece's price.`,
      );
    return (row) => (quantity(row) < 0 && price(row) > 0 ? -price(row) : price(row));
  }

  /** Whether the price of a product that was bought in several quantities grows with them. */
  #priceGrowsWithQuantity(price: Reader): boolean {
    const product = this.#table.column("productCode") ?? this.#table.column("product");
    if (product === undefined) return false;
    const { firstRow, endRow } = this.#file;
    const seen = new Map<number, { units: number; price: number }>();
    let compared = 0;
    let same = 0;
    let growing = 0;
    for (let row = firstRow; row < Math.min(endRow, firstRow + mostLookedAt); row += 1) {
      const units = this.#quantity(row);
      const each = price(row);
      const code = product.code(row);
      if (code === 0 || !(units > 0) || !(each > 0)) continue;
      const before = seen.get(code);
      if (before === undefined) {
        seen.set(code, { units, price: each });
        continue;
      }
      if (before.units === units) continue;
      compared += 1;
      if (isClose(before.price, each)) same += 1;
      else if (isClose(before.price / before.units, each / units, 0.01)) growing += 1;
    }
    // Prices that change all the time are in proportion to some quantity by chance.
    return growing >= 5 && growing >= (same + growing) * holds && growing * 2 >= compared;
  }

  /** Whether an amount is that of the whole order, as price times quantity proves. */
  #isOrderTotal(amount: Reader, perPiece: Reader, discount: Reader | undefined): boolean {
    const orders = this.#groups();
    let several = 0;
    let total = 0;
    let lines = 0;
    for (const rows of orders.several()) {
      const sum = rows.reduce((all, row) => all + (perPiece(row) || 0), 0);
      const off = rows.reduce((all, row) => all + Math.abs(discount?.(row) || 0), 0);
      several += 1;
      const whole = rows.filter(
        (row) => isClose(amount(row), sum) || (off > 0 && isClose(amount(row), sum - off)),
      );
      if (whole.length === rows.length) total += 1;
      lines += rows.length;
      if (lines > mostLookedAt) break;
    }
    if (several < 2 || total < several * holds) return false;
    this.#findings.warn(
      "order-total-repeated",
      `${JSON.stringify(this.#table.header("amount"))} repeats an order's total on each of its lines: price × quantity was taken for the line's amount.`,
    );
    return true;
  }

  /** Whether an amount is the same on all lines of nearly every order, though the lines are of different products. */
  #isRepeated(amount: Reader): boolean {
    const product = this.#table.column("productCode") ?? this.#table.column("product");
    if (product === undefined) return false;
    let several = 0;
    let repeated = 0;
    const values = new Set<number>();
    for (const rows of this.#groups().several()) {
      if (new Set(rows.map((row) => product.code(row))).size < 2) continue;
      several += 1;
      const [first = 0] = rows;
      if (rows.every((row) => isClose(amount(row), amount(first)))) {
        repeated += 1;
        values.add(amount(first));
      }
    }
    return several >= 5 && repeated >= several * 0.95 && values.size >= 3;
  }

  /** What an order comes to, where only the order's amounts are there: without shipping, taxes and tips where they can be told. */
  #orderAmount(): { base: Reader; kind: "gross" | "afterDiscounts" } | undefined {
    const subtotal = this.#reader("subtotal");
    const total = this.#reader("orderTotal");
    const discount = this.#reader("discountAmount");
    const others = (["shippingAmount", "taxAmount", "tipAmount"] as const).flatMap(
      (field) => this.#reader(field) ?? [],
    );
    const extra = (row: number) => others.reduce((all, read) => all + Math.abs(read(row) || 0), 0);
    if (subtotal !== undefined) {
      const some = (row: number) => (discount?.(row) || 0) !== 0;
      const before =
        total !== undefined &&
        discount !== undefined &&
        this.#share((row) => [subtotal(row) + extra(row) - Math.abs(discount(row)), total(row)], some) >=
          holds;
      return { base: subtotal, kind: before ? "gross" : "afterDiscounts" };
    }
    if (total === undefined) return undefined;
    return { base: (row) => total(row) - extra(row), kind: "afterDiscounts" };
  }

  /** An order's amount, which may stand on one of its rows or on each, shared out among its rows. */
  #shared(ofOrder: Reader): Reader {
    const orders = this.#groups();
    return (row) => {
      const rows = orders.rowsOf(row);
      if (rows.length === 1) return ofOrder(row);
      const first = rows.find((each) => !Number.isNaN(ofOrder(each)));
      return first === undefined ? Number.NaN : ofOrder(first) / rows.length;
    };
  }

  /** Whether discounts are parts of the amount: 0.2 for 20 %. */
  #isRate(discount: Reader): boolean {
    const { firstRow, endRow } = this.#file;
    let most = 0;
    let fractions = 0;
    for (let row = firstRow; row < endRow; row += 1) {
      const off = discount(row);
      if (Number.isNaN(off)) continue;
      if (off < 0) return false;
      if (off > most) most = off;
      if (!Number.isInteger(off)) fractions += 1;
    }
    const column = this.#table.column(
      this.#readers.has("discountAmount") ? "discountAmount" : "lineDiscount",
    );
    const signs = column?.texts.some((text) => /\p{Sc}/u.test(text)) === true;
    return fractions > 0 && most <= 1 && !signs;
  }

  /** Whether a discount is the whole order's rather than the line's. */
  #isOrders(discount: Reader, { amounts }: Money): boolean {
    const { platform } = this.#file;
    if (platform?.discountOf !== undefined) return platform.discountOf === "order";
    const concepts = conceptsIn(this.#table.header("discountAmount"));
    if (concepts.has("line") || concepts.has("item")) return false;
    if (concepts.has("order") || concepts.has("basket")) return true;
    const subtotal = this.#reader("subtotal") ?? this.#reader("orderTotal");
    let once = 0;
    let each = 0;
    let firstOnly = 0;
    let constant = 0;
    let several = 0;
    const values = new Set<number>();
    for (const rows of this.#groups().several()) {
      const offs = rows.map((row) => Math.abs(discount(row) || 0));
      const sum = offs.reduce((all, off) => all + off, 0);
      if (sum === 0) continue;
      several += 1;
      const [first = 0, ...rest] = offs;
      if (first > 0 && rest.every((off) => off === 0)) firstOnly += 1;
      if (offs.every((off) => isClose(off, first))) {
        constant += 1;
        values.add(first);
      }
      const total = rows.map((row) => subtotal?.(row) ?? Number.NaN).find((value) => !Number.isNaN(value));
      if (total === undefined) continue;
      const base = rows.reduce((all, row) => all + (amounts[row] || 0), 0);
      if (isClose(base - first, total)) once += 1;
      if (isClose(base - sum, total)) each += 1;
    }
    if (once !== each) return once > each;
    if (several === 0) return false;
    if (firstOnly >= several * 0.9) return true;
    return constant >= several * 0.95 && values.size >= 3 && several >= 5;
  }

  #takeOff({ amounts, discounts }: Money, discount: Reader): void {
    const { firstRow, endRow } = this.#file;
    const rate = this.#isRate(discount);
    for (let row = firstRow; row < endRow; row += 1) {
      const before = amounts[row] ?? Number.NaN;
      const off = Math.abs(discount(row) || 0);
      if (off === 0 || !(before > 0)) continue;
      const given = rate ? before * off : Math.min(off, before);
      amounts[row] = before - given;
      if (discounts !== undefined) discounts[row] = (discounts[row] ?? 0) + given;
    }
  }

  /** An order's discount is spread over its lines in proportion and taken off once, wherever it stands. */
  #spread({ amounts, discounts }: Money, discount: Reader): void {
    const rate = this.#isRate(discount);
    for (const rows of this.#groups().all()) {
      const offs = rows.map((row) => Math.abs(discount(row) || 0)).filter((off) => off > 0);
      const [first] = offs;
      if (first === undefined) continue;
      // The same on every line is the order's, told again; different amounts are parts of it.
      const whole = offs.every((off) => isClose(off, first))
        ? first
        : offs.reduce((all, off) => all + off, 0);
      const sum = rows.reduce((all, row) => all + Math.max(0, amounts[row] || 0), 0);
      if (sum <= 0) continue;
      const part = rate ? Math.min(1, first) : Math.min(1, whole / sum);
      for (const row of rows) {
        const before = amounts[row] ?? Number.NaN;
        if (!(before > 0)) continue;
        const given = before * part;
        amounts[row] = before - given;
        if (discounts !== undefined) discounts[row] = (discounts[row] ?? 0) + given;
      }
    }
  }

  /** What was paid back: all of an order, or a part of it. */
  #refund({ amounts, refunds, refunded }: Money): void {
    const refund = this.#reader("refund");
    if (refund === undefined || refunds === undefined || refunded === undefined) return;
    for (const rows of this.#groups().all()) {
      const backs = rows.map((row) => Math.abs(refund(row) || 0)).filter((back) => back > 0);
      const [first] = backs;
      if (first === undefined) continue;
      const repeated =
        rows.length > 1 && backs.length === rows.length && backs.every((back) => isClose(back, first));
      const whole = repeated ? first : backs.reduce((all, back) => all + back, 0);
      const sum = rows.reduce(
        (all, row) => all + (this.#standings.of(row) === "sale" ? amounts[row] || 0 : 0),
        0,
      );
      if (sum <= 0) continue;
      if (whole >= sum - 0.005) for (const row of rows) refunded[row] = 1;
      else refunds[rows.find((row) => this.#standings.of(row) === "sale") ?? rows[0] ?? 0] = whole;
    }
  }

  /** The part of the rows with both numbers in which they are equal. */
  #share(
    pair: (row: number) => readonly [number, number],
    counts: (row: number) => boolean = () => true,
  ): number {
    const { firstRow, endRow } = this.#file;
    let all = 0;
    let equal = 0;
    for (let row = firstRow; row < Math.min(endRow, firstRow + mostLookedAt); row += 1) {
      if (!counts(row)) continue;
      const [one, other] = pair(row);
      if (Number.isNaN(one) || Number.isNaN(other)) continue;
      all += 1;
      if (isClose(one, other)) equal += 1;
    }
    return all === 0 ? 0 : equal / all;
  }

  #groups(): OrderGroups {
    this.#orders ??= groupRows(this.#table, this.#file);
    return this.#orders;
  }

  #reader(field: FieldName): Reader | undefined {
    return this.#readers.get(field);
  }
}

/** Whether two amounts are equal but for rounding. */
function isClose(one: number, other: number, part = 1e-4): boolean {
  return Math.abs(one - other) <= 0.011 + part * Math.max(Math.abs(one), Math.abs(other));
}

/** Whether a difference moves a total enough to be told on the Overview. */
export function movesTotal(difference: number, total: number): boolean {
  return Math.abs(difference) > moving * Math.abs(total);
}
