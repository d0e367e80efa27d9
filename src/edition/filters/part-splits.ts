import { type Axis, valueRungs } from "../../disclosure/axis.ts";
import type { Cells } from "../../disclosure/cells.ts";
import type { Gate } from "../../disclosure/gate.ts";
import type { ToldTables } from "../../disclosure/told-tables.ts";
import { joined } from "./filter-axes.ts";
import type { PartSources } from "./part-numbers.ts";
import { partOrders } from "./part-orders.ts";

/** What adding up cents as binary fractions may leave behind, relative to the sum. */
const noise = 1e-12;

/** A split of parts by something that orders or customers have, at the finest rung that may be published. */
export interface PartSplit {
  id: "spend" | "orders";
  /** The codes are of the lines of the part; the rungs are those that it may be told by, finest first. */
  axis: Axis;
  /** The rung that holds, and how many groups it has. */
  level: number;
  groups: number;
  /** Of each cell of the part, group by group from 1 on: orders, or customers. */
  counts: Float64Array;
}

/**
 * The splits of every cell of a table of parts that may be published: by what orders come to, and by the number of orders
 * of customers.
 */
export function partSplits(
  { lines, spendEdges, orderRanges }: PartSources,
  axes: readonly Axis[],
  cells: Cells,
  gate: Gate,
  told: ToldTables,
): PartSplit[] {
  const { orders, orderOf, customers, customerOf } = partOrders(lines, axes, cells);
  const ofAll = axes.every(({ ofCustomer }) => ofCustomer) ? "" : ` of ${axes.map(({ id }) => id).join("+")}`;
  const axisOf = (id: PartSplit["id"], names: readonly string[], codeOf: (line: number) => number): Axis => ({
    id: `${id}${ofAll}`,
    codes: Uint8Array.from({ length: lines.count }, (_, line) => codeOf(line)),
    ofCustomer: ofAll === "" && id === "orders",
    rungs: [...valueRungs(names, false), ...joined(names, false)],
  });
  const splits: (PartSplit | null)[] = [];
  const spendCodes = Uint8Array.from(
    orders.amount,
    (amount) =>
      1 + Math.min(spendEdges.length - 1, spendEdges.filter((edge) => amount >= edge * (1 - noise)).length),
  );
  splits.push(
    splitBy(
      "spend",
      { ...orders, code: spendCodes },
      axisOf("spend", spendEdges.map(String), (line) => spendCodes[orderOf[line] ?? -1] ?? 0),
      { axes, cells, gate, told },
    ),
  );
  if (orderRanges.length > 0) {
    const codeOf = (own: number) => orderRanges.findLastIndex((from) => from <= own) + 1;
    // Guests have no number of orders: none of the customers counted is one.
    const ownOf = (line: number) => customers.orders[customerOf[line] ?? -1] ?? 1;
    splits.push(
      splitBy(
        "orders",
        { ...customers, code: Uint8Array.from(customers.orders, codeOf) },
        axisOf("orders", orderRanges.map(String), (line) => codeOf(ownOf(line))),
        { axes, cells, gate, told },
      ),
    );
  }
  return splits.filter((split) => split !== null);
}

/** @param of one place each, person by person */
function splitBy(
  id: PartSplit["id"],
  of: { cell: Int32Array; person: Int32Array; code: Uint8Array },
  axis: Axis,
  { axes, cells, gate, told }: { axes: readonly Axis[]; cells: Cells; gate: Gate; told: ToldTables },
): PartSplit | null {
  for (const [level, rung] of axis.rungs.entries()) {
    const groups = rung.names.length;
    const counts = new Float64Array(cells.size * groups);
    const people = new Float64Array(counts.length);
    const last = new Int32Array(counts.length);
    of.code.forEach((code, at) => {
      const group = rung.groupOf[code] ?? 0;
      if (group === 0) return;
      const place = (of.cell[at] ?? 0) * groups + group - 1;
      counts[place] = (counts[place] ?? 0) + 1;
      const person = of.person[at] ?? 0;
      if (last[place] === person) return;
      last[place] = person;
      people[place] = (people[place] ?? 0) + 1;
    });
    const table = { axes: [...axes, axis], levels: [...cells.levels, level] };
    if (gate.holds(people) && told.mayTell(table)) return { id, axis, level, groups, counts };
  }
  return null;
}
