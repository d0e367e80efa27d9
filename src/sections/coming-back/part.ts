import type { Gate } from "../../disclosure/gate.ts";
import type { CustomerOrders } from "../../questions/customer-orders.ts";
import { benjaminiHochberg } from "../../statistics/significance/benjamini-hochberg.ts";
import { logRank } from "../../statistics/significance/log-rank.ts";
import {
  type Cohort,
  type PeriodLength,
  type PeriodOfCustomers,
  tellableCohorts,
  tellableNewAndReturning,
} from "./cohorts.ts";
import { type ComingBackTimes, comingBackTimes, waitsForSecond } from "./second-orders.ts";
import { pausesOf, silences, unusual } from "./silence.ts";

/** Customers of one kind, by how soon they order again. */
export interface ReturnGroup extends ComingBackTimes {
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
  cohorts: { length: PeriodLength; cohorts: Cohort[] } | null;
  periods: { length: PeriodLength; periods: PeriodOfCustomers[] } | null;
  second: ComingBackTimes;
  differences: ReturnDifference[];
  late: LatePersona[] | null;
}

/** Customers by the value of a field in their first order; undefined for none. */
export interface FirstOrderField {
  field: ReturnDifference["field"];
  valueFor: (place: number) => string | undefined;
}

/** Below so many customers a group is not held against others. */
const fewestCompared = 30;
/** Adjusted chances below this are told. */
const falseDiscoveries = 0.05;

/** Works out the part, all of it as it may be published. */
export function comingBack(
  orders: CustomerOrders,
  fields: readonly FirstOrderField[],
  personas: { personaOf: Uint8Array; names: readonly string[] } | null,
  gate: Gate,
): ComingBack | null {
  const isFew = (persons: number) => gate.isFew(persons);
  if (!gate.isEnough(orders.customers.length) || orders.first === orders.last) return null;
  const waits = waitsForSecond(orders);
  const again = waits.filter(({ happened }) => happened).length;
  if (isFew(again) || isFew(waits.length - again)) return null;
  const compared = fields.flatMap(({ field, valueFor }) => {
    const groups = new Map<string, typeof waits>();
    for (const [place, wait] of waits.entries()) {
      const name = valueFor(place);
      if (name !== undefined) groups.set(name, [...(groups.get(name) ?? []), wait]);
    }
    const large = [...groups].filter(
      ([, group]) => group.length >= fewestCompared && gate.isEnough(group.length),
    );
    const test = logRank(large.map(([, group]) => group));
    return test === null ? [] : [{ field, large, p: test.p }];
  });
  const adjusted = benjaminiHochberg(compared.map(({ p }) => p));
  return {
    cohorts: tellableCohorts(orders, isFew),
    periods: tellableNewAndReturning(orders, isFew),
    second: comingBackTimes(waits),
    differences: compared.flatMap(({ field, large }, index) => {
      const q = adjusted[index] ?? 1;
      if (q >= falseDiscoveries) return [];
      const groups = large.map(([name, group]) => ({ name, ...comingBackTimes(group) }));
      return [{ field, groups: groups.sort((one, other) => lastShare(other) - lastShare(one)), q }];
    }),
    late: personas === null ? null : latePersonas(orders, personas, gate),
  };
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
