import type { Config } from "../config/config.ts";
import type { Finding } from "../dataset/account.ts";
import { Gate } from "../disclosure/gate.ts";
import { withholdRareExamples } from "../disclosure/rare-examples.ts";
import { measure } from "../questions/metrics.ts";
import { periods } from "../questions/periods.ts";
import { countPersons, linePersons, type PersonsValues } from "../questions/persons.ts";
import { products } from "../questions/products.ts";
import { returners } from "../questions/returners.ts";
import { previousPurchases, ratings, spend } from "../questions/spend.ts";
import { calendar, dayAfter } from "../questions/time.ts";
import { guestsGroup, words } from "../questions/traits.ts";
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
import { publishedComparison } from "../sections/overview/comparison.ts";
import { publishedMonths } from "../sections/overview/months.ts";
import { namedNotGoods } from "../sections/products/named-not-goods.ts";
import { seasonTable } from "../sections/products/season-table.ts";
import { type BuiltSegments, buildSegments } from "../sections/segments/part.ts";
import type { Bin } from "../statistics/describe/round-bins.ts";
import { sum } from "../statistics/describe/sum.ts";
import type { Dataset } from "../store/open-dataset.ts";
import type { PurchaseLines } from "../store/purchase-lines.ts";
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
  const gate = new Gate(config.privacy.minimumGroup);
  const minimum = config.privacy.minimumGroup;
  const measured: { definition: MetricDefinition; value: number }[] = [];
  for (const definition of metricDefinitions) {
    const value = await measure(store, definition.id);
    if (value !== null) measured.push({ definition, value });
  }
  const customers = measured.find(({ definition }) => definition.id === "customers")?.value ?? 0;
  const allProducts = await products(store);
  const amounts = await spend(store);
  if (amounts === null) throw new Error("a dataset was opened that holds no purchase");
  const rated = await ratings(store);
  const loyalty = await ordersPerCustomer(store, gate);
  const subscribers = await subscribersByGender(store, gate);
  const { ageBounds, ...published } = await breakDown(
    store,
    dataset.columns,
    allProducts,
    config,
    gate,
    customers,
  );
  const lines = gate.lines(await store.lines());
  const time = await calendar(store, lines);
  const compared = await periods(store);
  const splitWeeks = compared !== null && (await gate.weeksTellOfFew(store, compared));
  const months = publishedMonths(splitWeeks ? [] : (time?.months ?? []), gate);
  const values = {
    age: published.age,
    previousPurchases: await previousPurchases(store),
    rating: rated?.given,
  };
  const guests = await guestsGroup(store, linePersons(lines));
  const lacking = (of: PersonsValues) => ({
    values: customers - of.values.length,
    persons: customers - of.values.length,
  });
  const ratingSummary = gate.summary(rated?.given, unrated(lines));
  const returned = await returners(store);
  const metrics = measured.filter(({ definition: { id } }) => {
    if (id === "returns" || id === "returnsValue") return gate.isEnough(returned);
    if (id === "subscribers" || id === "subscriberShare") return isWhole(published.breakdowns.subscription);
    if (id === "repeatShare") return !isRevealing(measured, loyalty ?? [], gate);
    const average = averageOf[id];
    const of = average === undefined ? null : values[average];
    if (id === "guestShare") return gate.isEnough(guests.guests);
    return (
      average === undefined || (of !== null && of !== undefined && gate.isEnough(countPersons(of.persons)))
    );
  });
  progress.stage("Looking for personas");
  const built = await buildSegments(
    store,
    allProducts,
    config,
    time === null ? null : dayAfter(time.last),
    gate,
    { ageBounds, guests },
  );
  const affinity = await buildAffinity(store, allProducts, built.members, config, gate, ageBounds, progress);
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
        returnsValue: gate.count(dataset.account.returnsValue, returned),
        guestPurchases: gate.count(dataset.account.guestPurchases, guests.guests),
      },
      findings: [
        ...withholdRareExamples(dataset.findings, dataset.table, minimum),
        ...agreementFindings(affinity),
      ],
      ...namedNotGoods(lines, allProducts, gate),
      excluded: dataset.excluded,
    },
    period: time === null ? null : { first: time.first, last: time.last, days: time.days },
    metrics: metrics.map(({ definition, value }) => ({ metric: definition.id, value })),
    definitions: metrics.map(({ definition }) => definition),
    ...published,
    age: values.age && gate.summary(values.age, lacking(values.age)),
    previousPurchases: gate.summary(values.previousPurchases, lacking(values.previousPurchases)),
    spend: {
      of: amounts.of,
      summary: gate.summary(amounts.amounts),
      histogram: histogram(gate.bins(amounts.bins, amounts.amounts)),
    },
    rating:
      rated === null || ratingSummary === null
        ? null
        : { summary: ratingSummary, histogram: histogram(gate.bins(rated.bins, rated.given)) },
    subscribersByGender:
      subscribers?.map((row) => ({ ...row, share: row.subscribers / row.customers })) ?? null,
    ordersPerCustomer: loyalty?.map((row) => ({ ...row, share: row.customers / customers })) ?? null,
    seasonCategory: seasonTable(
      lines,
      { category: await words(store, "category"), season: await words(store, "season") },
      gate,
    ),
    ...months,
    comparison: compared && publishedComparison(compared, months.monthsWithheld, customers, gate),
    segments: built.segments,
    affinity,
    concentration: await concentration(store, gate),
    differences: await differences(store, built.fields, gate, gate.isFew(guests.guests)),
    changes: null,
    gates: [],
  };
  const whole = { ...report, insights: buildInsights(report), figures: figuresOf(report) };
  const memberships = { personas: built.members, rfmOf: built.rfmOf };
  const names = new Map(allProducts.map(({ id, name }) => [id, name]));
  const filters = await buildFilters(store, lines, ageBounds, whole, memberships, names, gate);
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
  return breakdown !== undefined && breakdown.folded === 0 && breakdown.leftover?.missing !== true;
}

/** The purchases that were not rated, and the persons behind them. */
function unrated(lines: PurchaseLines): { values: number; persons: number } {
  const { rating, count } = lines;
  if (rating === undefined) return { values: 0, persons: 0 };
  const { personOf } = linePersons(lines);
  const persons = new Set<number>();
  let values = 0;
  for (let line = 0; line < count; line += 1) {
    if (!Number.isNaN(rating[line])) continue;
    values += 1;
    persons.add(personOf[line] ?? 0);
  }
  return { values, persons: persons.size };
}

/**
 * Whether the share of repeat customers gives away too few: those it counts, those it leaves out, or, less the ranges
 * of more orders, those who ordered as often as the first range says, but more than once.
 */
function isRevealing(
  measured: readonly { definition: MetricDefinition; value: number }[],
  ranges: readonly { customers: number }[],
  gate: Gate,
): boolean {
  const value = (wanted: MetricId) => measured.find(({ definition }) => definition.id === wanted)?.value ?? 0;
  const counted = Math.round(value("repeatShare") * value("customers"));
  const left = value("customers") - counted;
  const between = counted - sum(ranges.slice(1).map(({ customers }) => customers));
  return !gate.holds([counted, left, between]);
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
