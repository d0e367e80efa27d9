import type { Group, Report } from "../../report/report.ts";
import type { AffinityKind, AffinityRule } from "./affinity.ts";
import { isPair } from "./pairs.ts";

/** What a pair brings beside what is usual. */
export interface Worth {
  /** Orders that hold both above those to be expected. */
  extra: number;
  /** These times what a purchase of the second costs on average. */
  money: number;
}

/**
 * What a pair of products in orders brings: the orders above the usual rate, each with one average purchase of the second
 * product. Null for other rules, and where nothing is known of the product or of money.
 */
export function worthOf(
  rule: AffinityRule,
  kind: AffinityKind["kind"],
  { productsByRevenue }: Pick<Report, "productsByRevenue">,
): Worth | null {
  if (kind !== "orders" || !isPair(rule) || rule.adjustedLift <= 1) return null;
  const price = priceOf(productsByRevenue ?? [], rule.consequent[0]?.name);
  if (price === null) return null;
  const extra = rule.count * (1 - 1 / rule.adjustedLift);
  return { extra, money: extra * price };
}

function priceOf(groups: readonly Group[], name: string | undefined): number | null {
  const price = groups.find((group) => group.other !== true && group.name === name)?.averagePurchase ?? 0;
  return price > 0 ? price : null;
}
