import type { Advice } from "./advice.ts";
import type { Level } from "./segments.ts";

/** When to reach them, by the level of recency and then of frequency. */
export const returning: Record<Level, Record<Level, Advice>> = {
  high: {
    high: ({ typical }) => ({
      title: "Thank them, do not discount",
      words: `${typical}: they come by themselves. Early access and service keep them; a price cut would only give away what they pay anyway.`,
    }),
    middle: ({ typical }) => ({
      title: "Make a habit of it",
      words: `${typical}: warm, not yet regular. Tie the next offer to what they bought last, while they still remember it.`,
    }),
    low: ({ typical }) => ({
      title: "Win the next order",
      words: `${typical}: they are here, and do not come often. Follow up soon after an order, with help on what they bought and one clear suggestion.`,
    }),
  },
  middle: {
    high: ({ typical }) => ({
      title: "Write before they drift",
      words: `${typical}: they like to buy, and the pause is growing. Remind them now of what is new since, before it becomes the rule.`,
    }),
    middle: ({ typical }) => ({
      title: "Keep to a rhythm",
      words: `${typical}. A regular message at about that distance may hold them without wearing them out.`,
    }),
    low: ({ typical }) => ({
      title: "Give one good reason to return",
      words: `${typical}. One offer with an end date tells who can still be won; repeat it only where it worked.`,
    }),
  },
  low: {
    high: ({ typical }) => ({
      title: "Ask what went wrong",
      words: `${typical}: these were good customers. Ask a few dozen of them in person why they stopped; the answer is worth more than a coupon to all.`,
    }),
    middle: ({ typical }) => ({
      title: "Try once to win them back",
      words: `${typical}. Send one campaign with a reason to look again, then stop with those who do not answer.`,
    }),
    low: ({ typical }) => ({
      title: "Write rarely and automatically",
      words: `${typical}. One automatic message a season is enough; nothing here is worth writing by hand.`,
    }),
  },
};

/** The same where recency is a stated rhythm: nothing in such data says that anybody is leaving. */
export const timing: Record<Level, Advice> = {
  high: ({ typical }) => ({
    title: "Keep up with their rhythm",
    words: `${typical}: short distances. Have something new at each, and keep reordering easy; reminders are hardly needed.`,
  }),
  middle: ({ typical }) => ({
    title: "Write when the next purchase is due",
    words: `${typical}. Time messages to that distance: earlier they are noise, much later somebody else has sold it.`,
  }),
  low: ({ typical }) => ({
    title: "Write rarely, and just in time",
    words: `${typical}. One message shortly before the next purchase is due does more than a dozen between, and costs less.`,
  }),
};
