import type { Formatter } from "../../report/format.ts";
import type { MetricDefinition } from "../../report/metrics.ts";
import type { Headline, Report } from "../../report/report.ts";
import { type ComparisonWords, comparisonWords, sparklineWords } from "./words/comparison.ts";

/** A headline number, all that stands beside it. */
export interface HeadlineCard {
  definition: MetricDefinition;
  written: string;
  /** Null where the data have no dates, or too few stand behind the last full period. */
  comparison: ComparisonWords | null;
  /**
   * The latest full periods, at most `trendLength`, and what they show in words; null where there are fewer than
   * three.
   */
  trend: { values: (number | null)[]; words: string } | null;
}

/** So many months reach back to the same one a year before. */
const trendLength = 13;

/** The headline numbers with their definitions and, where there are dates, their last full period. */
export function headlineCards(
  report: Report,
  headlines: readonly Headline[],
  format: Formatter,
): HeadlineCard[] {
  const { comparison } = report;
  return headlines.flatMap(({ metric, value }) => {
    const definition = report.definitions.find(({ id }) => id === metric);
    if (definition === undefined) return [];
    return [
      {
        definition,
        written: format.unit(value, definition.unit),
        comparison: comparison === null ? null : comparisonWords(comparison, definition, format),
        trend: trendOf(report, definition, format),
      },
    ];
  });
}

function trendOf(
  { comparison }: Report,
  definition: MetricDefinition,
  format: Formatter,
): HeadlineCard["trend"] {
  const all = comparison?.metrics.find(({ metric }) => metric === definition.id)?.values ?? [];
  const values = all.slice(-trendLength);
  if (comparison === null || values.filter((value) => value !== null).length < 3) return null;
  return {
    values,
    words: sparklineWords(comparison, definition, { from: all.length - values.length, values }, format),
  };
}
