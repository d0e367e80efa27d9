import type { Gate } from "../../disclosure/gate.ts";
import { sum } from "../../statistics/describe/sum.ts";
import type { Store } from "../../store/store.ts";

/** How the revenue of known customers is spread over them. */
export interface Concentration {
  customers: number;
  /** The tenth of customers of most revenue, rounded up, and their part of the revenue. */
  top: number;
  topShare: number;
  /** The fewest customers who together bring half of the revenue. */
  half: number;
}

/** The question: what each customer brings. */
const concentrationQuery =
  "SELECT revenue AS value FROM customer_totals WHERE customer_id IS NOT NULL ORDER BY value DESC";

/** How far revenue rests on few customers; null where the tenth or the half holds few of them. */
export async function concentration(store: Store, gate: Gate): Promise<Concentration | null> {
  const [revenues = new Float64Array(0)] = await store.columns(concentrationQuery);
  const total = sum(revenues);
  const customers = revenues.length;
  const top = Math.ceil(customers / 10);
  if (!(total > 0)) return null;
  let half = 0;
  for (let brought = 0; brought < total / 2 && half < customers; half += 1) brought += revenues[half] ?? 0;
  if (!gate.isEnough(top) || !gate.isEnough(half)) return null;
  return { customers, top, topShare: sum(revenues.subarray(0, top)) / total, half };
}
