import { compareText } from "../../../dataset/clean/text.ts";
import { inNaturalOrder } from "../../../report/natural-order.ts";
import type { Headline, Histogram } from "../../../report/report.ts";
import type { OverviewPart } from "../../narrowed.ts";
import type { FilterChoice, FilterReader } from "./filter-reader.ts";
import { Selection } from "./selection.ts";

/** The Overview's part of a report on a selection alone; null where too few customers are in it. */
export function narrow(reader: FilterReader, choices: readonly FilterChoice[]): OverviewPart | null {
  const selection = new Selection(reader, choices);
  if (!reader.hasPart(choices)) return null;
  const { common } = reader.tables;
  return {
    currency: common.currency,
    shape: common.shape,
    minimumGroup: common.minimumGroup,
    metrics: metricsOf(selection),
    breakdowns: breakdownsOf(selection),
    ordersPerCustomer: ordersPerCustomer(selection),
    seasonCategory: seasonCategory(selection),
    ...monthsOf(selection),
    // The youngest and the oldest of a selection would be single customers.
    age: null,
    spend: spendOf(selection),
    rating: ratingOf(selection),
    segments: segmentsOf(selection),
  };
}

function metricsOf(selection: Selection): Headline[] {
  const customers = selection.of("customers");
  const revenue = selection.money("revenue");
  const { shape } = selection.reader.tables.common;
  const orders = shape === "orderLines" ? selection.of("orders") : null;
  const ratio = (part: number | null, whole: number | null) =>
    part === null || whole === null || whole === 0 ? null : part / whole;
  const found: [Headline["metric"], number | null][] = [
    ["customers", customers],
    ["revenue", revenue],
    ["orders", orders],
    ["averageOrder", ratio(revenue, orders)],
    ["averagePurchase", ratio(revenue, selection.of("counts"))],
    ["repeatShare", orders === null ? null : ratio(selection.of("repeat"), customers)],
    ["averageRating", ratio(selection.of("rating"), 100)],
    ["averagePreviousPurchases", ratio(selection.of("previous"), 100)],
    ["locations", selection.of("locations")],
    ["products", selection.of("differentProducts")],
  ];
  return found.flatMap(([metric, value]) => (value === null ? [] : [{ metric, value }]));
}

const total = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0);

function breakdownsOf(selection: Selection): OverviewPart["breakdowns"] {
  const people = (field: "ageGroup" | "gender" | "location") => {
    const groups = selection.groups("customers", field).flatMap(({ name, code }) => {
      const own = selection.of("customers", [field, code]);
      return own === null || own === 0 ? [] : [{ name, code, customers: own }];
    });
    // A customer may buy from several places.
    const whole =
      field === "location"
        ? (selection.of("customers") ?? 0)
        : total(groups.map(({ customers }) => customers));
    const shared = groups.map((group) => ({ ...group, customersShare: group.customers / whole }));
    shared.sort((a, b) => b.customers - a.customers || compareText(a.name, b.name));
    return inNaturalOrder(field, shared);
  };
  const breakdowns: OverviewPart["breakdowns"] = {};
  const ages = people("ageGroup");
  if (ages.length > 0) breakdowns.ageGroup = { groups: ages, folded: 0, withoutValue: {} };
  const bySpend = people("gender").flatMap((group) => {
    const revenue = selection.money("revenue", ["gender", group.code]);
    const purchases = selection.of("counts", ["gender", group.code]);
    return revenue === null || !purchases ? [] : [{ ...group, averagePurchase: revenue / purchases }];
  });
  if (bySpend.length > 0) breakdowns.gender = { groups: bySpend, folded: 0, withoutValue: {} };
  const places = selection.of("customers") === null ? [] : people("location");
  if (places.length > 0)
    breakdowns.location = {
      groups: places,
      folded: Math.max(0, (selection.of("locations") ?? 0) - places.length),
      withoutValue: {},
    };
  const lines = selection.of("counts") ?? 0;
  const categories = selection.groups("counts", "category").flatMap(({ name, code }) => {
    const purchases = selection.of("counts", ["category", code]);
    return !purchases ? [] : [{ name, purchases }];
  });
  const known = total(categories.map(({ purchases }) => purchases));
  categories.sort((a, b) => b.purchases - a.purchases || compareText(a.name, b.name));
  if (categories.length > 0)
    breakdowns.category = {
      groups: categories.map((group) => ({ ...group, purchasesShare: group.purchases / known })),
      folded: Math.max(0, selection.names("category").length - categories.length),
      withoutValue: {},
    };
  const products = selection.reader
    .products(selection.choices)
    .map((product) => ({ ...product, purchasesShare: product.purchases / lines }));
  if (products.length > 0)
    breakdowns.product = {
      groups: products,
      folded: Math.max(0, (selection.of("differentProducts") ?? 0) - products.length),
      withoutValue: {},
    };
  return breakdowns;
}

function ordersPerCustomer(selection: Selection): OverviewPart["ordersPerCustomer"] {
  const { orderRanges } = selection.reader.tables;
  const ranges = selection.groups("customers", "orders").flatMap(({ code, codes }) => {
    const customers = selection.of("customers", ["orders", code]);
    const from = orderRanges[code - 1] ?? 1;
    const next = orderRanges[codes.at(-1) ?? code];
    const orders = next === undefined ? `${from}+` : next - from === 1 ? `${from}` : `${from}–${next - 1}`;
    return !customers ? [] : [{ orders, customers }];
  });
  const whole = total(ranges.map(({ customers }) => customers));
  return ranges.length === 0 ? null : ranges.map((range) => ({ ...range, share: range.customers / whole }));
}

function seasonCategory(selection: Selection): OverviewPart["seasonCategory"] {
  const sides = (["category", "season"] as const).map((field) => {
    const chosen = selection.choices.find((choice) => choice.field === field);
    const all = selection.names(field).map((name, index) => ({ name, code: index + 1 }));
    return inNaturalOrder(field, chosen === undefined ? all : all.filter(({ code }) => code === chosen.code));
  });
  const [categories = [], seasons = []] = sides;
  const counts = categories.map((category) =>
    seasons.map((season) => selection.of("counts", ["category", category.code], ["season", season.code])),
  );
  const total = (row: readonly (number | null)[]) =>
    row.reduce<number>((all, count) => all + (count ?? 0), 0);
  const rows = counts
    .map((row, index) => ({ row, name: categories[index]?.name ?? "" }))
    .filter(({ row }) => row.some((count) => count))
    .sort((a, b) => total(b.row) - total(a.row) || compareText(a.name, b.name));
  const columns = seasons.flatMap(({ name }, index) =>
    rows.some(({ row }) => row[index]) ? [{ name, index }] : [],
  );
  if (columns.length < 2 || rows.length === 0) return null;
  return {
    rows: rows.map(({ name }) => name),
    columns: columns.map(({ name }) => name),
    counts: rows.map(({ row }) => columns.map(({ index }) => row[index] ?? null)),
  };
}

function monthsOf(selection: Selection): Pick<OverviewPart, "months" | "monthsWithheld"> {
  const found = (selection.reader.tables.months ?? []).map((month, index) => ({
    ...month,
    orders: selection.of("counts", ["month", index + 1]),
    revenue: selection.of("revenue", ["month", index + 1]),
  }));
  const months = found.flatMap(({ month, partial, orders, revenue }) =>
    revenue === null ? [] : [{ month, partial, orders, revenue }],
  );
  const shown = new Set(months.map(({ month }) => month));
  return {
    months: months.some(({ revenue }) => revenue > 0) ? months : null,
    monthsWithheld: found.flatMap(({ month }) => (shown.has(month) ? [] : [month])),
  };
}

function spendOf(selection: Selection): OverviewPart["spend"] {
  const { of, bins } = selection.reader.tables.spend;
  const [lowerQuartile, median, upperQuartile] = (["lowerQuartile", "median", "upperQuartile"] as const).map(
    (column) => selection.money(column),
  );
  const orders = selection.of("orders");
  const revenue = selection.money("revenue");
  const known =
    lowerQuartile != null && median != null && upperQuartile != null && orders && revenue !== null;
  return {
    of,
    summary: known ? { lowerQuartile, median, upperQuartile, mean: revenue / orders } : null,
    histogram: histogramOf(selection, "spend", bins),
  };
}

function ratingOf(selection: Selection): OverviewPart["rating"] {
  const { rating } = selection.reader.tables;
  const mean = selection.of("rating");
  if (rating === null || mean === null) return null;
  const histogram = histogramOf(selection, "rating", rating.bins);
  const count = total(histogram.bins.map((bin) => bin.count));
  return count === 0 ? null : { summary: { count, mean: mean / 100 }, histogram };
}

/** The bins that are published, small ones joined, as parts of all. */
function histogramOf(
  selection: Selection,
  dimension: "spend" | "rating",
  bins: readonly Pick<Histogram["bins"][number], "from" | "to">[],
): Histogram {
  const found = selection.groups("counts", dimension).flatMap(({ code, codes }) => {
    const [first, last] = [bins[code - 1], bins[(codes.at(-1) ?? code) - 1]];
    const count = selection.of("counts", [dimension, code]);
    return count === null || first === undefined || last === undefined
      ? []
      : [{ from: first.from, to: last.to, count }];
  });
  const whole = total(found.map(({ count }) => count));
  return { bins: found.map((bin) => ({ ...bin, share: whole === 0 ? 0 : bin.count / whole })) };
}

function segmentsOf(selection: Selection): OverviewPart["segments"] {
  const { rfm } = selection.reader.tables;
  if (rfm.length === 0) return null;
  const segments = rfm.map((name, index) => ({
    name,
    customers: selection.of("customers", ["rfm", index + 1]),
  }));
  const scored = total(segments.map(({ customers }) => customers ?? 0));
  const personas = selection.groups("customers", "persona").flatMap(({ name, code }) => {
    const own = selection.of("customers", ["persona", code]);
    const brought = selection.money("revenue", ["persona", code]);
    return !own || brought === null ? [] : [{ name, customers: own, revenue: brought }];
  });
  const grouped = total(personas.map(({ customers }) => customers));
  const revenue = total(personas.map((persona) => persona.revenue));
  return {
    segments: segments.map((segment) => ({
      ...segment,
      customersShare: segment.customers === null || scored === 0 ? null : segment.customers / scored,
    })),
    personas:
      personas.length < 2
        ? { why: "few" }
        : {
            personas: personas.map((persona) => ({
              ...persona,
              customersShare: persona.customers / grouped,
              revenueShare: persona.revenue / revenue,
            })),
          },
  };
}
