/** How much a rule says, each measure with its one definition. */
export const ruleMeasures = {
  support: { name: "Support", words: "Baskets that hold both sides over all baskets." },
  confidence: {
    name: "Confidence",
    words: "Baskets that hold both sides over those that hold the antecedent.",
  },
  lift: {
    name: "Lift",
    words:
      "Confidence over the consequent's share of all baskets: how many times as often as in general. 1 where the sides have nothing to do with each other; the same in both directions.",
  },
} as const;
