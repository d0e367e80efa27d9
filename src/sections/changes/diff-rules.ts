import { gateBetween } from "../../disclosure/between-reports.ts";
import type { Gate } from "../../disclosure/gate.ts";
import { isBeyondDoubt } from "../../report/words/sureness.ts";
import type { AffinityRule } from "../affinity/affinity.ts";
import { keyOf, oneAnItemset } from "../affinity/findings.ts";
import { isNews } from "../affinity/pairs.ts";
import type { RuleChange, RuleChanges, Verdict } from "./changes.ts";
import type { ComparedReport, ComparedRuleKind } from "./compared-report.ts";
import { cutLists } from "./judge.ts";

const kinds = ["orders", "categories", "products", "traits"] as const;

/** A number this close to its threshold, in standard deviations, could as well have been below. */
const closeTo = 2;

/** Rules, one for the same items, that appeared or vanished, by kind of basket. */
export function diffRules(previous: ComparedReport, current: ComparedReport): RuleChanges[] {
  const gate = gateBetween(previous, current);
  return kinds.flatMap((kind): RuleChanges[] => {
    const [before, now] = [kindOf(previous, kind), kindOf(current, kind)];
    if (before === null && now === null) return [];
    const [old, recent] = [rulesOf(before, gate), rulesOf(now, gate)];
    const only = (rules: Map<string, AffinityRule>, others: Map<string, AffinityRule>) =>
      [...rules].flatMap(([key, rule]) => (others.has(key) ? [] : [rule]));
    const appeared = only(recent, old).map((rule) => judged(rule, now, before, gate));
    const vanished = only(old, recent).map((rule) => judged(rule, before, now, gate));
    return [
      {
        kind,
        baskets: { before: before?.baskets ?? 0, now: now?.baskets ?? 0 },
        kept: recent.size - appeared.length,
        ...cutLists(inOrder(appeared), inOrder(vanished)),
      },
    ];
  });
}

function kindOf({ affinity }: ComparedReport, kind: ComparedRuleKind["kind"]): ComparedRuleKind | null {
  return affinity?.kinds.find((each) => each.kind === kind) ?? null;
}

function rulesOf(kind: ComparedRuleKind | null, gate: Gate): Map<string, AffinityRule> {
  const rules = (kind?.rules ?? []).filter((rule) => gate.isEnough(rule.customers) && isNews(rule));
  return new Map(oneAnItemset(rules).map((rule) => [keyOf(rule), rule]));
}

/** A rule that only one report lists, with what that means. */
function judged(
  rule: AffinityRule,
  own: ComparedRuleKind | null,
  other: ComparedRuleKind | null,
  gate: Gate,
): RuleChange {
  const comparable = own !== null && other !== null && sameSearch(own, other) && isWhole(other);
  if (!comparable) return { rule, verdict: "unjudged" };
  return { rule, verdict: onTheEdge(rule, own, gate) ? "noise" : "beyond" };
}

function sameSearch(one: ComparedRuleKind, other: ComparedRuleKind): boolean {
  return (
    one.minSupport === other.minSupport &&
    one.minConfidence === other.minConfidence &&
    one.maxLength === other.maxLength
  );
}

/** Whether the list holds every rule that was found. */
function isWhole({ more, tooMany }: ComparedRuleKind): boolean {
  return more === 0 && (tooMany === null || tooMany === undefined);
}

/** Whether a rule's own numbers are so near to what is listed at all that chance may decide whether it is. */
function onTheEdge(rule: AffinityRule, { minCount, minConfidence }: ComparedRuleKind, gate: Gate): boolean {
  const spread = Math.sqrt((rule.confidence * (1 - rule.confidence)) / rule.antecedentCount);
  return (
    !isBeyondDoubt(rule.q) ||
    rule.count - closeTo * Math.sqrt(rule.count) < minCount ||
    !gate.isEnough(rule.customers - closeTo * Math.sqrt(rule.customers)) ||
    rule.confidence - closeTo * spread < minConfidence
  );
}

const rank: Record<Verdict, number> = { beyond: 0, unjudged: 1, noise: 2, same: 3 };

/** Beyond noise first; within, as they stood: most certain first. */
function inOrder(changes: readonly RuleChange[]): RuleChange[] {
  return [...changes].sort((a, b) => rank[a.verdict] - rank[b.verdict]);
}
