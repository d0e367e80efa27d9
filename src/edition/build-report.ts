import type { Config } from "../config/config.ts";
import type { Finding } from "../dataset/account.ts";
import { withholdRareExamples } from "../disclosure/rare-examples.ts";
import { mayName } from "../disclosure/sacrificed.ts";
import { tellSplitWeeks } from "../disclosure/split-weeks.ts";
import { countPersons, type PersonsValues, tellableSummary } from "../disclosure/tellable-summary.ts";
import { measure } from "../questions/metrics.ts";
import { periods } from "../questions/periods.ts";
import { products } from "../questions/products.ts";
import { returners } from "../questions/returners.ts";
import { previousPurchases, ratings, spend } from "../questions/spend.ts";
import { calendar, dayAfter } from "../questions/time.ts";
import { type Progress, silent } from "../read/progress.ts";
import { breakDown } from "../report/breakdowns.ts";
import type { Logo } from "../report/logo.ts";
import { type MetricDefinition, type MetricId, metricDefinitions } from "../report/metrics.ts";
import type { Breakdown, Histogram, Report } from "../report/report.ts";
import type { Affinity } from "../sections/affinity/affinity.ts";
import { buildAffinity } from "../sections/affinity/part.ts";
import { concentration } from "../sections/customers/concentration.ts";
import { differences } from "../sections/customers/differences.ts";
import { ordersPerCustomer, subscribersByGender } from "../sections/customers/loyalty.ts";
import { agreementWords } from "../sections/data/words/data.ts";
import { publishedMonths } from "../sections/overview/months.ts";
import { namedNotGoods } from "../sections/products/named-not-goods.ts";
import { seasonCategory } from "../sections/products/season-category.ts";
import { seasonTable } from "../sections/products/season-table.ts";
import { type BuiltSegments, buildSegments } from "../sections/segments/part.ts";
import type { Bin } from "../statistics/describe/round-bins.ts";
import { sum } from "../statistics/describe/sum.ts";
import type { Dataset } from "../store/open-dataset.ts";
import { figuresOf } from "./figures.ts";
import { buildFilters } from "./filters/build-filters.ts";
import { buildInsights } from "./insights/build-insights.ts";
import { titleOf } from "./title.ts";

/** A Report, and who belongs where, which it does not say. */
export interface BuiltReport {
  report: Report;
  segments: BuiltSegments;
}

/** Asks the dataset everything that the report says by itself: it is held against nothing yet. */
export async function buildReport(
  dataset: Dataset,
  config: Config,
  progress: Progress = silent,
  logo: Logo | null = null,
): Promise<Report> {
  return (await buildWithSegments(dataset, config, progress, logo)).report;
}

/** The report, and with it the places of single customers. */
export async function buildWithSegments(
  dataset: Dataset,
  config: Config,
  progress: Progress,
  logo: Logo | null,
): Promise<BuiltReport> {
  const { store } = dataset;
  const lines = await store.lines();
  const minimum = config.privacy.minimumGroup;
  const measured: { definition: MetricDefinition; value: number }[] = [];
  for (const definition of metricDefinitions) {
    const value = await measure(store, definition.id);
    if (value !== null) measured.push({ definition, value });
  }
  const customers = measured.find(({ definition }) => definition.id === "customers")?.value ?? 0;
  const allProducts = await products(store);
  const amounts = await spend(store, minimum);
  if (amounts === null) throw new Error("a dataset was opened that holds no purchase");
  const rated = await ratings(store, minimum);
  const time = await calendar(store);
  const comparison = await periods(store, minimum);
  const splitWeeks = comparison !== null && (await tellSplitWeeks(store, comparison, minimum));
  const loyalty = await ordersPerCustomer(store, minimum);
  const subscribers = await subscribersByGender(store, minimum);
  const split = await breakDown(store, dataset.columns, allProducts, config, customers);
  const { sacrificed, ...published } = split;
  const isNamed = mayName(sacrificed);
  const values = { age: split.age, previousPurchases: await previousPurchases(store), rating: rated?.given };
  const summaryOf = (of: PersonsValues | null | undefined) =>
    of === null || of === undefined ? null : tellableSummary(of, minimum);
  const ratingSummary = summaryOf(values.rating);
  const returned = await returners(store);
  const metrics = measured.filter(({ definition: { id } }) => {
    if (id === "returns" || id === "returnsValue") return returned >= minimum;
    if (id === "subscribers" || id === "subscriberShare") return isWhole(split.breakdowns.subscription);
    if (id === "repeatShare") return !isRevealing(measured, loyalty ?? [], minimum);
    const average = averageOf[id];
    const of = average === undefined ? null : values[average];
    return average === undefined || (of !== null && of !== undefined && countPersons(of.persons) >= minimum);
  });
  progress.stage("Looking for personas");
  const built = await buildSegments(
    store,
    allProducts,
    config,
    time === null ? null : dayAfter(time.last),
    sacrificed,
  );
  const affinity = await buildAffinity(store, allProducts, built.members, config, progress, sacrificed);
  const report: Omit<Report, "figures" | "insights" | "filters"> = {
    schemaVersion: 1,
    title: config.title ?? titleOf(dataset.files.map(({ name }) => name)),
    subtitle: config.subtitle ?? null,
    logo,
    footer: config.footer ?? null,
    locale: config.locale,
    currency: config.currency ?? dataset.currency,
    accent: config.accent,
    shape: amounts.of === "order" ? "orderLines" : "snapshot",
    minimumGroup: minimum,
    lookup: config.privacy.customers === "none" ? null : config.privacy.customers,
    dataset: {
      files: dataset.files,
      fingerprint: await fingerprint(dataset),
      columns: dataset.columns,
      unmapped: dataset.unmapped,
      account: {
        ...dataset.account,
        returnsValue: returned > 0 && returned < minimum ? null : dataset.account.returnsValue,
      },
      findings: [
        ...withholdRareExamples(dataset.findings, dataset.table, minimum),
        ...agreementFindings(affinity),
      ],
      ...namedNotGoods(lines, allProducts, sacrificed, minimum),
      excluded: dataset.excluded,
    },
    period: time === null ? null : { first: time.first, last: time.last, days: time.days },
    metrics: metrics.map(({ definition, value }) => ({ metric: definition.id, value })),
    definitions: metrics.map(({ definition }) => definition),
    ...published,
    age: summaryOf(values.age),
    previousPurchases: summaryOf(values.previousPurchases),
    spend: {
      of: amounts.of,
      summary: summaryOf(amounts.amounts),
      histogram: histogram(amounts.bins),
    },
    rating:
      rated === null || ratingSummary === null
        ? null
        : { summary: ratingSummary, histogram: histogram(rated.bins) },
    subscribersByGender:
      subscribers?.map((row) => ({ ...row, share: row.subscribers / row.customers })) ?? null,
    ordersPerCustomer: loyalty?.map((row) => ({ ...row, share: row.customers / customers })) ?? null,
    seasonCategory: seasonTable(await seasonCategory(store), minimum, isNamed),
    ...publishedMonths(splitWeeks ? [] : (time?.months ?? []), minimum),
    comparison,
    segments: built.segments,
    affinity,
    concentration: await concentration(store, minimum),
    differences: (await differences(store, built.fields, allProducts, minimum)).map((difference) => {
      const named = [difference.pair?.highest, difference.pair?.lowest];
      const mayTell = named.every((group) => group === undefined || isNamed(difference.field, group.name));
      return mayTell ? difference : { ...difference, pair: null };
    }),
    changes: null,
    gates: [],
  };
  const whole = { ...report, insights: buildInsights(report), figures: figuresOf(report) };
  const memberships = { personas: built.members, rfmOf: built.rfmOf };
  const names = new Map(allProducts.map(({ id, name }) => [id, name]));
  const filters = await buildFilters(store, config.ageGroups, whole, memberships, names, isNamed);
  return { report: { ...whole, filters }, segments: built };
}

/** Fields that always agree, as findings on the data. */
function agreementFindings(affinity: Affinity | null): Finding[] {
  return (affinity?.agreeing ?? []).map(([one, other]) => ({
    kind: "fields-agree",
    severity: "note",
    message: agreementWords(one, other),
    count: 1,
    examples: [],
  }));
}

/** Metrics that are averages of what not every customer says. */
const averageOf: Partial<Record<MetricId, "age" | "previousPurchases" | "rating">> = {
  averageAge: "age",
  averagePreviousPurchases: "previousPurchases",
  averageRating: "rating",
};

/** Whether nothing of a breakdown was folded, so that counts beside it tell nothing more. */
function isWhole(breakdown: Breakdown | undefined): boolean {
  return breakdown !== undefined && breakdown.folded === 0 && breakdown.withoutValue !== null;
}

/**
 * Whether the share of repeat customers gives away too few: those it counts, those it leaves out, or, less the ranges
 * of more orders, those who ordered as often as the first range says, but more than once.
 */
function isRevealing(
  measured: readonly { definition: MetricDefinition; value: number }[],
  ranges: readonly { customers: number }[],
  minimum: number,
): boolean {
  const value = (wanted: MetricId) => measured.find(({ definition }) => definition.id === wanted)?.value ?? 0;
  const counted = Math.round(value("repeatShare") * value("customers"));
  const left = value("customers") - counted;
  const between = counted - sum(ranges.slice(1).map(({ customers }) => customers));
  return [counted, left, between].some((customers) => customers > 0 && customers < minimum);
}

function histogram(bins: readonly Bin[]): Histogram {
  const total = bins.reduce((all, { count }) => all + count, 0);
  return { bins: bins.map((bin) => ({ ...bin, share: bin.count / total })) };
}

/**
 * SHA-256 of what was read and how it was mapped; the same whatever the files are called and in which order they
 * come.
 */
async function fingerprint({ hashes, columns, unmapped }: Dataset): Promise<string> {
  const mapping = columns.map(({ field, header }) => [field, header]);
  const text = JSON.stringify({ content: [...hashes].sort(), mapping, unmapped: [...unmapped].sort() });
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
