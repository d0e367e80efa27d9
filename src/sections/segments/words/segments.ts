import type { Formatter } from "../../../report/format.ts";
import { counted, listed } from "../../../report/words/general.ts";
import type { Structure } from "../../../statistics/clusters/one-cloud.ts";
import type { Measure } from "../question/scores.ts";
import type { Persona, PersonaReport, Segments } from "../segments.ts";

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

/** A persona's typical customer: a sentence without its full stop, how many times, and for how much. */
export function typicalWords(
  basis: Segments["basis"],
  { typical }: Persona,
  format: Formatter,
): { typical: string; times: string; spend: string } {
  const { recency, frequency, monetary } = typical;
  const of = (measure: Measure, value: number, one: string, many = `${one}s`) =>
    `${writeMeasured(format, measure, value)} ${value === 1 ? one : many}`;
  const days = of("recency", recency.median, "day");
  if (basis === "orders") {
    const times = of("frequency", frequency.median, "order");
    return {
      typical: `The typical customer has ${times}, ${frequency.median === 1 ? "placed" : "the last"} ${days} ago`,
      times,
      spend: `${format.money(monetary.median)} of revenue`,
    };
  }
  const times = of("frequency", frequency.median, "previous purchase");
  return {
    typical: `The typical customer states a purchase every ${days} and has ${times}`,
    times,
    spend: `${format.money(monetary.median)} a purchase`,
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
      ? `Recency is the number of days from a customer's last order to ${countedFrom === null ? "the day after the last" : format.day(countedFrom)}, frequency the number of orders, monetary value the revenue.`
      : "The data hold no dates, so stand-ins are used: recency is the days between purchases that customers state, frequency their previous purchases, monetary value the purchase amount.";
  const left =
    withoutValue === 0
      ? ""
      : ` ${counted(format, withoutValue, "customer")} ${withoutValue === 1 ? "is" : "are"} in no segment, for want of one of the three or so that the few who lack one cannot be told.`;
  return `${counted(format, customers, "customer")}. ${from}${left}`;
}

/** How far the data support the number of personas. */
export type Support = "supported" | "weak" | "unsupported";

/**
 * Mean silhouettes from here on speak of a strong and of a reasonable structure, and below the last of none (Kaufman
 * and Rousseeuw 1990).
 */
const strong = 0.7;
const reasonable = 0.5;
const none = 0.25;
/** Silhouettes nearer to each other than this count as equal. */
const close = 0.02;

/** The verdict on the chosen number of personas, what a reader needs to know of it, and its grounds in numbers. */
export function personaSupport(
  { k, silhouette, knee, structure }: PersonaReport,
  format: Formatter,
): { support: Support; title: string; words: string; grounds: string } {
  const own = silhouette.find((each) => each.k === k)?.value ?? Number.NaN;
  const best = silhouette.reduce((high, each) => (each.value > high.value ? each : high), { k, value: own });
  const isBest = best.value - own < close;
  const isNatural = structure.kind === "natural";
  const support: Support =
    isNatural && own >= reasonable && isBest ? "supported" : own >= none ? "weak" : "unsupported";
  const titles: Record<Support, string> = {
    supported: `Customers fall into ${groupsWord(k, format)}`,
    weak: isNatural
      ? `${capital(groupsWord(k, format))}, with blurred edges`
      : `${capital(groupsWord(k, format))}, with no clear borders`,
    unsupported: `Customers do not fall into ${groupsWord(k, format)}`,
  };
  const rival = (value: string) =>
    isBest
      ? `No other number of groups from ${silhouette[0]?.k ?? 2} to ${silhouette.at(-1)?.k ?? k} would divide the customers clearly better.`
      : `${capital(groupsWord(best.k, format))} would be more distinct${value}.`;
  const bend =
    knee === null
      ? "The inertia falls without a knee."
      : `The inertia bends at ${knee}${knee === k ? ", the number chosen" : ""}.`;
  return {
    support,
    title: titles[support],
    words: `${separationWords(own, best.value, "")}${structure.kind === "continuum" && structure.references !== null ? ` ${oneCrowd}` : ""} ${rival("")}`,
    grounds: `${separationWords(own, best.value, ` (mean silhouette ${silhouetteWords(own, format)} of at most 1)`)}${cloudWords(structure, format)} ${rival(` (${silhouetteWords(best.value, format)})`)} ${bend}`,
  };
}

/** Overall separation in words; `best` is the highest silhouette of any number of groups, `value` stands at the end. */
function separationWords(own: number, best: number, value: string): string {
  if (own >= strong) return `The groups are far apart${value}.`;
  if (own >= reasonable) return `The groups are clearly apart${value}.`;
  if (own < none)
    return `There is hardly any structure: the lines between the groups are drawn, not found${value}.`;
  // Where another number of groups finds gaps, there are gaps.
  return best >= reasonable
    ? `The groups overlap${value}.`
    : `The groups overlap: they divide one crowd of customers rather than follow gaps in it${value}.`;
}

const oneCrowd = "Groups cut from one even crowd of customers would be just as far apart.";

/** What holding them against clouds of one heap gave, where that was needed. */
function cloudWords({ kind, references }: Structure, format: Formatter): string {
  if (references === null) return "";
  const clouds = `${format.count(references.count)} clouds of one heap with the same values and correlations`;
  return kind === "natural"
    ? ` They are farther apart than the parts of any of ${clouds}.`
    : ` But so are parts of ${clouds}.`;
}

/** A mean silhouette as it is written. */
export function silhouetteWords(value: number, format: Formatter): string {
  return writeBeside(value, [strong, reasonable, none], format);
}

/**
 * A value with two decimals, or as many more as it needs to stand on the same side of each bound as it does
 * unrounded: 0.748 is not 0.75.
 */
function writeBeside(value: number, bounds: readonly number[], format: Formatter): string {
  const side = (of: number) => bounds.filter((bound) => of >= bound).length;
  const digits =
    [2, 3, 4, 5].find((each) => side(Math.round(value * 10 ** each) / 10 ** each) === side(value)) ?? 6;
  return format.decimal(value, digits);
}

export type StabilityLevel = "stable" | "fair" | "doubtful";

/** From here on a persona is stable, and below the second doubtful (as in fpc's clusterboot). */
const stable = 0.75;
const doubtful = 0.6;

/**
 * How sure a persona is, from the Jaccard similarity of its resamples, and what that means. Of parts of one continuum
 * a high one proves nothing: a knife cuts a cloud the same way again.
 */
export function stabilityOf(
  stability: number,
  structure: Structure,
  format: Formatter,
): { level: StabilityLevel; badge: string; words: string } {
  const level = stability >= stable ? "stable" : stability >= doubtful ? "fair" : "doubtful";
  const isPart = structure.kind === "continuum" && level !== "doubtful";
  const { name, words } = isPart ? partOfContinuum : stabilityLevels[level];
  return {
    level: isPart ? "fair" : level,
    badge: name,
    words: `${words} It scores ${writeBeside(stability, [stable, doubtful], format)}, where 1 means the very same customers every time: ${format.decimal(stable, 2)} and more is stable, below ${format.decimal(doubtful)} is doubtful.`,
  };
}

const partOfContinuum = {
  name: "No clear borders",
  words:
    "Customers form one crowd that the personas divide. It is divided alike in every random sample, but that does not make the parts natural groups.",
};

const stabilityLevels: Record<StabilityLevel, { name: string; words: string }> = {
  stable: { name: "Stable", words: "Found again in nearly every random sample of the customers." },
  fair: {
    name: "Fairly stable",
    words: "Found again in most random samples, with other customers at its edges.",
  },
  doubtful: {
    name: "Doubtful",
    words: "Often dissolved in random samples: do not build on who exactly belongs to it.",
  },
};

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

/** What a persona is, in one sentence: where it stands in each measure among all customers. */
export function personaSentence(
  { scores, customersShare, revenueShare }: Persona,
  basis: Segments["basis"],
  format: Formatter,
): string {
  const rhythm = {
    high: "bought recently",
    middle: "last bought a while ago",
    low: "have not bought for a long time",
  };
  const stated = { high: "at short intervals", middle: "at medium intervals", low: "at long intervals" };
  const often = { high: "order often", middle: "order now and then", low: "order rarely" };
  const history = {
    high: "have a long history",
    middle: "have a medium history",
    low: "have a short history",
  };
  const spend = { high: "spend a lot", middle: "spend a medium amount", low: "spend little" };
  const recency = levelOf(scores.recency);
  const parts = [
    basis === "orders" ? rhythm[recency] : `say they buy ${stated[recency]}`,
    (basis === "orders" ? often : history)[levelOf(scores.frequency)],
    spend[levelOf(scores.monetary)],
  ];
  return `${format.share(customersShare)} of customers, ${format.share(revenueShare)} of customers' revenue. They ${listed(parts)}.`;
}

export type Level = "high" | "middle" | "low";

/** The third of the scale of 1 to 5 that a mean score stands in. */
export function levelOf(score: number): Level {
  if (score >= 11 / 3) return "high";
  return score <= 7 / 3 ? "low" : "middle";
}

const smallNumbers = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** `four groups` */
function groupsWord(k: number, format: Formatter): string {
  return `${smallNumbers[k - 2] ?? format.count(k)} groups`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
