import { z } from "zod";
import type { Store } from "../store/store.ts";

const returnersRow = z.object({ returners: z.number() });

/** Distinct customers with a return; a guest's is taken for one of a person of its own. */
export async function returners(store: Store): Promise<number> {
  const [row] = await store.query(
    "SELECT COUNT(DISTINCT customer_id) + COUNT(*) - COUNT(customer_id) AS returners FROM returns",
    returnersRow,
  );
  return row?.returners ?? 0;
}

const discountedRow = z.object({ discounted: z.number() });

/** Distinct customers who bought something at a discount; a guest's line is taken for one of a person of its own. */
export async function discounted(store: Store): Promise<number> {
  const [row] = await store.query(
    "SELECT COUNT(DISTINCT customer_id) + COUNT(*) - COUNT(customer_id) AS discounted FROM transactions WHERE discount_amount > 0",
    discountedRow,
  );
  return row?.discounted ?? 0;
}
