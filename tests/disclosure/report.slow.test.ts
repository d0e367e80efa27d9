import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BreakdownField, Report } from "../../src/report/report.ts";
import { type Cell, configOf, reportOf, type Table } from "../questions/open-rows.ts";

const header = [
  "Customer ID",
  "Order ID",
  "Date",
  "Product",
  "Category",
  "Season",
  "Location",
  "Gender",
  "Subscription",
  "Age",
  "Rating",
  "Amount",
];
const column = (name: string) => header.indexOf(name);

/** Order lines of few customers, some guests, with values that repeat and cells that are empty. */
const tables: fc.Arbitrary<Table> = fc
  .array(
    fc.tuple(
      fc.integer({ min: 0, max: 14 }),
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 0, max: 3 }),
      fc.integer({ min: 0, max: 4 }),
      fc.integer({ min: 1, max: 500 }),
    ),
    { minLength: 1, maxLength: 60 },
  )
  .map((lines) => ({
    header,
    rows: lines.map(([customer, order, product, season, place, cents]): Cell[] => [
      customer === 0 ? "" : `customer ${customer}`,
      `order ${customer}-${order}`,
      `2024-0${order}-1${season}`,
      `Product ${product}`,
      `Category ${product % 3}`,
      ["Spring", "Summer", "Fall", "Winter"][season] ?? "",
      place === 0 ? "" : `Place ${place}`,
      customer % 4 === 3 ? "" : (["Male", "Female"][customer % 2] ?? ""),
      customer % 3 === 0 ? "Yes" : "No",
      customer === 5 ? "" : 15 + customer * 4,
      (product % 5) + 1,
      cents / 100,
    ]),
  }));

/** The customers with a purchase for which the test of a row holds. */
function customersWith({ rows }: Table, holds: (row: readonly Cell[]) => boolean): number {
  return new Set(rows.filter((row) => row[0] !== "" && holds(row)).map(([customer]) => customer)).size;
}

describe("the report of arbitrary order lines", () => {
  const minimum = 4;
  const config = configOf({ privacy: { minimumGroup: minimum } });
  const perPurchase: readonly (readonly [BreakdownField, string])[] = [
    ["location", "Location"],
    ["category", "Category"],
    ["season", "Season"],
    ["product", "Product"],
  ];

  test("should publish no group, range or cell of fewer customers than the minimum", async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (table) => {
        const report = await reportOf(table, config);
        const groups = [
          ...Object.values(report.breakdowns).flatMap((breakdown) => breakdown.groups),
          ...(report.locationsByRevenue ?? []),
          ...(report.productsByRevenue ?? []),
          ...(report.ordersPerCustomer ?? []),
          ...(report.subscribersByGender ?? []),
        ];
        // A group of guests alone has no customers.
        expect(groups.filter(({ customers }) => customers > 0 && customers < minimum)).toEqual([]);
        for (const { subscribers, customers } of report.subscribersByGender ?? []) {
          for (const count of [subscribers, customers - subscribers])
            expect(count === 0 || count >= minimum, "subscribers").toBe(true);
        }
        for (const { count } of [...report.spend.histogram.bins, ...(report.rating?.histogram.bins ?? [])]) {
          expect(count === 0 || count >= minimum, "bins").toBe(true);
        }
        // What is too few is counted with the largest: the attack on whole reports looks at that.
        const isPlain = (["category", "season"] as const).every(
          (field) => (report.breakdowns[field]?.leftover ?? null) === null,
        );
        const cross = isPlain ? report.seasonCategory : null;
        cross?.rows.forEach((category, row) => {
          cross.columns.forEach((season, index) => {
            const isIn = (cells: readonly Cell[]) =>
              cells[column("Category")] === category && cells[column("Season")] === season;
            const guests = table.rows.filter((cells) => cells[0] === "" && isIn(cells)).length;
            const shown = cross.counts[row]?.[index];
            expect(shown === null || shown === 0 || customersWith(table, isIn) + guests >= minimum).toBe(
              true,
            );
          });
        });
      }),
      { numRuns: 40 },
    );
  });

  test("should leave no purchases, revenue or bin that stand on fewer persons than the minimum to be worked out", async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (table) => {
        const report = await reportOf(table, config);
        /** Customers of rows, and guests' rows. */
        const persons = (holds: (row: readonly Cell[]) => boolean) =>
          customersWith(table, holds) + table.rows.filter((row) => row[0] === "" && holds(row)).length;
        const isTold = (count: number) => count === 0 || count >= minimum;
        for (const [field, name] of perPurchase) {
          const breakdown = report.breakdowns[field];
          if (breakdown === undefined || breakdown.leftover !== null) continue;
          const shown = new Set<Cell>(breakdown.groups.map((group) => group.name));
          const missing = (row: readonly Cell[]) => !shown.has(row[column(name)] ?? "");
          expect(isTold(persons(missing)), field).toBe(true);
        }
        const months = new Set(report.months?.map(({ month }) => month));
        const inMissingMonth = (row: readonly Cell[]) => !months.has(String(row[2]).slice(0, 7));
        /** What guests have under one number on several days are several orders (src/store/load/readers.ts). */
        const orderOf = ([customer = "", order = "", day]: readonly Cell[]) =>
          customer === "" ? `${order} on ${day}` : `${order}`;
        const personOf = (row: readonly Cell[]) => row[0] || orderOf(row);
        const buyers = new Set(table.rows.filter(inMissingMonth).map(personOf));
        expect(report.months === null || isTold(buyers.size)).toBe(true);
        const { bins } = report.spend.histogram;
        const orders = new Map<string, { person: Cell; amount: number }>();
        for (const row of table.rows) {
          const known = orders.get(orderOf(row))?.amount ?? 0;
          orders.set(orderOf(row), { person: personOf(row), amount: known + Number(row.at(-1)) });
        }
        for (const [place, { from, to }] of bins.entries()) {
          // Left-closed; the last bin holds its end as well.
          const end = to === null || place === bins.length - 1 ? Number.POSITIVE_INFINITY : to - 1e-9;
          const within = [...orders.values()].filter(({ amount }) => amount >= from - 1e-9 && amount < end);
          expect(isTold(new Set(within.map((each) => each.person)).size)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("should count every customer of a group once, those of the folded too", async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (table) => {
        const report = await reportOf(table, config);
        for (const [field, name] of perPurchase) {
          const shown = new Set<Cell>(report.breakdowns[field]?.groups.map((group) => group.name));
          // What is too few is counted with the largest: the attack on whole reports looks at that.
          if (report.breakdowns[field]?.leftover !== null) continue;
          for (const group of report.breakdowns[field]?.groups ?? []) {
            if (group.nearlyAll === true) continue;
            const other = group.name.startsWith("Other (");
            const inGroup = (row: readonly Cell[]) => {
              const value = row[column(name)] ?? "";
              const isKnown = value !== "" || report.breakdowns[field]?.withoutValue === null;
              return other ? isKnown && !shown.has(value) : value === group.name;
            };
            // A few customers of several groups are counted in one of them.
            const own = customersWith(table, inGroup);
            expect(group.customers, `${field} ${group.name}`).toBeLessThanOrEqual(own);
            expect(group.customers).toBeGreaterThan(own - minimum);
            expect(group.purchases).toBe(table.rows.filter(inGroup).length);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test("should add up to the whole: groups and purchases without a value are all purchases", async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (table) => {
        const report = await reportOf(table, config);
        for (const [field] of perPurchase) {
          const breakdown = report.breakdowns[field];
          if (breakdown === undefined) continue;
          const shown = breakdown.groups.reduce((all, { purchases }) => all + purchases, 0);
          const otherShown =
            breakdown.folded === 0 || breakdown.groups.some(({ name }) => name.startsWith("Other ("));
          if (otherShown) expect(shown + (breakdown.withoutValue?.purchases ?? 0)).toBe(table.rows.length);
          expect(breakdown.groups.reduce((all, { purchasesShare }) => all + purchasesShare, 0)).toBeLessThan(
            1 + 1e-9,
          );
        }
      }),
      { numRuns: 40 },
    );
  });

  test("should be JSON-safe: no NaN, no undefined, nothing lost on the way", async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (table) => {
        const report = await reportOf(table, config);
        const read: unknown = JSON.parse(JSON.stringify(report));
        expect(read).toStrictEqual(report);
      }),
      { numRuns: 40 },
    );
  });
});

describe("the report of people who must not be found in it", () => {
  const people = Array.from({ length: 30 }, (_, index) => index);
  const canary = (index: number): Record<string, Cell> => ({
    Name: `#canary-${1000 + index}`,
    Email: `canary.${index}@example.org`,
    "Financial Status": "paid",
    "Created at": "2024-03-05 10:00:00 +0100",
    "Billing Name": `Canary Person${index}`,
    "Billing Street": `${index} Canary Lane`,
    "Lineitem quantity": 1,
    "Lineitem name": index < 20 ? "Cup" : "Pot",
    "Lineitem price": 5,
    "Review Text": `canary words of person ${index}`,
    Rating: 4,
    Age: 30,
    "Shipping Province": "Ontario",
    Notes: `call the canary ${index}`,
  });
  const dirt: Record<number, Record<string, Cell>> = {
    1: { Email: "  CANARY.1@example.org " },
    2: { Age: "canary.7@example.org" },
    3: { "Lineitem name": " canary.8@example.org" },
    4: { "Shipping Province": "ontario " },
    5: { Rating: "canary.9@example.org" },
    6: { "Shipping Province": "Canary Town" },
    7: { Name: " #CANARY-1007 " },
  };

  async function canaryReport(): Promise<Report> {
    const rows = people.map((index) => ({ ...canary(index), ...dirt[index] }));
    const names = Object.keys(canary(0));
    return reportOf({
      header: names,
      rows: rows.map((row: Record<string, Cell>) => names.map((name) => row[name] ?? "")),
    });
  }

  test("should hold no identifier, e-mail address, name, street, note or review text", async () => {
    const report = await canaryReport();
    expect(report.metrics.find(({ metric }) => metric === "customers")?.value).toBe(30);
    expect(report.dataset.findings.length).toBeGreaterThan(0);
    const found = JSON.stringify(report).match(/.{0,60}canary.{0,40}/gi) ?? [];
    expect(found).toEqual([]);
  });

  test("should say that the values are withheld, with file and line", async () => {
    const { findings } = (await canaryReport()).dataset;
    const age = findings.flatMap(({ examples }) => examples).find((example) => example.column === "Age");
    expect(age).toMatchObject({ file: "orders.csv", line: 4, value: null });
  });
});
