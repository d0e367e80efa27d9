import type { MetricDefinition } from "../../../report/metrics.ts";

/** Fields that narrow the Overview, in their order. */
export const filterFields = ["gender", "ageGroup", "category", "season", "persona", "location"] as const;
export type FilterFieldId = (typeof filterFields)[number];

/** A field that narrows the Overview. */
export interface FilterField {
  field: FilterFieldId;
  /** All values that cells are counted by; empty where one has too few customers to be named. */
  values: string[];
  /** How many of the first values can be chosen. */
  choices: number;
}

/**
 * What a narrowed Overview is made of: counts for every selection of one value or two, as columns of whole
 * numbers. JSON-safe; published as `filters.json`.
 */
export interface FilterTables {
  schemaVersion: 1;
  /** What a narrowed report has in common with the whole one. */
  common: {
    locale: string;
    currency: string | null;
    shape: "snapshot" | "orderLines";
    minimumGroup: number;
    /** Definitions of the headline numbers, in their order. */
    headlines: Pick<MetricDefinition, "id" | "name" | "words" | "unit">[];
  };
  fields: FilterField[];
  /** Amounts are divided by it. */
  unit: number;
  spend: { of: "purchase" | "order"; bins: BinEdges[] };
  rating: { bins: BinEdges[] } | null;
  months: { month: string; partial: boolean }[] | null;
  /** Lower edges of the ranges of orders a customer; empty where there are no orders. */
  orderRanges: number[];
  /** Names of the RFM segments; empty where there are none. */
  rfm: string[];
  /** Products that some selection names; null where products are not counted. */
  products: string[] | null;
  tables: FilterTable[];
}

/** A bin of a histogram: above the first and up to the second number, null for no end. */
export interface BinEdges {
  from: number;
  to: number | null;
}

/**
 * Cells of some dimensions (ids joined by `+`), the last running fastest, each dimension from its first value
 * on. Of a field that is chosen from, columns run to the last choice; `customers` of tables of fields alone to the
 * last value.
 */
export interface FilterTable {
  key: string;
  /** Whole numbers to the base 36, parted by commas; nothing stands where a cell is not published. */
  columns: Partial<Record<FilterColumn, string>>;
}

/**
 * Whether a column runs to the last value of each field, not only to the last choice: the one rule by which columns
 * are packed and read. `fieldsAlone`: no dimension of the table only splits.
 */
export function isOfAllValues(column: FilterColumn, fieldsAlone: boolean): boolean {
  return column === "customers" && fieldsAlone;
}

/** Whether a column that is not there is 0 throughout; any other that is not there is not published. */
export function isZeroWhereAbsent(column: FilterColumn): boolean {
  return column.startsWith("without.");
}

export type FilterColumn =
  | "customers"
  /** Purchases; in tables by month and by amount orders. */
  | "counts"
  | "revenue"
  | "orders"
  | "lowerQuartile"
  | "median"
  | "upperQuartile"
  /** Customers of more than one order. */
  | "repeat"
  | "rated"
  /** In hundredths. */
  | "ratingSum"
  | "previousKnown"
  | "previousSum"
  /** Customers (of `category` purchases) without a value in the dimension. */
  | `without.${"gender" | "ageGroup" | "persona" | "rfm" | "category"}`
  | "without.persona.revenue"
  /** For each cell the number of products named, and then code and purchases of each, the first code being 1. */
  | "products"
  /** Different values of purchases. */
  | "locations"
  | "differentProducts";
