import type { Config } from "../config/config.ts";
import type { FoldedGroups } from "../disclosure/fold.ts";
import type { Gate } from "../disclosure/gate.ts";
import type { PublishedMonths } from "../disclosure/published-months.ts";
import type { Periods } from "../questions/periods.ts";
import type { PersonsValues } from "../questions/persons.ts";
import type { ProductCounts } from "../questions/products.ts";
import type { Calendar } from "../questions/time.ts";
import type { guestsGroup } from "../questions/traits.ts";
import type { Progress } from "../read/progress.ts";
import type { Bin } from "../statistics/describe/round-bins.ts";
import type { Dataset } from "../store/open-dataset.ts";
import type { PurchaseLines } from "../store/purchase-lines.ts";
import type { Store } from "../store/store.ts";

/** What sections work out their parts from. */
export interface Inputs {
  dataset: Dataset;
  store: Store;
  config: Config;
  progress: Progress;
  /** What they worked out goes through it before it is published. */
  gate: Gate;
  /** The purchases as arrays, as they may be counted. */
  lines: PurchaseLines;
  /** Distinct customers with a purchase. */
  customers: number;
  products: readonly ProductCounts[];
  /** Ids of those that are likely no goods: they are ranked nowhere. */
  notGoods: ReadonlySet<number>;
  /** All products that may be named, as they are counted, and the rest; null without products. */
  productGroups: FoldedGroups | null;
  /** Of orders, or of purchases where there are no orders. */
  amounts: { of: "order" | "purchase"; amounts: PersonsValues; bins: Bin[] };
  /** Null without ratings. */
  rated: { given: PersonsValues; bins: Bin[] } | null;
  age: PersonsValues | null;
  /** Lower bounds of the age groups that are published. */
  ageBounds: readonly number[];
  previousPurchases: PersonsValues;
  /** Customers who returned something. */
  returners: number;
  guests: Awaited<ReturnType<typeof guestsGroup>>;
  /** Null without dates. */
  time: Calendar | null;
  /** The whole months, or weeks, that are held against each other; null without dates or without two of them. */
  periods: Periods | null;
  /** Months as they may be published: none where weeks beside them would tell of few. */
  months: PublishedMonths & { weeksTellOfFew: boolean };
}
