import type { Formatter } from "../../../report/format.ts";
import { counted } from "../../../report/words/general.ts";
import { pageNames } from "../../../report/words/sections.ts";

/** What the page of affinity says, in the order in which it stands there. */
export const affinityPage = {
  name: pageNames.affinity,
  findings: "The strongest findings",
  definitions: "What the data say by definition",
  definitionsLead: "True of every purchase that has both, so these are not findings and are left out.",
  pictures: "How they are connected",
  picturesLead: "Linked products sell together more often than chance explains.",
  things: "One by one",
  thingsLead: "What sells with each, and to whom. Those in bold have findings.",
  thingLists: { category: "Categories", product: "Top products" },
  tested: "What was tested",
  testedLead: "Every kind of basket in the data, with its thresholds.",
  toMethods: "How rules are tested",
};

/** Above the findings: their order, and what they are held against. */
export function findingsLead(hasWorth: boolean): string {
  return `${hasWorth ? "Those worth the most come first." : "The strongest come first."} The usual rate is the one among orders of the same size, or among customers who bought as much.`;
}

/** What stands around the table of all rules. */
export const explorerWords = {
  title: "All combinations",
  lead: "Where the first is in a basket, the second is there more often than chance explains. Lift says how many times as often, among similar baskets. Each pair is listed once, with its confidence in both directions.",
  controls: "Rules",
  search: "Product or trait",
  kind: "Kind of baskets",
  everyKind: "All",
  support: "Support from %",
  confidence: "Confidence from %",
  lift: "Lift from",
  reset: "Reset",
  region: "Table of rules",
  table: "Rules that chance does not explain",
  firstOnly: "Only the first combinations could be searched: the CSV file below has all of them.",
  nothing: "No combination matches. Shorten the search or lower a threshold.",
};

export const downloadWords = (rules: number, format: Formatter) =>
  `Download ${counted(format, rules, "combination")} as CSV`;

/** A sentence on rules that are not in the list; empty where all are. */
export function unlistedWords(rules: number, format: Formatter): string {
  return rules === 0
    ? ""
    : `${counted(format, rules, "more combination")} of lesser lift ${rules === 1 ? "is" : "are"} not listed.`;
}

/** What the page of a category or product says. */
export const thingPage = {
  back: pageNames.affinity,
  also: "What goes with it",
  leads: "What leads to it",
  traits: "Which traits go with it",
  traitsLead: "Confidence: of the purchases with what is given, those with what follows.",
  /** Before what else a rule wants, or says. */
  ifWith: "if with",
  with: "with",
  /** The box in which a section's table scrolls. */
  tableOf: (title: string) => `Table: ${title}`,
};

/** What confidence is in the table of what buyers also buy, or of what leads to it. */
export function thingLead(side: "also" | "leads", baskets: string, name: string): string {
  return side === "also"
    ? `Confidence: of the ${baskets} with ${name}, those with the other as well; back: of those with the other, those with ${name}.`
    : `Confidence: of the ${baskets} with the other, those with ${name} as well.`;
}

/** The headings of a thing's rules; the first is of the side. */
export const thingHeadings = {
  also: "They also buy",
  leads: "Who buys",
  traits: "If",
  consequent: "Then",
  confidence: "Confidence",
  back: "Confidence back",
  lift: "Lift",
  baskets: "Baskets",
  customers: "Customers",
  chance: "By chance",
};

/** What Methods says above the rules. */
export const affinityMethods = {
  title: "Affinity",
  lead: "What a basket is, how its rules are measured, and how chance is told from them.",
};

/** What the Overview says behind the page's name. */
export const affinityMore = "which products sell together, and to whom";
