import type { FindInsights } from "../../report/find-insights.ts";
import type { Insight } from "../../report/insight.ts";
import { movesOf } from "./moves.ts";
import { cohortInsightWords, fellWords, lateWords } from "./words/insights.ts";
import { comingBackWords } from "./words/page.ts";

/** Of the customers of a persona, at least so many are late before it is said. */
const leastLate = 0.1;

const link = (anchor: string): Insight["link"] => ({
  path: `coming-back/#${anchor}`,
  name: comingBackWords.name,
});

/** Who of the best customers is late, which cohort is better or worse than the one before, and who fell. */
export const comingBackInsights: FindInsights = ({ comingBack }, format) => {
  if (comingBack == null) return [];
  const { late, cohorts, movement } = comingBack;
  const found: Insight[] = [];
  const [best] = late ?? [];
  if (best !== undefined && best.late !== null && best.late / best.customers >= leastLate)
    found.push({
      id: "late",
      source: "comingBack",
      ...lateWords(best, format),
      link: link("late-customers"),
      strength: Math.min(1, 0.45 + best.late / best.customers / 2),
    });
  const different = cohorts?.comparisons.filter(({ differs }) => differs !== null).at(-1);
  if (cohorts !== null && different !== undefined)
    found.push({
      id: "cohort",
      source: "comingBack",
      ...cohortInsightWords(different, cohorts.comparisons.length, format),
      link: link("cohorts-compared"),
      strength: Math.min(1, 0.4 + Math.abs(different.spent / different.spentBefore - 1) / 2),
    });
  const fell = movement?.personas == null ? null : movesOf(movement.personas);
  if (movement !== null && fell !== null && fell.fell.money !== null && fell.fell.customers > 0) {
    const { before, since } = fell.fell.money;
    if (since < before)
      found.push({
        id: "fell",
        source: "comingBack",
        ...fellWords(movement, fell, format),
        link: link("movement-personas"),
        strength: Math.min(1, 0.4 + fell.fell.customers / Math.max(1, fell.known)),
      });
  }
  return found;
};
