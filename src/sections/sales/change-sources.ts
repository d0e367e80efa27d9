import type { Gate } from "../../disclosure/gate.ts";
import type { DaySpan } from "../../questions/covered-days.ts";
import type { PurchaseLines } from "../../store/purchase-lines.ts";
import type { Store } from "../../store/store.ts";
import type { OrderSales } from "./question/order-sales.ts";

/** What the change is worked out from. */
export interface ChangeSources {
  store: Store;
  sales: OrderSales;
  /** As they may be counted. */
  lines: PurchaseLines;
  gate: Gate;
  /** The days that the data cover, and the first with an order. */
  covered: DaySpan;
  first: number;
  /** All known customers. */
  customers: number;
  /** Names of the months that are not shown. */
  withheld: ReadonlySet<string>;
  personas: { personaOf: Uint8Array; names: readonly string[] } | null;
}
