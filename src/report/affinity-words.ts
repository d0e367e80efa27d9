import type { Affinity, AffinityItem, AffinityKind } from "./affinity.ts";
import type { Formatter } from "./format.ts";
import { counted, listed, quoted } from "./words.ts";

/** What the Affinity page says first. */
export function affinityTitle({ kinds }: Affinity, format: Formatter): string {
  const rules = kinds.reduce((all, { rules: each, more }) => all + each.length + more, 0);
  return rules === 0
    ? "Nothing goes together more than chance explains"
    : `${counted(format, rules, "rule")} that chance does not explain`;
}

/** The sentence below it: what was tested. */
export function affinityLead({ kinds }: Affinity, format: Formatter): string {
  const pairs = kinds.reduce((all, kind) => all + kind.pairs, 0);
  const real = kinds.reduce((all, kind) => all + kind.pairsReal, 0);
  return `${format.count(pairs - real)} of ${counted(format, pairs, "pair")} that were tested could be chance; they are counted, not listed.`;
}

/** What one basket of a kind is. */
export const basketNames: Record<AffinityKind["kind"], { title: string; basket: string; baskets: string }> = {
  orders: { title: "Products in an order", basket: "order", baskets: "orders" },
  categories: { title: "Categories of a customer over time", basket: "customer", baskets: "customers" },
  products: { title: "Products of a customer over time", basket: "customer", baskets: "customers" },
  traits: { title: "Traits of purchases", basket: "purchase", baskets: "purchases" },
};

/** Items as a reader says them: `Season Winter and Gender Male`; products and categories by their name alone. */
export function itemsInWords(items: readonly AffinityItem[]): string {
  return listed(
    items.map(({ field, name }) =>
      field === "Product" || field === "Category" ? quoted(name) : `${field} ${quoted(name)}`,
    ),
  );
}
