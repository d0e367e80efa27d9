import type { CustomerOrders } from "../../questions/customer-orders.ts";
import { type PeriodLength, periodLengths } from "../../statistics/calendar/periods.ts";
import { type Cohort, cohorts } from "./cohorts.ts";
import {
  type GuestsCounted,
  guestsBesideCohorts,
  guestsOfAll,
  periodsWithGuests,
  withGuestsMoney,
} from "./guests-counted.ts";
import { newAndReturning, type PeriodOfCustomers } from "./new-and-returning.ts";
import { tellsBesideCohorts } from "./periods-beside-cohorts.ts";

type IsFew = (persons: number) => boolean;

/** Tables of customers by period, as they may be published beside each other. */
export interface TellableTables {
  cohorts: { length: PeriodLength; cohorts: Cohort[] } | null;
  periods: { length: PeriodLength; periods: PeriodOfCustomers[] } | null;
}

/**
 * Cohorts, and new and returning customers, each by the shortest periods in which no few persons are shown. Periods
 * shorter than the cohorts' are taken only where they do not tell, with these, what a few spent: those who came back within
 * the period of their first order, or the first cohort in a part of a later one.
 */
export function tellableTables(orders: CustomerOrders, isFew: IsFew): TellableTables {
  const told = tellableCohorts(orders, isFew);
  const guests = told === null ? guestsOfAll(orders, isFew) : told.guests;
  const periods = periodLengths.flatMap((length) => {
    const hides = told === null || length >= told.length || !tellsBesideCohorts(orders, told, length, isFew);
    const table = hides ? tellablePeriods(orders, { length, guests, isFew }) : null;
    return table === null ? [] : [{ length, periods: table }];
  });
  return {
    cohorts: told === null ? null : { length: told.length, cohorts: told.cohorts },
    periods: periods[0] ?? null,
  };
}

/** Months that a table must follow cohorts for, where it is cut. */
const fewestMonths = 3;

/**
 * Cohorts by the shortest length of periods in which no few customers are shown, active or not, and how guests count
 * beside them. A table may end before the data do: at the last period since the first in which that holds for every
 * cohort, and no few are left out in any period of the calendar, whose total is known. Null where no table follows
 * cohorts for three months.
 */
export function tellableCohorts(
  orders: CustomerOrders,
  isFew: IsFew,
): (NonNullable<TellableTables["cohorts"]> & { guests: GuestsCounted }) | null {
  for (const length of periodLengths) {
    const table = cohorts(orders, length);
    const width = widthOf(table, isFew);
    const isWhole = table.every(({ active }) => active.length <= width);
    if (table.length < 2 || (!isWhole && (width - 1) * length < fewestMonths) || width === 0) continue;
    const guests = guestsBesideCohorts(table, orders, length, isFew);
    if (guests === null) continue;
    return {
      length,
      guests,
      cohorts: withGuestsMoney(table, orders, guests).map((cohort) => ({
        ...cohort,
        active: cohort.active.slice(0, width),
        revenue: cohort.revenue.slice(0, width),
      })),
    };
  }
  return null;
}

/** How many periods from the first on may be shown of every cohort. */
function widthOf(table: readonly Cohort[], isFew: IsFew): number {
  const most = Math.max(...table.map(({ active }) => active.length));
  const isShowable = (since: number) =>
    table.every(
      ({ customers, active }) => !isFew(active[since] ?? 0) && !isFew(customers - (active[since] ?? 0)),
    );
  let width = 0;
  while (width < most && isShowable(width)) width += 1;
  while (width > 0 && leftOut(table, width).some(isFew)) width -= 1;
  return width;
}

/** Of each period of the calendar, the last first, the customers active in it who are not in so many columns. */
function leftOut(table: readonly Cohort[], width: number): number[] {
  const most = Math.max(...table.map(({ active }) => active.length));
  return Array.from({ length: most }, (_, fromEnd) =>
    table.reduce((all, { active }) => {
      const since = active.length - 1 - fromEnd;
      return since >= width ? all + (active[since] ?? 0) : all;
    }, 0),
  );
}

/** New and returning customers, unless a period shows few of either, few who stayed away, or few guests' orders. */
function tellablePeriods(
  orders: CustomerOrders,
  { length, guests, isFew }: { length: PeriodLength; guests: GuestsCounted; isFew: IsFew },
): PeriodOfCustomers[] | null {
  const periods = periodsWithGuests(newAndReturning(orders, length), orders, length, guests);
  let known = 0;
  const isTellable = periods?.every(({ newCustomers, returningCustomers, guestOrders }) => {
    const away = known - returningCustomers;
    known += newCustomers;
    return [newCustomers, returningCustomers, guestOrders, away].every((persons) => !isFew(persons));
  });
  return isTellable === true && periods !== null && periods.length > 1 ? periods : null;
}
