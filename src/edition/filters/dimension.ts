import type { FilterFieldId } from "../../sections/overview/filters/filter-tables.ts";

/** What purchases are counted by: the value of each line in one field, or of each order or customer. */
export interface Dimension {
  id: DimensionId;
  /** The values; code 1 is the first, and 0 is none of them. */
  names: readonly string[];
  /** How many of the first values can be chosen; 0 where the field only splits what is shown. */
  choices: number;
  /** Whether the values are all there are: the code 0 means that there is none. */
  complete: boolean;
  /** True where a customer has one value in all purchases. */
  ofCustomer: boolean;
}

/** A dimension whose values are those of the lines. */
export interface LineDimension extends Dimension {
  /** The code of each line. */
  codes: Uint16Array;
}

export type DimensionId =
  | FilterFieldId
  | "rfm"
  | "rating"
  | "product"
  /** Of orders within a selection: month, bin of the amount. */
  | "month"
  | "spend"
  /** Of customers within a selection: range of the number of orders. */
  | "orders";
