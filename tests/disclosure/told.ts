import { ask } from "../../src/edition/ask.ts";
import { buildWithResults } from "../../src/edition/build-report.ts";
import { fieldAxes, monthAxis, ratingAxis, rfmAxis } from "../../src/edition/filters/filter-axes.ts";
import { customerOrders } from "../../src/questions/customer-orders.ts";
import { orderStarts } from "../../src/questions/order-starts.ts";
import { linePersons } from "../../src/questions/persons.ts";
import { words } from "../../src/questions/traits.ts";
import { silent } from "../../src/read/progress.ts";
import type { Report } from "../../src/report/report.ts";
import { rfmSegments } from "../../src/report/rfm-segments.ts";
import type { FilterTable } from "../../src/sections/overview/filters/filter-tables.ts";
import { periodOf } from "../../src/sections/sales/question/sales-periods.ts";
import { dayNumber, isoDay, nextMonth } from "../../src/statistics/calendar/days.ts";
import { monthNumber, periodName, periodNameOf } from "../../src/statistics/calendar/periods.ts";
import { steadySum } from "../../src/statistics/describe/steady.ts";
import { configOf, openTables, type Table } from "../questions/open-rows.ts";

/** What a purchase is told by, with a value of each line: "" for none. */
export type Traits = Record<string, string>;

/** Purchases, orders or customers that numbers of a report are sums over. */
export interface Unit {
  traits: Traits;
  person: number;
  amount: number;
}

/** What numbers add up: money of purchases, purchases, orders, money of orders is that of purchases; customers. */
type Measure = "money" | "purchases" | "orders" | "customers";

type Where = Record<string, ReadonlySet<string>>;

/** A number that is published, and which units it is the sum of: those of any of some sets of values. */
export interface Told {
  what: string;
  measure: Measure;
  number: number;
  values: Where[];
}

export interface ToldReport {
  report: Report;
  units: Record<Measure, readonly Unit[]>;
  told: Told[];
  /** Numbers that no sum of units gives, as far as the attack knows. */
  unmatched: string[];
}

/** Everything a report tells of sums, beside the truth, for an attack to be held against. */
export async function toldBy(table: Table, config = configOf()): Promise<ToldReport> {
  const dataset = await openTables([table], config);
  try {
    const { report, results } = await buildWithResults(dataset, config);
    const { inputs } = await ask(dataset, config, silent);
    const { lines, gate, store } = inputs;
    const { segments } = results;
    const memberships = { personas: segments?.members ?? null, rfmOf: segments?.rfmOf ?? null };
    const customerWords = segments?.fields ?? [];
    const persons = linePersons(lines);
    const starts = orderStarts(lines);
    const traits: Traits[] = Array.from({ length: lines.count }, () => ({}));
    const set = (name: string, of: (line: number) => string) => {
      for (const [line, own] of traits.entries()) own[name] = of(line);
    };
    const sources = { store, lines, customerWords, memberships, report, gate, locations: 10 };
    const axes = [
      ...(await fieldAxes(sources)),
      rfmAxis(sources),
      ratingAxis(sources),
      monthAxis(sources),
    ].flatMap((axis) => (axis === null ? [] : [axis]));
    for (const { id, codes, rungs } of axes) {
      if (id === "period" || id === "month") continue;
      set(id, (line) => rungs[0]?.names[(codes[line] ?? 0) - 1] ?? "");
    }
    for (const field of ["category", "season", "location"] as const) {
      const ids = lines.traits.get(field);
      const names = await words(store, field);
      if (ids !== undefined)
        set(field, (line) => {
          const name = names.get(ids[line] ?? 0) ?? "";
          return gate.mayName(field, name) ? name : (ids[line] ?? 0) === 0 ? "" : "(other)";
        });
    }
    const products = new Map(inputs.products.map(({ id, name }) => [id, name]));
    const { product } = lines;
    if (product !== undefined)
      set("product", (line) => {
        const name = products.get(product[line] ?? 0) ?? "";
        return gate.mayName("product", name) ? name : (product[line] ?? 0) === 0 ? "" : "(other)";
      });
    const firstDay = new Map<number, number>();
    if (starts !== null) {
      for (const [line, day] of starts.entries()) {
        const who = lines.customer[line] ?? 0;
        if (who !== 0) firstDay.set(who, Math.min(firstDay.get(who) ?? Number.POSITIVE_INFINITY, day));
      }
      set(
        "time",
        (line) => `${isoDay(starts[line] ?? 0).slice(0, 7)} ${periodOf(starts[line] ?? 0, "week")}`,
      );
      set("weekday", (line) => String(((starts[line] ?? 0) + 3) % 7));
      set("first", (line) => {
        const first = firstDay.get(lines.customer[line] ?? 0);
        return first === undefined ? "" : isoDay(first).slice(0, 7);
      });
    }
    const orders = await customerOrders(store);
    const movement = report.comingBack?.movement ?? null;
    if (movement !== null && orders !== null && segments?.frozen != null) {
      const middle = dayNumber(movement.day);
      const was = new Map<number, { persona: string; segment: string }>();
      for (const [index, customer] of orders.customers.entries()) {
        const spent: number[] = [];
        let last = 0;
        for (let order = orders.starts[index] ?? 0; order < (orders.starts[index + 1] ?? 0); order += 1) {
          if ((orders.day[order] ?? 0) > middle) continue;
          last = orders.day[order] ?? 0;
          spent.push(orders.revenue[order] ?? 0);
        }
        const standing = { recency: middle + 1 - last, frequency: spent.length, monetary: steadySum(spent) };
        const isNew = spent.length === 0;
        const { personaOf, segmentOf, segmentToldAs } = segments.frozen;
        const place = segmentOf?.(standing) ?? 0;
        was.set(customer, {
          persona: isNew ? "new" : String(personaOf?.(standing) ?? ""),
          segment: isNew ? "new" : String(segmentToldAs[place] ?? place),
        });
      }
      set("was", (line) => was.get(lines.customer[line] ?? 0)?.persona ?? "");
      set("wasSegment", (line) => was.get(lines.customer[line] ?? 0)?.segment ?? "");
    }
    const unit = (line: number): Unit => ({
      traits: traits[line] ?? {},
      person: persons.personOf[line] ?? 0,
      amount: lines.amount[line] ?? 0,
    });
    const all = Array.from({ length: lines.count }, (_, line) => unit(line));
    const merged = (keyOf: (line: number) => number, names: readonly string[]): Unit[] => {
      const found = new Map<number, Unit>();
      for (let line = 0; line < lines.count; line += 1) {
        const key = keyOf(line);
        if (key === 0) continue;
        const known = found.get(key);
        const own = unit(line);
        if (known === undefined)
          found.set(key, {
            ...own,
            traits: Object.fromEntries(names.map((name) => [name, own.traits[name] ?? ""])),
          });
        else known.amount += own.amount;
      }
      return [...found.values()];
    };
    const ofCustomers = ["gender", "ageGroup", "persona", "rfm", "first", "was", "wasSegment"];
    const byOrder = merged((line) => lines.order?.[line] ?? 0, [...ofCustomers, "time", "weekday"]);
    const byCustomer = merged((line) => lines.customer[line] ?? 0, ofCustomers);
    const orderCount = new Map<number, number>();
    for (const { person } of byOrder) orderCount.set(person, (orderCount.get(person) ?? 0) + 1);
    for (const each of byCustomer) each.traits["orders"] = String(orderCount.get(each.person) ?? 0);
    const spendEdges = report.spend.histogram.bins.map(({ to }) => to ?? Number.POSITIVE_INFINITY);
    for (const each of byOrder)
      each.traits["spend"] = String(
        Math.min(
          spendEdges.length - 1,
          spendEdges.filter((edge) => each.amount >= edge * (1 - 1e-12)).length,
        ),
      );
    const units: ToldReport["units"] = { money: all, purchases: all, orders: byOrder, customers: byCustomer };
    const collect = new Collector(units);
    const times = [...new Set(traits.map(({ time = "" }) => time))];
    tellReport(report, collect, traits);
    if (report.filters !== null)
      for (const table of [...report.filters.tables, ...report.filters.coarser])
        tellTable(report, table, { axes, times }, collect);
    return { report, units, told: collect.told, unmatched: collect.unmatched };
  } finally {
    await dataset.store.close();
  }
}

class Collector {
  readonly told: Told[] = [];
  readonly unmatched: string[] = [];
  readonly #units: ToldReport["units"];

  constructor(units: ToldReport["units"]) {
    this.#units = units;
  }

  /**
   * A number and the units it is of. Where that is not so, few may be counted with it: purchases without a value, or
   * guests; the first way that gives the number is what an attacker would learn.
   */
  tell(what: string, measure: Measure, number: number | null | undefined, where: Where, slack = 0): void {
    if (number === null || number === undefined || Number.isNaN(number)) return;
    const units = this.#units[measure];
    const isKnown = Object.keys(where).every((name) => units[0] !== undefined && name in units[0].traits);
    if (!isKnown) return;
    const names = Object.keys(where);
    for (let mask = 0; mask < 2 ** names.length; mask += 1) {
      const own: Where = Object.fromEntries(
        Object.entries(where).map(([name, values], place) => [
          name,
          (mask & (1 << place)) === 0 ? values : new Set([...values, ""]),
        ]),
      );
      const ways: Where[][] = [[own]];
      if ("first" in where) {
        const { first: _, ...rest } = own;
        ways.push([own, { ...rest, first: new Set([""]) }]);
      }
      for (const way of ways) {
        if (Math.abs(this.#sum(measure, way) - number) > 0.0051 + slack + Math.abs(number) * 1e-9) continue;
        this.told.push({ what, measure, number, values: way });
        return;
      }
    }
    this.unmatched.push(`${measure} ${what} ${number}`);
  }

  #sum(measure: Measure, way: readonly Where[]): number {
    let sum = 0;
    for (const { traits, amount } of this.#units[measure])
      if (way.some((own) => Object.entries(own).every(([name, values]) => values.has(traits[name] ?? ""))))
        sum += measure === "money" ? amount : 1;
    return sum;
  }
}

function tellReport(report: Report, collect: Collector, lines: readonly Traits[]): void {
  const tell = collect.tell.bind(collect);
  const times = [...new Set(lines.map(({ time = "" }) => time))];
  const whenMonth = (holds: (month: string) => boolean) =>
    ({ time: new Set(times.filter((time) => holds(time.slice(0, 7)))) }) satisfies Where;
  const inPeriod = (name: string, length: 1 | 3 | 6 | 12) =>
    whenMonth((month) => periodNameOf(month, length) === name);
  const firsts = [...new Set(lines.map(({ first = "" }) => first))].filter((first) => first !== "");
  const firstIn = (holds: (month: string) => boolean) =>
    ({ first: new Set(firsts.filter(holds)) }) satisfies Where;
  const metric = (id: string) => report.metrics.find(({ metric }) => metric === id)?.value;
  tell("all", "money", metric("revenue"), {});
  tell("all", "purchases", metric("transactions"), {});
  tell("all", "orders", metric("orders"), {});
  tell("all", "customers", metric("customers"), {});
  for (const [field, breakdown] of Object.entries(report.breakdowns)) {
    const named = breakdown.groups.flatMap(({ other, name }) => (other === true ? [] : [name]));
    for (const group of breakdown.groups) {
      const values =
        group.other === true
          ? new Set(
              [...new Set(lines.map((own) => own[field] ?? ""))].filter(
                (v) => v !== "" && !named.includes(v),
              ),
            )
          : new Set([group.name]);
      tell(`${field} ${group.name}`, "money", group.revenue, { [field]: values });
      tell(`${field} ${group.name}`, "purchases", group.purchases, { [field]: values });
      if (field === "gender" || field === "ageGroup")
        tell(`${field} ${group.name}`, "customers", group.customers, { [field]: values });
    }
  }
  for (const { month, revenue, orders } of report.months ?? []) {
    tell(month, "money", revenue, inPeriod(month, 1));
    tell(month, "orders", orders, inPeriod(month, 1));
  }
  const { sales, comingBack, segments, productNumbers, comparison, seasonCategory } = report;
  const unitOf = { quarters: 3, years: 12, months: 1 } as const;
  for (const [unit, length] of Object.entries(unitOf))
    for (const { name, revenue, orders } of sales?.[unit as keyof typeof unitOf] ?? []) {
      tell(name, "money", revenue, inPeriod(name, length));
      tell(name, "orders", orders, inPeriod(name, length));
    }
  const week = (name: string) =>
    ({ time: new Set(times.filter((time) => time.endsWith(` ${name}`))) }) satisfies Where;
  for (const { name, revenue, orders } of sales?.weeks ?? []) {
    tell(`week ${name}`, "money", revenue, week(name));
    tell(`week ${name}`, "orders", orders, week(name));
  }
  for (const { metric: id, values } of comparison?.metrics ?? [])
    for (const [place, value] of values.entries()) {
      const name = comparison?.periods[place]?.name ?? "";
      const where = comparison?.unit === "week" ? week(name) : inPeriod(name, 1);
      const measure = { revenue: "money", transactions: "purchases", orders: "orders" }[id as string];
      if (measure !== undefined) tell(`compared ${name}`, measure as Measure, value, where);
    }
  for (const [day, count] of (sales?.times?.days ?? []).entries())
    tell(`weekday ${day}`, "orders", count, { weekday: new Set([String(day)]) });
  for (const [place, { count }] of report.spend.histogram.bins.entries())
    if (report.spend.of === "order")
      tell(`spend ${place}`, "orders", count, { spend: new Set([String(place)]) });
  const inSpan = (span: { first: string; last: string } | undefined) =>
    whenMonth(
      (month) => span !== undefined && month >= span.first.slice(0, 7) && month <= span.last.slice(0, 7),
    );
  const change = sales?.change ?? null;
  if (change !== null) {
    for (const [span, side] of [
      [change.previous, "before"],
      [change.current, "after"],
    ] as const) {
      tell(`window ${side}`, "orders", change.orders[side], inSpan(span));
      tell(`window ${side}`, "money", change.averageOrder[side] * change.orders[side], inSpan(span));
      for (const { field, name, ...money } of change.movers) {
        if (field === "customerKind") {
          const start = span.first.slice(0, 7);
          for (const where of [firstIn((month) => month >= start), firstIn((month) => month < start)]) {
            const before = collect.unmatched.length;
            tell(`mover ${name} ${side}`, "money", money[side], { ...where, ...inSpan(span) });
            if (collect.unmatched.length > before) collect.unmatched.pop();
          }
        } else
          tell(`mover ${field} ${name} ${side}`, "money", money[side], {
            [field]: new Set([name]),
            ...inSpan(span),
          });
      }
    }
    const start = change.current.first.slice(0, 7);
    tell(
      "returning in the window",
      "money",
      change.newCustomers === null
        ? null
        : change.newCustomers.returningShare * change.averageOrder.after * change.orders.after,
      { ...firstIn((month) => month < start), ...inSpan(change.current) },
      0.01,
    );
  }
  const { cohorts, periods, movement } = comingBack ?? {};
  if (cohorts) {
    const names = [...new Set(times.map((time) => time.slice(0, 7)).sort())];
    const first = monthNumber(names[0] ?? "");
    const last = monthNumber(names.at(-1) ?? "");
    const order = Array.from(
      { length: Math.floor(last / cohorts.length) - Math.floor(first / cohorts.length) + 1 },
      (_, at) => periodName(Math.floor(first / cohorts.length) + at, cohorts.length),
    );
    for (const cohort of cohorts.cohorts) {
      const own = firstIn((month) => periodNameOf(month, cohorts.length) === cohort.name);
      tell(`cohort ${cohort.name}`, "customers", cohort.customers, own);
      for (const [since, money] of cohort.revenue.entries())
        tell(`cohort ${cohort.name} after ${since}`, "money", money, {
          ...own,
          ...inPeriod(order[order.indexOf(cohort.name) + since] ?? "", cohorts.length),
        });
    }
  }
  for (const each of periods?.periods ?? []) {
    const length = periods?.length ?? 1;
    const when = inPeriod(each.name, length);
    const own = firstIn((month) => periodNameOf(month, length) === each.name);
    const earlier = firstIn((month) => periodNameOf(month, length) < each.name);
    tell(`new in ${each.name}`, "money", each.newRevenue, { ...own, ...when });
    tell(`new in ${each.name}`, "customers", each.newCustomers, own);
    tell(`returning in ${each.name}`, "money", each.returningRevenue, { ...earlier, ...when });
    tell(`guests in ${each.name}`, "money", each.guestRevenue, { first: new Set([""]), ...when });
    tell(`guests in ${each.name}`, "orders", each.guestOrders, { first: new Set([""]), ...when });
  }
  if (movement) {
    const middle = nextMonth(movement.day.slice(0, 7));
    const since = monthNumber(middle);
    const spans = {
      before: whenMonth(
        (month) => monthNumber(month) >= since - movement.months && monthNumber(month) < since,
      ),
      since: whenMonth(
        (month) => monthNumber(month) >= since && monthNumber(month) < since + movement.months,
      ),
    };
    const grids = [
      ["personas", "was", "persona", movement.personas],
      ["segments", "wasSegment", "rfm", movement.segments],
    ] as const;
    for (const [kind, was, now, grid] of grids) {
      if (grid === null) continue;
      const personaNames =
        segments !== null && "personas" in segments.personas
          ? segments.personas.personas.map(({ name }) => name)
          : [];
      const all: readonly string[] = kind === "personas" ? personaNames : rfmSegments;
      const rungOf =
        kind === "personas"
          ? (place: number) => (grid.groups.length === all.length ? place : Math.min(1, place))
          : (place: number) =>
              grid.groups.length === all.length
                ? place
                : grid.groups.length === 5
                  ? [0, 2, 5, 7, 9].findLastIndex((from) => from <= place)
                  : Number(place >= 7);
      for (const [row, counts] of grid.customers.entries())
        for (const [column, count] of counts.entries()) {
          const rows =
            row === grid.groups.length
              ? new Set(["new"])
              : new Set(all.flatMap((_, place) => (rungOf(place) === row ? [String(place)] : [])));
          const columns = new Set(all.filter((_, place) => rungOf(place) === column));
          const where: Where = { [was]: rows, [now]: columns };
          tell(`moved ${kind} ${row} ${column}`, "customers", count, where);
          tell(`moved ${kind} ${row} ${column} before`, "money", grid.money?.before[row]?.[column], {
            ...where,
            ...spans.before,
          });
          tell(`moved ${kind} ${row} ${column} since`, "money", grid.money?.since[row]?.[column], {
            ...where,
            ...spans.since,
          });
        }
    }
  }
  if (segments !== null) {
    for (const { name, customers, revenue } of segments.segments) {
      tell(`segment ${name}`, "customers", customers, { rfm: new Set([name]) });
      tell(`segment ${name}`, "money", revenue, { rfm: new Set([name]) });
    }
    if ("personas" in segments.personas)
      for (const persona of segments.personas.personas) {
        const own = { persona: new Set([persona.name]) };
        tell(persona.name, "customers", persona.customers, own);
        tell(persona.name, "money", persona.revenue, own);
        for (const [field, tops] of [
          ["product", persona.products],
          ["location", persona.locations],
        ] as const)
          for (const { name, purchases, revenue, share } of tops ?? []) {
            tell(`${persona.name} ${name}`, "purchases", purchases, { ...own, [field]: new Set([name]) });
            tell(`${persona.name} ${name}`, "money", revenue, { ...own, [field]: new Set([name]) });
            tell(`${persona.name} of ${field}`, "purchases", Math.round(purchases / share), own);
          }
      }
  }
  for (const [row, counts] of (seasonCategory?.counts ?? []).entries())
    for (const [column, count] of counts.entries())
      tell("season and category", "purchases", count, {
        category: new Set([seasonCategory?.rows[row] ?? ""]),
        season: new Set([seasonCategory?.columns[column] ?? ""]),
      });
  if (productNumbers !== null) {
    for (const { name, revenue, purchases } of productNumbers.products) {
      tell(name, "money", revenue, { product: new Set([name]) });
      tell(name, "purchases", purchases, { product: new Set([name]) });
    }
    const { now, before } = productNumbers.compared ?? {};
    const side = (span: { from: string; to: string } | undefined) =>
      whenMonth((month) => span !== undefined && month >= span.from && month <= span.to);
    const things = [
      ...productNumbers.categories.map((thing) => ["category", thing] as const),
      ...productNumbers.top.map((thing) => ["product", thing] as const),
    ];
    for (const [field, { name, series, change: own }] of things) {
      const where = { [field]: new Set([name]) };
      for (const period of series?.periods ?? [])
        tell(`${name} in ${period.name}`, "money", period.revenue, {
          ...where,
          ...inPeriod(period.name, series?.length ?? 1),
        });
      tell(`${name} now`, "money", own?.now, { ...where, ...side(now) });
      tell(`${name} before`, "money", own?.before, { ...where, ...side(before) });
    }
    for (const { name, change: own } of productNumbers.products) {
      const where = { product: new Set([name]) };
      tell(`${name} now`, "money", own?.now, { ...where, ...side(now) });
      tell(`${name} before`, "money", own?.before, { ...where, ...side(before) });
    }
  }
}

type AxisLike = { id: string; rungs: readonly { names: readonly string[]; groupOf: ArrayLike<number> }[] };

function tellTable(
  report: Report,
  table: FilterTable,
  { axes, times }: { axes: readonly AxisLike[]; times: readonly string[] },
  collect: Collector,
): void {
  const { filters } = report;
  if (filters === null) return;
  const dimensions = table.key.split("+");
  const groups = dimensions.map((dimension): { name: string; where: Where }[] => {
    const field = filters.fields.find((each) => each.field === dimension);
    const own = table.groups?.[dimension];
    if (dimension === "period") {
      const values = field?.values ?? [];
      const of = own?.of ?? values.map((_, index) => index + 1);
      return Array.from({ length: Math.max(...of) }, (_, group) => {
        const some = values.filter((__, index) => of[index] === group + 1);
        return { name: `${some}`, where: { time: new Set(timesOf(times, some)) } };
      });
    }
    if (dimension === "month") {
      return (filters.months ?? []).map(({ month }) => ({
        name: month,
        where: { time: new Set(timesOf(times, [month])) },
      }));
    }
    if (dimension === "orders" || dimension === "spend") {
      const edges = dimension === "orders" ? filters.orderRanges : filters.spend.bins.map((_, at) => at);
      const of = own?.of ?? edges.map((_, index) => index + 1);
      return Array.from({ length: Math.max(...of) }, (_, group) => {
        const some = edges.flatMap((edge, index) =>
          of[index] === group + 1 ? [{ edge, next: edges[index + 1] ?? 10_000 }] : [],
        );
        return {
          name: `${group}`,
          where: {
            [dimension]: new Set(
              some.flatMap(({ edge, next }) =>
                dimension === "spend"
                  ? [String(edge)]
                  : Array.from({ length: next - edge }, (__, more) => String(edge + more)),
              ),
            ),
          },
        };
      });
    }
    const axis = axes.find(({ id }) => id === dimension);
    const base = axis?.rungs[0]?.names ?? [];
    const names: readonly string[] =
      field?.values ?? (dimension === "rfm" ? filters.rfm : dimension === "rating" ? base : []);
    // The rung whose groups are the values that can be chosen.
    const rung =
      axis?.rungs.find(
        (each) => each.names.length === names.length && each.names.every((name, at) => name === names[at]),
      ) ?? axis?.rungs[0];
    const of = own?.of ?? names.map((_, index) => index + 1);
    return Array.from({ length: Math.max(...of) }, (_, group) => ({
      name: `${group}`,
      where: {
        [dimension]: new Set(
          base.filter((__, code) => {
            const value = rung?.groupOf[code + 1] ?? 0;
            return value > 0 && of[value - 1] === group + 1;
          }),
        ),
      },
    }));
  });
  const cells = groups.reduce<{ name: string; where: Where }[]>(
    (all, own) =>
      all.flatMap((cell) =>
        own.map((each) => ({
          name: `${cell.name} ${each.name}`,
          where: { ...cell.where, ...intersect(cell.where, each.where) },
        })),
      ),
    [{ name: "", where: {} }],
  );
  for (const [column, packed] of Object.entries(table.columns)) {
    if (!["customers", "counts", "revenue", "orders"].includes(column)) continue;
    const numbers = packed.split(",").map((text) => (text === "" ? Number.NaN : Number.parseInt(text, 36)));
    for (const [place, { name, where }] of cells.entries()) {
      const number = numbers[place] ?? Number.NaN;
      const what = `filter ${table.key}${name} ${column}`;
      if (column === "revenue") {
        // Of months whole amounts are told.
        if (dimensions.includes("month")) continue;
        collect.tell(what, "money", number / filters.unit, where);
      } else if (column === "orders" || dimensions.includes("spend"))
        collect.tell(what, "orders", number, where);
      else collect.tell(what, column === "customers" ? "customers" : "purchases", number, where);
    }
  }
}

function intersect(one: Where, other: Where): Where {
  return Object.fromEntries(
    Object.entries(other).map(([name, values]) => {
      const known = one[name];
      return [name, known === undefined ? values : new Set([...values].filter((value) => known.has(value)))];
    }),
  );
}

function timesOf(times: readonly string[], periods: readonly string[]): string[] {
  return times.filter((time) => {
    const month = time.slice(0, 7);
    return periods.some(
      (name) => month.startsWith(name) || periodNameOf(month, 3) === name.split(" ").reverse().join("-"),
    );
  });
}
