import { compareText } from "../../dataset/clean/text.ts";
import type { Group, Report } from "../../report/report.ts";
import type { Affinity, AffinityItem, AffinityKind, AffinityRule } from "./affinity.ts";
import { isPair, mirrored } from "./pairs.ts";
import type { BasketKind } from "./question/item-baskets.ts";
import { itemFieldName } from "./words/item-names.ts";

/** A page is made for each category, and for no more products than this. */
const mostProducts = 50;

const longestSlug = 60;

/** A rule with the kind of baskets it was found in. */
export interface KindRule {
  kind: BasketKind;
  rule: AffinityRule;
}

/** A category or product with what goes with it. */
export interface Thing {
  field: "category" | "product";
  name: string;
  /** Lower-case ASCII, the thing's own among those of its field. */
  slug: string;
  /** The page's path within the site. */
  path: string;
  group: Group;
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

/** Every category and the products most bought, with their rules. Empty where the data have no baskets. */
export function affinityThings({ affinity, breakdowns }: Pick<Report, "affinity" | "breakdowns">): Thing[] {
  if (affinity === null) return [];
  const fields = ["category", "product"] as const;
  return fields.flatMap((field) => {
    if (testedKinds(affinity, field).length + traitKinds(affinity).length === 0) return [];
    const named = (breakdowns[field]?.groups ?? []).filter(({ other }) => other !== true);
    const groups = field === "product" ? named.slice(0, mostProducts) : named;
    const slugs = slugsOf(
      groups.map(({ name }) => name),
      field,
    );
    return groups.map((group, index) => {
      const slug = slugs[index] ?? "";
      return {
        field,
        name: group.name,
        slug,
        path: `affinity/${field}/${slug}/`,
        group,
        ...rulesWith(affinity, field, group.name),
      };
    });
  });
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
): Pick<Thing, "also" | "leads" | "traits"> {
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

/**
 * A part of an address for each name: its letters and digits without accents, the field with a number where
 * none is left. Those that come out alike are numbered in the order of their names, so that sales do not move an
 * address.
 */
export function slugsOf(names: readonly string[], field: string): string[] {
  const plain = names.map(plainSlug);
  const taken = new Set<string>();
  const slugs: string[] = plain.map(() => "");
  const order = names.map((_, index) => index);
  order.sort((a, b) => compareText(names[a] ?? "", names[b] ?? "") || a - b);
  for (const index of order) {
    const own = plain[index] ?? "";
    let slug = own || `${field}-1`;
    // "Shirt", "Shirt!" and "Shirt 2": what is numbered must not take another's own.
    for (let number = 2; taken.has(slug) || (slug !== own && plain.includes(slug)); number += 1) {
      slug = `${own || field}-${number}`;
    }
    taken.add(slug);
    slugs[index] = slug;
  }
  return slugs;
}

function plainSlug(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-/, "")
    .slice(0, longestSlug)
    .replace(/-$/, "");
}
