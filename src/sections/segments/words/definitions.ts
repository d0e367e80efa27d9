import type { Parts } from "../../../report/find-insights.ts";
import type { HeldFigure } from "../../../report/held-figure.ts";
import { orderFeaturesQuery, statedFeaturesQuery } from "../question/features.ts";
import { hasPersonas, type PersonaReport } from "../segments.ts";

const features: Pick<HeldFigure, "name" | "words" | "unit"> = {
  name: "Recency, frequency, monetary value",
  words: "What RFM scores and personas are made of: one row a customer, published only in sums.",
  unit: "count",
};

/** The query behind the figures, for either basis; each definition stands in the report whose basis it names. */
function onBothBases(figure: Omit<HeldFigure, "query">): HeldFigure[] {
  return (["orders", "stated"] as const).map((basis) => ({
    ...figure,
    query: basis === "orders" ? orderFeaturesQuery : statedFeaturesQuery,
    isIn: (report) => report.segments?.basis === basis && figure.isIn(report),
  }));
}

function personasOf({ segments }: Parts): PersonaReport | null {
  return segments !== null && hasPersonas(segments) ? segments.personas : null;
}

/** What scores and personas are made of, and the figures of both. */
export const segmentDefinitions: readonly HeldFigure[] = [
  {
    id: "features-orders",
    ...features,
    formula:
      "recency = day after the last day with a purchase − day of the last order; frequency = orders; monetary = revenue",
    query: orderFeaturesQuery,
    isIn: ({ segments }) => segments?.basis === "orders",
  },
  {
    id: "features-stated",
    ...features,
    formula:
      "recency = days between purchases that the stated frequency means; frequency = previous purchases; monetary = purchase amount",
    query: statedFeaturesQuery,
    isIn: ({ segments }) => segments?.basis === "stated",
  },
  ...onBothBases({
    id: "personas",
    name: "Personas",
    words: "Each persona's part of the customers, and of the revenue.",
    formula: "customers of the persona ÷ all customers with the three values; revenue likewise",
    unit: "share",
    isIn: (report) => personasOf(report) !== null,
  }),
  ...onBothBases({
    id: "customer-cloud",
    name: "Customers by what they spend and how recently",
    words: "Points stand for neighbouring customers of one persona, never for one alone.",
    formula: "means of the customers that a point stands for",
    unit: "count",
    isIn: (report) => personasOf(report) !== null,
  }),
  ...onBothBases({
    id: "elbow",
    name: "How close customers are to the middle of their persona",
    words: "The more personas, the closer; where it bends, another persona brings little.",
    formula:
      "sum of squared distances between customers and the middle of their persona, in standard deviations",
    unit: "count",
    isIn: (report) => (personasOf(report)?.inertia.length ?? 0) > 1,
  }),
  ...onBothBases({
    id: "silhouettes",
    name: "How well personas are set apart",
    words: "How much closer customers are to those of their own persona than to those of the next.",
    formula: "mean of (b − a) ÷ max(a, b); a: mean distance within the persona, b: to the nearest other",
    unit: "count",
    isIn: (report) => (personasOf(report)?.silhouette.length ?? 0) > 1,
  }),
  ...onBothBases({
    id: "rfm-grid",
    name: "Customers by recency and frequency",
    words: "Customers with each pair of scores for how recently and how often they bought.",
    formula: "number of customers with the two scores",
    unit: "count",
    isIn: ({ segments }) => segments !== null,
  }),
  ...onBothBases({
    id: "rfm-segments",
    name: "RFM segments",
    words: "Customers in each named region of the scores.",
    formula: "number of customers whose scores lie in the segment's region",
    unit: "count",
    isIn: ({ segments }) =>
      (segments?.segments.filter(({ customers }) => customers !== null && customers > 0).length ?? 0) > 1,
  }),
];
