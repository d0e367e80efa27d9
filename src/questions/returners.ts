import { z } from "zod";
import type { Database } from "../store/database.ts";

const returnersRow = z.object({ returners: z.number() });

/** Distinct customers with a return; a guest's is taken for one of a person of its own. */
export function returners(database: Database): number {
  const [row] = database.query(
    "SELECT COUNT(DISTINCT customer_id) + COUNT(*) - COUNT(customer_id) AS returners FROM returns",
    returnersRow,
  );
  return row?.returners ?? 0;
}
