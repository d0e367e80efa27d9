import { decomposeProduct } from "../../statistics/describe/decompose-product.ts";
import type { ChangePart, PartName } from "./sales.ts";

/** What sales of a period are made of. */
export interface SalesTotals {
  /** Known customers who ordered; null where they are not to be told: then every order counts as one of theirs. */
  customers: number | null;
  /** Of known customers, as are items, gross and revenue. */
  orders: number;
  items: number;
  /** Before discounts; null where these are not to be told. */
  gross: number | null;
  /** After discounts. */
  revenue: number;
  /** Revenue of guests' orders. */
  guests: number;
  /** Below 0. */
  returns: number;
}

/** What all that is sold comes to after discounts and returns. */
export function totalOf({ revenue, guests, returns }: SalesTotals): number {
  return revenue + guests + returns;
}

/**
 * What made sales of one period differ from those of another: customers, orders a customer, items an order, price an item
 * and discounts by the logarithmic mean Divisia index; guests and returns as terms of their own. The parts sum to
 * the change, and are symmetric in time. Where discounts have taken everything, they are a plain difference, and where
 * known customers bought nothing in one of the periods, all of their sales are one. Parts that are nothing in both are
 * left out.
 */
export function whyChanged(before: SalesTotals, after: SalesTotals): ChangePart[] {
  return [
    ...knownParts(before, after),
    ...plain("guests", before.guests, after.guests),
    ...plain("returns", before.returns, after.returns),
  ];
}

type Factor = [PartName, (totals: SalesTotals) => number];

function knownParts(before: SalesTotals, after: SalesTotals): ChangePart[] {
  const tellsDiscounts =
    before.gross !== null &&
    after.gross !== null &&
    (before.gross !== before.revenue || after.gross !== after.revenue);
  const sold = (totals: SalesTotals) => (tellsDiscounts ? (totals.gross ?? Number.NaN) : totals.revenue);
  const factors: Factor[] = [
    ...(before.customers === null || after.customers === null
      ? ([["orders", ({ orders }) => orders]] satisfies Factor[])
      : ([
          ["customers", ({ customers }) => customers ?? Number.NaN],
          ["frequency", ({ customers, orders }) => orders / (customers ?? Number.NaN)],
        ] satisfies Factor[])),
    ["items", ({ items, orders }) => items / orders],
    ["price", (totals) => sold(totals) / totals.items],
  ];
  const kept: Factor = ["discounts", (totals) => totals.revenue / sold(totals)];
  return (
    parted(tellsDiscounts ? [...factors, kept] : factors, before, after) ??
    withPlainDiscounts(factors, sold, before, after) ??
    plain("known", before.revenue, after.revenue)
  );
}

function withPlainDiscounts(
  factors: readonly Factor[],
  sold: (totals: SalesTotals) => number,
  before: SalesTotals,
  after: SalesTotals,
): ChangePart[] | null {
  const parts = parted(factors, before, after);
  if (parts === null) return null;
  const [from, to] = [before.revenue - sold(before), after.revenue - sold(after)];
  return [
    ...parts,
    { part: "discounts", amount: to - from, before: share(before, sold), after: share(after, sold) },
  ];
}

function share(totals: SalesTotals, sold: (totals: SalesTotals) => number): number {
  return totals.revenue / sold(totals);
}

function parted(factors: readonly Factor[], before: SalesTotals, after: SalesTotals): ChangePart[] | null {
  const values = (totals: SalesTotals) => factors.map(([, factorOf]) => factorOf(totals));
  const [from, to] = [values(before), values(after)];
  const amounts = decomposeProduct(from, to);
  return (
    amounts &&
    factors.map(([part], index) => ({
      part,
      amount: amounts[index] ?? 0,
      before: from[index] ?? 0,
      after: to[index] ?? 0,
    }))
  );
}

function plain(part: PartName, before: number, after: number): ChangePart[] {
  return before === 0 && after === 0 ? [] : [{ part, amount: after - before, before, after }];
}
