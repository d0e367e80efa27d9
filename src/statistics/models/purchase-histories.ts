/** What models of purchases in time know of a customer. Times are in one unit, such as weeks, from the first purchase on. */
export interface PurchaseHistory {
  /** Repeat purchases: the first one does not count. */
  x: number;
  /** When the last purchase was; 0 without a repeat purchase. */
  tx: number;
  /** How long the customer was watched. */
  T: number;
}

/** Histories that are alike, with how many customers have each. Columns of equal length, but for `placeOf`. */
export interface Histories {
  x: Float64Array;
  tx: Float64Array;
  T: Float64Array;
  count: Float64Array;
  /** Where each customer's history stands, in the order of the customers. */
  placeOf: Int32Array;
}

/** Customers with the same history are counted once. */
export function groupHistories(customers: readonly PurchaseHistory[]): Histories {
  const known = new Map<number, Map<number, Map<number, number>>>();
  const found: (PurchaseHistory & { count: number; place: number })[] = [];
  const numbers = Int32Array.from(customers, ({ x, tx, T }) => {
    const ofSize = at(known, x, () => new Map<number, Map<number, number>>());
    const ofWatch = at(ofSize, T, () => new Map<number, number>());
    const number = at(ofWatch, tx, () => found.push({ x, tx, T, count: 0, place: 0 }) - 1);
    const history = found[number];
    if (history !== undefined) history.count += 1;
    return number;
  });
  // In an order of their own, so that sums do not depend on that of the rows.
  const sorted = [...found].sort((one, other) => one.x - other.x || one.tx - other.tx || one.T - other.T);
  sorted.forEach((history, place) => {
    history.place = place;
  });
  return {
    x: Float64Array.from(sorted, ({ x }) => x),
    tx: Float64Array.from(sorted, ({ tx }) => tx),
    T: Float64Array.from(sorted, ({ T }) => T),
    count: Float64Array.from(sorted, ({ count }) => count),
    placeOf: numbers.map((number) => found[number]?.place ?? 0),
  };
}

function at<Value>(map: Map<number, Value>, key: number, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
