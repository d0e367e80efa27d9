import type { Gate } from "../../disclosure/gate.ts";
import { leaveOutSmallest } from "../../disclosure/leave-out-smallest.ts";
import type { CustomerOrders } from "../../questions/customer-orders.ts";
import type { Calendar } from "../../questions/time.ts";
import { type PeriodLength, periodFinder } from "../../statistics/calendar/periods.ts";
import type { Wait } from "../../statistics/models/kaplan-meier.ts";
import { benjaminiHochberg } from "../../statistics/significance/benjamini-hochberg.ts";
import { logRank } from "../../statistics/significance/log-rank.ts";
import { type CohortComparison, cohortComparisons, mostChance } from "./better-cohorts.ts";
import type { Cohort } from "./cohorts.ts";
import { type GroupsNow, type Movement, movement } from "./movement.ts";
import type { PeriodOfCustomers } from "./new-and-returning.ts";
import { type ComingBackTimes, tellableSpans, tellableTimes, waitsForSecond } from "./second-orders.ts";
import { pausesOf, silences, unusual } from "./silence.ts";
import { tellableTables } from "./tellable.ts";

/** Customers of one kind, by how soon they order again. */
interface ReturnGroup extends ComingBackTimes {
  name: string;
}

/** A field by whose values customers come back sooner or later than chance explains. */
export interface ReturnDifference {
  field: "category" | "location";
  groups: ReturnGroup[];
  /** Of the log-rank test on customers, corrected for the fields looked at. */
  q: number;
}

/** Customers of a persona who are silent for longer than is usual among them. */
export interface LatePersona {
  name: string;
  customers: number;
  /** Nine of ten pauses between their orders are shorter; rounded to whole days. */
  days: number;
  /** Customers silent for longer now; null where they, or the others, are few. */
  late: number | null;
}

/** Who comes back, and when. */
export interface ComingBack {
  /** Length in months of the periods of cohorts; null where no table of them can be shown. */
  cohorts: {
    length: PeriodLength;
    cohorts: Cohort[];
    /** Whether the data go on to the end of the last period. */
    lastIsWhole: boolean;
    /** Each cohort held against the one before, as far as they can be compared. */
    comparisons: CohortComparison[];
  } | null;
  periods: { length: PeriodLength; periods: PeriodOfCustomers[] } | null;
  second: ComingBackTimes;
  differences: ReturnDifference[];
  late: LatePersona[] | null;
  movement: Movement | null;
}

/** Customers by the value of a field in their first order; undefined for none. */
export interface FirstOrderField {
  field: ReturnDifference["field"];
  valueFor: (place: number) => string | undefined;
}

/** Below so many customers a group is not held against others. */
const fewestCompared = 30;

/** Works out the part, all of it as it may be published. */
export function comingBack(
  orders: CustomerOrders,
  fields: readonly FirstOrderField[],
  personas: { personaOf: Uint8Array; names: readonly string[] } | null,
  gate: Gate,
  moved: { calendar: Calendar; groups: GroupsNow } | null = null,
): ComingBack | null {
  const isFew = (persons: number) => gate.isFew(persons);
  if (!gate.isEnough(orders.customers.length) || orders.first === orders.last) return null;
  const waits = waitsForSecond(orders);
  // How many came back at all is known from the headline numbers.
  const later = waits.filter(({ happened }) => happened);
  const again = later.length;
  if (isFew(again) || isFew(waits.length - again)) return null;
  const compared = fields.flatMap(({ field, valueFor }) => {
    const parts = tellableGroups(waits, valueFor, gate);
    const test = logRank(parts.groups.map(([, group]) => group));
    return test === null ? [] : [{ field, ...parts, p: test.p }];
  });
  const adjusted = benjaminiHochberg(compared.map(({ p }) => p));
  const tables = tellableTables(orders, isFew);
  return {
    cohorts: tables.cohorts === null ? null : withComparisons(tables.cohorts, orders, gate),
    periods: tables.periods,
    second: tellableTimes(waits, tellableSpans([waits, later], gate), gate),
    differences: compared.flatMap(({ field, groups, spans }, index) => {
      const q = adjusted[index] ?? 1;
      if (q >= mostChance || spans.length === 0) return [];
      const times = groups.map(([name, group]) => ({ name, ...tellableTimes(group, spans, gate) }));
      return [{ field, groups: times.sort((one, other) => lastShare(other) - lastShare(one)), q }];
    }),
    late: personas === null ? null : latePersonas(orders, personas, gate),
    movement: moved === null ? null : movement(orders, moved.calendar, moved.groups, gate),
  };
}

function withComparisons(
  { length, cohorts }: { length: PeriodLength; cohorts: Cohort[] },
  orders: CustomerOrders,
  gate: Gate,
): NonNullable<ComingBack["cohorts"]> {
  const after = periodFinder({ first: orders.last, last: orders.last + 1 }, length);
  return {
    length,
    cohorts,
    lastIsWhole: after(orders.last) !== after(orders.last + 1),
    comparisons: cohortComparisons(orders, length, gate),
  };
}

/**
 * Customers by a value of their first order, and the spans whose shares may be told of each. All others are a group
 * that is not told: where it would give few away, groups join it, the smallest first.
 */
function tellableGroups(
  waits: readonly Wait[],
  valueFor: FirstOrderField["valueFor"],
  gate: Gate,
): { groups: [name: string, waits: Wait[]][]; spans: number[] } {
  const byName = new Map<string, Wait[]>();
  const others: Wait[] = [];
  for (const [place, wait] of waits.entries()) {
    const name = valueFor(place);
    const group = name === undefined ? others : (byName.get(name) ?? []);
    if (name !== undefined) byName.set(name, group);
    group.push(wait);
  }
  const groups = [...byName].sort(([one, a], [other, b]) => b.length - a.length || (one < other ? -1 : 1));
  const spansBeside = (told: readonly (readonly [string, Wait[]])[]) =>
    tellableSpans([...told.map(([, group]) => group), others], gate);
  const told = leaveOutSmallest(groups, {
    add: ([, group]) => others.push(...group),
    holds: (some) => {
      const smallest = some.at(-1)?.[1].length ?? 0;
      const isLarge = smallest >= fewestCompared && gate.isEnough(smallest);
      return isLarge && !gate.isFew(others.length) && spansBeside(some).length > 0;
    },
  });
  return { groups: told, spans: told.length === 0 ? [] : spansBeside(told) };
}

function lastShare({ within }: ComingBackTimes): number {
  return within.at(-1)?.share ?? 0;
}

function latePersonas(
  orders: CustomerOrders,
  { personaOf, names }: { personaOf: Uint8Array; names: readonly string[] },
  gate: Gate,
): LatePersona[] {
  const silence = silences(orders);
  return names.flatMap((name, persona) => {
    const places = [...orders.customers.keys()].filter(
      (place) => personaOf[orders.customers[place] ?? 0] === persona,
    );
    const { days, customer } = pausesOf(orders, places);
    const longest = days.length === 0 ? null : gate.quantiles({ values: days, persons: customer })(unusual);
    if (longest === null) return [];
    const limit = Math.round(longest);
    const late = places.filter((place) => (silence[place] ?? 0) > limit).length;
    const isTellable = !gate.isFew(late) && !gate.isFew(places.length - late);
    return [{ name, customers: places.length, days: limit, late: isTellable ? late : null }];
  });
}
