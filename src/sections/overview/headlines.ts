import type { Formatter } from "../../report/format.ts";
import { type MetricDefinition, metricDefinitions } from "../../report/metrics.ts";
import type { Report } from "../../report/report.ts";
import type { BeforeAfter, SalesChange } from "../sales/sales.ts";
import { overviewHeadlines } from "./overview.ts";
import { type ChangedWords, changedWords, newcomersWords } from "./words/changed.ts";
import { type ComparisonWords, comparisonWords, sparklineWords } from "./words/comparison.ts";

/** A headline number, all that stands beside it. */
export interface HeadlineCard {
  definition: MetricDefinition;
  written: string;
  /** Beside the period before, where the number is that of a period; null where it is that of all the data. */
  change: ChangedWords | null;
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

/**
 * The four numbers of the latest period beside the one it is compared with; where there is none, those of all the data,
 * with their last full month or week.
 */
export function headlineCards(report: Report, format: Formatter): HeadlineCard[] {
  const change = report.sales?.change ?? null;
  if (change !== null) return changeCards(change, format);
  const { comparison } = report;
  return overviewHeadlines(report).flatMap(({ metric, value }) => {
    const definition = report.definitions.find(({ id }) => id === metric);
    if (definition === undefined) return [];
    return [
      {
        definition,
        written: format.unit(value, definition.unit),
        change: null,
        comparison: comparison === null ? null : comparisonWords(comparison, definition, format),
        trend: trendOf(report, definition, format),
      },
    ];
  });
}

function changeCards(change: SalesChange, format: Formatter): HeadlineCard[] {
  const { measure, sales, orders, customers, averageOrder, newCustomers } = change;
  const numbers: [MetricDefinition["id"], BeforeAfter | null][] = [
    [measure === "net" ? "netSales" : "revenue", sales],
    ["orders", orders],
    ["customers", customers],
    ["averageOrder", averageOrder],
  ];
  return numbers.flatMap(([id, beside]) => {
    const definition = metricDefinitions.find((each) => each.id === id);
    // Of lists of baskets no money is told.
    if (definition === undefined || beside === null || (definition.unit === "money" && sales.after === 0))
      return [];
    const words = changedWords(change, beside, format);
    return [
      {
        definition,
        written:
          definition.unit === "money" && beside.after >= 1000
            ? format.roundMoney(beside.after)
            : format.unit(beside.after, definition.unit),
        change:
          id === "customers" && newCustomers !== null
            ? { ...words, beside: newcomersWords(newCustomers, format) }
            : words,
        comparison: null,
        trend: null,
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
