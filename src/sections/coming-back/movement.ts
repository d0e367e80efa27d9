import type { Gate } from "../../disclosure/gate.ts";
import { splitTellsOfFew } from "../../disclosure/split-periods.ts";
import type { CustomerOrders } from "../../questions/customer-orders.ts";
import type { Calendar } from "../../questions/time.ts";
import { rfmSegments } from "../../report/rfm-segments.ts";
import { dayNumber, isoDay, nextMonth } from "../../statistics/calendar/days.ts";
import { steadySum } from "../../statistics/describe/steady.ts";
import type { FrozenGroups } from "../segments/frozen.ts";
import { othersMoney, spentByCell, withOthers } from "./movement-money.ts";
import type { MovementTable } from "./movement-table.ts";
import { levelNames, sleepNames } from "./words/movement-names.ts";

/** Personas and segments now against those a year, or half the period, before, by the edges of now. */
export interface Movement {
  /** The day whose groups are held against those of now. */
  day: string;
  /** Whole months of money, before the day and since. */
  months: number;
  personas: MovementTable | null;
  segments: MovementTable | null;
}

/** Fewer months on each side tell nothing. */
const fewestMonths = 3;

/** Customers' groups now, by customer's id, 255 for none. */
export interface GroupsNow {
  personas: { placeOf: Uint8Array; names: readonly string[] } | null;
  segments: Uint8Array | null;
  frozen: FrozenGroups;
}

/** Works out who moved, as it may be published; null where the data are too short, or nothing may be told. */
export function movement(
  orders: CustomerOrders,
  calendar: Calendar,
  { personas, segments, frozen }: GroupsNow,
  gate: Gate,
): Movement | null {
  const whole = calendar.months.filter(({ partial }) => !partial).map(({ month }) => month);
  const months = Math.min(12, Math.floor(whole.length / 2));
  if (months < fewestMonths) return null;
  const [from, middle, last] = [whole.at(-2 * months), whole.at(-months), whole.at(-1)];
  if (from === undefined || middle === undefined || last === undefined) return null;
  const spans: Spans = {
    from: dayNumber(`${from}-01`),
    middle: dayNumber(`${middle}-01`) - 1,
    to: dayNumber(`${nextMonth(last)}-01`) - 1,
  };
  const isFew = (persons: number) => gate.isFew(persons);
  const ends = [spans.from - 1, spans.middle, spans.to];
  if (ends.some((day) => splitTellsOfFew(orders, day, [3, 6, 12], isFew))) return null;
  const isMoneyTold = calendar.months.every(({ buyers }) => !isFew(buyers));
  const table = (ladder: readonly Rung[], placeOf: Uint8Array, placeThen: PlaceThen) =>
    finestTable(orders, spans, { ladder, placeOf, placeThen, isMoneyTold }, isFew);
  const found = {
    day: isoDay(spans.middle),
    months,
    personas:
      personas === null || frozen.personaOf === null
        ? null
        : table(personaLadder(personas.names), personas.placeOf, frozen.personaOf),
    segments:
      segments === null || frozen.segmentOf === null
        ? null
        : table(segmentLadder(frozen.segmentToldAs), segments, frozen.segmentOf),
  };
  return found.personas === null && found.segments === null ? null : found;
}

interface Spans {
  from: number;
  middle: number;
  to: number;
}

type PlaceThen = NonNullable<FrozenGroups["personaOf"]>;

/** A way to tell groups: their names, and the group of each place; null for one that is not told. */
interface Rung {
  names: readonly string[];
  groupOf: (place: number) => number | null;
  asleepFrom: number | null;
}

function personaLadder(names: readonly string[]): Rung[] {
  const [best = ""] = names;
  return [
    { names, groupOf: (place) => place, asleepFrom: null },
    { names: [best, levelNames.otherPersonas], groupOf: (place) => Math.min(1, place), asleepFrom: null },
  ];
}

/** Of the eleven segments, the first of each of five levels. */
const levels = [0, 2, 5, 7, 9];
const asleepLevel = 3;

function segmentLadder(toldAs: readonly (number | null)[]): Rung[] {
  if (toldAs.length === 0) return [];
  const told = (place: number) => toldAs[place] ?? null;
  const levelOf = (place: number) => {
    const as = told(place);
    return as === null ? null : levels.findLastIndex((first) => first <= as);
  };
  return [
    { names: rfmSegments, groupOf: told, asleepFrom: levels[asleepLevel] ?? null },
    { names: levelNames.segments, groupOf: levelOf, asleepFrom: asleepLevel },
    {
      names: sleepNames,
      groupOf: (place) => {
        const level = levelOf(place);
        return level === null ? null : Number(level >= asleepLevel);
      },
      asleepFrom: 1,
    },
  ];
}

/** The table of the finest groups every cell of which holds nobody or enough; null where there is none. */
function finestTable(
  orders: CustomerOrders,
  spans: Spans,
  {
    ladder,
    placeOf,
    placeThen,
    isMoneyTold,
  }: { ladder: readonly Rung[]; placeOf: Uint8Array; placeThen: PlaceThen; isMoneyTold: boolean },
  isFew: (persons: number) => boolean,
): MovementTable | null {
  const moved = customersMoved(orders, spans, placeOf, placeThen);
  for (const { names, groupOf, asleepFrom } of ladder) {
    const cells = new Map<string, { customers: number; before: number[]; since: number[] }>();
    const key = (row: number, column: number) => `${row} ${column}`;
    let isUntold = false;
    for (const { was, now, before, since } of moved) {
      const row = was === null ? names.length : groupOf(was);
      const column = groupOf(now);
      isUntold ||= row === null || column === null;
      const cell = cells.get(key(row ?? 0, column ?? 0)) ?? { customers: 0, before: [], since: [] };
      cells.set(key(row ?? 0, column ?? 0), cell);
      cell.customers += 1;
      cell.before.push(before);
      cell.since.push(since);
    }
    if (isUntold || cells.size === 0 || [...cells.values()].some(({ customers }) => isFew(customers)))
      continue;
    const grid = <Value>(of: (cell: { customers: number; before: number[]; since: number[] }) => Value) =>
      [...names, ""].map((_, row) =>
        names.map((__, column) => of(cells.get(key(row, column)) ?? { customers: 0, before: [], since: [] })),
      );
    const told = {
      groups: [...names],
      asleepFrom,
      customers: grid(({ customers }) => customers),
    };
    const elsewhere = names.map(() => 0);
    for (const { now, isElsewhere } of moved) {
      const column = groupOf(now) ?? 0;
      if (isElsewhere) elsewhere[column] = (elsewhere[column] ?? 0) + 1;
    }
    const others = isMoneyTold && !elsewhere.some(isFew) ? othersMoney(orders, spans, placeOf, isFew) : null;
    const before = spentByCell(
      told.customers,
      grid(({ before: own }) => own),
      isFew,
    );
    const since = spentByCell(
      told.customers,
      grid(({ since: own }) => own),
      isFew,
    );
    if (others === null || before === null || since === null) return { ...told, money: null };
    const guestsPlace = placeOf[0] ?? 255;
    return withOthers(
      { ...told, money: { before, since } },
      others,
      guestsPlace === 255 ? null : groupOf(guestsPlace),
    );
  }
  return null;
}

/** A customer's groups, and what was spent; null for one who had not ordered yet. */
interface Moved {
  was: number | null;
  now: number;
  /** NaN for somebody who ordered nothing then. */
  before: number;
  since: number;
  /** Whether there are orders beyond both. */
  isElsewhere: boolean;
}

function customersMoved(
  { customers, starts, day, revenue }: CustomerOrders,
  { from, middle, to }: Spans,
  placeOf: Uint8Array,
  placeThen: PlaceThen,
): Moved[] {
  return [...customers].flatMap((customer, index) => {
    const now = placeOf[customer] ?? 255;
    if (now === 255) return [];
    const standing = { recency: 0, frequency: 0, monetary: 0 };
    let isElsewhere = false;
    const spent: { before: number[]; since: number[]; ever: number[] } = { before: [], since: [], ever: [] };
    for (let order = starts[index] ?? 0; order < (starts[index + 1] ?? 0); order += 1) {
      const at = day[order] ?? 0;
      const money = revenue[order] ?? 0;
      if (at >= from && at <= to) (at <= middle ? spent.before : spent.since).push(money);
      else isElsewhere = true;
      if (at > middle) continue;
      standing.recency = middle + 1 - at;
      standing.frequency += 1;
      spent.ever.push(money);
    }
    standing.monetary = steadySum(spent.ever);
    return [
      {
        was: standing.frequency === 0 ? null : placeThen(standing),
        now,
        before: spent.before.length === 0 ? Number.NaN : steadySum(spent.before),
        since: spent.since.length === 0 ? Number.NaN : steadySum(spent.since),
        isElsewhere,
      },
    ];
  });
}
