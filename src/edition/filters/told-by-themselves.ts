import type { Axis } from "../../disclosure/axis.ts";
import { countCells } from "../../disclosure/cells.ts";
import type { Gate } from "../../disclosure/gate.ts";
import type { ToldTables } from "../../disclosure/told-tables.ts";
import { linePersons } from "../../questions/persons.ts";
import type { Report } from "../../report/report.ts";
import type { PartSources } from "./part-numbers.ts";
import { partSplits } from "./part-splits.ts";

/** The axes of orders and customers that the report tells by themselves: amounts of orders, and orders a customer. */
export function toldByThemselves(
  sources: PartSources,
  { spend, ordersPerCustomer }: Pick<Report, "spend" | "ordersPerCustomer">,
  gate: Gate,
  told: ToldTables,
): Axis[] {
  const { lines, orderRanges } = sources;
  const whole = countCells([], [], lines, linePersons(lines));
  return partSplits(sources, [], whole, gate, told).flatMap(({ id, axis }) => {
    if (id === "spend") return spend.of === "order" ? [axis] : [];
    if (ordersPerCustomer === null) return [];
    const bounds = ordersPerCustomer.map(({ orders }) => Number.parseInt(orders, 10));
    const groupOf = [0, ...orderRanges.map((from) => bounds.findLastIndex((bound) => bound <= from) + 1)];
    return [{ ...axis, rungs: [{ names: ordersPerCustomer.map(({ orders }) => orders), groupOf }] }];
  });
}
