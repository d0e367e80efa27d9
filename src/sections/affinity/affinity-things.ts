import type { Report } from "../../report/report.ts";
import { pagedThings, type Thing } from "../../report/things.ts";
import type { Affinity, AffinityItem, AffinityKind, AffinityRule } from "./affinity.ts";
import { isPair, mirrored } from "./pairs.ts";
import type { BasketKind } from "./question/item-baskets.ts";
import { itemFieldName } from "./words/item-names.ts";

/** A rule with the kind of baskets it was found in. */
export interface KindRule {
  kind: BasketKind;
  rule: AffinityRule;
}

/** A category or product with a page, and what goes with it. */
export interface ThingRules extends Thing {
  /** Rules of what goes with it: it is in the antecedent, to which pairs are turned. */
  also: KindRule[];
  /** Rules of several conditions that lead to it: it is in the consequent. */
  leads: KindRule[];
  /** Rules with traits of its purchases, in either direction. */
  traits: KindRule[];
}

/** The kinds of baskets in which things of a field lie with others of the field. */
const kindsOf: Record<Thing["field"], readonly BasketKind[]> = {
  category: ["categories"],
  product: ["orders", "products"],
};

/** Everything with a page, with its rules; none of them where the data have no baskets. */
export function affinityThings(
  report: Pick<Report, "affinity" | "breakdowns" | "productsByRevenue">,
): ThingRules[] {
  const { affinity } = report;
  return pagedThings(report).map((thing) => ({
    ...thing,
    ...(affinity === null
      ? { also: [], leads: [], traits: [] }
      : rulesWith(affinity, thing.field, thing.name)),
  }));
}

/** The kinds of baskets, of those that the data have, in which things of a field lie with others of the field. */
export function testedKinds({ kinds }: Affinity, field: Thing["field"]): AffinityKind[] {
  return kinds.filter(({ kind }) => kindsOf[field].includes(kind));
}

export function traitKinds({ kinds }: Affinity): AffinityKind[] {
  return kinds.filter(({ kind }) => kind === "traits");
}

function rulesWith(
  { kinds }: Affinity,
  field: Thing["field"],
  name: string,
): Pick<ThingRules, "also" | "leads" | "traits"> {
  const word = itemFieldName(field);
  const holds = (items: readonly AffinityItem[]) =>
    items.some((item) => item.field === word && item.name === name);
  const basketsOf = (wanted: BasketKind) => kinds.find(({ kind }) => kind === wanted)?.baskets ?? 0;
  const rules = (of: readonly BasketKind[], fits: (rule: AffinityRule) => boolean) =>
    kinds.flatMap((each) =>
      of.includes(each.kind) ? each.rules.filter(fits).map((rule) => ({ kind: each.kind, rule })) : [],
    );
  const also = rules(
    kindsOf[field],
    (rule) => holds(rule.antecedent) || (isPair(rule) && holds(rule.consequent)),
  );
  return {
    also: also.map(({ kind, rule }) => ({
      kind,
      rule: holds(rule.antecedent) ? rule : mirrored(rule, basketsOf(kind)),
    })),
    leads: rules(kindsOf[field], (rule) => !isPair(rule) && holds(rule.consequent)),
    traits: rules(["traits"], ({ antecedent, consequent }) => holds(antecedent) || holds(consequent)),
  };
}
