import type { BreakdownField } from "../../report/report.ts";
import type { ComparedKind } from "./windows.ts";

/** What was sold, and when, and why it changed. */
export interface Sales {
  /** Months that tell of few are in none of them; weeks are null where single days would follow from them. */
  years: SalesPeriod[];
  quarters: SalesPeriod[];
  months: SalesPeriod[];
  weeks: SalesPeriod[] | null;
  /** Null where the data know no discounts, or too few had one, or had none. */
  discounted: Discounted | null;
  /** Null where too few persons order on some weekday. */
  times: SalesTimes | null;
  change: SalesChange | null;
  /** Why there is no change; null where there is one. */
  notCompared: NotCompared | null;
}

/**
 * Why no period is compared with the one before: the data hold no such two (`short`), or no money, or it would tell of
 * few customers.
 */
export type NotCompared = "short" | "money" | "few";

/** A week (its Monday), month, quarter (`2023-Q2`) or year. */
export interface SalesPeriod {
  name: string;
  orders: number;
  /** What the orders come to after discounts. */
  revenue: number;
  /** What came back in the period, below 0; null where too few returned something in some period. */
  returns: number | null;
  /** Whether the data cover all of it. */
  whole: boolean;
}

/** Orders on which something was taken off, beside the others. */
export interface Discounted {
  orders: number;
  share: number;
  averageOrder: number;
  /** Of orders without a discount. */
  averageOther: number;
}

/** When customers order. */
export interface SalesTimes {
  /** Orders of each weekday, Monday first. */
  days: number[];
  /** Ranges of hours from the first with an order to the last; null where times are not known, or tell of few. */
  hours: { from: number; to: number }[] | null;
  /** One row a weekday, one number a range of hours. */
  byHour: number[][] | null;
}

/** What a value was in the earlier of two compared periods, and in the later. */
export interface BeforeAfter<Value = number> {
  before: Value;
  after: Value;
}

/** Sales of a period and of the one that it is compared with, and what made the difference. */
export interface SalesChange {
  kind: ComparedKind;
  /** ISO days. */
  current: { first: string; last: string };
  previous: { first: string; last: string };
  /** `net`: after discounts and returns. `sales`: before returns, since there are none, or too few to be told. */
  measure: "net" | "sales";
  sales: BeforeAfter;
  orders: BeforeAfter;
  /** Sales before returns, divided by orders. */
  averageOrder: BeforeAfter;
  /** Null where they are not known, or would tell of few. */
  customers: BeforeAfter | null;
  /** Customers of the period by whether they had ordered before it; null where the data do not reach back a year. */
  newCustomers: { new: number; returning: number; returningShare: number } | null;
  /** What sums to the change of sales. */
  parts: ChangePart[];
  /** Of each field the group whose sales before returns moved most, the largest first. */
  movers: Mover[];
}

/** `known`: all sales to known customers, where they cannot be parted further. */
export type PartName =
  | "customers"
  | "frequency"
  | "orders"
  | "items"
  | "price"
  | "discounts"
  | "known"
  | "guests"
  | "returns";

export interface ChangePart {
  part: PartName;
  /** In money. */
  amount: number;
  /** What the part itself was: customers, orders a customer, … */
  before: number;
  after: number;
}

/** A group of a field by its sales before returns. */
export interface Mover {
  field: Extract<BreakdownField, "category" | "location"> | "persona" | "customerKind";
  name: string;
  before: number;
  after: number;
}
