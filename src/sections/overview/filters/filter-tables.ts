import type { MetricDefinition } from "../../../report/metrics.ts";
import type { Shape } from "../../../report/report.ts";
import type { SalesChange } from "../../sales/sales.ts";

/** Fields that narrow the Overview, in their order. */
const filterFields = ["gender", "ageGroup", "category", "season", "persona", "location", "period"] as const;
export type FilterFieldId = (typeof filterFields)[number];

/** A field that narrows the Overview. */
interface FilterField {
  field: FilterFieldId;
  /** The values that can be chosen. What has none of them is in no part, or counts as `countedWith` says. */
  values: string[];
  /** How many of the values can be chosen: all. */
  choices: number;
  /** The value that purchases without one are counted with, for they are few; null for none. */
  countedWith: string | null;
}

/**
 * What a narrowed Overview is made of: counts for every selection of one value or two, as columns of whole
 * numbers. JSON-safe; published as `filters.json`.
 */
export interface FilterTables {
  schemaVersion: 2;
  /** What a narrowed report has in common with the whole one. */
  common: {
    locale: string;
    currency: string | null;
    shape: Shape;
    minimumGroup: number;
    /** The periods that the whole Overview compares; null where it compares none. */
    change: Pick<SalesChange, "kind" | "current" | "previous"> | null;
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
  /** Tables of all values of their dimensions. */
  tables: FilterTable[];
  /** Tables in which values of some dimensions are told together: they have `groups`. */
  coarser: FilterTable[];
}

/** The edges of a histogram's bin, null for no end. */
interface BinEdges {
  from: number;
  to: number | null;
}

/**
 * Cells of some dimensions (ids joined by `+`), the last running fastest, each dimension from its first value on. Every
 * cell of a table stands on nobody or on enough persons, and so does what has none of the values: no table has holes.
 */
export interface FilterTable {
  key: string;
  /** On the table of a selection itself; the others split selections of the same groups further. */
  part?: true;
  /**
   * Of a dimension whose values are not told one by one: the group that each value counts in, from 1 on (0: none that is
   * shown), and the names of the groups. Cells are those of the groups, then.
   */
  groups?: Record<string, { of: number[]; names: string[] }>;
  /** Whole numbers to the base 36, parted by commas; nothing stands where a cell has no such number. */
  columns: Partial<Record<FilterColumn, string>>;
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
  /** Means, in hundredths: of ratings, and of previous purchases. */
  | "rating"
  | "previous"
  /** For each cell the number of products named, and then code and purchases of each, the first code being 1. */
  | "products"
  /** Different values of purchases. */
  | "locations"
  | "differentProducts";
