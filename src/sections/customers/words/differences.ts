import { wordNames } from "../../../fields/traits.ts";
import type { Formatter } from "../../../report/format.ts";
import { counted, listed, quoted } from "../../../report/words/general.ts";
import {
  capitalized,
  type InsightWords,
  lowered,
  nothingFound,
  people,
  tested,
} from "../../../report/words/insights.ts";
import { traitName } from "../../../report/words/trait-names.ts";
import { normalQuantile } from "../../../statistics/significance/quantiles.ts";
import type { CustomerMeasure, Difference, DifferenceField, GroupTypical } from "../differences.ts";

const singular: readonly string[] = ["spend", "number of orders", "amount of a purchase"];

const measureWords: Record<CustomerMeasure, { noun: string; verb: string }> = {
  spend: { noun: "spend", verb: "differs" },
  orders: { noun: "number of orders", verb: "differs" },
  previousPurchases: { noun: "previous purchases", verb: "differ" },
  rating: { noun: "ratings", verb: "differ" },
  amount: { noun: "amount of a purchase", verb: "differs" },
};

const productName = ["product", "Product"] as const;

function fieldName(field: DifferenceField): string {
  return field === "product" ? productName[1] : traitName(field);
}

/** A typical value as it is written. */
function writeTypical(value: number, measure: CustomerMeasure, format: Formatter): string {
  if (measure === "spend" || measure === "amount") return format.money(value);
  if (measure === "rating") return format.decimal(value, 2);
  return Number.isInteger(value) ? format.count(value) : format.decimal(value);
}

/** Groups of customers that differ; of typical values, which is what ranks tell of. */
export function differenceWords(
  { difference, tested: tests }: { difference: Difference; tested: number },
  format: Formatter,
): InsightWords {
  const { measure, field, groups, pair, q, effect } = difference;
  const write = (value: number) => writeTypical(value, measure, format);
  const name = (group: GroupTypical) =>
    field === "gender" ? (people[group.name] ?? quoted(group.name)) : quoted(group.name);
  const { noun, verb } = measureWords[measure];
  const subject = field === "gender" ? "gender explains" : "the groups explain";
  return {
    lead: `${capitalized(noun)} ${verb} by ${lowered(fieldName(field))}${pair === null ? "." : ":"}`,
    rest:
      pair === null
        ? `Of ${counted(format, groups, "group")}, no two alone are apart beyond chance in what is typical.`
        : `typically ${write(pair.highest.typical)} for ${name(pair.highest)}, ${write(pair.lowest.typical)} for ${name(pair.lowest)}; ${apartWords(pair.gap, write)}.`,
    sure: tested(q),
    evidence: `corrected for ${counted(format, tests, "test")} · ${subject} ${format.share(effect)} of the differences in rank${pair === null ? "" : ` · ${counted(format, pair.highest.customers, "customer")} and ${format.count(pair.lowest.customers)}`}`,
  };
}

/** How far two groups are apart; where prices are round, both ends of the interval may be the same. */
function apartWords({ low, high }: { low: number; high: number }, write: (value: number) => string): string {
  const [from, to] = [write(low), write(high)];
  return from === to ? `about ${from} apart` : `${from} to ${to} apart (95% interval)`;
}

/** That no groups of customers differ. */
export function noDifferenceWords(
  { differences }: { differences: readonly Difference[] },
  format: Formatter,
): InsightWords {
  const nouns = Object.entries(measureWords)
    .filter(([measure]) => differences.some((difference) => difference.measure === measure))
    .map(([, { noun }]) => noun);
  const fields = [...wordNames, productName]
    .filter(([field]) => differences.some((difference) => difference.field === field))
    .map(([, name]) => lowered(name));
  const others = fields.length - 3;
  const named = others > 0 ? [...fields.slice(0, 3), counted(format, others, "other field")] : fields;
  const seen = seenGap(Math.min(...differences.map(({ customers }) => customers)), differences.length);
  const one = nouns.length === 1 && nouns[0] !== undefined && singular.includes(nouns[0]);
  return {
    lead: `${capitalized(listed(nouns))} ${one ? "does" : "do"} not differ by ${listed(named, "or")}.`,
    rest: `We tested ${counted(format, differences.length, "comparison")}; chance explains ${differences.length === 1 ? "it" : "every one"}.`,
    sure: nothingFound,
    evidence: `${counted(format, differences.length, "comparison")}${seen === null ? "" : ` · ${gapSize(seen)} difference between two halves of the customers would have been found in four of five cases`}`,
  };
}

/** How large a gap is, in standard deviations, in words: 0.2 is small, 0.5 medium and 0.8 large (Cohen 1988, 2.2.3). */
function gapSize(gap: number): string {
  if (gap <= 0.2) return "even a small";
  if (gap <= 0.5) return "a medium";
  return gap <= 0.8 ? "a large" : "only a very large";
}

/**
 * The gap between the means of two equal groups, in standard deviations, that the rank test finds with a power of 80 %
 * at the level that is left to each of so many tests (normal approximation; the test's efficiency beside the t test,
 * 3/π, as for normal values: Lehmann, Nonparametrics, 1975, 2.4). Null without customers.
 */
function seenGap(customers: number, tests: number): number | null {
  if (customers === 0 || tests === 0) return null;
  const reach = normalQuantile(0.025 / tests) + normalQuantile(0.2);
  return (2 * reach) / Math.sqrt((customers * 3) / Math.PI);
}
