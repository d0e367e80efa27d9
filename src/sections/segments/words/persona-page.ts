import type { Formatter } from "../../../report/format.ts";
import { counted } from "../../../report/words/general.ts";
import { pageNames } from "../../../report/words/sections.ts";
import type { Persona } from "../segments.ts";

/** What a persona's page says, in the order in which it stands there. */
export const personaPage = {
  back: pageNames.segments,
  profile: "Profile",
  profileTable: "Profile table",
  actions: "What to try",
  actionsLead: "Suggestions that follow from the scores above; try them on some of the customers first.",
  traits: "What sets it apart",
  traitsTable: "Table of what sets it apart",
  tops: "What and where they buy",
  topsLead:
    "By number of purchases, beside the share among all personas. These shares are not tested, so a small difference may be chance.",
  noTops: "None has enough customers to be named.",
  siblings: "Personas",
};

export const profileHeadings = {
  measure: "Measure",
  median: "Median",
  quartiles: "Quartiles",
  mean: "Mean",
  score: "Mean score",
};

export const traitHeadings = {
  trait: "Trait",
  customers: "Customers",
  share: "Share here",
  shareOfAll: "Share of all",
  times: "Times as often",
  chance: "By chance",
};

export const topTitles = { products: "Top products", locations: "Top places" };

/** The headings of a persona's top products or locations. */
export const topHeadings = {
  products: "Product",
  locations: "Place",
  purchases: "Purchases",
  share: "Share here",
  shareOfAll: "Share of all",
};

/** In the place of quartiles that too few customers lie beyond. */
export const tooFew = "too few to show";

/** In the place of a count or share that would tell of too few. */
export const hiddenTrait = { count: tooFew, share: "–", more: "more", less: "less" };

export function profileLead({ customers, revenue }: Persona, format: Formatter): string {
  return `${counted(format, customers, "customer")} who brought ${format.roundMoney(revenue)}. Half of them lie between the two quartiles; scores run from 1 to 5, the best.`;
}

/** A range as it is written; one value where both ends are written alike. */
export function rangeWords(low: string, high: string): string {
  return low === high ? low : `${low}–${high}`;
}

/** What the traits below are, or why there are none; `tested` counts pairs of persona and trait. */
export function traitsLead(
  { name, traits }: Pick<Persona, "name" | "traits">,
  tested: number,
  format: Formatter,
): string {
  if (tested === 0) return "The data hold no traits to compare.";
  const pairs = counted(format, tested, "pair of persona and trait", "pairs of persona and trait");
  return traits.length === 0
    ? `Nothing else does: of ${pairs} tested, none sets ${name} apart from all customers by more than chance explains. Personas differ in what they are made of: how recently, how often and for how much they buy.`
    : `Traits that its customers have more or less often than chance explains, of ${pairs} tested.`;
}
