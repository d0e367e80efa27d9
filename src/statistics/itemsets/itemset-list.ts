/** Itemsets as they are found, in flat arrays that grow. */
export interface ItemsetList {
  count: number;
  starts: Uint32Array;
  items: Uint32Array;
  counts: Uint32Array;
}

export function emptyItemsetList(): ItemsetList {
  return {
    count: 0,
    starts: new Uint32Array(1025),
    items: new Uint32Array(4096),
    counts: new Uint32Array(1024),
  };
}

/** Adds an itemset: the first `size` of the items, which come in any order and are kept ascending. */
export function addItemset(list: ItemsetList, items: Uint32Array, size: number, count: number): void {
  const from = list.starts[list.count] ?? 0;
  if (list.count === list.counts.length) {
    list.counts = grown(list.counts, 2 * list.counts.length);
    list.starts = grown(list.starts, 2 * list.counts.length + 1);
  }
  if (from + size > list.items.length) list.items = grown(list.items, 2 * (from + size));
  const kept = list.items;
  for (let each = 0; each < size; each += 1) {
    const item = items[each] ?? 0;
    let place = from + each;
    for (; place > from && (kept[place - 1] ?? 0) > item; place -= 1) kept[place] = kept[place - 1] ?? 0;
    kept[place] = item;
  }
  list.counts[list.count] = count;
  list.count += 1;
  list.starts[list.count] = from + size;
}

/** The list sorted by size, then by items, in arrays of the right length. Takes time in proportion to the items. */
export function sortedItemsetList(list: ItemsetList): ItemsetList {
  const { count, starts, items, counts } = list;
  const order = sortedOrder(list);
  const sorted = {
    count,
    starts: new Uint32Array(count + 1),
    items: new Uint32Array(starts[count] ?? 0),
    counts: new Uint32Array(count),
  };
  let used = 0;
  for (let index = 0; index < count; index += 1) {
    const old = order[index] ?? 0;
    const to = starts[old + 1] ?? 0;
    for (let place = starts[old] ?? 0; place < to; place += 1, used += 1)
      sorted.items[used] = items[place] ?? 0;
    sorted.counts[index] = counts[old] ?? 0;
    sorted.starts[index + 1] = used;
  }
  return sorted;
}

/** A radix sort: by the last item first, by the first item next to last, by the size last; each step is stable. */
function sortedOrder({ count, starts, items }: ItemsetList): Uint32Array {
  const size = (index: number) => (starts[index + 1] ?? 0) - (starts[index] ?? 0);
  let largest = 0;
  for (let index = 0; index < count; index += 1) largest = Math.max(largest, size(index));
  let codes = 0;
  for (let place = 0; place < (starts[count] ?? 0); place += 1)
    codes = Math.max(codes, (items[place] ?? 0) + 1);
  let order = Uint32Array.from({ length: count }, (_, index) => index);
  for (let position = largest - 1; position >= 0; position -= 1) {
    order = stableSort(order, codes + 1, (index) =>
      position < size(index) ? (items[(starts[index] ?? 0) + position] ?? 0) + 1 : 0,
    );
  }
  return stableSort(order, largest + 1, size);
}

/** The indexes by a key from 0 up to, not including, `keys`; those with the same key stay in order. */
function stableSort(
  order: Uint32Array<ArrayBuffer>,
  keys: number,
  keyOf: (index: number) => number,
): Uint32Array<ArrayBuffer> {
  const next = new Uint32Array(keys + 1);
  for (const index of order) {
    const after = keyOf(index) + 1;
    next[after] = (next[after] ?? 0) + 1;
  }
  for (let key = 0; key < keys; key += 1) next[key + 1] = (next[key + 1] ?? 0) + (next[key] ?? 0);
  const sorted = new Uint32Array(order.length);
  for (const index of order) {
    const key = keyOf(index);
    const place = next[key] ?? 0;
    sorted[place] = index;
    next[key] = place + 1;
  }
  return sorted;
}

function grown(array: Uint32Array, length: number): Uint32Array {
  const larger = new Uint32Array(length);
  larger.set(array);
  return larger;
}
