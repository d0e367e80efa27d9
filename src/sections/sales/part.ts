import { calendarAxis } from "../../disclosure/calendar-axis.ts";
import type { Gate } from "../../disclosure/gate.ts";
import { daySpans } from "../../questions/covered-days.ts";
import { dayNumber } from "../../statistics/calendar/days.ts";
import { steady } from "../../statistics/describe/steady.ts";
import { sum } from "../../statistics/describe/sum.ts";
import type { Inputs } from "../inputs.ts";
import { salesChange } from "./change.ts";
import { type OrderSales, orderSales } from "./question/order-sales.ts";
import { daysOfPeriod, periodOf, persons, type SalesUnit, salesBy } from "./question/sales-periods.ts";
import type { Discounted, NotCompared, Sales, SalesChange, SalesPeriod } from "./sales.ts";
import { salesTimes } from "./times.ts";

/** What was sold over time, as it may be published; null where no order has a date. */
export async function salesPart(
  { store, lines, gate, time, customers, dataset, months: published }: Inputs,
  personas: { personaOf: Uint8Array; names: readonly string[] } | null,
): Promise<Sales | null> {
  const [sales, spans] = [await orderSales(store), await daySpans(store)];
  if (sales === null || spans === null || time === null) return null;
  // Weeks that stand in the place of months would tell of single days beside them.
  const { months, monthsWithheld, weeksTellOfFew: areWeeksFew } = published;
  const withheld = new Set(monthsWithheld);
  const returnsFrom = unitOfReturns(sales, gate);
  const periodsOf = (unit: SalesUnit): SalesPeriod[] => {
    const periods = salesBy(sales, unit);
    // Months of few are left out, with others; of longer periods all are told or none.
    if (unit !== "month" && !gate.holds(periods.map(({ buyers }) => buyers))) return [];
    return periods.map(({ name, orders, revenue, returns }) => {
      const { first, last } = daysOfPeriod(name, unit);
      return {
        name,
        orders,
        revenue,
        returns: returnsFrom.has(unit) ? returns : null,
        whole: first >= spans.covered.first && last <= spans.covered.last,
      };
    });
  };
  const told = (unit: SalesUnit, found: SalesPeriod[]): SalesPeriod[] | null => {
    const names = new Set(found.map(({ name }) => name));
    const axis = calendarAxis(unit, lines, (day) => {
      const name = periodOf(dayNumber(day), unit);
      return names.has(name) ? name : null;
    });
    return found.length > 0 && axis !== null && gate.tell([axis], [0], lines) ? found : null;
  };
  const [years, quarters] = (["year", "quarter"] as const).map((unit) =>
    areWeeksFew ? null : told(unit, periodsOf(unit)),
  );
  return {
    years: years ?? [],
    quarters: quarters ?? [],
    months:
      (months !== null &&
        told(
          "month",
          periodsOf("month").filter(({ name }) => !withheld.has(name)),
        )) ||
      [],
    weeks: months === null || withheld.size > 0 ? null : told("week", periodsOf("week")),
    discounted: discountedOrders(sales, gate),
    times: salesTimes(sales, lines, gate),
    ...comparison(
      areWeeksFew || months === null
        ? "few"
        : !dataset.hasMoney
          ? "money"
          : await salesChange({
              store,
              sales,
              lines,
              gate,
              covered: spans.covered,
              first: spans.seen.first,
              customers,
              withheld,
              personas,
            }),
    ),
  };
}

function comparison(found: SalesChange | NotCompared): Pick<Sales, "change" | "notCompared"> {
  return typeof found === "string"
    ? { change: null, notCompared: found }
    : { change: found, notCompared: null };
}

/** The units in which no period's returns are those of few, and what came back after the last order neither. */
function unitOfReturns(sales: OrderSales, gate: Gate): Set<SalesUnit> {
  const { returns } = sales;
  const all = persons([...returns.customer]);
  const told = new Set<SalesUnit>();
  if (returns.day.length === 0 || !gate.isEnough(all)) return told;
  const last = sales.day.at(-1) ?? 0;
  for (const unit of ["year", "quarter", "month"] as const) {
    const end = daysOfPeriod(periodOf(last, unit), unit).last;
    const later = [...returns.day.keys()].filter((index) => (returns.day[index] ?? 0) > end);
    const counts = [
      ...salesBy(sales, unit).map(({ returners }) => returners),
      persons(later.map((index) => returns.customer[index] ?? 0)),
    ];
    if (!gate.holds(counts)) break;
    told.add(unit);
  }
  return told;
}

function discountedOrders({ order, discount, customer, revenue }: OrderSales, gate: Gate): Discounted | null {
  const [reduced, others]: [number[], number[]] = [[], []];
  for (const index of order.keys()) ((discount[index] ?? 0) > 0 ? reduced : others).push(index);
  if (![reduced, others].every((some) => gate.isEnough(persons(some.map((index) => customer[index] ?? 0)))))
    return null;
  const average = (some: readonly number[]) =>
    steady(sum(some.map((index) => revenue[index] ?? 0)) / some.length);
  return {
    orders: reduced.length,
    share: reduced.length / order.length,
    averageOrder: average(reduced),
    averageOther: average(others),
  };
}
