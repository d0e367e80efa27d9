import { DIRT, type SampleRow } from "./dirt.ts";

/** What clean-up must make of the sample. */
export interface Truth {
  readonly rowsRead: number;
  readonly purchases: number;
  readonly returns: number;
  /** Lines bought by mistake and the lines that undo them, neither purchases nor returns: how many, and what each half comes to. */
  readonly reversed: number;
  readonly reversedValue: number;
  readonly withoutPrice: number;
  readonly droppedAsDuplicate: number;
  readonly droppedForDate: number;
  /** Rows kept with a field left empty: a wrong age or rating. */
  readonly fieldsEmptied: number;
  readonly guestLines: number;
  /** Of purchases, in US dollars, guests' lines with them. */
  readonly revenue: number;
  /** What was taken off purchases. */
  readonly discounts: number;
  /** Of returns, as a positive number. */
  readonly returned: number;
  /** With at least one purchase. */
  readonly customers: number;
  /** With at least one purchase, guests' orders with them. */
  readonly orders: number;
}

/** The amount of a row in cents, dirt seen through. */
export function centsOf({ row, dirt }: SampleRow): number {
  const text = row["Purchase Amount (USD)"];
  const plain = dirt === "amountDecimalComma" ? text.replace(",", ".") : text.replace(/[$,]/g, "");
  return Math.round(Number(plain) * 100);
}

/** A line with a price and a date that was neither copied, sent back as such, nor undone. */
export function isPurchase({ dirt, part }: SampleRow): boolean {
  return (
    part === undefined && dirt !== "duplicateLine" && dirt !== "dateImpossible" && dirt !== "amountBlank"
  );
}

/** The accounts that a report of these rows must show. */
export function truthOf(rows: readonly SampleRow[]): Truth {
  const purchases = rows.filter(isPurchase);
  const returns = rows.filter(({ part }) => part === "return");
  const cents = (some: readonly SampleRow[]): number => some.reduce((total, row) => total + centsOf(row), 0);
  const ids = new Set(purchases.map(({ row }) => row["Customer ID"]).filter((id) => id !== ""));
  return {
    rowsRead: rows.length,
    purchases: purchases.length,
    returns: returns.length,
    reversed: rows.length - rows.filter(({ part }) => part === undefined || part === "return").length,
    reversedValue: cents(rows.filter(({ part }) => part === "mistaken")) / 100,
    withoutPrice: DIRT.amountBlank,
    droppedAsDuplicate: DIRT.duplicateLine,
    droppedForDate: DIRT.dateImpossible,
    fieldsEmptied: DIRT.ageNotNumber + DIRT.ageOutOfRange + DIRT.ratingOutOfRange,
    guestLines: DIRT.guest,
    revenue: cents(purchases) / 100,
    discounts:
      purchases.reduce((sum, { row }) => sum + Math.round(Number(row["Discount Amount"]) * 100), 0) / 100,
    returned: -cents(returns) / 100,
    customers: ids.size,
    orders: new Set(purchases.map(({ row }) => row["Order ID"])).size,
  };
}
