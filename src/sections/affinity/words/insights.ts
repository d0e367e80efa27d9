import type { Formatter } from "../../../report/format.ts";
import { counted } from "../../../report/words/general.ts";
import { type InsightWords, nothingFound, tested } from "../../../report/words/insights.ts";
import { intervalsNote } from "../../../report/words/intervals.ts";
import type { AffinityKind, AffinityRule } from "../affinity.ts";
import { basketNames, detectableWords, rateInWords, shareInWords } from "./affinity.ts";

/** A rule that chance does not explain. */
export function affinityWords(rule: AffinityRule, { kind }: AffinityKind, format: Formatter): InsightWords {
  const { count, customers, antecedentCount, confidenceInterval, q } = rule;
  const { basket, baskets } = basketNames[kind];
  return {
    lead: `${shareInWords(rule, kind, format)}${count === antecedentCount ? "." : ","}`,
    rest: count === antecedentCount ? "" : `${rateInWords(rule, format)}.`,
    sure: tested(q),
    evidence: `${counted(format, count, basket, baskets)}${basket === "customer" ? "" : ` by ${counted(format, customers, "customer")}`}${intervalsNote([confidenceInterval], format.share)}`,
  };
}

/** That nothing goes together. */
export function noAffinityWords(
  { pairs, tests, kind }: { pairs: number; tests: number; kind: AffinityKind | null },
  format: Formatter,
): InsightWords {
  return {
    lead: "Nothing goes together more than by chance.",
    rest: `We tested ${counted(format, pairs, "pair")}; chance explains ${pairs === 1 ? "it" : "every one"}.${kind === null ? "" : ` ${detectableWords(kind, format)}`}`,
    sure: nothingFound,
    evidence: `${counted(format, tests, "rule")} tested`,
  };
}
