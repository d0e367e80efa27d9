/**
 * The one value that all rows of an id have in another column of ids, as the one category of a product; 0 for several
 * values, for rows without one, and for both.
 */
export function singleValues(ids: Int32Array, others: Int32Array | undefined): Map<number, number> {
  const found = new Map<number, number>();
  ids.forEach((id, row) => {
    const own = others?.[row] ?? 0;
    const known = found.get(id);
    if (known === undefined) found.set(id, own);
    else if (known !== own) found.set(id, 0);
  });
  return found;
}
