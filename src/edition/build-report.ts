import type { Config } from "../config/config.ts";
import { knownMasker, tellingOf } from "../dataset/clean/mask-names.ts";
import { customerWords } from "../questions/customer-traits.ts";
import { type Progress, silent } from "../read/progress.ts";
import type { Parts } from "../report/find-insights.ts";
import type { Logo } from "../report/logo.ts";
import type { Report } from "../report/report.ts";
import { sections as all } from "../sections/index.ts";
import type { Results, Section } from "../sections/section.ts";
import type { Dataset } from "../store/open-dataset.ts";
import { ask } from "./ask.ts";
import { figuresOf } from "./figures.ts";
import { buildFilters } from "./filters/build-filters.ts";
import { freshnessOf } from "./freshness.ts";
import { buildInsights } from "./insights/build-insights.ts";
import { publishedMetrics } from "./metrics.ts";
import { publishedTitle } from "./title.ts";
import { workOut } from "./work-out.ts";

/** A Report, and what sections handed to each other, which it does not say. */
export interface BuiltReport {
  report: Report;
  results: Partial<Results>;
}

/** What the report says beside its data. */
export interface Edition {
  progress?: Progress;
  logo?: Logo | null;
  sections?: readonly Section[];
}

/** Asks the dataset everything that the report says by itself: it is held against nothing yet. */
export async function buildReport(dataset: Dataset, config: Config, edition: Edition = {}): Promise<Report> {
  return (await buildWithResults(dataset, config, edition)).report;
}

/** The report, and with it the places of single customers. */
export async function buildWithResults(
  dataset: Dataset,
  config: Config,
  { progress = silent, logo = null, sections = all }: Edition = {},
): Promise<BuiltReport> {
  const { inputs, measured, breakdowns } = await ask(dataset, config, progress);
  const { amounts, time, gate, lines, ageBounds } = inputs;
  const shape = lines.count === 0 ? "reviews" : amounts.of === "order" ? "orderLines" : "snapshot";
  const { parts, results } = await workOut(sections, inputs, { dataset, shape });
  const maskKnown = knownMasker(tellingOf(dataset.table));
  const report: Parts = {
    schemaVersion: 1,
    title: publishedTitle(dataset, config),
    subtitle: config.subtitle === undefined ? null : maskKnown(config.subtitle),
    logo,
    footer: config.footer === undefined ? null : maskKnown(config.footer),
    locale: config.locale,
    currency: config.currency ?? dataset.currency,
    accent: config.accent,
    shape,
    minimumGroup: config.privacy.minimumGroup,
    freshness: freshnessOf(dataset.files, time?.last ?? null),
    period: time === null ? null : { first: time.first, last: time.last, days: time.days },
    ...publishedMetrics(measured, inputs, { ...breakdowns, ...parts }),
    ...breakdowns,
    ...parts,
  };
  const whole = {
    ...report,
    insights: buildInsights(sections, report),
    figures: figuresOf(sections, report),
  };
  const memberships = {
    personas: results.segments?.members ?? null,
    rfmOf: results.segments?.rfmOf ?? null,
  };
  const names = new Map(inputs.products.map(({ id, name }) => [id, name]));
  const { store } = dataset;
  const fields = results.segments?.fields ?? gate.words(await customerWords(store, ageBounds), lines);
  const filters = await buildFilters({
    store,
    lines,
    customerWords: fields,
    memberships,
    report: whole,
    products: names,
    gate,
  });
  return { report: { ...whole, filters }, results };
}
