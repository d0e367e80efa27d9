import type { FindInsights } from "../../../report/find-insights.ts";
import { pageNames } from "../../../report/words/sections.ts";
import { type Change, lastChanges, steadyGrowths } from "../change.ts";
import { changeWords, growthWords } from "../words/change-insight.ts";

/**
 * Above this a change is taken for chance, after correction for the metrics looked at. Below the 5 % that may be wrong,
 * since the accounts of a series are told apart by few values.
 */
const mostChance = 0.04;
/** What is nearer to the expected than this is no news, however certain. */
const leastChange = 0.05;
/** A trend is told only where it is surer: it is no news of the month, and stands in for none. */
const mostTrendChance = 0.01;

/** Which of orders and average order were off what their past lets expect in the last full period, surest first. */
export const changeInsights: FindInsights = ({ comparison }, format) => {
  if (comparison === null) return [];
  return lastChanges(comparison)
    .filter((change) => change.q <= mostChance && surprise(change) >= leastChange)
    .sort((a, b) => a.p - b.p)
    .map((change) => ({
      id: `change/${change.metric}`,
      source: "change",
      ...changeWords({ comparison, change }, format),
      link: { path: "#headlines", name: pageNames.overview },
      strength: Math.min(1, 0.6 + surprise(change)),
    }));
};

/** Which of orders and average order rise or fall from year to year: a trend, and no news of the last month. */
export const trendInsights: FindInsights = ({ comparison }, format) => {
  if (comparison === null) return [];
  return steadyGrowths(comparison)
    .filter(({ q, mean }) => q <= mostTrendChance && Math.abs(Math.expm1(mean)) >= leastChange)
    .map((growth) => ({
      id: `trend/${growth.metric}`,
      source: "trend",
      ...growthWords(growth, format),
      link: { path: "#headlines", name: pageNames.overview },
      strength: Math.min(0.9, 0.5 + Math.abs(Math.expm1(growth.mean)) / 2),
    }));
};

/** How far off the expected a value is, as a part of it. */
function surprise({ current, expected }: Change): number {
  return Math.abs(current / expected.center - 1);
}
