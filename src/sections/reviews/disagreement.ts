import type { Gate } from "../../disclosure/gate.ts";
import type { Reviews } from "../../store/reviews.ts";
import { tellableGroups } from "./tellable-groups.ts";

/** Texts that say something else than their stars. */
export interface Disagreement {
  /** Of texts of high ratings, the share that reads worse than half of those of low ratings; null for few. */
  highReadsLow: number | null;
  /** Of texts of low ratings, the share that reads better than half of those of high ratings; null for few. */
  lowReadsHigh: number | null;
  /** Of the texts of each product with a high or a low rating, the share of either, the largest first. */
  products: { name: string; texts: number; share: number }[];
}

/** Products with fewer such texts are not listed: their share would say next to nothing. */
const leastTexts = 30;
const mostProducts = 10;

/** Where words and stars disagree; null where there is one kind of rating alone. */
export function disagreementOf(
  scores: Float64Array,
  kind: Int8Array,
  reviews: Reviews,
  gate: Gate,
): Disagreement | null {
  const { person } = reviews;
  const judged = [...kind.keys()].filter(
    (review) => kind[review] !== 0 && !Number.isNaN(scores[review] ?? Number.NaN),
  );
  const of = (wanted: number) => judged.filter((review) => kind[review] === wanted);
  const [high, low] = [of(1), of(-1)];
  if (high.length === 0 || low.length === 0) return null;
  const [typicalHigh, typicalLow] = [middle(high, scores), middle(low, scores)];
  const disagrees = (review: number) =>
    kind[review] === 1 ? (scores[review] ?? 0) < typicalLow : (scores[review] ?? 0) > typicalHigh;
  const persons = (some: readonly number[]) => new Set(some.map((review) => person[review])).size;
  const shareOf = (some: readonly number[]) => {
    const odd = some.filter(disagrees);
    const isTellable = gate.holds([persons(odd), persons(some.filter((review) => !disagrees(review)))]);
    return isTellable && gate.isEnough(persons(some)) ? odd.length / some.length : null;
  };
  const isJudged = new Set(judged);
  const products = tellableGroups(
    reviews.product,
    reviews.products,
    {
      person,
      isIn: (review) => (isJudged.has(review) ? disagrees(review) : null),
      mayName: (name) => gate.mayName("product", name),
    },
    gate,
  );
  return {
    highReadsLow: shareOf(high),
    lowReadsHigh: shareOf(low),
    products: products
      .filter(({ reviews: texts }) => texts.length >= leastTexts)
      .map(({ name, reviews: texts, having }) => ({
        name,
        texts: texts.length,
        share: having.length / texts.length,
      }))
      .sort((a, b) => b.share - a.share || (a.name < b.name ? -1 : 1))
      .slice(0, mostProducts),
  };
}

function middle(some: readonly number[], scores: Float64Array): number {
  const ascending = Float64Array.from(some, (review) => scores[review] ?? 0).sort();
  return ascending[Math.floor(ascending.length / 2)] ?? 0;
}
