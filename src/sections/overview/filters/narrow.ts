import { compareText } from "../../../dataset/clean/text.ts";
import { inNaturalOrder } from "../../../report/natural-order.ts";
import type { Headline, Histogram } from "../../../report/report.ts";
import type { OverviewPart } from "../overview-part.ts";
import type { FilterChoice, FilterReader } from "./filter-reader.ts";
import { Selection } from "./selection.ts";

/** The Overview's part of a report on a selection alone; null where too few customers are in it. */
export function narrow(reader: FilterReader, choices: readonly FilterChoice[]): OverviewPart | null {
  const selection = new Selection(reader, choices);
  if (selection.of("customers") === null) return null;
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
  const customers = selection.of("customers") ?? 0;
  const revenue = selection.money("revenue") ?? 0;
  const { shape } = selection.reader.tables.common;
  const orders = shape === "orderLines" ? selection.of("orders") : null;
  const ratio = (part: number | null, whole: number | null) =>
    part === null || whole === null || whole === 0 ? null : part / whole;
  const ratings = ratio(selection.of("ratingSum"), selection.of("rated"));
  const found: [Headline["metric"], number | null][] = [
    ["customers", customers],
    ["revenue", revenue],
    ["orders", orders],
    ["averageOrder", ratio(revenue, orders)],
    ["averagePurchase", ratio(revenue, selection.of("counts"))],
    ["repeatShare", orders === null ? null : ratio(selection.of("repeat"), customers)],
    ["averageRating", ratings === null ? null : ratings / 100],
    ["averagePreviousPurchases", ratio(selection.of("previousSum"), selection.of("previousKnown"))],
    ["locations", selection.of("locations")],
    ["products", selection.of("differentProducts")],
  ];
  return found.flatMap(([metric, value]) => (value === null ? [] : [{ metric, value }]));
}

function breakdownsOf(selection: Selection): OverviewPart["breakdowns"] {
  const customers = selection.of("customers") ?? 0;
  const people = (field: "ageGroup" | "gender" | "location") => {
    const without = field === "location" ? 0 : selection.of(`without.${field}`);
    const whole = customers - (without ?? 0);
    const groups = selection.splitBy(field).flatMap(({ name, code }) => {
      const own = selection.of("customers", [field, code]);
      return own === null || own === 0 ? [] : [{ name, code, customers: own, customersShare: own / whole }];
    });
    groups.sort((a, b) => b.customers - a.customers || compareText(a.name, b.name));
    const hidden = selection
      .splitBy(field)
      .filter(({ code }) => selection.of("customers", [field, code]) === null);
    return { groups: inNaturalOrder(field, groups), without, folded: hidden.length };
  };
  const breakdowns: OverviewPart["breakdowns"] = {};
  const ages = people("ageGroup");
  if (ages.groups.length > 0)
    breakdowns.ageGroup = {
      groups: ages.groups,
      folded: ages.folded,
      withoutValue: missing("customers", ages.without),
    };
  const genders = people("gender");
  const bySpend = genders.groups.flatMap((group) => {
    const revenue = selection.money("revenue", ["gender", group.code]);
    const purchases = selection.of("counts", ["gender", group.code]);
    return revenue === null || !purchases ? [] : [{ ...group, averagePurchase: revenue / purchases }];
  });
  if (bySpend.length > 0)
    breakdowns.gender = {
      groups: bySpend,
      folded: genders.folded,
      withoutValue: missing("customers", genders.without),
    };
  const places = people("location");
  if (places.groups.length > 0)
    breakdowns.location = {
      groups: places.groups,
      folded: Math.max(0, (selection.of("locations") ?? 0) - places.groups.length),
      withoutValue: {},
    };
  const lines = selection.of("counts") ?? 0;
  const categories = selection.splitBy("category").flatMap(({ name, code }) => {
    const purchases = selection.of("counts", ["category", code]);
    const whole = lines - (selection.of("without.category") ?? 0);
    return !purchases ? [] : [{ name, purchases, purchasesShare: purchases / whole }];
  });
  categories.sort((a, b) => b.purchases - a.purchases || compareText(a.name, b.name));
  const unnamed = selection.splitBy("category").length - categories.length;
  if (categories.length > 0) breakdowns.category = { groups: categories, folded: unnamed, withoutValue: {} };
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

function missing(of: "customers", count: number | null): { customers?: number } {
  return count === null ? {} : { [of]: count };
}

function ordersPerCustomer(selection: Selection): OverviewPart["ordersPerCustomer"] {
  const { orderRanges } = selection.reader.tables;
  const whole = selection.of("customers") ?? 0;
  const ranges = orderRanges.flatMap((from, index) => {
    const customers = selection.of("customers", ["orders", index + 1]);
    const next = orderRanges[index + 1];
    const orders = next === undefined ? `${from}+` : next - from === 1 ? `${from}` : `${from}–${next - 1}`;
    return !customers ? [] : [{ orders, customers, share: customers / whole }];
  });
  return ranges.length === 0 ? null : ranges;
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
    histogram: histogramOf(selection, "spend", bins, orders ?? 0),
  };
}

function ratingOf(selection: Selection): OverviewPart["rating"] {
  const { rating } = selection.reader.tables;
  const count = selection.of("rated");
  const total = selection.of("ratingSum");
  if (rating === null || !count || total === null) return null;
  return {
    summary: { count, mean: total / 100 / count },
    histogram: histogramOf(selection, "rating", rating.bins, count),
  };
}

/** The bins that are published, as parts of all. */
function histogramOf(
  selection: Selection,
  dimension: "spend" | "rating",
  bins: readonly Pick<Histogram["bins"][number], "from" | "to">[],
  whole: number,
): Histogram {
  return {
    bins: bins.flatMap((bin, index) => {
      const count = selection.of("counts", [dimension, index + 1]);
      return count === null ? [] : [{ ...bin, count, share: whole === 0 ? 0 : count / whole }];
    }),
  };
}

function segmentsOf(selection: Selection): OverviewPart["segments"] {
  const { rfm } = selection.reader.tables;
  const customers = selection.of("customers") ?? 0;
  if (rfm.length === 0) return null;
  const scored = customers - (selection.of("without.rfm") ?? 0);
  const grouped = customers - (selection.of("without.persona") ?? 0);
  const revenue = (selection.money("revenue") ?? 0) - (selection.money("without.persona.revenue") ?? 0);
  const personas = selection.splitBy("persona").flatMap(({ name, code }) => {
    const own = selection.of("customers", ["persona", code]);
    const brought = selection.money("revenue", ["persona", code]);
    return !own || brought === null
      ? []
      : [
          {
            name,
            customers: own,
            customersShare: own / grouped,
            revenue: brought,
            revenueShare: brought / revenue,
          },
        ];
  });
  return {
    segments: rfm.map((name, index) => {
      const own = selection.of("customers", ["rfm", index + 1]);
      return { name, customers: own, customersShare: own === null ? null : own / scored };
    }),
    personas: personas.length < 2 ? { why: "few" } : { personas },
  };
}
