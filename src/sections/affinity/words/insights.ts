import type { Formatter } from "../../../report/format.ts";
import { counted } from "../../../report/words/general.ts";
import { type InsightWords, nothingFound, tested } from "../../../report/words/insights.ts";
import type { AffinityKind, AffinityRule } from "../affinity.ts";
import { basketNames, detectableWords, itemsInWords, timesWords } from "./affinity.ts";

/** A rule that chance does not explain. */
export function affinityWords(
  rule: AffinityRule,
  { kind, tests }: AffinityKind,
  format: Formatter,
): InsightWords {
  const { count, customers, antecedentCount, confidence, adjustedLift, q } = rule;
  const { basket, baskets } = basketNames[kind];
  const [one, other] = [itemsInWords(rule.antecedent), itemsInWords(rule.consequent)];
  const times = `${timesWords(adjustedLift, format)} times as often`;
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
        rest: `${times} as chance would have it in orders of the same size: in ${format.share(confidence)} of orders with ${one}.`,
        sure,
        evidence,
      }
    : {
        lead: `Who bought ${one} also bought ${other}`,
        rest: `${times} as chance would have it among customers who bought as much: ${format.share(confidence)} of them.`,
        sure,
        evidence,
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
    evidence: `corrected for ${counted(format, tests, "test")}`,
  };
}
