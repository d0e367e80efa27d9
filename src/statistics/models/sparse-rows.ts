/** A matrix of mostly zeros, row by row: row r holds `values[i]` in column `columns[i]`, i from `starts[r]` up to `starts[r + 1]`. */
export interface SparseRows {
  /** One more than there are rows. */
  starts: Int32Array;
  columns: Int32Array;
  values: Float32Array;
  /** How many columns there are. */
  width: number;
}

/** The product of each of some rows with a vector, of which the last number is added to each. */
export function timesVector(
  { starts, columns, values, width }: SparseRows,
  rows: Int32Array,
  vector: Float64Array,
): Float64Array {
  const products = new Float64Array(rows.length);
  const added = vector[width] ?? 0;
  for (let place = 0; place < rows.length; place += 1) {
    const row = rows[place] ?? 0;
    const end = starts[row + 1] ?? 0;
    let sum = added;
    for (let at = starts[row] ?? 0; at < end; at += 1)
      sum += (values[at] ?? 0) * (vector[columns[at] ?? 0] ?? 0);
    products[place] = sum;
  }
  return products;
}
