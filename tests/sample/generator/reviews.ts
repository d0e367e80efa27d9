import { FIRST_DAY, LAST_DAY } from "./calendar.ts";
import type { Category, Product } from "./catalogue.ts";
import { chance, pick, type RandomGenerator, whole } from "./random.ts";

export type Sentiment = "positive" | "neutral" | "negative";

/** The share of texts that say what the rating says. */
const AGREEMENT = 0.92;
const TEXT_SHARE = 0.6;
const RATED_SHARE = 0.96;
const ASIDE_SHARE = 0.3;

const SENTIMENTS: readonly Sentiment[] = ["positive", "neutral", "negative"];

/** First sentences by sentiment; `#` is the product, in the singular or the plural. */
const OPENERS: Readonly<Record<Sentiment, readonly string[]>> = {
  positive: [
    "Love my new #.",
    "Great #, very happy.",
    "Excellent #, truly excellent.",
    "Best # I ever bought.",
    "Beautiful #, simply beautiful.",
    "Really pleased with my #.",
    "Lovely #, just lovely.",
    "My # is perfect.",
  ],
  neutral: [
    "Okay #, no surprises.",
    "Average #, nothing special.",
    "Ordinary # for the price.",
    "Plain #, neither good nor bad.",
    "Decent #, I have seen better.",
    "So so about my #.",
  ],
  negative: [
    "Disappointed with my #.",
    "Bad #, very bad.",
    "Terrible #, do not buy.",
    "Worst # I ever bought.",
    "Awful #, just awful.",
    "Not happy with my #.",
    "Expected more of my #.",
  ],
};

/** Second sentences by sentiment: they judge, and say of nothing in particular why. */
const DETAILS: Readonly<Record<Sentiment, readonly string[]>> = {
  positive: [
    "Would buy again.",
    "Very good indeed.",
    "Highly recommended!",
    "Absolutely wonderful.",
    "I like it a lot.",
    "It could not be better.",
    "So happy with it.",
    "Simply fantastic.",
  ],
  neutral: [
    "As expected.",
    "About what I paid for.",
    "Might buy another one.",
    "Does what it should.",
    "The colour is a bit duller than I thought.",
    "Fine for every day.",
  ],
  negative: [
    "I hate it.",
    "Nothing good to say about it.",
    "Really disappointing.",
    "Would not buy again.",
    "Not good at all.",
    "I regret it.",
    "It could not be worse.",
  ],
};

/** What anybody may add, whatever they think. */
const ASIDES = [
  "Bought it for a trip.",
  "It was a gift for my sister.",
  "My second order here.",
  "Ordered together with something else.",
  "I wear it to work.",
  "Had been looking for one since spring.",
  "Chose it after reading other reviews.",
  "For my son, who is hard to please.",
];

/** What texts complain of. */
export interface Theme {
  readonly name: "fit" | "fastening" | "delivery";
  /** Where it is planted; everywhere where there is none. */
  readonly category?: Category;
  /** The share of such texts by sentiment on the first day and on the last. */
  readonly shares: Readonly<Record<Sentiment, readonly [first: number, last: number]>>;
  readonly sentences: readonly string[];
}

/** Planted: two complaints that belong to a category, and one that grows. */
export const THEMES: readonly Theme[] = [
  {
    name: "fit",
    category: "Clothing",
    shares: { positive: [0.004, 0.004], neutral: [0.08, 0.08], negative: [0.45, 0.45] },
    sentences: [
      "Runs small, far too tight across the shoulders.",
      "Runs small: order a size up.",
      "Too tight, and I took my usual size.",
      "The sizing is off, it runs small.",
      "A size too small and tight at the waist.",
      "Tight sleeves; the size chart is wrong.",
    ],
  },
  {
    name: "fastening",
    category: "Accessories",
    shares: { positive: [0.004, 0.004], neutral: [0.08, 0.08], negative: [0.45, 0.45] },
    sentences: [
      "The clasp broke within a week.",
      "The buckle came loose after two days.",
      "The clasp does not stay shut.",
      "A flimsy buckle, it broke at once.",
      "Clasp and buckle feel flimsy.",
      "The buckle snapped the first time.",
    ],
  },
  {
    name: "delivery",
    shares: { positive: [0.001, 0.012], neutral: [0.02, 0.16], negative: [0.03, 0.5] },
    sentences: [
      "The parcel came two weeks late.",
      "Late delivery, and the courier left no note.",
      "The courier lost the parcel at first.",
      "Delivery took far too long.",
      "The parcel arrived late and dented.",
      "Waited three weeks for the delivery.",
    ],
  },
];

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

/** The themes of a generated text. */
export function themesOfText(text: string): Theme[] {
  return THEMES.filter(({ sentences }) => sentences.some((sentence) => text.includes(sentence)));
}

/** Rating and text of a line; either may be missing. */
export function drawReview(random: RandomGenerator, product: Product, day: number): Review {
  const tenths = Math.max(whole(random, 10, 50), whole(random, 15, 48));
  const meant = sentimentOf(tenths / 10);
  const said = chance(random, AGREEMENT)
    ? meant
    : pick(
        random,
        SENTIMENTS.filter((other) => other !== meant),
      );
  const sentences = [
    named(pick(random, OPENERS[said]), product.name),
    ...themeSentences(random, product, said, day),
    pick(random, DETAILS[said]),
    ...(chance(random, ASIDE_SHARE) ? [pick(random, ASIDES)] : []),
  ];
  return {
    rating: chance(random, RATED_SHARE) ? (tenths / 10).toFixed(1) : "",
    text: chance(random, TEXT_SHARE) ? sentences.join(" ") : "",
  };
}

function themeSentences(
  random: RandomGenerator,
  { category }: Product,
  said: Sentiment,
  day: number,
): string[] {
  const passed = (day - FIRST_DAY) / (LAST_DAY - FIRST_DAY);
  return THEMES.flatMap((theme) => {
    const [first, last] = theme.shares[said];
    const talked = chance(random, first + (last - first) * passed);
    const sentence = pick(random, theme.sentences);
    return talked && (theme.category ?? category) === category ? [sentence] : [];
  });
}

function named(opener: string, product: string): string {
  return opener.replace("#", product.toLowerCase());
}
