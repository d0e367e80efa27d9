/** Purchases by season and category, those of guests among them. */
export const seasonCategoryQuery = `SELECT season.value AS season, category.value AS category, COUNT(*) AS purchases,
  COUNT(DISTINCT customer_id) AS customers, COUNT(*) - COUNT(customer_id) AS guests
FROM transactions LEFT JOIN traits AS season ON season.trait_id = season_id
LEFT JOIN traits AS category ON category.trait_id = category_id
GROUP BY season_id, category_id`;
