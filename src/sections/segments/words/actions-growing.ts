import type { Advice } from "./advice.ts";
import type { Level } from "./segments.ts";

/**
 * What to offer, by the level of frequency and then of monetary value; each holds for orders and for stated
 * purchases.
 */
export const growing: Record<Level, Record<Level, Advice>> = {
  high: {
    high: ({ times, spend }) => ({
      title: "Offer the best you have",
      words: `They buy often and spend much: ${times} and ${spend} are typical. Show premium lines and sets here first, and tell them before others when stock is short.`,
    }),
    middle: ({ times, spend }) => ({
      title: "Raise the basket a little",
      words: `They buy often and spend in the middle: ${times} and ${spend} are typical. The next step is one more item a purchase: free delivery just above what they usually spend, or a product's companion beside it.`,
    }),
    low: ({ times, spend }) => ({
      title: "Bundle what they buy",
      words: `They buy often and spend little: ${times} and ${spend} are typical. Packs and multi-buys raise each purchase and save delivery, without asking for another visit.`,
    }),
  },
  middle: {
    high: ({ times, spend }) => ({
      title: "Look after large purchases",
      words: `They spend much without buying often: ${times} and ${spend} are typical, so each purchase matters. Offer advice before it and care after it.`,
    }),
    middle: ({ times, spend }) => ({
      title: "Test which lever works",
      words: `Neither frequency nor spend stands out: ${times} and ${spend} are typical. Try more often with one half and more each time with the other, and keep what moves revenue.`,
    }),
    low: ({ times, spend }) => ({
      title: "Show the next price step",
      words: `They spend little for how often they buy: ${times} and ${spend} are typical. Show the step above the entry range beside it, with what the difference buys.`,
    }),
  },
  low: {
    high: ({ times, spend }) => ({
      title: "Suggest what completes it",
      words: `They seldom buy and spend much: ${times} and ${spend} are typical, so the money is there. Suggest what complements or renews what they own, timed to when it is due.`,
    }),
    middle: ({ times, spend }) => ({
      title: "Show another part of the shop",
      words: `They seldom buy and spend in the middle: ${times} and ${spend} are typical. An offer from a category they have not bought from tells whether they know more than one corner of the shop.`,
    }),
    low: ({ times, spend }) => ({
      title: "Make the small purchase easy",
      words: `They seldom buy and spend little: ${times} and ${spend} are typical. Show best-sellers and keep the checkout short; choice and extras do not pay here.`,
    }),
  },
};
