import type { Formatter } from "../../../report/format.ts";
import { counted, listed, quoted } from "../../../report/words/general.ts";
import { surenessWords } from "../../../report/words/sureness.ts";
import type { Affinity, AffinityItem, AffinityKind, AffinityRule } from "../affinity.ts";
import { isPair } from "../pairs.ts";
import type { Worth } from "../worth.ts";
import { purchasesInWords, traitsInWords } from "./trait-phrases.ts";

/** What one basket of a kind is, and what lies in it. */
export const basketNames: Record<
  AffinityKind["kind"],
  { title: string; basket: string; baskets: string; item: string; items: string; definition: string }
> = {
  orders: {
    title: "Products in an order",
    basket: "order",
    baskets: "orders",
    item: "product",
    items: "products",
    definition: "A basket is an order: the different products that it holds.",
  },
  categories: {
    title: "Categories of a customer over time",
    basket: "customer",
    baskets: "customers",
    item: "category",
    items: "categories",
    definition: "A basket is a customer: all categories that the customer ever bought from.",
  },
  products: {
    title: "Products of a customer over time",
    basket: "customer",
    baskets: "customers",
    item: "product",
    items: "products",
    definition: "A basket is a customer: all products that the customer ever bought.",
  },
  traits: {
    title: "Traits of purchases",
    basket: "purchase",
    baskets: "purchases",
    item: "trait",
    items: "traits",
    definition: "A basket is a purchase: what is known of it and of its customer, such as season or gender.",
  },
};

/** How many rules the report lists: a pair stands once. The headline and the table both count these. */
export function listedRules(kinds: readonly Pick<AffinityKind, "rules">[]): number {
  return kinds.reduce((all, { rules }) => all + rules.length, 0);
}

/** What the Affinity page says first. */
export function affinityTitle({ kinds }: Affinity, format: Formatter): string {
  const rules = listedRules(kinds);
  if (rules > 0) return `${counted(format, rules, "combination")} that chance does not explain`;
  if (sumOf(kinds, "pairsReal") > 0) return "Nothing goes together often enough to be listed";
  if (sumOf(kinds, "tests") > 0) return "Nothing goes together more than chance explains";
  return kinds.some(({ tooMany }) => tooMany !== null)
    ? "Too much goes together to be tested"
    : "Nothing is frequent enough to be tested";
}

/** The sentence below it: what was tested. */
export function affinityLead({ kinds }: Affinity, format: Formatter): string {
  const pairs = sumOf(kinds, "pairs");
  const real = sumOf(kinds, "pairsReal");
  const larger = kinds.reduce((all, { rules }) => all + rules.filter((rule) => !isPair(rule)).length, 0);
  if (pairs === 0) return "No pair was tested; the reasons are given below.";
  if (pairs === 1) return `One pair was tested; chance ${real === 1 ? "does not explain" : "explains"} it.`;
  return `${counted(format, pairs, "pair")} of things that are frequent enough were tested; chance explains ${real === 0 ? "all of them" : `all but ${format.count(real)}`}.${larger === 0 ? "" : ` The list also holds ${counted(format, larger, "combination")} of three things or more.`}`;
}

function sumOf(kinds: readonly AffinityKind[], field: "pairs" | "pairsReal" | "tests"): number {
  return kinds.reduce((all, kind) => all + kind[field], 0);
}

/** Items as a reader says them: `Season Winter and Gender Male`; products and categories by their name alone. */
export function itemsInWords(items: readonly AffinityItem[]): string {
  return listed(
    items.map(({ field, name }) =>
      field === "Product" || field === "Category" ? quoted(name) : `${field} ${quoted(name)}`,
    ),
  );
}

/** A lift as it is written: `4.3`, and `1.02` where one digit would hide it. */
export function timesWords(lift: number, format: Formatter): string {
  return format.decimal(lift, lift < 1.1 ? 2 : 1);
}

/** What a rule's first side is in a sentence, and how its second follows. */
function sidesInWords(
  { antecedent, consequent }: Pick<AffinityRule, "antecedent" | "consequent">,
  kind: AffinityKind["kind"],
): { those: string; also: string } {
  const [one, other] = [itemsInWords(antecedent), itemsInWords(consequent)];
  switch (kind) {
    case "orders":
      return { those: `orders with ${one}`, also: `also include ${other}` };
    case "categories":
    case "products":
      return { those: `customers who bought ${one}`, also: `also bought ${other}` };
    case "traits":
      return { those: purchasesInWords(antecedent), also: traitsInWords(consequent) };
  }
}

/** How often the second side is there where the first is: `28% of orders with Jeans also include Sneakers`. */
export function shareInWords(rule: AffinityRule, kind: AffinityKind["kind"], format: Formatter): string {
  const { those, also } = sidesInWords(rule, kind);
  return rule.count === rule.antecedentCount
    ? `All ${format.count(rule.count)} ${those} ${also}`
    : `${format.share(rule.confidence)} of ${those} ${also}`;
}

/** Beside what a rule is held: `4.3 times the usual rate`. */
export function rateInWords({ adjustedLift }: Pick<AffinityRule, "adjustedLift">, format: Formatter): string {
  return `${timesWords(adjustedLift, format)} times the usual rate`;
}

/** A rule as a sentence with its evidence, and with what it brings where that is known. */
export function ruleInWords(
  rule: AffinityRule,
  { kind, baskets }: Pick<AffinityKind, "kind" | "baskets">,
  format: Formatter,
  worth: Worth | null = null,
): string {
  const { count, customers, antecedentCount, consequentCount, q } = rule;
  const names = basketNames[kind];
  const other = itemsInWords(rule.consequent);
  const counts =
    names.basket === "customer"
      ? counted(format, count, "customer")
      : `${counted(format, count, names.basket, names.baskets)} by ${counted(format, customers, "customer")}`;
  const back = isPair(rule) ? ` (the other way round ${format.share(rule.confidenceBack)})` : "";
  const brings =
    worth === null || worth.extra < 1
      ? ""
      : ` That is about ${counted(format, Math.round(worth.extra), "order")} more than usual, or about ${format.roundMoney(worth.money)} in sales of ${other}.`;
  const usual =
    count === antecedentCount
      ? `; ${kind === "traits" ? `among all ${format.count(baskets)} ${names.baskets} it is ${format.share(consequentCount / baskets)}` : `of all ${format.count(baskets)} ${names.baskets} ${format.share(consequentCount / baskets)} do`}`
      : `, ${rateInWords(rule, format)}${back}. Seen in ${counts}`;
  return `${shareInWords(rule, kind, format)}${usual}; ${surenessWords(q)}.${brings}`;
}

/** What follows from the definition of the data, and is left out of all rules. */
export function dataStatements({ agreeing, following }: Affinity): string[] {
  const decided = new Map<string, string[]>();
  for (const [one, other] of following) decided.set(one, [...(decided.get(one) ?? []), other]);
  return [
    ...agreeing.map(
      ([one, other]) =>
        `${one} and ${other} agree wherever both are given. They say the same thing, so only ${one} is used.`,
    ),
    ...Array.from(
      decided,
      ([one, others]) =>
        `${one} decides ${listed(others)} wherever both are given, so no combination holds ${one} and ${others.length === 1 ? others[0] : "one of these"} together.`,
    ),
  ];
}

/** The outcome of a kind in one or two sentences. */
export function kindWords(kind: AffinityKind, format: Formatter): string {
  const { baskets, minSupport, minCount, minConfidence, pairs, pairsReal, rules, more, tooMany } = kind;
  const together = kind.pairsFrequent;
  const names = basketNames[kind.kind];
  const key = `affinity.minSupport.${kind.kind}`;
  if (tooMany !== null) {
    const stopped = `Nothing was tested: more than ${counted(format, tooMany.maxItemsets, "combination")} (affinity.maxItemsets) lie in at least ${format.share(minSupport)} of ${names.baskets}.`;
    return tooMany.fittingSupport === null
      ? `${stopped} No support would fit; allow more in report.yaml.`
      : `${stopped} A support of ${format.share(roundUp(tooMany.fittingSupport))} would fit: set ${key} to ${roundUp(tooMany.fittingSupport)} in report.yaml.`;
  }
  if (pairs === 0) {
    return `Nothing is frequent enough: no two ${names.items} that may stand in one rule are each in ${format.count(minCount)} or more of ${counted(format, baskets, names.basket, names.baskets)}. A lower ${key} in report.yaml would test more.`;
  }
  const looked = `Of ${counted(format, pairs, "pair")} of ${names.items} that are frequent enough, ${together === 0 ? "none" : format.count(together)} ${togetherIn[kind.kind]} ${format.count(minCount)} ${names.baskets} or more`;
  const explained = `chance explains ${pairsReal === 0 ? "all" : pairsReal === together ? "none" : `all but ${format.count(pairsReal)}`} of these`;
  const listedRules = rules.length + more;
  if (listedRules > 0) {
    return `${counted(format, listedRules, "rule")} that chance does not explain. ${looked}; ${explained}.${more > 0 ? ` The ${rules.length === 1 ? "first by lift is" : `first ${format.count(rules.length)} by lift are`} listed.` : ""}`;
  }
  if (pairsReal > 0) {
    const [they, hold] = pairsReal === 1 ? ["This one is", "it holds"] : ["Those are", "they hold"];
    return `${looked}; ${explained}. ${they} not listed, because ${hold} in less than ${format.share(minConfidence)} of either side's ${names.baskets} or for too few customers.`;
  }
  return together === 0
    ? `${looked}, the fewest that a rule may stand on. ${detectableWords(kind, format)}`
    : `${looked}; ${explained}. ${detectableWords(kind, format)}`;
}

/** What a pair does that has enough support; before a number of baskets. */
const togetherIn: Record<AffinityKind["kind"], string> = {
  orders: "lie together in",
  categories: "were both bought by",
  products: "were both bought by",
  traits: "occur together in",
};

/** Before the share of the baskets that hold an item. */
const eachIn: Record<AffinityKind["kind"], string> = {
  orders: "are each in",
  categories: "were each bought by",
  products: "were each bought by",
  traits: "are each known of",
};

/** How large an effect would have been found where none was. */
export function detectableWords(
  { kind, detectable, pairs }: Pick<AffinityKind, "kind" | "detectable" | "pairs">,
  format: Formatter,
): string {
  const { items, baskets } = basketNames[kind];
  if (pairs === 0) return "";
  return detectable === null
    ? `There are too few ${baskets} to find even two ${items} of middling frequency that always go together.`
    : `Two ${items} that ${eachIn[kind]} ${format.share(detectable.share)} of ${baskets}, a typical share here, would have been found in four of five cases if they went together at least ${timesWords(detectable.lift, format)} times as often as chance would have it.`;
}

/** Why the strongest of what could be chance look strong, in two sentences. */
export function chanceExplained(kind: AffinityKind, format: Formatter): string {
  const { tests, chance } = kind;
  const many = counted(format, tests, "rule");
  const these = chance.length === 1 ? "this one" : `these ${format.count(chance.length)}`;
  return kind.kind === "traits"
    ? `Among ${many} tested, some look strong by luck alone, as somebody wins every lottery; ${these} of highest lift ${chance.length === 1 ? "shows" : "show"} it. Allowing for all that was tested, this is no more than chance gives.`
    : `${kind.kind === "orders" ? "Large orders hold more of everything" : "Customers who buy more have more of everything"}, and among ${many} tested some look strong by luck alone: ${these} of highest lift ${chance.length === 1 ? "shows" : "show"} it. Compared among ${kind.kind === "orders" ? "orders of the same size" : "customers who bought as much"}, chance explains all that is left.`;
}

/** An example of chance in words. */
export function chanceInWords(rule: AffinityRule, kind: AffinityKind["kind"], format: Formatter): string {
  const { basket, baskets } = basketNames[kind];
  return `${itemsInWords(rule.antecedent)} → ${itemsInWords(rule.consequent)}: ${timesWords(rule.lift, format)} times as often as in general${kind === "traits" ? "" : `, ${timesWords(rule.adjustedLift, format)} times as often as chance would have it among ${kind === "orders" ? "orders of the same size" : "customers who bought as much"}`}, ${counted(format, rule.count, basket, baskets)}`;
}

/** What was asked of a kind's rules and what was found, as names and values. */
export function kindFacts(kind: AffinityKind, format: Formatter): { name: string; value: string }[] {
  const names = basketNames[kind.kind];
  const least = counted(format, kind.minCount, names.basket, names.baskets);
  return [
    { name: capital(names.baskets), value: format.count(kind.baskets) },
    { name: `Different ${names.items}`, value: format.count(kind.items) },
    {
      name: "Smallest support",
      value: format.share(kind.minSupport) + (kind.tooMany === null ? ` (${least})` : ""),
    },
    { name: "Smallest confidence", value: format.share(kind.minConfidence) },
    { name: "Longest rule", value: counted(format, kind.maxLength, "item") },
    ...kind.itemsetsBySize.map((count, index) => ({
      name: `Itemsets of ${counted(format, index + 1, "item")}`,
      value: format.count(count),
    })),
    ...(kind.tooMany === null
      ? [
          { name: "Rules tested", value: format.count(kind.tests) },
          { name: "Pairs tested", value: format.count(kind.pairs) },
          { name: "Pairs with enough support", value: format.count(kind.pairsFrequent) },
          { name: "Pairs beyond chance", value: format.count(kind.pairsReal) },
          { name: "Rules listed", value: format.count(kind.rules.length) },
        ]
      : []),
  ];
}

/** The same in one sentence, for Methods. */
export function factsSentence(kind: AffinityKind, format: Formatter): string {
  return `${kindFacts(kind, format)
    .map(({ name, value }) => `${name}: ${value}`)
    .join("; ")}.`;
}

/** To three digits, never below the value. */
function roundUp(share: number): number {
  const rounded = Number(share.toPrecision(3));
  const step = 10 ** (Math.floor(Math.log10(share)) - 2);
  return Math.min(1, rounded >= share ? rounded : Number((rounded + step).toPrecision(3)));
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
