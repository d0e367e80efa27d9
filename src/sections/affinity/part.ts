import type { Config } from "../../config/config.ts";
import type { Gate } from "../../disclosure/gate.ts";
import { customerWords } from "../../questions/customer-traits.ts";
import { goodsOf } from "../../questions/not-goods.ts";
import type { ProductCounts } from "../../questions/products.ts";
import { allWords, words } from "../../questions/traits.ts";
import { type Progress, silent } from "../../read/progress.ts";
import { type BasketLists, basketLists } from "../../statistics/itemsets/basket-lists.ts";
import { clusteredShare, clustersBehind } from "../../statistics/significance/clustered-ratio.ts";
import type { Interval } from "../../statistics/significance/intervals.ts";
import type { PurchaseLines } from "../../store/purchase-lines.ts";
import type { Store } from "../../store/store.ts";
import type { Affinity, AffinityItem, AffinityKind, AffinityRule } from "./affinity.ts";
import { clusteredConfidence } from "./question/clustered-confidence.ts";
import { type DeterminedFields, determinedFields } from "./question/determined-fields.ts";
import {
  type BasketKind,
  type Item,
  type ItemBaskets,
  type ItemField,
  itemCodes,
} from "./question/item-baskets.ts";
import { type MinedRules, type MiningOutcome, mineRules, type Rule } from "./question/mine-rules.ts";
import { customerBaskets, orderBaskets } from "./question/product-baskets.ts";
import { type PersonaOf, traitBaskets } from "./question/trait-baskets.ts";
import { itemFieldName } from "./words/item-names.ts";

/** A list of rules in report.json is no longer than this. */
const longestList = 2_000;

/** What goes together in orders, over customers' time and in purchases' traits; null where nothing could. */
export async function buildAffinity(
  store: Store,
  products: readonly ProductCounts[],
  notGoods: ReadonlySet<number>,
  personas: PersonaOf | null,
  config: Config,
  gate: Gate,
  ageBounds: readonly number[],
  progress: Progress = silent,
): Promise<Affinity | null> {
  const all = gate.lines(await store.lines());
  const lines = { ...all, product: goodsOf(all, notGoods) };
  const names = new Map(products.map(({ id, name }) => [id, name]));
  const traits = traitBaskets(
    lines,
    gate.words(await customerWords(store, ageBounds), lines),
    await allWords(store),
    names,
    personas,
  );
  const determined =
    traits === null ? { agreeing: [], following: [] } : determinedFields(traits.columns, traits.owners);
  const sources = [
    orderBaskets(lines, names),
    customerBaskets(lines, "categories", lines.traits.get("category"), await words(store, "category")),
    customerBaskets(lines, "products", lines.product, names),
    traits,
  ].filter((source) => source !== null);
  if (sources.length === 0) return null;
  const mayMeet = meeting(determined);
  return {
    kinds: sources.map((source) => {
      progress.stage(`Mining ${miningOf[source.kind]}`);
      // What follows from what is a matter of fields, and only traits are of several.
      const outcome = mine(source, config, gate, sources.length, source === traits ? mayMeet : () => true);
      const holding = basketLists(source.baskets);
      const tells = source === traits ? countsTold(source, holding, lines, gate) : () => true;
      return kindOf(source, outcome, config, gate, tells, confidenceIntervals(source, holding, gate));
    }),
    agreeing: determined.agreeing.map(inWords),
    following: determined.following.map(inWords),
  };
}

const miningOf: Record<BasketKind, string> = {
  orders: "products in orders",
  categories: "categories of customers",
  products: "products of customers",
  traits: "traits of purchases",
};

function mine(
  source: ItemBaskets,
  { affinity }: Config,
  gate: Gate,
  searches: number,
  mayMeet: (one: Item, other: Item) => boolean,
): MiningOutcome {
  return mineRules(
    source,
    {
      minSupport: affinity.minSupport[source.kind],
      minConfidence: affinity.minConfidence[source.kind],
      maxLength: affinity.maxLength,
      maxConsequent: affinity.maxConsequent,
      maxItemsets: affinity.maxItemsets,
      minCustomers: gate.groupSize(1),
      searches,
    },
    mayMeet,
  );
}

/** Two items may stand in one rule unless one follows from the other, or their field is the same fact told again. */
function meeting({ agreeing, following }: DeterminedFields): (one: Item, other: Item) => boolean {
  const again = new Set(agreeing.map(([, second]) => second));
  const tied = new Set(following.flatMap(([one, other]) => [`${one} ${other}`, `${other} ${one}`]));
  return (one, other) =>
    !again.has(one.field) && !again.has(other.field) && !tied.has(`${one.field} ${other.field}`);
}

function kindOf(
  source: ItemBaskets,
  outcome: MiningOutcome,
  { affinity }: Config,
  gate: Gate,
  tells: (rule: Rule) => boolean,
  intervalOf: IntervalOf,
): AffinityKind {
  const base = {
    kind: source.kind,
    baskets: source.baskets.count,
    items: source.items.length,
    minSupport: affinity.minSupport[source.kind],
    minConfidence: affinity.minConfidence[source.kind],
    maxLength: affinity.maxLength,
  };
  if ("tooMany" in outcome) {
    return {
      ...base,
      minCount: 0,
      itemsetsBySize: [],
      tests: 0,
      pairs: 0,
      pairsFrequent: 0,
      pairsReal: 0,
      detectable: null,
      rules: [],
      more: 0,
      chance: [],
      tooMany: outcome.tooMany,
    };
  }
  const { minCount, itemsetsBySize, tests, pairs, pairsFrequent, pairsReal, detectable }: MinedRules =
    outcome;
  const { rules, more } = publishedRules(source, outcome.rules, gate, tells);
  const { rules: chance } = publishedRules(source, outcome.chance, gate, tells);
  return {
    ...base,
    minCount,
    itemsetsBySize,
    tests,
    pairs,
    pairsFrequent,
    pairsReal,
    detectable,
    rules: rules.map((rule) => ruleOf(rule, intervalOf)),
    more,
    chance: chance.map((rule) => ruleOf(rule, intervalOf)),
    tooMany: null,
  };
}

/** The rules that may be published beside each other, first come first, and how many more would make the list too long. */
function publishedRules(
  source: ItemBaskets,
  found: readonly Rule[],
  gate: Gate,
  tells: (rule: Rule) => boolean,
): { rules: Rule[]; more: number } {
  const allowed = gate.rules(source);
  const codes = itemCodes(source);
  const rules: Rule[] = [];
  let asked = 0;
  for (const rule of found) {
    if (rules.length === longestList) break;
    asked += 1;
    const items = [...rule.antecedentItems, ...rule.consequentItems];
    if (!items.every(({ field, name }) => gate.mayName(field, name))) continue;
    // In baskets of customers their number would be told, which is told otherwise.
    if (source.kind === "products" && items.some(({ field, name }) => gate.countsAsWhole(field, name)))
      continue;
    if (allowed.mayPublish(codes(rule.antecedentItems), codes(rule.consequentItems)) && tells(rule))
      rules.push(rule);
  }
  return { rules, more: found.length - asked };
}

/** Tells the counts of a rule of purchases' traits beside the tables of the same fields; whether it may. */
function countsTold(
  source: ItemBaskets,
  holding: BasketLists,
  lines: PurchaseLines,
  gate: Gate,
): (rule: Rule) => boolean {
  const codes = itemCodes(source);
  return ({ antecedentItems, consequentItems }) =>
    [antecedentItems, consequentItems, [...antecedentItems, ...consequentItems]]
      .filter(({ length }) => length > 1)
      .every((items) => {
        const sorted = Uint32Array.from(codes(items)).sort();
        return gate.tellCount(
          items.map(({ field }) => field),
          () => holding(sorted),
          lines,
        );
      });
}

/** The interval of the share of the baskets with some items that hold others as well. */
type IntervalOf = (items: readonly Item[], others: readonly Item[]) => Interval | null;

function confidenceIntervals(source: ItemBaskets, holding: BasketLists, gate: Gate): IntervalOf {
  const ratioOf = clusteredConfidence(source, holding);
  return (items, others) => {
    const ratio = ratioOf(items, others);
    return gate.interval(clusteredShare(ratio, ratio.whole), clustersBehind(ratio));
  };
}

function ruleOf(rule: Rule, intervalOf: IntervalOf): AffinityRule {
  return {
    antecedent: rule.antecedentItems.map(itemOf),
    consequent: rule.consequentItems.map(itemOf),
    count: rule.both,
    antecedentCount: rule.antecedent,
    consequentCount: rule.consequent,
    customers: rule.customers,
    support: rule.support,
    confidence: rule.confidence,
    confidenceBack: rule.confidenceBack,
    confidenceInterval: intervalOf(rule.antecedentItems, rule.consequentItems),
    confidenceBackInterval: intervalOf(rule.consequentItems, rule.antecedentItems),
    lift: rule.lift,
    adjustedLift: rule.adjustedLift,
    leverage: rule.leverage,
    conviction: Number.isFinite(rule.conviction) ? rule.conviction : null,
    zhang: rule.zhang,
    jaccard: rule.jaccard,
    p: told(rule.p),
    q: told(rule.q),
  };
}

/** A chance to six digits: more are those of rounding, which the order of the rows decides. */
function told(chance: number): number {
  return Number(chance.toPrecision(6));
}

function itemOf({ field, name }: Item): AffinityItem {
  return { field: itemFieldName(field), name };
}

function inWords([one, other]: [ItemField, ItemField]): [string, string] {
  return [itemFieldName(one), itemFieldName(other)];
}
