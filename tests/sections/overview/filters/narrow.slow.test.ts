import { describe, expect, test } from "vitest";
import { buildReport } from "../../../../src/edition/build-report.ts";
import type { Report } from "../../../../src/report/report.ts";
import type { OverviewPart } from "../../../../src/sections/narrowed.ts";
import { FilterReader } from "../../../../src/sections/overview/filters/filter-reader.ts";
import { narrow } from "../../../../src/sections/overview/filters/narrow.ts";
import { seededRandom } from "../../../../src/statistics/random/random.ts";
import { configOf, openTables, type Table } from "../../../questions/open-rows.ts";

const header = [
  "Order ID",
  "Customer ID",
  "Order Date",
  "Item Purchased",
  "Category",
  "Season",
  "Location",
  "Gender",
  "Age",
  "Review Rating",
  "Previous Purchases",
  "Amount",
] as const;
type Header = (typeof header)[number];
type Row = Record<Header, string>;

const columnOf = {
  gender: "Gender",
  category: "Category",
  season: "Season",
  location: "Location",
} as const;

/** Lines of orders of 90 customers over five months; some lack a gender, an age or a category. */
function someRows(): Row[] {
  const random = seededRandom(11);
  const one = (most: number) => Math.floor(random() * most);
  const pick = (values: readonly string[]) => values[one(values.length)] ?? "";
  const rows: Row[] = [];
  for (let order = 1; order <= 260; order += 1) {
    const customer = one(90);
    const date = `2024-0${1 + one(5)}-${String(1 + one(28)).padStart(2, "0")}`;
    for (let line = one(4); line >= 0; line -= 1) {
      rows.push({
        "Order ID": `O${order}`,
        "Customer ID": `C${customer}`,
        "Order Date": date,
        "Item Purchased": `Thing ${1 + one(10)}`,
        Category: pick(["Shoes", "Hats", "Coats", ""]),
        Season: pick(["Spring", "Summer", "Autumn", "Winter"]),
        Location: pick(["Ohio", "Iowa", "Utah"]),
        Gender: ["Female", "Male", ""][customer % 7 === 0 ? 2 : customer % 2] ?? "",
        Age: customer % 11 === 0 ? "" : String(18 + ((customer * 7) % 60)),
        "Review Rating": one(5) === 0 ? "" : (1 + one(41) / 10).toFixed(1),
        "Previous Purchases": customer % 5 === 0 ? "" : String(customer % 13),
        Amount: (1 + one(9000) / 100).toFixed(2),
      });
    }
  }
  return rows;
}

async function reportOf(header: readonly Header[], rows: readonly Row[]): Promise<Report> {
  const table: Table = { header, rows: rows.map((row) => header.map((name) => row[name])) };
  // No group is too small: what is left out has tests of its own.
  const config = { ...configOf(), privacy: { ...configOf().privacy, minimumGroup: 1 } };
  const dataset = await openTables([table], config);
  const report = await buildReport(dataset, config);
  await dataset.store.close();
  return report;
}

const rounded = (value: number) => Number(value.toPrecision(10));

/** What the Overview takes from a report or a part of one, in one order, without what a part does not tell. */
function told(part: OverviewPart | Report) {
  const { breakdowns, months, monthsWithheld, seasonCategory, ordersPerCustomer, rating, spend } = part;
  const pairs = (groups: readonly { name: string }[] | undefined, measure: string) =>
    Object.fromEntries(
      (groups ?? []).flatMap((group) => {
        const value: unknown = new Map<string, unknown>(Object.entries(group)).get(measure);
        return typeof value === "number" && value > 0 ? [[group.name, rounded(value)]] : [];
      }),
    );
  const metric = (id: string) => {
    const value = part.metrics.find((headline) => headline.metric === id)?.value;
    if (value === undefined || value === 0) return null;
    // Parts tell such means in hundredths.
    return ["averageRating", "averagePreviousPurchases"].includes(id) ? value.toFixed(1) : rounded(value);
  };
  const crossed: [string, number][] = [];
  for (const [row, name] of (seasonCategory?.rows ?? []).entries())
    for (const [column, season] of (seasonCategory?.columns ?? []).entries()) {
      const count = seasonCategory?.counts[row]?.[column] ?? 0;
      if (count > 0) crossed.push([`${name} ${season}`, count]);
    }
  return {
    metrics: Object.fromEntries(
      [
        "customers",
        "orders",
        "revenue",
        "averageOrder",
        "averageRating",
        "repeatShare",
        "averagePreviousPurchases",
      ].map((id) => [id, metric(id)]),
    ),
    months: (months ?? [])
      .filter(({ revenue }) => revenue > 0)
      .map(({ month, revenue }) => [month, Math.round(revenue)]),
    monthOrders: (months ?? []).flatMap(({ orders }) => (orders === 0 ? [] : [orders])),
    monthsWithheld,
    differentLocations: metric("locations"),
    ages: pairs(breakdowns.ageGroup?.groups, "customers"),
    ageShares: pairs(breakdowns.ageGroup?.groups, "customersShare"),
    genders: pairs(breakdowns.gender?.groups, "customers"),
    spendByGender: pairs(breakdowns.gender?.groups, "averagePurchase"),
    categories: pairs(breakdowns.category?.groups, "purchases"),
    categoryShares: pairs(breakdowns.category?.groups, "purchasesShare"),
    locations: pairs(breakdowns.location?.groups, "customers"),
    crossed: Object.fromEntries(crossed),
    // Beyond, the ranges follow the most orders of any customer.
    orders: (ordersPerCustomer ?? [])
      .filter(({ orders }) => /^[1-4]$/.test(orders))
      .map(({ orders, customers }) => [orders, customers]),
    products: Object.fromEntries(
      (breakdowns.product?.groups ?? []).map(({ name, purchases }) => [name, purchases]),
    ),
    rating: rating === null ? null : [rating.summary.count, rating.summary.mean.toFixed(1)],
    spend:
      spend.summary === null
        ? null
        : (["lowerQuartile", "median", "upperQuartile", "mean"] as const).map((of) =>
            Math.round(rounded((spend.summary?.[of] ?? 0) * 100)),
          ),
  };
}

type Told = ReturnType<typeof told>;
type Chosen = Partial<Record<keyof typeof columnOf, string>>;

/** What stands in the figures of each field, which a part chosen by the field does not show. */
const ofField: Record<keyof typeof columnOf, readonly (keyof Told)[]> = {
  gender: ["genders", "spendByGender"],
  category: ["categories", "categoryShares"],
  season: [],
  location: ["locations", "differentLocations"],
};

function without(all: Told, names: readonly (keyof Told)[]) {
  return Object.fromEntries(Object.entries(all).filter(([name]) => !names.some((each) => each === name)));
}

async function prove(header: readonly Header[], chosen: Chosen, chart: readonly (keyof Told)[]) {
  const rows = someRows();
  const tables = (await reportOf(header, rows)).filters ?? expect.fail("no tables");
  const entries = Object.entries(chosen);
  const choices = tables.fields.flatMap(({ field, values }) => {
    const [, value] = entries.find(([name]) => name === field) ?? [];
    return value === undefined ? [] : [{ field, code: values.indexOf(value) + 1 }];
  });
  expect(choices, "every field can be chosen from").toHaveLength(entries.length);
  const part = narrow(new FilterReader(tables), choices) ?? expect.fail("too small");
  const named = new Map<string, Header>(Object.entries(columnOf));
  const inPart = rows.filter((row) =>
    entries.every(([field, value]) => row[named.get(field) ?? "Gender"] === value),
  );
  const fields = ["gender", "category", "season", "location"] as const;
  // Parts tell only revenue by month.
  const months = ["monthOrders"] as const;
  const leftOut = [
    ...chart,
    ...months,
    ...fields.filter((field) => field in chosen).flatMap((field) => ofField[field]),
  ];
  expect(without(told(part), leftOut)).toStrictEqual(without(told(await reportOf(header, inPart)), leftOut));
}

describe("narrow", () => {
  test.each<Chosen>([
    { gender: "Female" },
    { category: "Hats" },
    { season: "Winter" },
    { location: "Iowa" },
    { gender: "Male", category: "Shoes" },
    { gender: "Female", season: "Summer" },
    { gender: "Male", location: "Ohio" },
    { category: "Coats", season: "Spring" },
    { category: "Hats", location: "Utah" },
    { season: "Autumn", location: "Ohio" },
  ])("should tell of %j what a report of those rows alone tells", async (chosen) => {
    // Where there is a gender its chart stands in the place of orders a customer, as on the whole Overview.
    const chart = "gender" in chosen ? (["products"] as const) : (["products", "orders"] as const);
    await prove(header, chosen, chart);
  });

  test.each<Chosen>([{ season: "Winter" }, { location: "Iowa" }, { season: "Autumn", location: "Ohio" }])(
    "should tell of %j products and orders a customer where the data have no category and no gender",
    async (chosen) => {
      const few = header.filter((name) => name !== "Category" && name !== "Gender");
      await prove(few, chosen, []);
    },
  );
});
