import type { ProductClass } from "../../questions/product-sales.ts";
import type { PeriodLength } from "../../statistics/calendar/periods.ts";
import type { Interval } from "../../statistics/significance/intervals.ts";
import type { ComparedMonths } from "./compared-months.ts";

/** What products and categories brought, as it may be published. */
export interface ProductNumbers {
  /** Every product that may be named and is one of the goods, largest revenue first. Empty without products. */
  products: ProductRow[];
  /** The rest: products of too few buyers, in one. */
  other: { products: number; purchases: number; customers: number; revenue: number } | null;
  /** Whether the data tell quantities, returns and money. */
  knows: { units: boolean; returns: boolean; money: boolean };
  /** All money given back as a part of revenue; null where it is not told. */
  returned: number | null;
  compared: ComparedMonths | null;
  /** Named products only, and their part of the revenue of all goods. Empty without money. */
  classes: { name: ProductClass; products: number; share: number }[];
  categories: ThingNumbers[];
  /** More of the products that bring most. */
  top: ThingNumbers[];
}

/** What is told of a product or a category beside how much was bought by how many. */
export interface Told {
  /** Items; null where the data know no quantities. */
  units: number | null;
  /** Money given back, 0 or below; null where it is not told: few gave something back, or it would tell of few. */
  returned: number | null;
  /** Revenue of the compared months; null where it is not told. */
  change: { now: number; before: number } | null;
}

export interface ProductRow extends Told {
  name: string;
  code: string | null;
  /** Null for none, and for several. */
  category: string | null;
  class: ProductClass | null;
  revenue: number;
  purchases: number;
  customers: number;
}

export interface ThingNumbers extends Told {
  name: string;
  /** By the shortest periods that may be told; null for none. */
  series: { length: PeriodLength; periods: ThingPeriod[] } | null;
  /** Its customers by what they are; only fields of which every group may be told. */
  buyers: Buyers[];
}

interface ThingPeriod {
  name: string;
  /** Whether the data cover only a part of it. */
  partial: boolean;
  revenue: number;
  /** Items, or purchases where the data know no quantities. */
  units: number;
}

export interface Buyers {
  /** In words: `Gender`. */
  field: string;
  groups: {
    name: string;
    customers: number;
    share: number;
    /** Of the share, with a confidence of 95 %. */
    interval: Interval | null;
    shareOfAll: number;
  }[];
}
