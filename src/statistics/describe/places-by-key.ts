/** Places by the keys that stand there: those of key `k` from `starts[k]` to `starts[k + 1]`, ascending. */
export interface PlacesByKey {
  starts: Int32Array;
  places: Int32Array;
}

/**
 * The places of a list in ascending order of their keys, which are whole numbers from 0 on and below `count`: a stable
 * counting sort.
 */
export function placesByKey(keys: Int32Array, count: number): PlacesByKey {
  const starts = new Int32Array(count + 1);
  for (const key of keys) starts[key + 1] = (starts[key + 1] ?? 0) + 1;
  for (let key = 1; key <= count; key += 1) starts[key] = (starts[key] ?? 0) + (starts[key - 1] ?? 0);
  const next = starts.slice();
  const places = new Int32Array(keys.length);
  for (let place = 0; place < keys.length; place += 1) {
    const key = keys[place] ?? 0;
    const at = next[key] ?? 0;
    next[key] = at + 1;
    places[at] = place;
  }
  return { starts, places };
}
