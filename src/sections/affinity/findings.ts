import { isBeyondDoubt } from "../../report/words/sureness.ts";
import type { AffinityItem, AffinityKind, AffinityRule } from "./affinity.ts";
import { isNews } from "./pairs.ts";

export interface KindFindings {
  kind: AffinityKind;
  rules: AffinityRule[];
}

/** The page opens with so many findings at most. */
const mostFindings = 8;

/**
 * The strongest rules of each kind, one for the same items, most certain first: kinds take turns until there are
 * enough. What a rule's items tell anew goes before what they tell again.
 */
export function strongestFindings(kinds: readonly AffinityKind[], most = mostFindings): KindFindings[] {
  const chosen = kinds.map((kind) => ({
    kind,
    rules: [] as AffinityRule[],
    left: oneAnItemset(kind.rules.filter(isNews)),
  }));
  const told = new Set<string>();
  let count = 0;
  for (let more = true; more && count < most; ) {
    more = false;
    for (const each of chosen) {
      const next = count < most ? nextOf(each.left, each.rules, told) : undefined;
      if (next === undefined) continue;
      each.rules.push(next);
      each.left = each.left.filter((rule) => rule !== next);
      told.add(keyOf(next));
      count += 1;
      more = true;
    }
  }
  return chosen
    .filter(({ rules }) => rules.length > 0)
    .map(({ kind, rules }) => ({ kind, rules: rules.sort(byStrength) }));
}

/** Of rules in order of strength the one whose items were told least. */
function nextOf(
  left: readonly AffinityRule[],
  chosen: readonly AffinityRule[],
  told: ReadonlySet<string>,
): AffinityRule | undefined {
  const known = new Set(chosen.flatMap(itemKeys));
  let best: { rule: AffinityRule; again: number } | undefined;
  for (const rule of left) {
    if (told.has(keyOf(rule))) continue;
    const keys = itemKeys(rule);
    const again = keys.filter((key) => known.has(key)).length / keys.length;
    if (best === undefined || again < best.again) best = { rule, again };
    if (best.again === 0) break;
  }
  return best?.rule;
}

/** Of the rules of the same items the one that says most, in order of strength. */
export function oneAnItemset(rules: readonly AffinityRule[]): AffinityRule[] {
  const kept = new Map<string, AffinityRule>();
  for (const rule of rules) {
    const key = keyOf(rule);
    const other = kept.get(key);
    if (other === undefined || saysMore(rule, other)) kept.set(key, rule);
  }
  return [...kept.values()].sort(byStrength);
}

function saysMore(rule: AffinityRule, other: AffinityRule): boolean {
  const always = Number(isAlways(rule)) - Number(isAlways(other));
  if (always !== 0) return always > 0;
  // In earlier reports both directions of a pair stand apart, with the same lift but for rounding.
  const lift = rule.adjustedLift / other.adjustedLift - 1;
  return Math.abs(lift) > 1e-9 ? lift > 0 : rule.confidence > other.confidence;
}

function isAlways({ count, antecedentCount }: AffinityRule): boolean {
  return count === antecedentCount;
}

/** What is beyond doubt goes first, then the greater lift, then the shorter rule and the more frequent. */
function byStrength(a: AffinityRule, b: AffinityRule): number {
  return (
    Number(isBeyondDoubt(b.q)) - Number(isBeyondDoubt(a.q)) ||
    b.adjustedLift - a.adjustedLift ||
    itemKeys(a).length - itemKeys(b).length ||
    b.count - a.count
  );
}

/** The same for all rules of the same items. */
export function keyOf(rule: AffinityRule): string {
  return itemKeys(rule).sort().join("\n");
}

function itemKeys({ antecedent, consequent }: AffinityRule): string[] {
  return [...antecedent, ...consequent].map(itemKey);
}

/** The same for the same item. */
export function itemKey({ field, name }: AffinityItem): string {
  return `${field}\t${name}`;
}
