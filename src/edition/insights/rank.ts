import type { Insight, InsightSource } from "../../report/insight.ts";

/** The Overview opens with at most so many. */
export const mostInsights = 7;
/** So many of one source at most, so that none crowds out the others. */
const mostOfOne = 2;
/** So many that say that nothing was found: one is news, a list is none. */
const mostNothings = 2;

/**
 * The strongest insights, strongest first; equals stand in the order in which they came. Those of source
 * `size`, which any data give, stand in only where there are fewer than three others.
 */
export function rankInsights(found: readonly Insight[]): Insight[] {
  // What is to be known of the data crowds nothing out, and nothing crowds it out.
  const data = found.filter(({ source }) => source === "data");
  const real = found.filter(({ source }) => source !== "size" && source !== "data");
  const sorted = [...real].sort((a, b) => b.strength - a.strength);
  const chosen: Insight[] = [];
  const count = (holds: (insight: Insight) => boolean) => chosen.filter(holds).length;
  for (const insight of sorted) {
    if (chosen.length === mostInsights) break;
    const ofSource = (source: InsightSource) => count((each) => each.source === source);
    if (ofSource(insight.source) === mostOfOne) continue;
    if (insight.sure.level === "nothing" && count(({ sure }) => sure.level === "nothing") === mostNothings)
      continue;
    chosen.push(insight);
  }
  const spare = found.filter(({ source }) => source === "size");
  return [...data, ...chosen, ...spare.slice(0, Math.max(0, 3 - chosen.length))];
}
