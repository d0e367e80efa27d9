const interval = "Under the picture of pairs with its 95% interval in brackets: customers are the sample.";
const back = `Baskets that hold both sides over those that hold the consequent: the rule the other way round. ${interval}`;
const raw =
  "Confidence over the consequent's share of all baskets. Large baskets hold more of everything, so that it is above 1 for most pairs that have nothing to do with each other.";

/** How much a rule says, each measure with its one definition. */
export const ruleMeasures = {
  support: { id: "support", name: "Support", words: "Baskets that hold both sides over all baskets." },
  confidence: {
    id: "confidence",
    name: "Confidence",
    words: `Baskets that hold both sides over those that hold the antecedent. ${interval}`,
  },
  confidenceBack: { id: "confidenceBack", name: "Confidence back", words: back },
  back: { id: "back", name: "Back", words: `Confidence back. ${back}` },
  lift: {
    id: "lift",
    name: "Lift",
    words:
      "Baskets that hold both sides over those that chance would put both into among baskets alike: orders of the same size, customers who bought as much, purchases of which both are known. 1 where the sides have nothing to do with each other; the same in both directions.",
  },
  rawLift: { id: "rawLift", name: "Raw lift", words: raw },
  raw: { id: "raw", name: "Raw", words: `Raw lift. ${raw}` },
} as const;
