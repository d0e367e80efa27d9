import { compareText } from "../../dataset/clean/text.ts";
import {
  type Axis,
  largestFirstRungs,
  mostCountedWith,
  neighbourRungs,
  type Rung,
  valueRungs,
} from "../../disclosure/axis.ts";
import type { Gate } from "../../disclosure/gate.ts";
import { largestGroup, membershipAxis } from "../../disclosure/membership-axis.ts";
import type { CustomerWords } from "../../questions/customer-traits.ts";
import { orderStarts } from "../../questions/order-starts.ts";
import { words } from "../../questions/traits.ts";
import { createFormatter, type Formatter } from "../../report/format.ts";
import type { Report } from "../../report/report.ts";
import { rfmSegments } from "../../report/rfm-segments.ts";
import type { FilterFieldId } from "../../sections/overview/filters/filter-tables.ts";
import { isoDay } from "../../statistics/calendar/days.ts";
import { periodNameOf } from "../../statistics/calendar/periods.ts";
import type { PurchaseLines } from "../../store/purchase-lines.ts";
import type { Store } from "../../store/store.ts";

/** More quarters than that are not offered. */
const mostPeriods = 24;

/** Who belongs where, by customer's id, 255 for nowhere; place 0 stands for guests. */
export interface Memberships {
  personas: { personaOf: Uint8Array; names: readonly string[] } | null;
  rfmOf: Uint8Array | null;
}

/** What the filters' axes are made of. */
export interface AxisSources {
  store: Store;
  /** As they may be counted. */
  lines: PurchaseLines;
  /** As customers may be counted. */
  customerWords: readonly CustomerWords[];
  memberships: Memberships;
  report: Pick<Report, "locale" | "currency" | "months" | "monthsWithheld" | "rating" | "segments">;
  gate: Gate;
  /** How many locations can be chosen. */
  locations: number;
}

/** An axis of the fields that narrow the Overview. */
export interface FieldAxis extends Axis {
  id: FilterFieldId;
}

/** The fields that the Overview can be narrowed by, in the order of the tables' keys. */
export async function fieldAxes(sources: AxisSources): Promise<FieldAxis[]> {
  const { store, lines, customerWords, memberships, gate, locations } = sources;
  const found: (FieldAxis | null)[] = [];
  const ofCustomers = (field: string) => customerWords.find((each) => each.field === field);
  const ofWords = (
    id: FilterFieldId,
    found: CustomerWords | undefined,
    isOrdered: boolean,
  ): FieldAxis | null => {
    if (found === undefined) return null;
    const names = found.words.map((name, place) => ({ name, place })).slice(1);
    const kept = names.filter(({ name }) => gate.mayName(found.field, name));
    const sizes = new Float64Array(found.words.length);
    for (const who of lines.customer) {
      const place = found.wordOf[who] ?? 0;
      sizes[place] = (sizes[place] ?? 0) + 1;
    }
    kept.sort((a, b) =>
      isOrdered
        ? startOf(a.name) - startOf(b.name)
        : (sizes[b.place] ?? 0) - (sizes[a.place] ?? 0) || compareText(a.name, b.name),
    );
    const codeOf = new Uint8Array(found.words.length);
    kept.forEach(({ place }, index) => {
      codeOf[place] = index + 1;
    });
    const codes = Uint8Array.from(lines.customer, (who) => codeOf[found.wordOf[who] ?? 0] ?? 0);
    return ladder(
      id,
      codes,
      kept.map(({ name }) => name),
      true,
      isOrdered ? joinedAges : null,
    );
  };
  found.push(ofWords("gender", ofCustomers("gender"), false));
  found.push(ofWords("ageGroup", ofCustomers("age_group"), true));
  for (const id of ["category", "season"] as const) {
    const ids = lines.traits.get(id);
    if (ids === undefined) continue;
    const axis = gate.axis(id, ids, await words(store, id));
    found.push({ ...axis, ...ladder(id, axis.codes, axis.rungs[0]?.names ?? [], false, null) });
  }
  const { personas } = memberships;
  if (personas !== null) {
    const { personaOf: placeOf, names } = personas;
    const axis = membershipAxis("persona", lines, { placeOf, names });
    const largest = largestGroup(placeOf, names) + 1;
    const own = ladder("persona", axis.codes, names, true, (some) => some.join(" and "), { largest });
    found.push({ ...axis, ...own });
  }
  const places = lines.traits.get("location");
  if (places !== undefined) {
    const axis = gate.axis("location", places, await words(store, "location"));
    const names = axis.rungs[0]?.names ?? [];
    const kept = Uint16Array.from(axis.codes, (code) => (code > locations ? 0 : code));
    const restApart = names.length > locations;
    const { rungs } = ladder("location", kept, names.slice(0, locations), false, null, { restApart });
    // The codes are those of every table of locations; what cannot be chosen is where what has none is.
    const others = names.slice(locations);
    found.push({
      ...axis,
      id: "location",
      rungs: rungs.map((rung) => ({
        ...rung,
        groupOf: [...Array.from(rung.groupOf), ...others.map(() => rung.groupOf[0] ?? 0)],
      })),
    });
  }
  found.push(periodAxis(lines, createFormatter(sources.report.locale, sources.report.currency)));
  return found.flatMap((axis) => (axis !== null && (axis.rungs[0]?.names.length ?? 0) > 1 ? [axis] : []));
}

/** The segment of the customer of each line, small ones counted as the report counts them. */
export function rfmAxis({ lines, memberships: { personas, rfmOf }, report }: AxisSources): Axis | null {
  if (personas === null || rfmOf === null) return null;
  const { segments = [], countedWith = null } = report.segments ?? {};
  const largest = segments.findIndex(({ name }) => name === countedWith);
  const counted = rfmOf.map((place) => (segments[place]?.customers === null ? largest : place));
  if (segments.every(({ customers }) => customers === null)) return null;
  const rfm = ladder("rfm", placesOfCustomers(lines, counted), rfmSegments, true, null);
  return { ...rfm, subjects: ["rfm"] };
}

/** The ratings of lines in the bins of the report, by the names of their upper edges. */
export function ratingAxis({ lines: { rating }, report }: AxisSources): Axis | null {
  const bins = report.rating?.histogram.bins ?? [];
  if (rating === undefined || bins.length < 2) return null;
  const edges = bins.map(({ to }) => to ?? Number.POSITIVE_INFINITY);
  const codes = Uint8Array.from(rating, (value) => edges.findIndex((edge) => value <= edge) + 1);
  const names = edges.map(String);
  const all = valueRungs(names, false);
  // What was not rated is no rating.
  return { id: "rating", codes, ofCustomer: false, rungs: [...all, ...joined(names, codes.includes(0))] };
}

/** The month of each line's order, where the report shows every month. */
export function monthAxis({ lines, report }: AxisSources): Axis | null {
  const { months, monthsWithheld } = report;
  const starts = orderStarts(lines);
  if (months === null || monthsWithheld.length > 0 || starts === null) return null;
  const names = months.map(({ month }) => month);
  const codes = codesByDay(starts, (day) => names.indexOf(isoDay(day).slice(0, 7)) + 1);
  return { id: "month", codes, ofCustomer: false, rungs: valueRungs(names, false), subjects: ["calendar"] };
}

/** Neighbours joined by twos, by fours and so on, what has no value apart. */
export function joined(names: readonly string[], hasRest: boolean): Rung[] {
  return neighbourRungs(names, false, (some) => some[0] ?? "")
    .slice(1)
    .map((rung) => (hasRest ? { ...rung, groupOf: [0, ...Array.from(rung.groupOf).slice(1)] } : rung));
}

/** A field with its ladder: what has no value is counted with the largest where it is little. */
function ladder<Id extends string>(
  id: Id,
  codes: ArrayLike<number>,
  names: readonly string[],
  ofCustomer: boolean,
  join: ((names: readonly string[]) => string) | null,
  given: { restApart?: boolean; largest?: number } = {},
): Axis & { id: Id } {
  const counts = new Float64Array(names.length + 1);
  for (let line = 0; line < codes.length; line += 1)
    counts[codes[line] ?? 0] = (counts[codes[line] ?? 0] ?? 0) + 1;
  const [rest = 0, ...sizes] = counts;
  const largest = given.largest ?? sizes.indexOf(Math.max(...sizes)) + 1;
  const isLittle = given.restApart !== true && rest > 0 && rest <= codes.length * mostCountedWith;
  const rungs =
    join === null ? largestFirstRungs(names, isLittle) : neighbourRungs(names, isLittle, join, largest);
  const first = isLittle ? valueRungs(names, true, largest).slice(1) : rungs.slice(0, 1);
  const coarser = rungs.slice(isLittle ? 2 : 1).map((rung): Rung => {
    const group = isLittle ? (rung.groupOf[largest] ?? 0) : 0;
    return { ...rung, groupOf: [group, ...Array.from(rung.groupOf).slice(1)] };
  });
  return { id, codes, ofCustomer, rungs: [...first, ...coarser] };
}

function placesOfCustomers({ customer }: PurchaseLines, placeOf: Uint8Array): Uint8Array {
  return Uint8Array.from(customer, (who) => {
    const place = placeOf[who] ?? 255;
    return place === 255 ? 0 : place + 1;
  });
}

/** Quarters, and years above them; null where the orders have no dates or lie in one quarter. */
function periodAxis(lines: PurchaseLines, format: Formatter): FieldAxis | null {
  const starts = orderStarts(lines);
  if (starts === null) return null;
  const quarterOf = (day: number) => periodNameOf(isoDay(day), 3);
  const names = [...new Set([...new Set(starts)].map(quarterOf))].sort();
  const years = [...new Set(names.map((name) => name.slice(0, 4)))];
  const byYear: Rung = {
    names: years.map((year) => format.period(year)),
    groupOf: [0, ...names.map((name) => years.indexOf(name.slice(0, 4)) + 1)],
  };
  const codes = codesByDay(starts, (day) => names.indexOf(quarterOf(day)) + 1);
  const written = names.map((name) => format.period(name));
  const rungs = [...(names.length > mostPeriods ? [] : valueRungs(written, false)), byYear];
  return { id: "period", codes, ofCustomer: false, rungs, subjects: ["calendar"] };
}

function codesByDay(days: Int32Array, codeOf: (day: number) => number): Uint16Array {
  const known = new Map<number, number>();
  return Uint16Array.from(days, (day) => {
    let code = known.get(day);
    if (code === undefined) {
      code = codeOf(day);
      known.set(day, code);
    }
    return code;
  });
}

function startOf(name: string): number {
  return name.startsWith("under") ? -1 : Number.parseInt(name, 10);
}

/** `under 25`, `25–44`, `45+` of neighbouring age groups. */
function joinedAges(names: readonly string[]): string {
  const [first = "", last = ""] = [names[0], names.at(-1)];
  const to = last.endsWith("+") ? null : last.replace(/^.*–/, "");
  if (first.startsWith("under")) return to === null ? last : `under ${Number(to) + 1}`;
  const from = Number.parseInt(first, 10);
  return to === null ? `${from}+` : `${from}–${to}`;
}
