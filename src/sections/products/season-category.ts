import { z } from "zod";
import { words } from "../../questions/traits.ts";
import { smallGroup } from "../../store/schema.ts";
import type { Store } from "../../store/store.ts";

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

/** Purchases of one season and category; null where they have none. */
export interface SeasonCategoryCell extends z.output<typeof cellRow> {
  /** The customers' ids, where they are few. */
  who?: ReadonlySet<number>;
}

/** Purchases by season and category; one row a pair that occurs. */
export async function seasonCategory(store: Store): Promise<SeasonCategoryCell[]> {
  // Where there are no seasons, the lines need not be scanned to find none.
  const [seasons] = await store.query(
    "SELECT COUNT(*) AS known FROM trait_totals WHERE field = 'season' AND trait_id IS NOT NULL",
    knownRow,
  );
  if (seasons?.known === 0) return [];
  const cells = await store.query(seasonCategoryQuery, cellRow);
  return cells.some(({ customers }) => customers <= smallGroup) ? withCustomers(store, cells) : cells;
}

/** The cells, those of few customers with their ids: who is in several counts once in all of them. */
async function withCustomers(
  store: Store,
  cells: readonly SeasonCategoryCell[],
): Promise<SeasonCategoryCell[]> {
  const known = [await words(store, "season"), await words(store, "category")];
  const [seasons = [], categories = [], customers = []] = await store.columns(
    `SELECT season_id, category_id, customer_id FROM transactions WHERE customer_id IS NOT NULL
GROUP BY season_id, category_id, customer_id`,
  );
  const nameOf = (season: string | null | undefined, category: string | null | undefined) =>
    JSON.stringify([season ?? null, category ?? null]);
  const small = new Map(
    cells
      .filter((cell) => cell.customers <= smallGroup)
      .map(({ season, category }) => [nameOf(season, category), new Set<number>()]),
  );
  customers.forEach((customer, row) => {
    const name = nameOf(known[0]?.get(seasons[row] ?? 0), known[1]?.get(categories[row] ?? 0));
    small.get(name)?.add(customer);
  });
  return cells.map((cell) => {
    const who = small.get(nameOf(cell.season, cell.category));
    return who === undefined ? cell : { ...cell, who };
  });
}
