import type { Measure } from "../../analysis/segments/scores.ts";
import type { Formatter } from "../format.ts";
import type { Persona, PersonaReport, Segments } from "../segments.ts";
import { counted, listed } from "./general.ts";

/** What each measure is called, by what it was taken from. */
export function measureNames(basis: Segments["basis"]): Record<Measure, string> {
  return basis === "orders"
    ? { recency: "Days since the last order", frequency: "Orders", monetary: "Revenue" }
    : {
        recency: "Days between purchases, as stated",
        frequency: "Previous purchases",
        monetary: "Purchase amount",
      };
}

/** A value of a measure as it is written. */
export function writeMeasured(format: Formatter, measure: Measure, value: number): string {
  if (measure === "monetary") return format.money(value);
  return Number.isInteger(value) ? format.count(value) : format.decimal(value, value < 10 ? 1 : 0);
}

/** A persona's typical customer: `a last order 24 days ago`, `11 orders`, `$2,044`. */
export function typicalWords(
  basis: Segments["basis"],
  { typical }: Persona,
  format: Formatter,
): Record<Measure, string> {
  const days = writeMeasured(format, "recency", typical.recency.median);
  const times = writeMeasured(format, "frequency", typical.frequency.median);
  const unit = typical.recency.median === 1 ? "day" : "days";
  return {
    recency: basis === "orders" ? `a last order ${days} ${unit} ago` : `a purchase every ${days} ${unit}`,
    frequency:
      basis === "orders"
        ? `${times} ${typical.frequency.median === 1 ? "order" : "orders"}`
        : `${times} previous ${typical.frequency.median === 1 ? "purchase" : "purchases"}`,
    monetary: format.money(typical.monetary.median),
  };
}

/** What the Segments page says first. */
export function segmentsTitle({ personas }: Segments, format: Formatter): string {
  return "why" in personas ? "Customers by recency and frequency" : personaSupport(personas, format).title;
}

/** What the segments stand on, as sentences. */
export function segmentsBasis(segments: Segments, format: Formatter): string {
  const { basis, customers, withoutValue, countedFrom } = segments;
  const from =
    basis === "orders"
      ? `Recency is the days from a customer's last order to ${countedFrom === null ? "the day after the last" : format.day(countedFrom)}, frequency the number of orders, monetary the revenue.`
      : "The data hold no dates, so stand-ins are used: recency is the days between purchases that customers state, frequency their previous purchases, monetary the purchase amount.";
  const left =
    withoutValue === 0
      ? ""
      : ` ${counted(format, withoutValue, "customer")} lacked one of the three and ${withoutValue === 1 ? "is" : "are"} in no segment.`;
  return `${counted(format, customers, "customer")}. ${from}${left}`;
}

/** How far the data support the number of personas. */
export type Support = "supported" | "weak" | "unsupported";

/** Mean silhouettes from here on speak of a reasonable structure, and below the second of none (Kaufman and Rousseeuw 1990). */
const reasonable = 0.5;
const none = 0.25;
/** Silhouettes nearer to each other than this count as equal. */
const close = 0.02;

/** The verdict on the chosen number of personas, and the sentences that give its grounds. */
export function personaSupport(
  { k, silhouette, knee }: PersonaReport,
  format: Formatter,
): { support: Support; title: string; words: string } {
  const own = silhouette.find((each) => each.k === k)?.value ?? Number.NaN;
  const best = silhouette.reduce((high, each) => (each.value > high.value ? each : high), { k, value: own });
  const isBest = best.value - own < close;
  const support: Support = own >= reasonable && isBest ? "supported" : own >= none ? "weak" : "unsupported";
  const titles: Record<Support, string> = {
    supported: `The data support ${k} personas`,
    weak: `The data support ${k} personas only weakly`,
    unsupported: `The data do not support ${k} personas`,
  };
  const rival = isBest
    ? `No other number from ${silhouette[0]?.k ?? 2} to ${silhouette.at(-1)?.k ?? k} parts the customers clearly better.`
    : `${counted(format, best.k, "group")} would be farther apart (${format.decimal(best.value, 2)}).`;
  const bend =
    knee === null
      ? "The inertia falls without a knee."
      : `The inertia bends at ${knee}${knee === k ? ", the number chosen" : ""}.`;
  return { support, title: titles[support], words: `${separationWords(own, format)} ${rival} ${bend}` };
}

/** Overall separation in words. */
function separationWords(silhouette: number, format: Formatter): string {
  const value = format.decimal(silhouette, 2);
  if (silhouette >= 0.7) return `The groups lie far apart (mean silhouette ${value} of at most 1).`;
  if (silhouette >= reasonable) return `The groups are well apart (mean silhouette ${value} of at most 1).`;
  if (silhouette >= none)
    return `The groups overlap: they cut a cloud into parts rather than find gaps in it (mean silhouette ${value} of at most 1).`;
  return `There is hardly any structure: the groups are drawn, not found (mean silhouette ${value} of at most 1).`;
}

export type StabilityLevel = "stable" | "fair" | "doubtful";

/** How sure a persona is, from the Jaccard similarity of its resamples; bounds as in fpc's clusterboot. */
export function stabilityOf(stability: number): { level: StabilityLevel; name: string; words: string } {
  if (stability >= 0.75)
    return {
      level: "stable",
      name: "Stable",
      words: "Found again in nearly every resample of the customers.",
    };
  if (stability >= 0.6)
    return {
      level: "fair",
      name: "Fairly stable",
      words: "Found again in most resamples, with other customers at its edges.",
    };
  return {
    level: "doubtful",
    name: "Doubtful",
    words: "Often dissolved in resamples: do not build on who exactly belongs to it.",
  };
}

/** Why there are no personas, as a sentence and what would help. */
export function noPersonasWords(
  reason: Exclude<Segments["personas"], PersonaReport>,
  basis: Segments["basis"],
): string {
  const names = measureNames(basis);
  switch (reason.why) {
    case "few":
      return `${reason.k} personas need at least ${reason.k} customers; the data hold ${reason.customers}.`;
    case "alike":
      return `All customers are alike, or nearly so: ${reason.k} personas need at least ${reason.k} different customers, and there ${reason.different === 1 ? "is 1 kind" : `are ${reason.different}`}.`;
    case "constant":
      return `${names[reason.measure]}: the same for every customer, so it parts nobody, and personas need all three measures.`;
    case "infinite":
      return `${names[reason.measure]}: a value is missing or too large to reckon with. Check the amounts in the data.`;
    case "small":
      return `A persona of fewer than ${reason.minimum} customers would show who they are, so none is shown. ${
        reason.customers < 2 * reason.minimum
          ? `Two personas need at least ${2 * reason.minimum} customers.`
          : "Fewer personas (segments.k in report.yaml) make larger ones."
      }`;
  }
}

/** One sentence on who brings what: the persona of highest revenue for its size, and the largest. */
export function personasCaption({ personas }: PersonaReport, format: Formatter): string {
  const richest = [...personas].sort((a, b) => b.revenueShare - a.revenueShare)[0];
  const largest = [...personas].sort((a, b) => b.customers - a.customers)[0];
  if (richest === undefined || largest === undefined) return "";
  const first = `${richest.name} is ${format.share(richest.customersShare)} of customers and brings ${format.share(richest.revenueShare)} of revenue`;
  return richest === largest
    ? `${first}: the largest in both.`
    : `${first}; ${largest.name} is the largest with ${format.share(largest.customersShare)} of customers and ${format.share(largest.revenueShare)} of revenue.`;
}

/** What a persona is, in one sentence: where it stands in each measure among all customers. */
export function personaSentence(
  { scores, customersShare, revenueShare }: Persona,
  basis: Segments["basis"],
  format: Formatter,
): string {
  const rhythm = { high: "recent", middle: "neither recent nor long gone", low: "long gone" };
  const stated = { high: "at short intervals", middle: "at medium intervals", low: "at long intervals" };
  const often = { high: "frequent", middle: "middling in frequency", low: "infrequent" };
  const spend = { high: "high in spend", middle: "middling in spend", low: "low in spend" };
  const recency = levelOf(scores.recency);
  const parts = [
    basis === "orders" ? rhythm[recency] : `buying ${stated[recency]} by their own word`,
    often[levelOf(scores.frequency)],
    spend[levelOf(scores.monetary)],
  ];
  return `${format.share(customersShare)} of customers, ${format.share(revenueShare)} of revenue: ${listed(parts)}.`;
}

export type Level = "high" | "middle" | "low";

/** The third of the scale of 1 to 5 that a mean score stands in. */
export function levelOf(score: number): Level {
  if (score >= 11 / 3) return "high";
  return score <= 7 / 3 ? "low" : "middle";
}
