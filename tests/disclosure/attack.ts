import type { Report } from "../../src/report/report.ts";
import { FilterReader } from "../../src/sections/overview/filters/filter-reader.ts";
import type {
  FilterFieldId,
  FilterTable,
  FilterTables,
} from "../../src/sections/overview/filters/filter-tables.ts";

/** Fields of which a customer has one value. */
const ofCustomers = ["gender", "subscription", "purchaseFrequency", "preferredPaymentMethod", "ageGroup"];

/**
 * What a published report gives away of 1 to fewer persons than its minimum: what stands there, and what follows by
 * adding and subtracting. It reads nothing but what is published. Empty for a report that keeps its promise.
 */
export function attack(report: Report): string[] {
  const found: string[] = [];
  const isFew = (count: number) => count > 0 && count < report.minimumGroup;
  const check = (count: number, what: string) => {
    if (isFew(Math.round(count))) found.push(`${what}: ${count}`);
  };
  breakdowns(report, check);
  lists(report, check);
  products(report, check);
  rules(report, check);
  if (report.filters !== null) filters(report, report.filters, check);
  return found;
}

type Check = (count: number, what: string) => void;
const total = (numbers: Iterable<number>) => [...numbers].reduce((all, number) => all + number, 0);
const metric = (report: Report, id: string) => report.metrics.find((each) => each.metric === id)?.value ?? 0;

function breakdowns(report: Report, check: Check): void {
  const customers = metric(report, "customers");
  for (const [field, { groups, withoutValue }] of Object.entries(report.breakdowns)) {
    for (const group of groups) {
      check(group.customers, `customers of ${field} ${group.name}`);
      check(group.purchases, `purchases of ${field} ${group.name}`);
      if (!ofCustomers.includes(field))
        check(customers - group.customers, `customers without ${field} ${group.name}`);
    }
    if (withoutValue !== null) check(withoutValue.customers, `customers without ${field}`);
    const rest = report.dataset.account.purchases - total(groups.map(({ purchases }) => purchases));
    check(rest, `purchases left of ${field}`);
    check(rest - (withoutValue?.purchases ?? 0), `purchases of guests by ${field}`);
    const counted = total(groups.map((group) => group.customers));
    if (ofCustomers.includes(field)) check(customers - counted, `customers left of ${field}`);
    else if (withoutValue?.customers === 0) check(counted - customers, `customers in several of ${field}`);
  }
  // A product lies in the category that its filters show it in; without them nothing ties the two.
}

function lists(report: Report, check: Check): void {
  const { months, ordersPerCustomer, seasonCategory, segments, age, previousPurchases, dataset } = report;
  const customers = metric(report, "customers");
  if (months !== null) {
    for (const { month, orders } of months) check(orders, `orders of ${month}`);
    check(metric(report, "orders") - total(months.map(({ orders }) => orders)), "orders of months withheld");
  }
  for (const range of ordersPerCustomer ?? []) check(range.customers, `customers of ${range.orders} orders`);
  for (const [row, counts] of (seasonCategory?.counts ?? []).entries()) {
    for (const count of counts) check(count ?? 0, "purchases of a season and category");
    const name = seasonCategory?.rows[row];
    const all = report.breakdowns.category?.groups.find((group) => group.name === name)?.purchases ?? 0;
    check(all - total(counts.map((count) => count ?? 0)), `purchases of ${name} in no season`);
  }
  for (const bin of [...report.spend.histogram.bins, ...(report.rating?.histogram.bins ?? [])])
    check(bin.count, `bin up to ${bin.to}`);
  for (const summary of [age, previousPurchases])
    check(customers - (summary?.count ?? customers), "customers lacking a value");
  check(dataset.account.guestPurchases ?? 0, "purchases of guests");
  if (segments === null) return;
  const parts = [
    segments.segments,
    "personas" in segments.personas ? segments.personas.personas : [],
  ] as const;
  check(segments.withoutValue, "customers in no segment");
  for (const groups of parts) {
    if (groups.length === 0) continue;
    for (const group of groups) check(group.customers ?? 0, `customers of ${group.name}`);
    check(
      segments.customers - total(groups.map((group) => group.customers ?? 0)),
      "customers of segments not shown",
    );
    const left = metric(report, "revenue") - total(groups.map(({ revenue }) => revenue ?? 0));
    const areAllShown = groups.every((group) => group.customers !== null && group.revenue !== null);
    // Money that is left over is somebody's: of customers of the groups not shown, who are enough, or else of the few
    // guests, where no number of them is told.
    if (areAllShown && left > 0.005 && segments.withoutValue === 0 && dataset.account.guestPurchases === null)
      check(1, `revenue of few guests is ${left.toFixed(2)}`);
  }
  for (const row of segments.grid) for (const count of row) check(count ?? 0, "a cell of the grid");
  for (const [row, revenues] of segments.gridRevenue.entries())
    for (const [column, revenue] of revenues.entries())
      if (revenue !== null && segments.grid[row]?.[column] == null)
        check(1, `revenue of a cell of the grid that is not told: ${revenue}`);
}

function products({ productNumbers, breakdowns }: Report, check: Check): void {
  if (productNumbers === null) return;
  const { products: rows, other, classes, categories, top } = productNumbers;
  for (const category of breakdowns.category?.groups ?? []) {
    const own = rows.filter((row) => row.category === category.name);
    for (const { name, customers } of own)
      check(category.customers - customers, `customers of ${category.name} without ${name}`);
    // One that is counted as all customers has fewer than it says.
    const isWhole = total(own.map(({ purchases }) => purchases)) === category.purchases;
    if (isWhole && category.nearlyAll !== true)
      check(
        total(own.map(({ customers }) => customers)) - category.customers,
        `customers in several of ${category.name}`,
      );
  }
  for (const { name, buyers } of top) {
    const category = rows.find((row) => row.name === name)?.category;
    const all = categories.find((each) => each.name === category)?.buyers ?? [];
    for (const { field, groups } of buyers)
      for (const group of groups) {
        const around = all.find((each) => each.field === field)?.groups;
        const customers = around?.find((each) => each.name === group.name)?.customers ?? group.customers;
        check(customers - group.customers, `${field} ${group.name} of ${category} without ${name}`);
      }
  }
  for (const { name, customers } of rows) check(customers, `customers of ${name}`);
  check(other?.customers ?? 0, "customers of other products");
  const revenue = total(rows.map((row) => row.revenue)) + (other?.revenue ?? 0);
  for (const { name, products: count, share } of classes) {
    const own = rows.filter((row) => row.class === name);
    // A product that is not named, and what it brought, is whoever bought it.
    check(count - own.length, `products of class ${name} that are not named`);
    const left = share * revenue - total(own.map((row) => row.revenue));
    if (Math.abs(left) > 1e-6 * revenue) check(1, `revenue of unnamed products of class ${name}: ${left}`);
  }
}

function rules(report: Report, check: Check): void {
  for (const kind of report.affinity?.kinds ?? []) {
    const counts = new Map<string, { items: string[]; count: number }>();
    const know = (items: readonly { field: string; name: string }[], count: number) => {
      const names = items.map(({ field, name }) => `${field} ${name}`).sort();
      counts.set(names.join("\n"), { items: names, count });
    };
    know([], kind.baskets);
    for (const rule of [...kind.rules, ...kind.chance]) {
      know(rule.antecedent, rule.antecedentCount);
      know(rule.consequent, rule.consequentCount);
      know([...rule.antecedent, ...rule.consequent], rule.count);
      check(rule.customers, "customers of a rule");
    }
    for (const { items } of counts.values()) {
      for (let mask = 0; mask < 2 ** items.length; mask += 1) {
        const lacking = items.filter((_, place) => (mask & (1 << place)) !== 0);
        const held = items.filter((item) => !lacking.includes(item));
        let sum = 0;
        for (let some = 0; some < 2 ** lacking.length; some += 1) {
          const more = lacking.filter((_, place) => (some & (1 << place)) !== 0);
          const known = counts.get([...held, ...more].sort().join("\n"));
          sum += known === undefined ? Number.NaN : (more.length % 2 === 0 ? 1 : -1) * known.count;
        }
        check(sum, `${kind.kind} with ${held.join(" & ")} without ${lacking.join(" & ")}`);
      }
    }
  }
}

function numbersOf(table: FilterTable, column: keyof FilterTable["columns"]): number[] | null {
  const packed = table.columns[column];
  return packed === undefined
    ? null
    : packed.split(",").map((text) => (text === "" ? Number.NaN : Number.parseInt(text, 36)));
}

function filters(report: Report, tables: FilterTables, check: Check): void {
  for (const table of [...tables.tables, ...tables.coarser]) {
    for (const column of ["customers", "counts", "orders", "repeat"] as const)
      for (const count of numbersOf(table, column) ?? []) check(count, `${column} of ${table.key}`);
  }
  const reader = new FilterReader(tables);
  const codes = (field: FilterFieldId) =>
    tables.fields.find((each) => each.field === field)?.values.map((_, index) => index + 1) ?? [];
  const fields = tables.fields.map(({ field }) => field);
  const isFine = (one: FilterFieldId, other: FilterFieldId) =>
    tables.tables.some(({ key, part }) => part === true && key === [one, other].join("+"));
  const whole = { counts: report.dataset.account.purchases, customers: metric(report, "customers") };
  const single = (column: "counts" | "customers", one: FilterFieldId, a: number) =>
    reader.value(column, [{ field: one, code: a }]);
  const pair = (
    column: "counts" | "customers",
    one: FilterFieldId,
    a: number,
    other: FilterFieldId,
    b: number,
  ) =>
    reader.value(column, [
      { field: one, code: a },
      { field: other, code: b },
    ]);
  for (const one of fields) {
    check(whole.counts - total(codes(one).map((a) => single("counts", one, a) ?? 0)), `left of ${one}`);
    for (const a of codes(one)) {
      const own = single("customers", one, a);
      if (own !== null && own > 0) check(whole.customers - own, `customers not in ${one} ${a}`);
    }
  }
  for (const [place, one] of fields.entries())
    for (const other of fields.slice(place + 1)) {
      if (!isFine(one, other)) continue;
      for (const [x, y] of [
        [one, other],
        [other, one],
      ] as const)
        for (const a of codes(x)) {
          const cells = codes(y).map((b) => pair("counts", x, a, y, b));
          check(
            (single("counts", x, a) ?? 0) - total(cells.map((cell) => cell ?? 0)),
            `${x} ${a} left of ${y}`,
          );
          const customers = single("customers", x, a);
          for (const b of codes(y)) {
            const own = pair("customers", x, a, y, b);
            if (
              own !== null &&
              own > 0 &&
              customers !== null &&
              y !== "gender" &&
              y !== "ageGroup" &&
              y !== "persona"
            )
              check(customers - own, `customers of ${x} ${a} without ${y} ${b}`);
          }
        }
    }
  // Bounds on what is in three tables of two fields: each value against the rest.
  for (const [i, x] of fields.entries())
    for (const [j, y] of fields.entries())
      for (const [k, z] of fields.entries()) {
        if (!(i < j && j < k) || !isFine(x, y) || !isFine(x, z) || !isFine(y, z)) continue;
        for (const a of codes(x))
          for (const b of codes(y))
            for (const c of codes(z)) {
              const [na, nb, nc] = [single("counts", x, a), single("counts", y, b), single("counts", z, c)];
              const [ab, ac, bc] = [
                pair("counts", x, a, y, b),
                pair("counts", x, a, z, c),
                pair("counts", y, b, z, c),
              ];
              if ([na, nb, nc, ab, ac, bc].includes(null)) continue;
              const known = [whole.counts, na, nb, nc, ab, ac, bc].map((count) => count ?? 0);
              for (const [low, high] of bounds(known))
                if (low >= 1) check(high, `${x} ${a}, ${y} ${b}, ${z} ${c} bounded by its pairs`);
            }
      }
}

/** Bounds of the eight cells of three yes-or-no questions, from the whole, the three and their pairs. */
function bounds([n = 0, a = 0, b = 0, c = 0, ab = 0, ac = 0, bc = 0]: readonly number[]): [number, number][] {
  // All eight follow from the first, so that it alone is bounded.
  const cells = (abc: number) => [
    abc,
    ab - abc,
    ac - abc,
    bc - abc,
    a - ab - ac + abc,
    b - ab - bc + abc,
    c - ac - bc + abc,
    n - a - b - c + ab + ac + bc - abc,
  ];
  const least = Math.max(0, ab + ac - a, ab + bc - b, ac + bc - c);
  const most = Math.min(ab, ac, bc, n - a - b - c + ab + ac + bc);
  const [at, other] = [cells(least), cells(most)];
  return at.map((cell, place) => [Math.min(cell, other[place] ?? 0), Math.max(cell, other[place] ?? 0)]);
}
