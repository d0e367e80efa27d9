import type { Gate } from "../../disclosure/gate.ts";
import type { Reviews } from "../../store/reviews.ts";
import { PersonCounter } from "./person-counter.ts";
import { ReviewGroups } from "./review-groups.ts";

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

/** Whether there are products to hold against each other, and some text that contradicts its rating. */
export function hasContradictions(products: Disagreement["products"]): boolean {
  return products.length > 1 && products.some(({ share }) => share > 0);
}

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
  const counter = new PersonCounter(person);
  const shareOf = (some: readonly number[]) => {
    const odd = some.filter(disagrees);
    const others = some.filter((review) => !disagrees(review));
    const isTellable = gate.holds([counter.among(odd), counter.among(others)]);
    return isTellable && gate.isEnough(counter.among(some)) ? odd.length / some.length : null;
  };
  const isJudged = Uint8Array.from(kind, () => 0);
  for (const review of judged) isJudged[review] = 1;
  const products = new ReviewGroups(reviews.product, reviews.products, person).tellable(
    {
      isIn: (review) => (isJudged[review] === 1 ? disagrees(review) : null),
      mayName: (name) => gate.mayName("product", name),
    },
    gate,
  );
  return {
    highReadsLow: shareOf(high),
    lowReadsHigh: shareOf(low),
    products: products
      .filter(({ texts }) => texts >= leastTexts)
      .map(({ name, texts, having }) => ({ name, texts, share: having.length / texts }))
      .sort((a, b) => b.share - a.share || (a.name < b.name ? -1 : 1))
      .slice(0, mostProducts),
  };
}

function middle(some: readonly number[], scores: Float64Array): number {
  const ascending = Float64Array.from(some, (review) => scores[review] ?? 0).sort();
  return ascending[Math.floor(ascending.length / 2)] ?? 0;
}
