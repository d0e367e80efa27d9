import type { MetricId } from "../../report/metrics.ts";
import { pageNames } from "../../report/words/sections.ts";
import { compare } from "../../sections/overview/comparison.ts";
import type { FindInsights } from "./find-insights.ts";
import { changeWords } from "./words/change.ts";

/** Movements smaller than this are no news. */
const leastChange = 0.05;
/** Fewer earlier movements do not tell what is usual. */
const fewestMovements = 5;
/**
 * A change counts where it is this many times the median movement of earlier periods. Of normally distributed
 * movements about one in twenty goes that far (3 × 0.6745 standard deviations).
 */
export const unusual = 3;

const wanted: readonly MetricId[] = ["revenue", "orders", "customers", "averageOrder"];

/**
 * The first of revenue, orders, customers and average order that moved more in the last full period than it
 * usually does from one period to the next, or against the year before.
 */
export const changeInsights: FindInsights = ({ comparison }, format) => {
  if (comparison === null) return [];
  for (const metric of wanted) {
    const compared = compare(comparison, metric);
    const usual = usualMovement(comparison.metrics.find((each) => each.metric === metric)?.values ?? []);
    if (compared === null || usual === null) continue;
    const { at, current, previous, yearBefore } = compared;
    const candidates = [
      { index: at.previous, before: previous },
      ...(yearBefore === null || at.yearBefore === null
        ? []
        : [{ index: at.yearBefore, before: yearBefore }]),
    ].filter(({ before }) => {
      const moved = movement(before, current);
      return (
        moved !== null && Math.abs(Math.expm1(moved)) >= leastChange && Math.abs(moved) > unusual * usual
      );
    });
    if (candidates.length === 0) continue;
    const largest = Math.max(...candidates.map(({ before }) => Math.abs(current / before - 1)));
    return [
      {
        id: `change/${metric}`,
        source: "change",
        ...changeWords({ comparison, metric, compared, usual: Math.expm1(usual) }, format),
        link: { path: metric === "revenue" ? "#revenue-by-month" : "#headlines", name: pageNames.overview },
        strength: Math.min(1, 0.5 + largest / 2),
      },
    ];
  }
  return [];
};

/** The median size of the movements before the last one, in logarithms; null where there are too few. */
function usualMovement(values: readonly (number | null)[]): number | null {
  const earlier = values.slice(0, -1);
  const sizes = earlier
    .flatMap((value, index) => {
      const moved = index === 0 ? null : movement(earlier[index - 1] ?? null, value);
      return moved === null ? [] : [Math.abs(moved)];
    })
    .sort((a, b) => a - b);
  if (sizes.length < fewestMovements) return null;
  const middle = sizes.length / 2;
  return ((sizes[Math.ceil(middle) - 1] ?? 0) + (sizes[Math.floor(middle)] ?? 0)) / 2;
}

function movement(before: number | null, now: number | null): number | null {
  return before === null || now === null || before <= 0 || now <= 0 ? null : Math.log(now / before);
}
