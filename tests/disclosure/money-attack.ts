import type { Report } from "../../src/report/report.ts";
import type { FilterFieldId, FilterTable } from "../../src/sections/overview/filters/filter-tables.ts";
import { periodNameOf } from "../../src/statistics/calendar/periods.ts";
import type { Table } from "../questions/open-rows.ts";
import { Span } from "./span.ts";

/** What a line is told by: its month, the month of its customer's first order ("" for a guest), season and category. */
const attributes = ["month", "first", "season", "category"] as const;
type Attribute = (typeof attributes)[number];
type Line = Record<Attribute, string> & { person: string; amount: number };

/** Money that is published, and the values of the lines that it is of. */
interface Told {
  what: string;
  money: number;
  values: Partial<Record<Attribute, ReadonlySet<string>>>[];
}

/**
 * Whose money follows by adding and subtracting what a report publishes of revenue by time, new and returning customers,
 * seasons and categories: sets of lines of 1 to fewer persons than the minimum. The attacker knows which values a line can
 * have, not whose lines are where. Numbers that count few lines with others are told with them and left aside.
 */
export function moneyAttack(report: Report, { header, rows }: Table): string[] {
  const lines = linesOf({ header, rows });
  const told = publishedMoney(report, lines).filter(({ money, values }) => {
    const counted = lines.filter((line) => isIn(line, values)).reduce((all, { amount }) => all + amount, 0);
    return Math.abs(counted - money) < 0.011;
  });
  const sets: Attribute[][] = [
    ["month", "first"],
    ["month", "season"],
    ["month", "category"],
    ["month", "season", "category"],
  ];
  return sets.flatMap((some) => attackOn(some, told, lines, report.minimumGroup));
}

function linesOf({ header, rows }: Table): Line[] {
  const at = (row: Table["rows"][number], name: string) => String(row[header.indexOf(name)] ?? "");
  const first = new Map<string, string>();
  for (const row of rows) {
    const [who, month] = [at(row, "Customer ID"), at(row, "Order Date").slice(0, 7)];
    if (month < (first.get(who) ?? "9999")) first.set(who, month);
  }
  return rows.map((row) => {
    const who = at(row, "Customer ID");
    return {
      month: at(row, "Order Date").slice(0, 7),
      first: who === "" ? "" : (first.get(who) ?? ""),
      season: at(row, "Season"),
      category: at(row, "Category"),
      person: who === "" ? `guest ${at(row, "Order ID")}` : who,
      amount: Number(at(row, "Purchase Amount")),
    };
  });
}

function isIn(line: Line, values: Told["values"]): boolean {
  return values.some((own) =>
    attributes.every((attribute) => own[attribute]?.has(line[attribute]) !== false),
  );
}

function publishedMoney(report: Report, lines: readonly Line[]): Told[] {
  const found: Told[] = [];
  const months = [...new Set(lines.map(({ month }) => month))].sort();
  const tell = (what: string, money: number | null | undefined, ...values: Told["values"]) => {
    if (money !== null && money !== undefined && !Number.isNaN(money)) found.push({ what, money, values });
  };
  const where = (holds: (month: string) => boolean) => new Set(months.filter(holds));
  const inPeriod = (name: string, length: 1 | 3 | 6 | 12) =>
    where((month) => periodNameOf(month, length) === name);
  tell("all", report.metrics.find(({ metric }) => metric === "revenue")?.value, {});
  for (const { month, revenue } of report.months ?? []) tell(month, revenue, { month: new Set([month]) });
  const { sales, comingBack, breakdowns, productNumbers, filters } = report;
  for (const { name, revenue } of sales?.quarters ?? []) tell(name, revenue, { month: inPeriod(name, 3) });
  for (const { name, revenue } of sales?.years ?? []) tell(name, revenue, { month: inPeriod(name, 12) });
  for (const field of ["season", "category"] as const)
    for (const { name, revenue } of breakdowns[field]?.groups ?? [])
      tell(name, revenue, { [field]: new Set([name]) });
  const { cohorts, periods } = comingBack ?? {};
  if (cohorts) {
    const names = [...new Set(months.map((month) => periodNameOf(month, cohorts.length)))];
    for (const cohort of cohorts.cohorts)
      for (const [since, money] of cohort.revenue.entries()) {
        const own = { first: inPeriod(cohort.name, cohorts.length) };
        const month = inPeriod(names[names.indexOf(cohort.name) + since] ?? "", cohorts.length);
        tell(`cohort ${cohort.name} after ${since}`, money, { ...own, month });
        tell(
          `cohort ${cohort.name} after ${since}`,
          money,
          { ...own, month },
          { first: new Set([""]), month },
        );
      }
  }
  for (const each of periods?.periods ?? []) {
    const month = inPeriod(each.name, periods?.length ?? 1);
    const isEarlier = (other: string) => [...month].every((own) => other < own);
    const guests = { first: new Set([""]), month };
    for (const more of [[], [guests]]) {
      tell(`new in ${each.name}`, each.newRevenue, { first: month, month }, ...more);
      tell(`returning in ${each.name}`, each.returningRevenue, { first: where(isEarlier), month }, ...more);
    }
    tell(`guests in ${each.name}`, each.guestRevenue, guests);
  }
  for (const { name, series, change } of productNumbers?.categories ?? []) {
    const category = new Set([name]);
    for (const period of series?.periods ?? [])
      tell(`${name} in ${period.name}`, period.revenue, {
        category,
        month: inPeriod(period.name, series?.length ?? 1),
      });
    const { now, before } = productNumbers?.compared ?? {};
    for (const [span, money] of [
      [now, change?.now],
      [before, change?.before],
    ] as const)
      tell(`${name} of the compared months`, money, {
        category,
        month: where((month) => month >= (span?.from ?? "") && month <= (span?.to ?? "")),
      });
  }
  for (const table of [...(filters?.tables ?? []), ...(filters?.coarser ?? [])])
    for (const each of cellsOf(report, table, months)) found.push(each);
  return found;
}

/** The cells of a table of the filters that is of season, category and period alone. */
function cellsOf({ filters }: Report, table: FilterTable, months: readonly string[]): Told[] {
  const dimensions = table.key.split("+");
  const money = table.columns.revenue?.split(",").map((text) => Number.parseInt(text, 36));
  const known: Record<string, Attribute> = { season: "season", category: "category", period: "month" };
  if (money === undefined || !dimensions.every((dimension) => dimension in known)) return [];
  const groups = dimensions.map((dimension) => {
    const values = filters?.fields.find(({ field }) => field === (dimension as FilterFieldId))?.values ?? [];
    const of = table.groups?.[dimension]?.of ?? values.map((_, index) => index + 1);
    return Array.from({ length: Math.max(...of) }, (_, group) => {
      const own = values.filter((__, index) => of[index] === group + 1);
      const isOf = (month: string) =>
        own.some(
          (name) => month.startsWith(name) || periodNameOf(month, 3) === name.split(" ").reverse().join("-"),
        );
      return {
        attribute: known[dimension],
        values: new Set(dimension === "period" ? months.filter(isOf) : own),
      };
    });
  });
  const cells = groups.reduce<(typeof groups)[number][]>(
    (all, own) => all.flatMap((cell) => own.map((group) => [...cell, group])),
    [[]],
  );
  return cells.map((cell, place) => ({
    what: `${table.key} ${place}`,
    money: (money[place] ?? Number.NaN) / (filters?.unit ?? 1),
    values: [Object.fromEntries(cell.map((group) => [group.attribute, group.values]))],
  }));
}

function attackOn(some: readonly Attribute[], all: readonly Told[], lines: readonly Line[], minimum: number) {
  const told = all.filter(({ values }) =>
    values.every((own) => Object.keys(own).every((name) => some.some((attribute) => attribute === name))),
  );
  // Combinations that occur: a guest has no first month, and a month one season.
  const keyOf = (line: Line) => some.map((attribute) => line[attribute]).join(" ");
  const cells = new Map<string, Line[]>();
  for (const line of lines) cells.set(keyOf(line), [...(cells.get(keyOf(line)) ?? []), line]);
  const places = [...cells.values()].flatMap(([line]) => line ?? []);
  const domain = some.includes("first") || !some.includes("category") ? places : crossed(places);
  const span = new Span();
  for (const { values } of told) span.add(domain.map((line) => Number(isIn(line, values))));
  const found: string[] = [];
  const check = (what: string, holds: (line: Line) => boolean) => {
    const persons = new Set(lines.filter(holds).map(({ person }) => person)).size;
    if (persons > 0 && persons < minimum && span.has(domain.map((line) => Number(holds(line)))))
      found.push(`money of ${persons}: ${what}`);
  };
  for (const one of domain) {
    check(keyOf(one), (line) => keyOf(line) === keyOf(one));
    for (const attribute of some)
      check(`${attribute} ${one[attribute]}`, (line) => line[attribute] === one[attribute]);
    if (some.includes("first") && one.first === "")
      check(`guests of ${one.month}`, (line) => line.first === "" && line.month === one.month);
  }
  return [...new Set(found)];
}

/** Every category with every month and its seasons. */
function crossed(places: readonly Line[]): Line[] {
  const times = new Map(places.map((line) => [`${line.month} ${line.season}`, line]));
  const categories = new Map(places.map((line) => [line.category, line]));
  return [...times.values()].flatMap((time) =>
    [...categories.keys()].map((category) => ({ ...time, category })),
  );
}
