import { chance, pick, type RandomGenerator, whole } from "./random.ts";

export type Sentiment = "positive" | "neutral" | "negative";

/** The share of texts that say what the rating says. */
const AGREEMENT = 0.92;
const TEXT_SHARE = 0.6;
const RATED_SHARE = 0.96;

const SENTIMENTS: readonly Sentiment[] = ["positive", "neutral", "negative"];

/** First sentences by sentiment; `#` is the product, in the singular or the plural. */
export const OPENERS: Readonly<Record<Sentiment, readonly string[]>> = {
  positive: [
    "Love my new #.",
    "Great #, very happy.",
    "Excellent quality #.",
    "Best # I ever bought.",
    "Beautiful # and a perfect fit.",
  ],
  neutral: [
    "Okay #, no surprises.",
    "Average #, nothing special.",
    "Ordinary # for the price.",
    "Plain #, neither good nor bad.",
  ],
  negative: [
    "Disappointed with my #.",
    "Poor quality #.",
    "Terrible #, do not buy.",
    "Worst # I ever bought.",
    "My # fell apart after a week.",
  ],
};

/** Second sentences by sentiment. */
const DETAILS: Readonly<Record<Sentiment, readonly string[]>> = {
  positive: ["Would buy again.", "Comfortable and well made.", "Highly recommended!", "Fast delivery too."],
  neutral: ["As expected.", "Arrived on time.", "About what I paid for.", "Might buy another one."],
  negative: [
    "Asked for a refund.",
    "Uncomfortable and badly made.",
    "A waste of money.",
    "Would not buy again.",
  ],
};

export interface Review {
  readonly rating: string;
  readonly text: string;
}

/** What a rating of 1.0–5.0 says in one word. */
export function sentimentOf(rating: number): Sentiment {
  if (rating >= 3.5) return "positive";
  return rating >= 2.5 ? "neutral" : "negative";
}

/** What a generated text says, by its first sentence; nothing where none of ours begins it. */
export function sentimentOfText(text: string, product: string): Sentiment | undefined {
  return SENTIMENTS.find((sentiment) =>
    OPENERS[sentiment].some((opener) => text.startsWith(named(opener, product))),
  );
}

/** Rating and text of a line; either may be missing. */
export function drawReview(random: RandomGenerator, product: string): Review {
  const tenths = Math.max(whole(random, 10, 50), whole(random, 15, 48));
  const meant = sentimentOf(tenths / 10);
  const said = chance(random, AGREEMENT)
    ? meant
    : pick(
        random,
        SENTIMENTS.filter((other) => other !== meant),
      );
  const text = `${named(pick(random, OPENERS[said]), product)} ${pick(random, DETAILS[said])}`;
  return {
    rating: chance(random, RATED_SHARE) ? (tenths / 10).toFixed(1) : "",
    text: chance(random, TEXT_SHARE) ? text : "",
  };
}

function named(opener: string, product: string): string {
  return opener.replace("#", product.toLowerCase());
}
