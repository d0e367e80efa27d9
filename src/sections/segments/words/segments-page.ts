import { pageNames } from "../../../report/words/sections.ts";
import type { Segments } from "../segments.ts";

/** What the page of segments says, in the order in which it stands there. */
export const segmentsPage = {
  name: pageNames.segments,
  personas: "Personas",
  personasLead:
    "Customers who are alike in how recently, how often and for how much they buy; the most valuable group comes first. “Each” is what the typical customer of the group has.",
  rfm: "RFM segments",
  scores: "RFM scores",
};

/** What stands above the grid, and why segments have no names where they have none. */
export function rfmLead(namesHeldBack: Segments["namesHeldBack"]): string {
  const scores = "Each customer has a score of 1 to 5 in recency and in frequency";
  switch (namesHeldBack) {
    case null:
      return `${scores}; the two together decide the segment.`;
    case "noDates":
      return `${scores}. Segments such as New or Lost are not named: without dates nobody knows who is either.`;
    case "alikeFrequency":
      return `${scores}. Segments are not named: most customers share one number of orders, so frequency tells hardly anybody apart.`;
    case "alikeRecency":
      return `${scores}. Segments are not named: most customers ordered last on the same day, so recency tells hardly anybody apart.`;
  }
}

/** What stands on a persona's card; the other names are those of the measures. */
export const cardNames = {
  customers: "Customers",
  revenue: "Revenue",
  ordersEach: "Orders each",
  revenueEach: "Revenue each",
  toTry: "To try:",
};

/** What Methods says above the rules. */
export const segmentsMethods = {
  title: "Segments and personas",
  lead: "Every definition, edge and parameter used in this very report.",
};

/** What the Overview says behind the page's name. */
export const segmentsMore = "personas, how sure they are, RFM segments";

/** What the terminal says while they are looked for. */
export const lookingForPersonas = "Looking for personas";
