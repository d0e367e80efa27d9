import type { Column, ColumnDefinition } from "../../../report/columns.ts";

/** Columns of this section's tables. */
export const segmentColumns = {
  groups: {
    id: "groups",
    name: "Groups",
    words: "The number of groups into which k-means parted the customers.",
  },
  inertia: {
    id: "inertia",
    name: "Inertia",
    words:
      "The sum of squared distances of customers to the centre of their group, in z-scores: the smaller, the tighter the groups.",
  },
  silhouette: {
    id: "silhouette",
    name: "Mean silhouette",
    words:
      "How much nearer customers are to their own group than to the next, on average: 1 at most, about 0 where groups run into each other.",
  },
  medianOf: { id: "medianOf", name: "…, median", words: "Half of the row's customers have at most this." },
  frequencyScore: {
    id: "frequencyScore",
    name: "Frequency 1 to 5",
    words: "The score of frequency: 5 for those who bought most often.",
  },
} as const satisfies Record<string, ColumnDefinition>;

/** Those of a persona's profile, by their headings' keys. */
export const profileColumns = {
  measure: { id: "measure", name: "Measure", words: "What was measured of each customer." },
  median: {
    id: "median",
    name: "Median",
    words: "Half of the persona's customers have at most this; the mean where too few lie on one side of it.",
  },
  quartiles: {
    id: "quartiles",
    name: "Quartiles",
    words: "The middle half of the persona's customers lies between these two (quantiles of type 7).",
  },
  mean: { id: "mean", name: "Mean", words: "The average of the persona's customers." },
  score: {
    id: "meanScore",
    name: "Mean score",
    words: "The average of the customers' scores in the measure, from 1 to 5, 5 best.",
  },
} as const satisfies Record<string, Column>;

const shareHere = {
  id: "shareHere",
  name: "Share here",
  words:
    "The row's part of the persona's customers, or of its purchases where the table counts purchases; of customers with its 95% interval in brackets.",
};
const shareOfAll = {
  id: "shareOfAll",
  name: "Share of all",
  words: "The same part of the customers, or purchases, of all personas.",
};

/** Those of what sets a persona apart, by their headings' keys. */
export const traitColumns = {
  trait: {
    id: "trait",
    name: "Trait",
    words:
      "A field and its value, such as a season; what belongs to purchases is taken from the customer's latest.",
  },
  customers: "customers",
  share: shareHere,
  shareOfAll,
  times: {
    id: "timesAsOften",
    name: "Times as often",
    words: "Share here over share of all: above 1 more often than in general, below 1 less often.",
  },
  chance: "chance",
} as const satisfies Record<string, Column>;

/** Those of a persona's top products or locations, by their headings' keys. */
export const topColumns = {
  products: "product",
  locations: "location",
  purchases: "purchases",
  share: shareHere,
  shareOfAll,
} as const satisfies Record<string, Column>;
