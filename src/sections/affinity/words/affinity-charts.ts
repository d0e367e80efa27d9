import type { Formatter } from "../../../report/format.ts";
import { counted } from "../../../report/words/general.ts";
import type { basketNames } from "./affinity.ts";

type Names = (typeof basketNames)[keyof typeof basketNames];

/** The chart of rules by support and confidence. */
export function rulesChartWords({ title, baskets }: Names) {
  return {
    title: `Rules by support and confidence: ${title.toLowerCase()}`,
    support: `Support (% of ${baskets})`,
    confidence: "Confidence (%)",
    headings: ["Lift", "Rules", "Support", "Confidence"],
  };
}

/** What a point is, how far lifts reach, and how many rules there are where not all are drawn. */
export function rulesCaption(
  { baskets }: Names,
  { drawn, all, low, high }: { drawn: number; all: number; low: string; high: string },
  format: Formatter,
): string {
  const lifts = low === high ? `The lift is ${low}.` : `Lifts reach from ${low} to ${high}.`;
  const part =
    drawn < all
      ? ` Drawn ${drawn === 1 ? "is" : "are"} the ${counted(format, drawn, "rule")} of highest lift.`
      : "";
  return `Each point is a rule: to the right more ${baskets} hold it, further up it holds more often. ${lifts}${part}`;
}

/** A band of lifts between two edges as they are written; null for none. */
export function liftBand(low: string | null, high: string | null): string {
  if (low === null) return high === null ? "Any lift" : `Lift below ${high}`;
  return high === null ? `${low} and more` : `${low} to ${high}`;
}

/** The same in a table whose heading says that it is of lift. */
export function shortBand(name: string): string {
  return name.replace(/^Lift below/u, "Below");
}

/** The network of pairs. */
export const networkWords = {
  traits: "Traits that go together",
  products: "Products that go together",
  pair: "Pair",
  baskets: "Baskets",
  customers: "Customers",
  lift: "Lift",
  rawLift: "Raw lift",
  confidence: "Confidence",
  back: "Confidence back",
  chance: "By chance",
};

/** How many pairs are drawn of how many, and what widths and sizes mean. */
export function networkCaption(
  { baskets, items }: Names,
  shown: { pairs: number; all: number; items: number; low: string; high: string },
  format: Formatter,
): string {
  const { low, high } = shown;
  const which =
    shown.pairs < shown.all
      ? `${format.count(shown.pairs)} of ${format.count(shown.all)} pairs that chance does not explain: the strongest, among ${format.count(shown.items)} ${items}.`
      : `${shown.pairs === 1 ? "The" : "All"} ${counted(format, shown.pairs, "pair")} that chance does not explain.`;
  return `${which} The wider a line, the higher the lift: ${low === high ? low : `${low} to ${high}`}. The larger a dot, the more ${baskets}.`;
}
