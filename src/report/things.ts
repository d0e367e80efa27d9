import { compareText } from "../dataset/clean/text.ts";
import type { Group, Report } from "./report.ts";

/** A page is made for each category, and for no more products than this. */
export const mostProductPages = 50;

const longestSlug = 60;

/** A category or product with a page of its own. */
export interface Thing {
  field: "category" | "product";
  name: string;
  /** Lower-case ASCII, the thing's own among those of its field. */
  slug: string;
  /** The page's path within the site. */
  path: string;
  group: Group;
}

/** Every category, and the goods that bring most, or that are most bought where there is no money. */
export function pagedThings({
  breakdowns,
  productsByRevenue,
}: Pick<Report, "breakdowns" | "productsByRevenue">): Thing[] {
  const isGoods = ({ other, notGoods }: Group) => other !== true && notGoods !== true;
  const categories = (breakdowns.category?.groups ?? []).filter(isGoods);
  const bought = (breakdowns.product?.groups ?? []).filter(isGoods);
  const byRevenue = (productsByRevenue ?? []).filter(isGoods);
  const hasMoney = byRevenue.some(({ revenue }) => (revenue ?? 0) > 0);
  const products = (hasMoney ? byRevenue : bought).slice(0, mostProductPages);
  return [
    { field: "category" as const, groups: categories },
    { field: "product" as const, groups: products },
  ].flatMap(({ field, groups }) => {
    const slugs = slugsOf(
      groups.map(({ name }) => name),
      field,
    );
    return groups.map((group, index) => {
      const slug = slugs[index] ?? "";
      return { field, name: group.name, slug, path: `products/${field}/${slug}/`, group };
    });
  });
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
