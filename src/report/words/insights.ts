import type { Concentration } from "../../analysis/insights/concentration.ts";
import type { CustomerMeasure, Difference } from "../../analysis/insights/differences.ts";
import type { Account } from "../../dataset/account.ts";
import type { AffinityKind, AffinityRule } from "../affinity.ts";
import type { Compared, Comparison } from "../comparison.ts";
import type { Formatter } from "../format.ts";
import type { Insight } from "../insights/insight.ts";
import type { MetricId } from "../metrics.ts";
import type { BreakdownField, Group, Report } from "../report.ts";
import type { Persona, Segments } from "../segments.ts";
import { basketNames, itemsInWords, timesWords } from "./affinity.ts";
import { periodName } from "./comparison.ts";
import {
  chanceWords,
  counted,
  listed,
  type Measure,
  measured,
  metricValue,
  quoted,
  writeMeasure,
} from "./general.ts";
import { stabilityOf, typicalWords } from "./segments.ts";
import { traitFieldNames } from "./trait-names.ts";

/** The words of an insight. */
export type InsightWords = Pick<Insight, "lead" | "rest" | "sure" | "evidence">;

/** The heading above the insights, for those who jump from heading to heading. */
export const insightsTitle = "Findings";

const certain: Insight["sure"] = { level: "certain", words: "Certain" };
const nothingFound: Insight["sure"] = { level: "nothing", words: "Nothing found" };

function tested(q: number, format: Formatter): Insight["sure"] {
  return { level: "tested", words: `Chance is ${chanceWords(q, format)}` };
}

/** A metric that moved, beside the period before and the year before. */
export function changeWords(
  {
    comparison,
    metric,
    compared,
    usual,
  }: { comparison: Comparison; metric: MetricId; compared: Compared; usual: number },
  format: Formatter,
): InsightWords {
  const { at, current, previous, yearBefore } = compared;
  const name = (index: number) => periodName(comparison, index, format);
  const write = (value: number) =>
    metric === "revenue"
      ? format.roundMoney(value)
      : metric === "averageOrder"
        ? format.money(value)
        : format.count(value);
  const against = (before: number, index: number) =>
    `${format.share(Math.abs(current / before - 1))} ${current >= before ? "more" : "less"} than in ${name(index)}`;
  const was = {
    revenue: "Revenue was",
    orders: "There were",
    customers: "There were",
    averageOrder: "The average order was",
  };
  const of = { revenue: "", orders: " orders", customers: " customers with an order", averageOrder: "" };
  const key = metric === "orders" || metric === "customers" || metric === "averageOrder" ? metric : "revenue";
  const changes = [
    against(previous, at.previous),
    ...(yearBefore === null || at.yearBefore === null ? [] : [against(yearBefore, at.yearBefore)]),
  ];
  const { unit, partial } = comparison;
  const leftOut =
    partial.length === 0
      ? ""
      : ` · ${listed(partial.map((each) => (unit === "month" ? format.month(each) : `the week of ${format.day(each)}`)))} not whole, left out`;
  return {
    lead: `${was[key]} ${write(current)}${of[key]} in ${name(at.current)}:`,
    rest: `${listed(changes)}.`,
    sure: { level: "tested", words: "More than usual" },
    evidence: `from one ${unit} to the next it usually moves by ${format.share(usual)}${leftOut}`,
  };
}

/** How much the tenth of customers who spend most bring. */
export function concentrationWords(
  { customers, top, topShare, half }: Concentration,
  format: Formatter,
): InsightWords {
  return {
    lead: `The top 10% of customers bring ${format.share(topShare)} of revenue;`.replace(
      "10%",
      format.share(0.1),
    ),
    rest: `half of it comes from ${counted(format, half, "customer")}.`,
    sure: certain,
    evidence: `${format.count(top)} of ${counted(format, customers, "customer")}`,
  };
}

/** The persona that brings most for its size. */
export function personaWords(persona: Persona, basis: Segments["basis"], format: Formatter): InsightWords {
  const typical = typicalWords(basis, persona, format);
  return {
    lead: `${persona.name} is ${format.share(persona.customersShare)} of customers and ${format.share(persona.revenueShare)} of revenue:`,
    rest: `${lowered(typical.typical)}, with ${typical.spend}.`,
    sure: { level: "tested", words: stabilityOf(persona.stability, format).badge },
    evidence: counted(format, persona.customers, "customer"),
  };
}

/** How many came back. */
export function repeatWords(
  { repeat, customers }: { repeat: number; customers: number },
  format: Formatter,
): InsightWords {
  const repeaters = Math.round(repeat * customers);
  const words = {
    all: ["Every customer ordered more than once.", ""],
    most: [
      `${format.share(repeat)} of customers ordered more than once;`,
      `${format.share(1 - repeat)} did not come back in the period.`,
    ],
    few: [
      `${format.share(1 - repeat)} of customers ordered only once;`,
      `${format.share(repeat)} came back in the period.`,
    ],
    none: ["No customer ordered more than once.", ""],
  } as const;
  const [lead, rest] = words[repeat === 1 ? "all" : repeat >= 0.5 ? "most" : repeat > 0 ? "few" : "none"];
  return {
    lead,
    rest,
    sure: certain,
    evidence: `${format.count(repeaters)} of ${counted(format, customers, "customer")} came back`,
  };
}

/** Ratings that are high or low as a whole. */
export function ratingWords(
  { mean, count, high }: { mean: number; count: number; high: boolean },
  format: Formatter,
): InsightWords {
  return {
    lead: `Ratings are ${high ? "high" : "low"}: ${format.decimal(mean, 2)} of 5 on average.`,
    rest: "",
    sure: certain,
    evidence: counted(format, count, "rating"),
  };
}

/** What any data give: what a purchase or order comes to, and how much there was of it. */
export function sizeWords(
  report: Pick<Report, "spend" | "metrics" | "dataset">,
  format: Formatter,
): InsightWords[] {
  const { of, summary } = report.spend;
  const customers = report.metrics.find(({ metric }) => metric === "customers")?.value ?? 0;
  const { purchases } = report.dataset.account;
  const words: InsightWords[] = [];
  if (summary !== null)
    words.push({
      lead: `Half of ${of}s come to at most ${format.money(summary.median)};`,
      rest: `a quarter come to ${format.money(summary.upperQuartile)} or more.`,
      sure: certain,
      evidence: counted(format, summary.count, of),
    });
  if (customers > 0)
    words.push({
      lead: `${counted(format, customers, "customer")} made ${counted(format, purchases, "purchase")},`,
      rest: `${format.decimal(purchases / customers)} each on average.`,
      sure: certain,
      evidence: counted(format, purchases, "purchase"),
    });
  return words;
}

const people: Readonly<Record<string, string>> = { Male: "men", Female: "women" };

const leaders: Record<Measure, string> = {
  customers: "of customers",
  purchases: "of purchases",
  revenue: "of revenue",
};

/** The group that stands out by its size. */
export function leaderWords(
  {
    field,
    measure,
    ranked,
    many,
  }: { field: BreakdownField; measure: Measure; ranked: readonly Group[]; many: boolean },
  format: Formatter,
): InsightWords {
  const [first, second] = ranked;
  const last = ranked.at(-1);
  if (first === undefined || second === undefined || last === undefined)
    return { lead: "", rest: "", sure: certain, evidence: "" };
  const share = (group: Group) => format.share(measured(group, measure).share);
  const write = (group: Group) => writeMeasure(format, measured(group, measure).value, measure);
  if (field === "gender") {
    const name = people[first.name] ?? quoted(first.name);
    return {
      lead: `${share(first)} of customers are ${name}.`,
      rest: "",
      sure: certain,
      evidence: ranked
        .map((group) => `${write(group)} ${people[group.name] ?? quoted(group.name)}`)
        .join(", "),
    };
  }
  return many
    ? {
        lead: `${quoted(first.name)} brings ${share(first)} ${leaders[measure]};`,
        rest: `${quoted(second.name)} is next with ${share(second)}.`,
        sure: certain,
        evidence: `${write(first)} and ${write(second)}`,
      }
    : {
        lead: `${quoted(first.name)} is ${share(first)} ${leaders[measure]};`,
        rest: `${quoted(last.name)} is ${share(last)}.`,
        sure: certain,
        evidence: `${write(first)} and ${write(last)} ${measure}`,
      };
}

/** That no group stands out. */
export function evenWords(
  {
    field,
    measure,
    ranked,
    p,
  }: { field: BreakdownField; measure: Measure; ranked: readonly Group[]; p: number },
  format: Formatter,
): InsightWords {
  const by: Measure = measure === "revenue" ? "customers" : measure;
  const shown = [...ranked].sort((a, b) => measured(b, by).value - measured(a, by).value);
  const [first, last] = [shown[0], shown.at(-1)];
  const most = first === undefined ? 0 : measured(first, by).value;
  const least = last === undefined ? 0 : measured(last, by).value;
  const each = `${counted(format, most, by.slice(0, -1))} in each.`;
  return {
    lead: field === "location" ? "No location stands out:" : "No season stands out:",
    rest: least === most ? each : `from ${format.count(least)} to ${each}`,
    sure: nothingFound,
    evidence:
      p > 0.05
        ? `chance explains the differences (${chanceWords(p, format)})`
        : "the differences are too small to matter",
  };
}

/** That one gender alone subscribes. */
export function subscribersWords(
  { name, subscribers, customers }: { name: string; subscribers: number; customers: number },
  format: Formatter,
): InsightWords {
  const who = people[name] ?? quoted(name);
  return {
    lead: `Only ${who} subscribe:`,
    rest: `all ${counted(format, subscribers, "subscriber")} are ${who}.`,
    sure: certain,
    evidence: `${format.count(subscribers)} of ${format.count(customers)} ${who}`,
  };
}

const measureWords: Record<CustomerMeasure, { noun: string; verb: string }> = {
  spend: { noun: "spend", verb: "differs" },
  orders: { noun: "number of orders", verb: "differs" },
  previousPurchases: { noun: "previous purchases", verb: "differ" },
  rating: { noun: "ratings", verb: "differ" },
};

function writeMean(value: number, measure: CustomerMeasure, format: Formatter): string {
  return measure === "spend" ? format.money(value) : format.decimal(value, measure === "rating" ? 2 : 1);
}

/** Groups of customers that differ. */
export function differenceWords(
  { difference, tested: tests }: { difference: Difference; tested: number },
  format: Formatter,
): InsightWords {
  const { measure, field, highest, lowest, q, effect } = difference;
  const name = (group: Difference["highest"]) =>
    field === "gender" ? (people[group.name] ?? quoted(group.name)) : quoted(group.name);
  const mean = (group: Difference["highest"]) => writeMean(group.mean, measure, format);
  return {
    lead: `${capitalized(measureWords[measure].noun)} ${measureWords[measure].verb} by ${lowered(traitFieldNames[field])}:`,
    rest: `${mean(highest)} on average for ${name(highest)}, ${mean(lowest)} for ${name(lowest)}.`,
    sure: tested(q, format),
    evidence: `corrected for ${counted(format, tests, "test")} · ${field === "gender" ? "gender" : "the groups"} ${field === "gender" ? "explains" : "explain"} ${format.share(effect)} of the differences`,
  };
}

/** That no groups of customers differ. */
export function noDifferenceWords(
  { differences }: { differences: readonly Difference[] },
  format: Formatter,
): InsightWords {
  const nouns = Object.entries(measureWords)
    .filter(([measure]) => differences.some((difference) => difference.measure === measure))
    .map(([, { noun }]) => noun);
  const fields = Object.entries(traitFieldNames)
    .filter(([field]) => differences.some((difference) => difference.field === field))
    .map(([, name]) => lowered(name));
  const shown = fields.slice(0, 3);
  const by =
    fields.length > 3
      ? `${shown.join(", ")} or ${counted(format, fields.length - 3, "other field")}`
      : shown.join(" or ");
  const one = nouns.length === 1 && (nouns[0] === "spend" || nouns[0] === "number of orders");
  return {
    lead: `${capitalized(listed(nouns))} ${one ? "does" : "do"} not differ by ${by}.`,
    rest: `We tested ${counted(format, differences.length, "difference")}; chance explains ${differences.length === 1 ? "it" : "every one"}.`,
    sure: nothingFound,
    evidence: `corrected for ${counted(format, differences.length, "test")}`,
  };
}

/** A rule that chance does not explain. */
export function affinityWords(
  rule: AffinityRule,
  { kind, tests }: AffinityKind,
  format: Formatter,
): InsightWords {
  const { count, customers, antecedentCount, confidence, lift, q } = rule;
  const { basket, baskets } = basketNames[kind];
  const [one, other] = [itemsInWords(rule.antecedent), itemsInWords(rule.consequent)];
  const times = `${timesWords(lift, format)} times as often`;
  const sure = tested(q, format);
  const evidence = `${counted(format, count, basket, baskets)}${basket === "customer" ? "" : ` of ${counted(format, customers, "customer")}`} · corrected for ${counted(format, tests, "test")}`;
  if (kind === "traits") {
    return count === antecedentCount
      ? { lead: `Every purchase with ${one} has ${other}.`, rest: "", sure, evidence }
      : {
          lead: `${one} goes with ${other}`,
          rest: `${times} as in general: in ${format.share(confidence)} of its purchases.`,
          sure,
          evidence,
        };
  }
  return kind === "orders"
    ? {
        lead: `Who buys ${one} takes ${other} along`,
        rest: `${times} as orders in general: in ${format.share(confidence)} of orders with ${one}.`,
        sure,
        evidence,
      }
    : {
        lead: `Who bought ${one} also bought ${other}`,
        rest: `${times} as customers in general: ${format.share(confidence)} of them.`,
        sure,
        evidence,
      };
}

/** That nothing goes together. */
export function noAffinityWords(
  { pairs, tests }: { pairs: number; tests: number },
  format: Formatter,
): InsightWords {
  return {
    lead: "Nothing goes together more than by chance.",
    rest: `We tested ${counted(format, pairs, "pair")}; chance explains ${pairs === 1 ? "it" : "every one"}.`,
    sure: nothingFound,
    evidence: `corrected for ${counted(format, tests, "test")}`,
  };
}

/** Rows that could not be used. */
export function droppedWords({ read, dropped, droppedByReason }: Account, format: Formatter): InsightWords {
  const [most] = [...droppedByReason].sort((a, b) => b.rows - a.rows);
  return {
    lead: `${format.share(dropped / read)} of rows could not be used;`,
    rest: "the numbers are about the others.",
    sure: certain,
    evidence: `${format.count(dropped)} of ${counted(format, read, "row")}${most === undefined ? "" : ` · mostly: ${most.reason}`}`,
  };
}

/** Purchases of nobody known. */
export function guestWords(
  { share, account }: { share: number; account: Account },
  format: Formatter,
): InsightWords {
  return {
    lead: `${format.share(share)} of purchases name no customer;`,
    rest: "whatever is said of customers leaves them out.",
    sure: certain,
    evidence: `${format.count(account.guestPurchases)} of ${counted(format, account.purchases, "purchase")}`,
  };
}

/** What came back. */
export function returnWords(
  { account, value, revenue }: { account: Account; value: number; revenue: number },
  format: Formatter,
): InsightWords {
  return {
    lead: `Returns come to ${format.roundMoney(Math.abs(value))},`,
    rest: `${format.share(Math.abs(value) / revenue)} of revenue, and are not taken off it.`,
    sure: certain,
    evidence: `${counted(format, account.returns, "line")} of ${format.count(account.read)}`,
  };
}

/** How insights are found and ranked, for the Methods page. */
export function insightRules(report: Report, format: Formatter): { name: string; words: string }[] {
  return [
    {
      name: "What becomes a finding",
      words:
        "Every analysis offers what it found: how revenue rests on customers, who leads, which groups differ, what goes together, what changed, what to know of the data. What is small, unsure or true of any data is left out; at most seven are shown, two of one kind, the most telling first. Where nothing is found, that is said.",
    },
    {
      name: "Groups that differ",
      words: `Spend, orders, previous purchases and average rating of customers are held against ${report.shape === "orderLines" ? "what is known of the customers" : "everything that is known of them and of their purchase"}, field by field, by the test of Kruskal and Wallis on ranks, which does not mind a few large amounts. ${counted(format, report.differences.length, "test was", "tests were")} made, and p-values are corrected for all of them after Benjamini and Hochberg. A difference is told where chance is below 5% and the groups explain at least 1% of it.`,
    },
    {
      name: "Groups that lead, and even groups",
      words:
        "Counts are held against an even spread by a chi-squared test. A leading group is told from an effect of w = 0.2 on; below 0.1 the groups count as even (Cohen's w: 0.1 is small, 0.3 medium).",
    },
    ...(report.comparison === null
      ? []
      : [
          {
            name: "What changed",
            words: `The last full ${report.comparison.unit} is news where it moved by 5% or more, and by more than three times what is usual: the median movement from one ${report.comparison.unit} to the next before it, of at least five.`,
          },
        ]),
    ...(metricValue(report, "customers") === undefined
      ? []
      : [
          {
            name: "The top tenth of customers",
            words:
              "Customers in order of what they bring; the first tenth of them, rounded up, and its part of the revenue of all known customers. It is told from twice its size on.",
          },
        ]),
  ];
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
