import type { HeldFigure } from "../../../report/held-figure.ts";
import { orderFeaturesQuery, statedFeaturesQuery } from "../question/features.ts";

const features: Pick<HeldFigure, "name" | "words" | "unit"> = {
  name: "Recency, frequency, monetary value",
  words: "What RFM scores and personas are made of: one row a customer, published only in sums.",
  unit: "count",
};

/** What scores and personas are made of. */
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
];
