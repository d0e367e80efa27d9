/** The rule that keeps customers from being found in a report, in one place. */
export function smallGroupsRule(minimum: number): string {
  return [
    `Nothing is published that stands on fewer than ${minimum} customers.`,
    'Such groups are folded into "Other"; other counts, cells and months are not shown, and names and rules that few customers stand behind are left out.',
    `Where what is left out could be worked out from a total, the next smallest goes with it (of months the oldest), until at least ${minimum} customers stand behind what is missing.`,
    `Bins and the points of the cloud of customers hold at least ${minimum} customers each; averages stand on as many.`,
    `Quartiles need ${minimum} customers on either side. Instead of the lowest and the highest value stand quantiles 0.05 and 0.95, where as many lie beyond.`,
    "Guests are no customers: where a month, a bin or a product stands on them, each of their purchases is taken for one of a person of its own.",
    "The counts of rows that were read, left out or changed are of rows, and hold for any number of customers.",
  ].join(" ");
}

/** In the place of a number that stands on too few customers, or would tell of one that does. */
export const notShown = "not shown";
