import type { Insight, InsightSource } from "../../report/insight.ts";
import { isOfTraits } from "./words/cards.ts";

/** The Overview shows so many before the fold. */
const mostFirst = 3;

/** Sources that tell of money or of what brings it. */
const ofMoney: ReadonlySet<InsightSource> = new Set([
  "personas",
  "concentration",
  "change",
  "trend",
  "repeat",
  "comingBack",
  "value",
  "affinity",
]);

/**
 * The insights as the Overview shows them: three first, of different sources, money before curiosities and what was
 * found before what was not; what is to be known of the data, in sight; the others, folded. Otherwise in their order.
 */
export function orderedInsights(insights: readonly Insight[]): {
  first: Insight[];
  notes: Insight[];
  more: Insight[];
} {
  const notes = insights.filter(({ source }) => source === "data");
  const rank = ({ id, source, sure }: Insight) =>
    (sure.level === "nothing" ? 2 : 0) + (ofMoney.has(source) && !isOfTraits(id) ? 0 : 1);
  const ranked = insights
    .filter(({ source }) => source !== "data")
    .map((insight, place) => ({ insight, place }))
    .sort((one, other) => rank(one.insight) - rank(other.insight) || one.place - other.place)
    .map(({ insight }) => insight);
  const first: Insight[] = [];
  for (const insight of ranked) {
    if (first.length < mostFirst && first.every(({ source }) => source !== insight.source))
      first.push(insight);
  }
  for (const insight of ranked) if (first.length < mostFirst && !first.includes(insight)) first.push(insight);
  return { first, notes, more: ranked.filter((insight) => !first.includes(insight)) };
}
