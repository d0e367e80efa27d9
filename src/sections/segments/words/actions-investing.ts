import type { Advice, Facts } from "./advice.ts";
import type { Level } from "./segments.ts";

/** What they are to the shop: `17% of customers bring 65% of customers' revenue`, guests left out. */
const part = ({ customersShare, revenueShare }: Facts) =>
  `${customersShare} of customers bring ${revenueShare} of customers' revenue`;

/** How much effort they are worth, by the level of recency and then of monetary value. */
export const investing: Record<Level, Record<Level, Advice>> = {
  high: {
    high: (facts) => ({
      title: "Protect this revenue",
      words: `These ${part(facts)}. Watch this group first every month: one that falls silent deserves a call.`,
    }),
    middle: (facts) => ({
      title: "Test new things here first",
      words: `These ${part(facts)}, and they were here lately. A test with them is answered fast: try new products here before the whole list.`,
    }),
    low: (facts) => ({
      title: "Learn what holds them back",
      words: `These ${part(facts)}: they come, and spend little. See whether price, choice or delivery stops them; a short question after the purchase is enough.`,
    }),
  },
  middle: {
    high: (facts) => ({
      title: "Plan a personal contact",
      words: `These ${part(facts)}, and it is some time since they bought. They are worth a message that somebody wrote; start with those who spent most.`,
    }),
    middle: (facts) => ({
      title: "Spend on them in proportion",
      words: `These ${part(facts)}. Let the second number set their part of the budget, and raise it only where a test paid.`,
    }),
    low: (facts) => ({
      title: "Let automation do it",
      words: `These ${part(facts)}: only what runs by itself pays. Use reminders and recommendations, measured against a group that gets none.`,
    }),
  },
  low: {
    high: (facts) => ({
      title: "Budget for winning back",
      words: `These ${part(facts)}, and they have been away for long. Winning one back may cost a good part of what one was worth; set the sum, and stop when it is used up.`,
    }),
    middle: (facts) => ({
      title: "Wait for the season",
      words: `These ${part(facts)}, and they have been away for long. The best moment is the season in which they bought: write then, not all year.`,
    }),
    low: (facts) => ({
      title: "Test what leaving them out saves",
      words: `These ${part(facts)}. Leave ${facts.customers} customers out of paid campaigns for a quarter, and compare what that saves with what it costs.`,
    }),
  },
};

/** The same by monetary value alone, where recency is a stated rhythm. */
export const spending: Record<Level, Advice> = {
  high: (facts) => ({
    title: "Look after this revenue",
    words: `These ${part(facts)}. Service and first sight of new things come before any price cut.`,
  }),
  middle: (facts) => ({
    title: "Try one step up",
    words: `These ${part(facts)}. Offer one companion product a purchase, and keep it if revenue moves.`,
  }),
  low: (facts) => ({
    title: "Keep what is spent on them small",
    words: `These ${part(facts)}. Let automatic messages serve them, and measure against a group that gets none.`,
  }),
};
