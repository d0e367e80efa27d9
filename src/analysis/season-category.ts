import { z } from "zod";
import type { Database } from "../dataset/database.ts";

const cellRow = z.object({
  season: z.string(),
  category: z.string(),
  purchases: z.number(),
  customers: z.number(),
});

/** Purchases by season and category; one row a pair that occurs. */
export function seasonCategory(database: Database): z.output<typeof cellRow>[] {
  return database.query(
    `SELECT season.value AS season, category.value AS category, COUNT(*) AS purchases, COUNT(DISTINCT customer_id) AS customers
FROM transactions JOIN traits AS season ON season.trait_id = season_id
JOIN traits AS category ON category.trait_id = category_id
GROUP BY season_id, category_id`,
    cellRow,
  );
}
