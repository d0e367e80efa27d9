import type { CustomerOrders } from "../../questions/customer-orders.ts";
import { steadySum } from "../../statistics/describe/steady.ts";
import type { MovementTable } from "./movement-table.ts";

/**
 * What the customers of each cell spent in a span. Where few of a cell ordered then, that is counted with the most customers
 * of its column, but not with new ones; null where these are few as well.
 *
 * @param customers of each group then, those who are new last, by group now
 * @param spent by cell, of each customer, NaN for somebody who ordered nothing
 */
export function spentByCell(
  customers: readonly (readonly number[])[],
  spent: readonly (readonly (readonly number[])[])[],
  isFew: (persons: number) => boolean,
): number[][] | null {
  const ordered = spent.map((row) => row.map((own) => own.filter((each) => !Number.isNaN(each))));
  const told = ordered.map((row) => row.map(steadySum));
  for (const column of customers[0]?.keys() ?? []) {
    const few = ordered.flatMap((row, place) => (isFew(row[column]?.length ?? 0) ? [place] : []));
    if (few.length === 0) continue;
    const known = customers.slice(0, -1).map((row) => row[column] ?? 0);
    const most = known.indexOf(Math.max(...known));
    const all = [...new Set([most, ...few])].flatMap((place) => ordered[place]?.[column] ?? []);
    if (isFew(all.length) || most < 0) return null;
    for (const place of few) told[place]?.splice(column, 1, 0);
    told[most]?.splice(column, 1, steadySum(all));
  }
  return told;
}

/** Money that is counted with that of customers in a group. */
export interface OthersMoney {
  before: number;
  since: number;
}

/**
 * What few guests spent in a span, which is counted with the most customers: totals of months would tell it else. Null
 * where few are left out who are not guests alone.
 */
export function othersMoney(
  orders: CustomerOrders,
  { from, middle, to }: { from: number; middle: number; to: number },
  placeOf: Uint8Array,
  isFew: (persons: number) => boolean,
): OthersMoney | null {
  const spent = (start: number, end: number): number | null => {
    const isIn = (at: number) => at >= start && at <= end;
    const others = [...orders.customers].filter(
      (customer, index) =>
        (placeOf[customer] ?? 255) === 255 &&
        orders.day.subarray(orders.starts[index], orders.starts[index + 1]).some(isIn),
    ).length;
    const guests = orders.guests.revenue.filter((_, order) => isIn(orders.guests.day[order] ?? Number.NaN));
    if (!isFew(others + guests.length)) return 0;
    return others === 0 ? steadySum([...guests]) : null;
  };
  const [before, since] = [spent(from, middle), spent(middle + 1, to)];
  return before === null || since === null ? null : { before, since };
}

/**
 * The money of others added to the cell of most customers, in the column of a group where one is given; not to that of
 * new customers: elsewhere guests count as customers from early on.
 */
export function withOthers(
  table: MovementTable & { money: NonNullable<MovementTable["money"]> },
  { before, since }: OthersMoney,
  column: number | null,
): MovementTable {
  const counts = table.customers.map((row) =>
    row.map((count, place) => (column === null || place === column ? count : 0)),
  );
  counts.pop();
  const most = Math.max(...counts.flat());
  if (before === 0 && since === 0) return table;
  if (most === 0) return { ...table, money: null };
  const isMost = (row: number, place: number) =>
    row === counts.findIndex((each) => each.includes(most)) && place === counts[row]?.indexOf(most);
  const add = (money: number[][], more: number) =>
    money.map((row, at) => row.map((own, place) => (isMost(at, place) ? steadySum([own, more]) : own)));
  return {
    ...table,
    money: { before: add(table.money.before, before), since: add(table.money.since, since) },
  };
}
