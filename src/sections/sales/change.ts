import { type Axis, valueRungs } from "../../disclosure/axis.ts";
import type { Gate } from "../../disclosure/gate.ts";
import type { DaySpan } from "../../questions/covered-days.ts";
import { words } from "../../questions/traits.ts";
import { dayNumber, isoDay } from "../../statistics/calendar/days.ts";
import { monthNumberOf, periodLengths } from "../../statistics/calendar/periods.ts";
import { steady, steadySum } from "../../statistics/describe/steady.ts";
import type { PurchaseLines } from "../../store/purchase-lines.ts";
import type { Store } from "../../store/store.ts";
import { lineCodes, Pieces, revenueIn, sideOf, type WindowSide } from "./compared.ts";
import type { OrderSales } from "./question/order-sales.ts";
import { periodOf, returned } from "./question/sales-periods.ts";
import type { BeforeAfter, Mover, NotCompared, SalesChange } from "./sales.ts";
import { type SalesTotals, totalOf, whyChanged } from "./why.ts";
import { type ComparedWindows, comparedWindows } from "./windows.ts";
import { customerKinds } from "./words/page.ts";

/** What the change is worked out from. */
export interface ChangeSources {
  store: Store;
  sales: OrderSales;
  /** As they may be counted. */
  lines: PurchaseLines;
  gate: Gate;
  /** The days that the data cover, and the first with an order. */
  covered: DaySpan;
  first: number;
  /** All known customers. */
  customers: number;
  /** Names of the months that are not shown. */
  withheld: ReadonlySet<string>;
  personas: { personaOf: Uint8Array; names: readonly string[] } | null;
}

/** Before it can be told who is new, the data must reach back so many days. */
const leastHistory = 365;

/** Sales of the latest period beside those of the one that it is compared with, as they may be published. */
export async function salesChange(sources: ChangeSources): Promise<SalesChange | NotCompared> {
  const { sales, lines, gate, covered, withheld } = sources;
  const windows = comparedWindows(covered);
  if (windows === null) return "short";
  const pieces = new Pieces(windows, withheld);
  const codes = lineCodes(
    lines,
    sales,
    Array.from(sales.day, (day) => pieces.code(day)),
  );
  const cells = gate.cells([pieces.axis(codes)], lines, [0]);
  if (cells === null) return "few";
  const tellsGuests = gate.holds(cells.guests);
  const tellsReturns = pieces.holds(gate, sales.returns.day, sales.returns.customer);
  const discounted = [...sales.order.keys()].filter((index) => (sales.discount[index] ?? 0) > 0);
  const tellsDiscounts = pieces.holds(
    gate,
    discounted.map((index) => sales.day[index] ?? 0),
    discounted.map((index) => sales.customer[index] ?? 0),
  );
  const counts = customerCounts(sources, windows, tellsGuests);
  const tellsCustomers = counts !== null;
  const totals = windowTotals(sales, windows, {
    guests: tellsCustomers && tellsGuests,
    returns: tellsReturns,
  });
  const told = (side: WindowSide): SalesTotals => ({
    ...totals[side],
    customers: tellsCustomers ? totals[side].customers : null,
    gross: tellsDiscounts ? totals[side].gross : null,
  });
  const both = (valueIn: (side: WindowSide) => number): BeforeAfter => ({
    before: valueIn("previous"),
    after: valueIn("current"),
  });
  const orders = (side: WindowSide) => totals[side].allOrders;
  const sold = (side: WindowSide) => totals[side].revenue + totals[side].guests;
  if (orders("current") === 0 || orders("previous") === 0) return "short";
  const hasReturns = totals.current.returns !== 0 || totals.previous.returns !== 0;
  const hasDiscounts = discounted.length > 0;
  return {
    kind: windows.kind,
    current: isoSpan(windows.current),
    previous: isoSpan(windows.previous),
    measure: tellsReturns && (hasReturns || hasDiscounts) ? "net" : "sales",
    sales: both((side) => steady(totalOf(totals[side]))),
    orders: both(orders),
    averageOrder: both((side) => steady(sold(side) / orders(side))),
    customers: tellsCustomers ? both((side) => totals[side].customers ?? 0) : null,
    newCustomers:
      !tellsCustomers || counts.newCustomers === null
        ? null
        : {
            ...counts.newCustomers,
            returningShare: steady(counts.returningRevenue / sold("current")),
          },
    parts: whyChanged(told("previous"), told("current")),
    movers: await moversOf(sources, windows, pieces, codes),
  };
}

function isoSpan({ first, last }: DaySpan): SalesChange["current"] {
  return { first: isoDay(first), last: isoDay(last) };
}

interface WindowTotals extends SalesTotals {
  gross: number;
  /** Guests' too. */
  allOrders: number;
}

/**
 * What each window is made of.
 *
 * @param apart whether guests' orders are counted apart, else with the others; and whether returns count at all
 */
function windowTotals(
  sales: OrderSales,
  windows: ComparedWindows,
  apart: { guests: boolean; returns: boolean },
): Record<WindowSide, WindowTotals> {
  const totalsOf = (side: WindowSide): WindowTotals => {
    const all = [...sales.order.keys()].filter((index) => sideOf(windows, sales.day[index] ?? 0) === side);
    const isKnown = (index: number) => !apart.guests || sales.customer[index] !== 0;
    const known = all.filter(isKnown);
    const of = (column: Float64Array, some: readonly number[]) =>
      steadySum(some.map((index) => column[index] ?? 0));
    const back = [...sales.returns.day.keys()].filter(
      (index) => apart.returns && sideOf(windows, sales.returns.day[index] ?? 0) === side,
    );
    const revenue = of(sales.revenue, known);
    return {
      customers: new Set(known.flatMap((index) => sales.customer[index] || [])).size,
      orders: known.length,
      allOrders: all.length,
      items: of(sales.items, known),
      gross: steady(revenue + of(sales.discount, known)),
      revenue,
      guests: of(
        sales.revenue,
        all.filter((index) => !isKnown(index)),
      ),
      returns: steadySum(back.map((index) => returned(sales.returns, index))),
    };
  };
  return { current: totalsOf("current"), previous: totalsOf("previous") };
}

interface CustomerCounts {
  newCustomers: { new: number; returning: number } | null;
  /** Of the current window; with that of guests where these are too few to be told. */
  returningRevenue: number;
}

/** Customers of the windows; null where there are none, or where they would tell of few. */
function customerCounts(
  { sales, gate, customers, first: start }: ChangeSources,
  windows: ComparedWindows,
  tellsGuests: boolean,
): CustomerCounts | null {
  const firstDay = firstDays(sales);
  const seen = { current: new Set<number>(), previous: new Set<number>() };
  const returning: number[] = [];
  for (const [index, day] of sales.day.entries()) {
    const side = sideOf(windows, day);
    const customer = sales.customer[index] ?? 0;
    if (side === null) continue;
    if (customer !== 0) seen[side].add(customer);
    const isReturning = customer === 0 ? !tellsGuests : (firstDay.get(customer) ?? 0) < windows.current.first;
    if (side === "current" && isReturning) returning.push(sales.revenue[index] ?? 0);
  }
  const [now, before] = [seen.current.size, seen.previous.size];
  if (now === 0 || before === 0) return null;
  const both = [...seen.current].filter((customer) => seen.previous.has(customer)).length;
  const some = now + before - both;
  if (
    !gate.holds([
      now,
      before,
      both,
      now - both,
      before - both,
      customers - now,
      customers - before,
      customers - some,
    ])
  )
    return null;
  const newcomers = [...seen.current].filter(
    (customer) => (firstDay.get(customer) ?? 0) >= windows.current.first,
  ).length;
  const tellsNew =
    windows.current.first - start >= leastHistory &&
    gate.holds([newcomers, now - newcomers, customers - newcomers, now - newcomers - both]) &&
    gate.holds(besideWindow(windows.current, firstDay)) &&
    tellsLaterOrders(sales, windows.current, firstDay, gate);
  return {
    newCustomers: tellsNew ? { new: newcomers, returning: now - newcomers } : null,
    returningRevenue: steadySum(returning),
  };
}

/**
 * Whether the new customers of a window who order again in a later month, or quarter, of it are nobody or enough: what
 * they then bring counts as new in the window, and as returning in the later period.
 */
function tellsLaterOrders(
  { day, customer }: OrderSales,
  window: DaySpan,
  firstDay: ReadonlyMap<number, number>,
  gate: Gate,
): boolean {
  return (["month", "quarter"] as const).every((unit) => {
    const again = new Set<number>();
    for (const [index, each] of day.entries()) {
      const first = firstDay.get(customer[index] ?? 0);
      if (first === undefined || first < window.first || each > window.last) continue;
      if (periodOf(each, unit) !== periodOf(first, unit)) again.add(customer[index] ?? 0);
    }
    return gate.holds([again.size]);
  });
}

/**
 * The customers whose first order is beside a window, before or after it, but in a period that the window cuts: cohorts of
 * such periods, less the new customers of the window, leave them.
 */
function besideWindow({ first, last }: DaySpan, firstDay: ReadonlyMap<number, number>): number[] {
  const days = [...firstDay.values()];
  return periodLengths.flatMap((length) => {
    const startOf = (period: number) => dayOfMonth(period * length);
    const [start, end] = [first, last].map((day) => Math.floor(monthNumberOf(day) / length));
    const [from, to] = [startOf(start ?? 0), startOf((end ?? 0) + 1)];
    return [
      days.filter((day) => day >= from && day < first).length,
      days.filter((day) => day > last && day < to).length,
    ];
  });
}

/** The first day of a month, by its number. */
function dayOfMonth(month: number): number {
  const [year, place] = [Math.floor(month / 12), (month % 12) + 1];
  return dayNumber(`${String(year).padStart(4, "0")}-${String(place).padStart(2, "0")}-01`);
}

/** The day of each known customer's first order. */
function firstDays({ day, customer }: OrderSales): Map<number, number> {
  const found = new Map<number, number>();
  for (const [index, each] of day.entries()) {
    const who = customer[index] ?? 0;
    if (who !== 0 && !found.has(who)) found.set(who, each);
  }
  return found;
}

/** Of each field the group whose sales moved most between the windows. */
async function moversOf(
  sources: ChangeSources,
  windows: ComparedWindows,
  pieces: Pieces,
  codes: Uint16Array,
): Promise<Mover[]> {
  const { store, lines, gate, personas } = sources;
  const fields: [Mover["field"], Axis][] = [];
  for (const field of ["category", "location"] as const) {
    const ids = lines.traits.get(field);
    if (ids !== undefined) fields.push([field, gate.axis(field, ids, await words(store, field))]);
  }
  if (personas !== null) {
    const { personaOf, names } = personas;
    const own = Uint8Array.from(lines.customer, (who) => {
      const place = personaOf[who] ?? 255;
      return place === 255 ? 0 : place + 1;
    });
    fields.push(["persona", withRest("persona", own, names, commonest(own))]);
  }
  const firstDay = firstDays(sources.sales);
  const tellsKinds = [windows.current, windows.previous].every((window) =>
    tellsLaterOrders(sources.sales, window, firstDay, gate),
  );
  if (windows.previous.first - sources.first >= leastHistory && tellsKinds)
    fields.push(["customerKind", kindAxis(sources, windows)]);
  const found = fields.flatMap(([field, axis]): Mover[] => {
    const cells = gate.cells([axis, pieces.axis(codes)], lines, [null, 0]);
    if (cells === null) return [];
    const groups = (cells.rungs[0]?.names ?? []).map((name, index) => ({
      field,
      name,
      before: steady(revenueIn(cells, index + 1, pieces.codesOf("previous"))),
      after: steady(revenueIn(cells, index + 1, pieces.codesOf("current"))),
    }));
    // A group of customers that is only of one of the periods, as that of newcomers is, did not move.
    const isOfCustomers = field === "persona" || field === "customerKind";
    const [most] = groups
      .filter(({ before, after }) => (isOfCustomers ? before > 0 && after > 0 : before + after > 0))
      .sort((one, other) => moved(other) - moved(one));
    return most === undefined || groups.length < 2 || moved(most) === 0 ? [] : [most];
  });
  return found.sort((one, other) => moved(other) - moved(one));
}

function moved({ before, after }: Mover): number {
  return Math.abs(after - before);
}

/** New and returning customers, each by the window of the order: a guest is a kind of its own. */
function kindAxis({ sales, lines }: ChangeSources, windows: ComparedWindows): Axis {
  const firstDay = firstDays(sales);
  const kinds = Array.from(sales.day, (day, index) => {
    const customer = sales.customer[index] ?? 0;
    const side = sideOf(windows, day);
    if (customer === 0 || side === null) return 0;
    return (firstDay.get(customer) ?? 0) >= windows[side].first ? 1 : 2;
  });
  return withRest(
    "customerKind",
    lineCodes(lines, sales, kinds),
    [customerKinds.new, customerKinds.returning],
    2,
  );
}

/** An axis on which what has no value, as guests' orders, is counted with one where it is too little to stand apart. */
function withRest(id: string, codes: ArrayLike<number>, names: readonly string[], largest: number): Axis {
  return { id, codes, ofCustomer: false, rungs: valueRungs(names, true, largest) };
}

/** The code above 0 of most lines. */
function commonest(codes: Uint8Array): number {
  const counts = new Float64Array(256);
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  counts[0] = 0;
  return counts.indexOf(Math.max(...counts));
}
