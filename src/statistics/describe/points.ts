/** Points in space as one flat array, row by row: the coordinates of point `i` start at `i * dimensions`. */
export interface Points {
  count: number;
  dimensions: number;
  values: Float64Array;
}

/** Points from one column of numbers for each dimension. Throws a RangeError where columns differ in length. */
export function pointsOf(columns: readonly ArrayLike<number>[]): Points {
  const dimensions = columns.length;
  const count = columns[0]?.length ?? 0;
  const values = new Float64Array(count * dimensions);
  columns.forEach((column, dimension) => {
    if (column.length !== count) throw new RangeError(`columns of ${count} and ${column.length} values`);
    for (let index = 0; index < count; index += 1)
      values[index * dimensions + dimension] = column[index] ?? 0;
  });
  return { count, dimensions, values };
}

/** Some of the points, in the order of the indexes. */
export function takePoints({ dimensions, values }: Points, indexes: Uint32Array): Points {
  const taken = new Float64Array(indexes.length * dimensions);
  for (let index = 0; index < indexes.length; index += 1) {
    const from = (indexes[index] ?? 0) * dimensions;
    for (let axis = 0; axis < dimensions; axis += 1) {
      taken[index * dimensions + axis] = values[from + axis] ?? 0;
    }
  }
  return { count: indexes.length, dimensions, values: taken };
}
