import type { Formatter } from "../../report/format.ts";
import type { Unit } from "../../report/metrics.ts";
import { counted } from "../../report/words/general.ts";
import type { AffinityKind, AffinityRule } from "../affinity/affinity.ts";
import { basketNames, ruleInWords } from "../affinity/words/affinity.ts";
import type {
  BeforeAndNow,
  Changes,
  FindingSummary,
  GroupChanges,
  MovementChanges,
  MoveName,
  NewAndGone,
  PersonaChanges,
  RuleChanges,
  Verdict,
} from "./changes.ts";

export const sectionTitles = {
  numbers: "Headline numbers",
  products: "Products",
  locations: "Locations",
  personas: "Personas",
  movement: "Who rose and who fell",
  rules: "What goes together",
  insights: "Insights",
  findings: "Findings on the data",
  columns: "Columns",
};

export const tableNames = {
  numbers: "Headline numbers before and now",
  changed: (id: "products" | "locations") => `Shares of ${id}`,
  listed: (id: "products" | "locations") => `${id === "products" ? "Product" : "Place"} in one report alone`,
  personas: "Personas before and now",
  movement: "Customers who moved, before and now",
  insights: "Insight",
  findings: "Finding",
  columns: "Header",
};

/** The heading of the page Changes. */
export const changesTitle = "What changed since the previous report";
export const noiseTitle = "How noise is told from change";

export const listedColumns = ["Customers", "Share of customers"];
export const movedColumn = "Centre moved by";

export const newOrGone = "Listed";
export const newWord = "only now";
export const goneWord = "only before";
/** Where there is no number. */
export const none = "none";

export const verdictWords: Record<Verdict, string> = {
  same: "the same",
  beyond: "beyond noise",
  noise: "within noise",
  unjudged: "cannot be judged",
};

export const ruleVerdictWords: Record<Verdict, string> = {
  same: "the same",
  beyond: "clear",
  noise: "on the edge, may be noise",
  unjudged: "cannot be judged: the rules were searched or listed differently",
};

/** `rose, beyond noise` */
export function directionWords(change: number, verdict: Verdict): string {
  return change === 0 ? verdictWords[verdict] : `${change > 0 ? "rose" : "fell"}, ${verdictWords[verdict]}`;
}

/** How a number differs: shares in points, ratings as such, everything else as a part of what it was. */
export function differenceWords(
  before: number | null,
  now: number | null,
  unit: Unit,
  format: Formatter,
): string {
  if (before === null || now === null) return none;
  if (before === now) return format.count(0);
  if (unit === "share") return `${format.signed((now - before) * 100)} points`;
  if (unit === "rating") return format.signed(now - before, 2);
  return before === 0 ? none : format.change(now / before - 1);
}

/** What both reports stand on, and what is to be known before their numbers are compared. */
export function changesLead(changes: Changes, any: boolean, format: Formatter): string {
  const { rows, period, currency, sameData, few, otherShop } = changes;
  if (!any) return "Nothing that is compared has changed since the previous report.";
  if (few)
    return "So few customers or purchases joined or went since the previous report that the differences would tell of them: they are not shown. Compare with an older report.";
  const reach = ({ read, purchases }: Changes["rows"]["now"]) =>
    `${counted(format, read, "row")}, ${format.count(purchases)} of them purchases`;
  const sentences = [
    sameData
      ? "Both reports stand on the same rows: what differs comes from the settings or the version."
      : `${rows.before === null ? "" : `Before: ${reach(rows.before)}${periodWords(period.before, format)}. `}Now: ${reach(rows.now)}${periodWords(period.now, format)}.`,
    ...(otherShop
      ? [
          "No product and no place of the previous report comes up again in this one: the two seem to be of different shops and are not compared.",
        ]
      : []),
    ...(period.before !== null && period.now !== null && period.before.days !== period.now.days
      ? [
          `The periods differ in length (${counted(format, period.before.days, "day")}, now ${format.count(period.now.days)}): counts and sums grow with it.`,
        ]
      : []),
    ...(currency.before !== currency.now
      ? [
          `Amounts were in ${currency.before ?? "no stated currency"} before and are in ${currency.now ?? "no stated currency"} now, and are not compared.`,
        ]
      : []),
  ];
  return sentences.join(" ");
}

function periodWords(period: Changes["period"]["now"], format: Formatter): string {
  return period === null ? "" : `, from ${format.day(period.first)} to ${format.day(period.last)}`;
}

/** How noise is told from change, for the foot of the page. */
export const noiseRules = [
  {
    name: "What counts as noise",
    words:
      "A difference that chance alone would show in more than 5 % of such comparisons, after correction for all that stand in one table (Benjamini–Hochberg). It is judged as if the two reports stood on different customers: where they share rows, chance makes less of a difference than this allows for, so that a small real change may be called noise.",
  },
  {
    name: "Counts and sums",
    words:
      "Customers, orders, subscribers and, in a snapshot, purchases are taken as Poisson counts, where the periods differ in length a day (people cannot then be judged); revenue as the sum of so many orders or purchases of the published spread.",
  },
  {
    name: "Averages and shares",
    words:
      "Averages are held against their published spread (Welch), from 30 values on. Shares of customers are held against each other as two proportions, where five or more would be expected on every side.",
  },
  {
    name: "Personas",
    words:
      "Personas are found anew in every report. One grew or shrank beyond noise only if chance would not explain its share and the share changed by more than the persona itself changes when customers are drawn anew (1 − stability). How far its centre moved is given in standard deviations of the customers before, and not judged.",
  },
  {
    name: "Who rose and who fell",
    words:
      "Held against each other as shares of customers, each report by its own edges and over as many months. Many customers are in both, so that chance makes less of a difference than is allowed for.",
  },
  {
    name: "Rules",
    words:
      "A rule that only one report lists is on the edge where its chance is above 0.001, or where its count, customers or share are within two standard deviations of what is listed at all. Where the rules were searched with other settings, or a list was cut, nothing is said.",
  },
  {
    name: "Not judged",
    words:
      "How many products, places, lines and returns there are, and averages whose spread is not published: no simple law says how much these vary by chance.",
  },
];

/** The rules in a sentence, where there is no room for them. */
export const noiseNote =
  "Within noise: chance alone would show such a difference in more than 5 % of comparisons, as if the two reports stood on different customers, corrected for all in one table.";

export const numbersLead = "Each number in the previous report and in this one.";

export function groupsLead(groups: GroupChanges, id: "products" | "locations", format: Formatter): string {
  const one = id === "products" ? "product" : "location";
  const { beyond, noise, changed, moreChanged, moreAppeared, moreVanished, cut } = groups;
  const hidden = moreChanged + moreAppeared + moreVanished;
  const sentences = [
    changed.length === 0
      ? `No ${one} in both reports has another share of the customers.`
      : `${beyond === 0 ? "No share" : `The share of ${counted(format, beyond, one)}`} of the customers changed beyond noise; ${noise === 0 ? "none" : format.count(noise)} changed within it.`,
    ...(cut ? ["Reports list the 100 largest, so that one may be missing for its rank alone."] : []),
    ...(hidden > 0 ? [`${format.count(hidden)} more are not listed here.`] : []),
  ];
  return sentences.join(" ");
}

export const personasLead =
  "Personas of the same rank in value: their part of the customers, and the median customer of each.";

export const medianNames = {
  orders: ["Days since the last order", "Orders", "Revenue"],
  stated: ["Days between purchases", "Previous purchases", "Revenue"],
};

export const moveNames: Record<MoveName, string> = {
  rose: "rose to a better persona",
  fell: "fell to a worse persona",
  fellAsleep: "fell asleep",
  wokeUp: "woke up",
};

export function movementLead({ months, days }: MovementChanges, format: Formatter): string {
  return `Of the customers known ${counted(format, months, "month")} before the end of each report (on ${format.day(days.before)} and on ${format.day(days.now)}), how many have risen, fallen, fallen asleep or woken up since.`;
}

export function movedWords(moved: number, format: Formatter): string {
  return `${format.decimal(moved, 2)} SD`;
}

export function otherPersonasLead(
  { why, before, now }: Extract<PersonaChanges, { why: string }>,
  format: Formatter,
): string {
  const many = (count: number) => counted(format, count, "persona");
  switch (why) {
    case "appeared":
      return `This report has ${many(now)}, the previous one had none.`;
    case "vanished":
      return `The previous report had ${many(before)}, this one has none.`;
    case "number":
      return `The previous report had ${many(before)}, this one has ${format.count(now)}: they cannot be held against each other one by one.`;
    case "basis":
      return "Personas come from orders in one report and from what customers stated in the other: they cannot be held against each other.";
    case "currency":
      return "Personas are not comparable: amounts were in another currency, and their centres hold money.";
    case "shop":
      return "Personas are not comparable: the two reports seem to be of different shops.";
    case "scale":
      return "Personas were found on different scales (logarithms in one report alone): they cannot be held against each other.";
  }
}

export function rulesLead(rules: readonly RuleChanges[], format: Formatter): string {
  const total = (of: (kind: RuleChanges) => number) => rules.reduce((sum, kind) => sum + of(kind), 0);
  const appeared = total((kind) => kind.appeared.length + kind.moreAppeared);
  const vanished = total((kind) => kind.vanished.length + kind.moreVanished);
  const more = total((kind) => kind.moreAppeared + kind.moreVanished);
  const kept = total(({ kept: both }) => both);
  if (appeared + vanished + kept === 0) return "Neither report lists a rule.";
  return `Rules of the same items count once: ${format.count(kept)} in both reports, ${format.count(appeared)} new, ${format.count(vanished)} gone.${more > 0 ? ` ${format.count(more)} of these are not listed here.` : ""}`;
}

export function kindName(kind: AffinityKind["kind"]): string {
  return basketNames[kind].title;
}

/** A rule with its evidence in the report that lists it. */
export function ruleWords(
  rule: AffinityRule,
  { kind, baskets }: Pick<RuleChanges, "kind" | "baskets">,
  appeared: boolean,
  format: Formatter,
): string {
  return ruleInWords(rule, { kind, baskets: of(baskets, appeared) }, format);
}

function of({ before, now }: BeforeAndNow<number>, isNew: boolean): number {
  return isNew ? now : before;
}

export const insightsLead = "What the reports found worth saying, by what it is about.";

export function findingsLead({ appeared, vanished }: NewAndGone<FindingSummary>, format: Formatter): string {
  return appeared.length + vanished.length === 0
    ? "The same kinds of findings as before."
    : `${counted(format, appeared.length, "kind")} of findings new, ${format.count(vanished.length)} gone.`;
}

export function columnsLead({ appeared, vanished }: NewAndGone<unknown>, format: Formatter): string {
  return appeared.length + vanished.length === 0
    ? "The same fields were found as before."
    : `${counted(format, appeared.length, "field")} newly found, ${format.count(vanished.length)} no longer.`;
}

/** In the summary of a job. */
export const summaryWords = {
  title: "What changed",
  noPrevious: "No earlier report was named: nothing is compared.",
};

/** What the Overview says behind the page's name. */
export const changesMore = "what is different from the report before";
