import { z } from "zod";
import type { Database } from "../dataset/database.ts";

const cellRow = z.object({
  season: z.string().nullable(),
  category: z.string().nullable(),
  purchases: z.number(),
  customers: z.number(),
  guests: z.number(),
});

const knownRow = z.object({ known: z.number() });

/** Purchases by season and category, those of guests among them. */
export const seasonCategoryQuery = `SELECT season.value AS season, category.value AS category, COUNT(*) AS purchases,
  COUNT(DISTINCT customer_id) AS customers, COUNT(*) - COUNT(customer_id) AS guests
FROM transactions LEFT JOIN traits AS season ON season.trait_id = season_id
LEFT JOIN traits AS category ON category.trait_id = category_id
GROUP BY season_id, category_id`;

/** Purchases by season and category; one row a pair that occurs, null for a purchase without one. */
export function seasonCategory(database: Database): z.output<typeof cellRow>[] {
  // Where there are no seasons, the lines need not be scanned to find none.
  const [seasons] = database.query(
    "SELECT COUNT(*) AS known FROM trait_totals WHERE field = 'season' AND trait_id IS NOT NULL",
    knownRow,
  );
  if (seasons?.known === 0) return [];
  return database.query(seasonCategoryQuery, cellRow);
}
