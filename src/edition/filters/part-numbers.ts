import { type Axis, valueRungs } from "../../disclosure/axis.ts";
import { type Cells, placesOf } from "../../disclosure/cells.ts";
import type { Gate } from "../../disclosure/gate.ts";
import type { ToldTables } from "../../disclosure/told-tables.ts";
import { type LinePersons, linePersons } from "../../questions/persons.ts";
import type { PurchaseLines } from "../../store/purchase-lines.ts";
import { joined } from "./filter-axes.ts";

/** What the numbers of parts are counted from. */
export interface PartSources {
  lines: PurchaseLines;
  /** Upper edges of the bins of orders' amounts, ascending. */
  spendEdges: readonly number[];
  /** Lower edges of the ranges of orders a customer, from 1 on; empty where there are no orders. */
  orderRanges: readonly number[];
  /** Previous purchases by customer's id, NaN for none; null where the data do not say. */
  previous: Float64Array | null;
}

/** An order in a part: with what of it is in the part, and whose it is. */
interface PartOrder {
  place: number;
  cell: number;
  person: number;
  amount: number;
}

/** What adding up cents as binary fractions may leave behind, relative to the sum. */
const noise = 1e-12;

/**
 * The orders of every part, each with what its lines in that part come to, and the place of each line's among them, -1 for
 * none; lines without an order are orders.
 */
function partOrders(
  { lines, cellOf }: { lines: PurchaseLines; cellOf: Int32Array },
  persons: LinePersons,
): { orders: PartOrder[]; orderOf: Int32Array } {
  const orders = new Map<number, PartOrder>();
  const orderOf = new Int32Array(lines.count).fill(-1);
  const size = cellOf.reduce((high, cell) => Math.max(high, cell), 0) + 1;
  for (const line of persons.order) {
    const id = lines.order === undefined ? line : (lines.order[line] ?? 0);
    if (lines.order !== undefined && id === 0) continue;
    const cell = cellOf[line] ?? 0;
    const key = id * size + cell;
    const known = orders.get(key);
    const amount = lines.amount[line] ?? 0;
    if (known === undefined) {
      orderOf[line] = orders.size;
      orders.set(key, { place: orders.size, cell, person: persons.personOf[line] ?? 0, amount });
    } else {
      orderOf[line] = known.place;
      known.amount += amount;
    }
  }
  return { orders: [...orders.values()], orderOf };
}

/** A split of parts by something that orders or customers have, at the finest rung that may be published. */
interface PartSplit {
  id: "spend" | "orders";
  /** The codes are of the lines of the part; the rungs are those that it may be told by, finest first. */
  axis: Axis;
  /** The rung that holds, and how many groups it has. */
  level: number;
  groups: number;
  /** Of each cell of the part, group by group from 1 on: orders, or customers. */
  counts: Float64Array;
}

/** Numbers of parts; null where they may not be published, NaN in a cell that has none. */
export interface PartNumbers {
  orders: Float64Array | null;
  /** Lower quartile, median, upper quartile of what orders come to. */
  quartiles: readonly Float64Array[];
  /** Customers of more than one order. */
  repeat: Float64Array | null;
  /** Means. */
  rating: Float64Array | null;
  previous: Float64Array | null;
  splits: PartSplit[];
}

/** Numbers of every cell of a table of parts. */
export function partNumbers(
  { lines, spendEdges, orderRanges, previous }: PartSources,
  axes: readonly Axis[],
  cells: Cells,
  gate: Gate,
  told: ToldTables,
): PartNumbers {
  const persons = linePersons(lines);
  const cellOf = placesOf(axes, cells.rungs, cells.strides, lines.count);
  const { orders, orderOf } = partOrders({ lines, cellOf }, persons);
  const isCustomer = (person: number) => person <= persons.lastCustomer;
  const counts = new Float64Array(cells.size);
  const byCell: PartOrder[][] = Array.from({ length: cells.size }, () => []);
  const ordersOf = new Map<number, number>();
  const key = (cell: number, person: number) => person * cells.size + cell;
  for (const order of orders) {
    counts[order.cell] = (counts[order.cell] ?? 0) + 1;
    byCell[order.cell]?.push(order);
    if (isCustomer(order.person)) {
      const place = key(order.cell, order.person);
      ordersOf.set(place, (ordersOf.get(place) ?? 0) + 1);
    }
  }
  const ofAll = axes.every(({ ofCustomer }) => ofCustomer) ? "" : ` of ${axes.map(({ id }) => id).join("+")}`;
  const axisOf = (id: PartSplit["id"], names: readonly string[], codeOf: (line: number) => number): Axis => ({
    id: `${id}${ofAll}`,
    codes: Uint8Array.from({ length: lines.count }, (_, line) => codeOf(line)),
    ofCustomer: ofAll === "" && id === "orders",
    rungs: [...valueRungs(names, false), ...joined(names, false)],
  });
  const spendCodes = orders.map(
    ({ amount }) =>
      1 + Math.min(spendEdges.length - 1, spendEdges.filter((edge) => amount >= edge * (1 - noise)).length),
  );
  const splits: PartSplit[] = [];
  const bySpend = splitBy(
    "spend",
    orders.map(({ cell, person }, place) => ({ cell, person, code: spendCodes[place] ?? 0 })),
    axisOf("spend", spendEdges.map(String), (line) => spendCodes[orderOf[line] ?? -1] ?? 0),
    { axes, cells, gate, told },
  );
  if (bySpend !== null) splits.push(bySpend);
  const repeaters = new Float64Array(cells.size);
  const codeOf = (own: number) => orderRanges.findLastIndex((from) => from <= own) + 1;
  const customers = [...ordersOf].map(([place, own]) => {
    const cell = place % cells.size;
    if (own > 1) repeaters[cell] = (repeaters[cell] ?? 0) + 1;
    return { cell, person: Math.floor(place / cells.size), code: codeOf(own) };
  });
  if (orderRanges.length > 0) {
    // Guests have no number of orders: none of the customers counted is one.
    const ownOf = (line: number) => ordersOf.get(key(cellOf[line] ?? 0, persons.personOf[line] ?? 0)) ?? 1;
    const byOrders = splitBy(
      "orders",
      customers,
      axisOf("orders", orderRanges.map(String), (line) => codeOf(ownOf(line))),
      { axes, cells, gate, told },
    );
    if (byOrders !== null) splits.push(byOrders);
  }
  const isRepeatTold =
    gate.holds(repeaters) && gate.holds(repeaters.map((own, cell) => (cells.customers[cell] ?? 0) - own));
  return {
    orders: counts,
    quartiles: quartilesOf(byCell, gate),
    repeat: orderRanges.length > 0 && isRepeatTold ? repeaters : null,
    ...means(lines, persons, previous, cellOf, cells.size, gate),
    splits,
  };
}

function splitBy(
  id: PartSplit["id"],
  entries: readonly { cell: number; person: number; code: number }[],
  axis: Axis,
  { axes, cells, gate, told }: { axes: readonly Axis[]; cells: Cells; gate: Gate; told: ToldTables },
): PartSplit | null {
  for (const [level, rung] of axis.rungs.entries()) {
    const groups = rung.names.length;
    const counts = new Float64Array(cells.size * groups);
    const people = counts.map(() => 0);
    const seen = new Set<number>();
    for (const { cell, person, code } of entries) {
      const group = rung.groupOf[code] ?? 0;
      if (group === 0) continue;
      const place = cell * groups + group - 1;
      counts[place] = (counts[place] ?? 0) + 1;
      const who = person * counts.length + place;
      if (seen.has(who)) continue;
      seen.add(who);
      people[place] = (people[place] ?? 0) + 1;
    }
    const table = { axes: [...axes, axis], levels: [...cells.levels, level] };
    if (gate.holds(people) && told.mayTell(table)) return { id, axis, level, groups, counts };
  }
  return null;
}

function quartilesOf(byCell: readonly (readonly PartOrder[])[], gate: Gate): Float64Array[] {
  const found = [0, 1, 2].map(() => new Float64Array(byCell.length).fill(Number.NaN));
  byCell.forEach((orders, cell) => {
    // A quarter of the orders lies beyond a quartile.
    if (!gate.isEnough(Math.floor(orders.length / 4))) return;
    const at = gate.quantiles({
      values: Float64Array.from(orders, ({ amount }) => amount),
      persons: Float64Array.from(orders, ({ person }) => person),
    });
    const values = [at(0.25), at(0.5), at(0.75)];
    if (values.some((value) => value === null)) return;
    values.forEach((value, place) => {
      const column = found[place];
      if (column !== undefined) column[cell] = value ?? Number.NaN;
    });
  });
  return found;
}

/** Mean ratings of purchases, and mean previous purchases of customers; none of a table where one stands on few. */
function means(
  { rating, customer }: PurchaseLines,
  { personOf, order }: LinePersons,
  previous: Float64Array | null,
  cellOf: Int32Array,
  cells: number,
  gate: Gate,
): Pick<PartNumbers, "rating" | "previous"> {
  const [rated, raters, ratingSum] = [0, 1, 2].map(() => new Float64Array(cells));
  const [known, knownSum] = [0, 1].map(() => new Float64Array(cells));
  const lastRater = new Int32Array(cells);
  const last = new Int32Array(cells);
  const add = (column: Float64Array | undefined, cell: number, value: number) => {
    if (column !== undefined) column[cell] = (column[cell] ?? 0) + value;
  };
  for (const line of order) {
    const cell = cellOf[line] ?? 0;
    const person = personOf[line] ?? 0;
    const given = rating?.[line] ?? Number.NaN;
    if (!Number.isNaN(given)) {
      add(rated, cell, 1);
      add(ratingSum, cell, given);
      if (lastRater[cell] !== person) add(raters, cell, 1);
      lastRater[cell] = person;
    }
    if (last[cell] === person) continue;
    last[cell] = person;
    const before = previous?.[customer[line] ?? 0] ?? Number.NaN;
    if (customer[line] === 0 || Number.isNaN(before)) continue;
    add(known, cell, 1);
    add(knownSum, cell, before);
  }
  const mean = (sums: Float64Array | undefined, counts: Float64Array | undefined) =>
    Float64Array.from(sums ?? [], (sum, cell) =>
      (counts?.[cell] ?? 0) > 0 ? sum / (counts?.[cell] ?? 1) : Number.NaN,
    );
  return {
    rating: gate.holds(raters ?? []) ? mean(ratingSum, rated) : null,
    previous: gate.holds(known ?? []) ? mean(knownSum, known) : null,
  };
}
