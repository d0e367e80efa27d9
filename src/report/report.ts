import type { Accent } from "../config/accent.ts";
import type { Account, Finding, SourceFile } from "../dataset/account.ts";
import type { Leftover } from "../disclosure/fold.ts";
import type { PublishedColumn, PublishedExclusion } from "../disclosure/plain-counts.ts";
import type { BreakdownField } from "../fields/traits.ts";
import type { Interval } from "../statistics/significance/intervals.ts";
import type { FigureDefinition } from "./figure-definition.ts";
import type { GroupIntervals } from "./group-intervals.ts";
import type { Insight } from "./insight.ts";
import type { Logo } from "./logo.ts";
import type { MetricDefinition, MetricId } from "./metrics.ts";

/** What the rows of the input are: one row a customer without dates, lines of orders, or reviews and no purchases. */
export type Shape = "snapshot" | "orderLines" | "reviews";

/** A group of purchases that share a value, with its part of the whole. Shares are 0 to 1. */
export interface Group {
  name: string;
  /** On the group that holds all those of too few customers. */
  other?: true;
  /** On a product that is likely none of the goods, such as postage: it is counted, and ranked nowhere. */
  notGoods?: true;
  /** True where all customers but a few have a purchase in the group: its customers are then those of the report. */
  nearlyAll?: true;
  /** True of a product that all customers of its category but a few bought: its customers are then those of the category. */
  nearlyAllOfCategory?: true;
  /** Distinct customers with a purchase in the group; guests are nobody's. */
  customers: number;
  customersShare: number;
  /** Purchase lines (transactions). */
  purchases: number;
  purchasesShare: number;
  /** Null, as the two below, where the data hold no money. */
  revenue: number | null;
  revenueShare: number | null;
  /** Revenue divided by purchases. */
  averagePurchase: number | null;
  /** How sure these are; absent where only a few customers are not in the group. */
  intervals?: GroupIntervals;
}

/** The purchases split by one field. */
export interface Breakdown {
  field: BreakdownField;
  /** The header this field had in the input, as it stood there. */
  header: string;
  /**
   * Largest first by the count that belongs to the field (customers or purchases); ordered fields in their own order.
   */
  groups: Group[];
  /**
   * Customers and purchases for which the field was empty, guests' among them; they are in no group. Null where they are
   * so few that they are counted with the largest group.
   */
  withoutValue: { customers: number; purchases: number } | null;
  /** How many groups have fewer customers than may be published. They stand in the last group "Other", or in `leftover`. */
  folded: number;
  /** How many named groups the list leaves out for being too long; absent where it holds all. */
  unlisted?: number;
  /** What too few persons stand behind to be told apart, and the groups that it is counted with; null for nothing. */
  leftover: Leftover | null;
}

export type { BreakdownField };

/**
 * Counts in neighbouring bins: of amounts [from, to), the last with its end; of ratings (from, to]. The last may be open,
 * and then `to` is null.
 */
export interface Histogram {
  bins: {
    from: number;
    to: number | null;
    count: number;
    share: number;
    /** The 95 % interval of the share, persons being the sample; null where too few decide it. */
    interval?: Interval | null;
  }[];
}

/** A table of counts with named rows and columns, row by row. */
export interface CrossTable {
  rows: string[];
  columns: string[];
  /** null where the cell stands on too few customers to be published. */
  counts: (number | null)[][];
}

/** One calendar month of purchases. */
export interface Month {
  /** `2023-05` */
  month: string;
  revenue: number;
  orders: number;
  /** True where the data do not cover the whole month. */
  partial: boolean;
}

/** A number in the headline row, with its definition's id. */
export interface Headline {
  metric: MetricId;
  value: number;
  /** The 95 % interval of a share or an average; absent of others, and where too few customers decide it. */
  interval?: Interval;
}

/** Through which day streamed data go (ISO date), and how many events came in. */
export interface Freshness {
  /** Null where the data have no dates. */
  through: string | null;
  events: number;
}

/**
 * All that a report says, worked out once, JSON-safe, and the only thing pages read. Here stands what all sections
 * speak of; each section adds its own part (`declare module "../../report/report.ts"` in its definition). A part that
 * the data do not support is null or absent, never zero.
 */
export interface Report {
  schemaVersion: 1;
  title: string;
  /** Null where report.yaml has none. */
  subtitle: string | null;
  logo: Logo | null;
  /** At the foot of every page. */
  footer: string | null;
  /** BCP 47 tag, for formatting. */
  locale: string;
  /** ISO 4217 code, or null where the data do not say. */
  currency: string | null;
  accent: Accent;
  shape: Shape;
  /** Groups of fewer customers are not published. */
  minimumGroup: number;
  dataset: {
    files: SourceFile[];
    /** SHA-256 of content and mapping, in hexadecimal. */
    fingerprint: string;
    columns: PublishedColumn[];
    /** Rows and columns of files that hold reviews and no purchases; null where there are none. */
    reviews: { rows: number; columns: PublishedColumn[] } | null;
    /** Headers that no field took. */
    unmapped: string[];
    /** Null where too few persons returned something, or were guests. */
    account: Omit<Account, "returnsValue" | "guestPurchases"> & {
      returnsValue: number | null;
      guestPurchases: number | null;
    };
    findings: Finding[];
    /**
     * Products that look like postage, fees or corrections rather than goods: left out of rankings; numbers are
     * null where too few customers stand behind them.
     */
    likelyNotGoods: { name: string; code: string | null; purchases: number | null; revenue: number | null }[];
    /** Such products that are not named for too few buyers. */
    likelyNotGoodsWithheld: number;
    /** Names or codes that report.yaml excludes, with the lines left out by each. */
    excluded: PublishedExclusion[];
  };
  /** Where events were streamed in; null for a report of other files alone. */
  freshness: Freshness | null;
  /** First and last day of a purchase (ISO dates), and the days from one to the other, both counted. */
  period: { first: string; last: string; days: number } | null;
  /** Every metric that the data support, in the registry's order. */
  metrics: Headline[];
  /** The definitions of those metrics. */
  definitions: MetricDefinition[];
  /** The definitions of the figures that the report holds. */
  figures: FigureDefinition[];
  /** One entry for each field that the data have. */
  breakdowns: Partial<Record<BreakdownField, Breakdown>>;
  /** Location groups in order of revenue, where there are locations. */
  locationsByRevenue: Group[] | null;
  /** Product groups in order of revenue, where there are products. */
  productsByRevenue: Group[] | null;
  /** What the Overview says first, most telling first. */
  insights: Insight[];
}
