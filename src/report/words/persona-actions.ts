import type { Formatter } from "../format.ts";
import type { Persona, Segments } from "../segments.ts";
import { type Level, levelOf, typicalWords } from "./segments.ts";

/** Something to do about a persona, and why. */
export interface Action {
  title: string;
  words: string;
}

/** What an action may speak of. */
interface Facts {
  /** `24 days ago`-like clauses of the typical customer. */
  recency: string;
  frequency: string;
  monetary: string;
  customers: string;
  revenueShare: string;
  customersShare: string;
}

type Advice = (facts: Facts) => Action;
/** By the level of the first score, then of the second. */
type Table = Record<Level, Record<Level, Advice>>;

const advice =
  (title: string, words: (facts: Facts) => string): Advice =>
  (facts) => ({ title, words: words(facts) });

/** Recency and frequency: how to keep them or bring them back. */
const returning: Table = {
  high: {
    high: advice(
      "Thank them, do not discount",
      (f) =>
        `Typical is ${f.recency} after ${f.frequency}: they come by themselves. Early access and service keep them; a price cut would only give away what they pay anyway.`,
    ),
    middle: advice(
      "Make a habit of it",
      (f) =>
        `Typical is ${f.recency} and ${f.frequency}: warm, not yet regular. Tie the next offer to what they bought last, while they still remember it.`,
    ),
    low: advice(
      "Win the next purchase",
      (f) =>
        `Typical is ${f.recency}, but only ${f.frequency}. The step that counts is the next one: follow up soon after a first order, with help on what they bought and one clear suggestion.`,
    ),
  },
  middle: {
    high: advice(
      "Write before they drift",
      (f) =>
        `${f.frequency} show that they like to buy; ${f.recency} is long for them. Remind them now of what is new since, before the pause becomes the rule.`,
    ),
    middle: advice(
      "Keep to a rhythm",
      (f) =>
        `Typical is ${f.recency} after ${f.frequency}. A regular message at about that distance holds them without wearing them out.`,
    ),
    low: advice(
      "Give one good reason to return",
      (f) =>
        `Typical is ${f.recency} after ${f.frequency}. One offer with an end date tells who can still be won; repeat it only where it worked.`,
    ),
  },
  low: {
    high: advice(
      "Ask what went wrong",
      (f) =>
        `${f.frequency}, and yet ${f.recency}: these were good customers. Ask a few dozen of them in person why; the answer is worth more than a coupon to all.`,
    ),
    middle: advice(
      "Try to win them back once",
      (f) =>
        `Typical is ${f.recency} after ${f.frequency}. Send one campaign with a reason to look again, then stop with those who do not answer.`,
    ),
    low: advice(
      "Spend nothing by hand on them",
      (f) =>
        `Typical is ${f.recency} after ${f.frequency}. One automatic message a season is enough; leave the ${f.customers} of them out of everything that costs money per customer.`,
    ),
  },
};

/** Frequency and monetary value: how to grow what they buy. */
const growing: Table = {
  high: {
    high: advice(
      "Offer the best you have",
      (f) =>
        `They buy often and spend much (${f.frequency}, ${f.monetary}) and bring ${f.revenueShare} of revenue. Show premium lines and sets first here, and tell them before others when stock is short.`,
    ),
    middle: advice(
      "Raise the basket a little",
      (f) =>
        `With ${f.frequency} and ${f.monetary} the next step is one more item a purchase: free delivery just above what they usually spend, or the companion of a product beside it.`,
    ),
    low: advice(
      "Bundle what they buy",
      (f) =>
        `${f.frequency} but only ${f.monetary}: many small purchases. Packs and multi-buys raise each one and save delivery, without asking for another visit.`,
    ),
  },
  middle: {
    high: advice(
      "Look after large purchases",
      (f) =>
        `They spend ${f.monetary} with ${f.frequency}: each purchase matters. Advice before and care after it bring the next sooner than advertising does.`,
    ),
    middle: advice(
      "Test which lever works",
      (f) =>
        `Neither frequency nor spend stands out (${f.frequency}, ${f.monetary}). Try more often with one half and more each time with the other, and keep what moves revenue.`,
    ),
    low: advice(
      "Show the next price step",
      (f) =>
        `At ${f.monetary} with ${f.frequency} they know the entry range. Show the step above beside it, with what the difference buys.`,
    ),
  },
  low: {
    high: advice(
      "Turn one large purchase into two",
      (f) =>
        `${f.monetary} with just ${f.frequency}: the money is there. Suggest what complements or renews what they own, timed to when it is due.`,
    ),
    middle: advice(
      "Ask for a second try",
      (f) =>
        `${f.frequency} at ${f.monetary}. A welcome-back on a second category tells whether they know more than one corner of the shop.`,
    ),
    low: advice(
      "Keep it cheap and simple",
      (f) =>
        `${f.frequency} at ${f.monetary}: what is spent on them must stay below what they bring, ${f.revenueShare} of revenue in all. Best-sellers and an easy checkout, no more.`,
    ),
  },
};

/** Recency and monetary value: how much effort, and when. */
const investing: Table = {
  high: {
    high: advice(
      "Protect this revenue",
      (f) =>
        `${f.customersShare} of customers bring ${f.revenueShare} of revenue. Watch this group first every month: one that falls silent deserves a call.`,
    ),
    middle: advice(
      "Invest where it shows",
      (f) =>
        `They are present (${f.recency}) and spend ${f.monetary}. A test here answers fast: try new products with them before the whole list.`,
    ),
    low: advice(
      "Learn what holds them back",
      (f) =>
        `They are here (${f.recency}) and spend little (${f.monetary}). See whether price, choice or delivery stops them; a short question after the purchase is enough.`,
    ),
  },
  middle: {
    high: advice(
      "Plan a personal contact",
      (f) =>
        `${f.monetary} a customer and ${f.recency}: worth a message that somebody wrote. Start with those nearest to leaving.`,
    ),
    middle: advice(
      "Reach them when they are due",
      (f) =>
        `Typical is ${f.recency} and ${f.monetary}. Time what you send to that distance, neither before nor long after.`,
    ),
    low: advice(
      "Let automation do it",
      (f) =>
        `At ${f.monetary} and ${f.recency} only what runs by itself pays: reminders and recommendations, measured against a group that gets none.`,
    ),
  },
  low: {
    high: advice(
      "Budget for winning back",
      (f) =>
        `They were worth ${f.monetary} each and now stand at ${f.recency}. Winning one back may cost a good part of that; set the sum, and stop when it is used up.`,
    ),
    middle: advice(
      "Wait for the season",
      (f) =>
        `With ${f.recency} and ${f.monetary} the best moment is the season in which they bought. Write then, not all year.`,
    ),
    low: advice(
      "Count what leaving them alone saves",
      (f) =>
        `${f.customersShare} of customers, ${f.revenueShare} of revenue, ${f.recency}. Drop them from paid campaigns for a quarter and compare; the list gets better either way.`,
    ),
  },
};

/** The same where recency is a stated rhythm: nothing in such data says that anybody is leaving. */
const timing: Record<Level, Advice> = {
  high: advice(
    "Keep up with their rhythm",
    (f) =>
      `They state ${f.recency} and have ${f.frequency}: short distances. Have something new at each, and keep reordering easy; reminders are hardly needed.`,
  ),
  middle: advice(
    "Write when the next purchase is due",
    (f) =>
      `They state ${f.recency} and have ${f.frequency}. Time messages to that distance: earlier they are noise, much later somebody else has sold it.`,
  ),
  low: advice(
    "Write rarely, and just in time",
    (f) =>
      `They state ${f.recency} and have ${f.frequency}. One message shortly before it is due does more than a dozen between, and costs less.`,
  ),
};

const spending: Record<Level, Advice> = {
  high: advice(
    "Look after this revenue",
    (f) =>
      `${f.customersShare} of customers bring ${f.revenueShare} of revenue, ${f.monetary} each. Service and first sight of new things come before any price cut.`,
  ),
  middle: advice(
    "Try one step up",
    (f) =>
      `${f.monetary} each, ${f.revenueShare} of revenue from ${f.customersShare} of customers: in the middle. Offer one companion product a purchase, and keep it if revenue moves.`,
  ),
  low: advice(
    "Keep what is spent on them small",
    (f) =>
      `${f.customersShare} of customers bring ${f.revenueShare} of revenue, ${f.monetary} each. Let automatic messages serve them, and measure against a group that gets none.`,
  ),
};

/** Three suggestions that follow from a persona's scores, with its own numbers. */
export function personaActions(persona: Persona, basis: Segments["basis"], format: Formatter): Action[] {
  const { scores } = persona;
  const [recency, frequency, monetary] = [scores.recency, scores.frequency, scores.monetary].map(levelOf);
  if (recency === undefined || frequency === undefined || monetary === undefined) return [];
  const facts: Facts = {
    ...typicalWords(basis, persona, format),
    customers: format.count(persona.customers),
    customersShare: format.share(persona.customersShare),
    revenueShare: format.share(persona.revenueShare),
  };
  const chosen =
    basis === "orders"
      ? [returning[recency][frequency], growing[frequency][monetary], investing[recency][monetary]]
      : [timing[recency], growing[frequency][monetary], spending[monetary]];
  return chosen.map((each) => capitalised(each(facts)));
}

function capitalised({ title, words }: Action): Action {
  return { title, words: words.charAt(0).toUpperCase() + words.slice(1) };
}
