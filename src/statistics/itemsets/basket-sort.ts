/** Up to so many values sorting by insertion is faster than calling the engine's sort. */
const few = 24;

/** Sorts the numbers from place `from` up to, not including, `to` in place, ascending. */
export function sortPart(values: Uint32Array | Int16Array | Int32Array, from: number, to: number): void {
  if (to - from > few) {
    values.subarray(from, to).sort();
    return;
  }
  for (let each = from + 1; each < to; each += 1) {
    const value = values[each] ?? 0;
    let place = each;
    for (; place > from && (values[place - 1] ?? 0) > value; place -= 1)
      values[place] = values[place - 1] ?? 0;
    values[place] = value;
  }
}
