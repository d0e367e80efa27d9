import { sortPart } from "./basket-sort.ts";

/**
 * What lay together, in flat arrays: the items of basket `i` are `values` from `starts[i]` up to, not
 * including, `starts[i + 1]`, ascending and each once. Items are codes from 0 up to, not including, `items`.
 */
export interface Baskets {
  /** How many baskets there are, empty ones among them. */
  count: number;
  /** How many item codes there are, used or not. */
  items: number;
  /** One more than there are baskets. */
  starts: Uint32Array;
  values: Uint32Array;
}

/** How many codes there are, where that is more than the rows show: codes without a row, empty baskets. */
export interface CodeCounts {
  baskets?: number;
  items?: number;
}

/**
 * Baskets from rows, one for each time an item lies in a basket, in any order and with repeats: the codes of
 * the baskets and the codes of the items. Fastest where the rows of a basket stand together, baskets
 * ascending. Throws a RangeError for columns of unequal length and for a code that is not whole, below 0 or
 * above the counts.
 */
export function basketsOfRows(
  basketCodes: ArrayLike<number>,
  itemCodes: ArrayLike<number>,
  counts: CodeCounts = {},
): Baskets {
  const rows = basketCodes.length;
  if (itemCodes.length !== rows) throw new RangeError(`columns of ${rows} and ${itemCodes.length} codes`);
  const count = countOf("basket", basketCodes, counts.baskets);
  const items = countOf("item", itemCodes, counts.items);
  /** Where each basket begins, and from then on where its next item goes. */
  const next = new Uint32Array(count + 1);
  for (let row = 0; row < rows; row += 1) {
    const after = (basketCodes[row] ?? 0) + 1;
    next[after] = (next[after] ?? 0) + 1;
  }
  for (let basket = 0; basket < count; basket += 1) {
    next[basket + 1] = (next[basket + 1] ?? 0) + (next[basket] ?? 0);
  }
  const values = new Uint32Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const basket = basketCodes[row] ?? 0;
    const place = next[basket] ?? 0;
    values[place] = itemCodes[row] ?? 0;
    next[basket] = place + 1;
  }

  const starts = new Uint32Array(count + 1);
  let from = 0;
  let used = 0;
  for (let basket = 0; basket < count; basket += 1) {
    // By now this is where the basket ends.
    const to = next[basket] ?? 0;
    sortPart(values, from, to);
    for (let place = from; place < to; place += 1) {
      const item = values[place] ?? 0;
      if (place > from && values[used - 1] === item) continue;
      values[used] = item;
      used += 1;
    }
    from = to;
    starts[basket + 1] = used;
  }
  return { count, items, starts, values: values.slice(0, used) };
}

/**
 * Baskets from lists of item codes, in any order and with repeats; an empty list is an empty basket. `items`
 * says how many codes there are, where that is more than the lists show. Throws a RangeError as
 * `basketsOfRows` does.
 *
 * basketsOf([[3, 1, 3], []]) has the values 1, 3 and the starts 0, 2, 2
 */
export function basketsOf(lists: readonly ArrayLike<number>[], items?: number): Baskets {
  const rows = lists.reduce((all, list) => all + list.length, 0);
  const basketCodes = new Uint32Array(rows);
  const itemCodes = new Float64Array(rows);
  let row = 0;
  lists.forEach((list, basket) => {
    basketCodes.fill(basket, row, row + list.length);
    for (let each = 0; each < list.length; each += 1) itemCodes[row + each] = list[each] ?? Number.NaN;
    row += list.length;
  });
  return basketsOfRows(basketCodes, itemCodes, {
    baskets: lists.length,
    ...(items === undefined ? {} : { items }),
  });
}

/** How many codes there are; refuses what is no code. */
function countOf(what: string, codes: ArrayLike<number>, stated: number | undefined): number {
  let count = 0;
  for (let row = 0; row < codes.length; row += 1) {
    const code = codes[row] ?? Number.NaN;
    if (!(Number.isSafeInteger(code) && code >= 0 && code < (stated ?? 2 ** 31))) {
      throw new RangeError(`${what} code ${code} is not a whole number from 0 to ${(stated ?? 2 ** 31) - 1}`);
    }
    if (code >= count) count = code + 1;
  }
  return stated ?? count;
}
