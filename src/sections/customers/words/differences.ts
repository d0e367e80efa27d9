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
import type { CustomerMeasure, Difference } from "../differences.ts";

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
    lead: `${capitalized(measureWords[measure].noun)} ${measureWords[measure].verb} by ${lowered(traitName(field))}:`,
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
  const fields = [...wordNames]
    .filter(([field]) => differences.some((difference) => difference.field === field))
    .map(([, name]) => lowered(name));
  const others = fields.length - 3;
  const named = others > 0 ? [...fields.slice(0, 3), counted(format, others, "other field")] : fields;
  const one = nouns.length === 1 && (nouns[0] === "spend" || nouns[0] === "number of orders");
  return {
    lead: `${capitalized(listed(nouns))} ${one ? "does" : "do"} not differ by ${listed(named, "or")}.`,
    rest: `We tested ${counted(format, differences.length, "difference")}; chance explains ${differences.length === 1 ? "it" : "every one"}.`,
    sure: nothingFound,
    evidence: `corrected for ${counted(format, differences.length, "test")}`,
  };
}
