import type { DaySpan } from "../../questions/covered-days.ts";
import { isoDay } from "../../statistics/calendar/days.ts";
import { steady, steadySum } from "../../statistics/describe/steady.ts";
import type { ChangeSources } from "./change-sources.ts";
import { lineCodes, Pieces, sideOf, type WindowSide } from "./compared.ts";
import { moversOf } from "./movers.ts";
import { customerCounts, firstDays } from "./newcomers.ts";
import type { OrderSales } from "./question/order-sales.ts";
import { returned } from "./question/sales-periods.ts";
import type { BeforeAfter, NotCompared, SalesChange } from "./sales.ts";
import { type SalesTotals, totalOf, whyChanged } from "./why.ts";
import { type ComparedWindows, comparedWindows } from "./windows.ts";

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
  const firstDay = firstDays(sales);
  const counts = customerCounts(sources, windows, firstDay, tellsGuests);
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
    movers: await moversOf(sources, windows, pieces, codes, firstDay),
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
