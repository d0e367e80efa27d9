import { createFormatter, type Formatter } from "../format.ts";
import type { Report } from "../report.ts";
import { affinityInsights } from "./affinity-insights.ts";
import { changeInsights } from "./change-insights.ts";
import { differenceInsights } from "./difference-insights.ts";
import { groupInsights } from "./group-insights.ts";
import type { Insight } from "./insight.ts";
import { peopleInsights } from "./people-insights.ts";
import { qualityInsights } from "./quality-insights.ts";
import { rankInsights } from "./rank.ts";

/** All that insights are worked out from. */
type Parts = Omit<Report, "figures" | "insights">;

/** An analysis' part of the insights. */
export type FindInsights = (report: Parts, format: Formatter) => Insight[];

/** What the Overview says first: three to seven sentences, most telling first. */
export function buildInsights(report: Parts): Insight[] {
  const format = createFormatter(report.locale, report.currency);
  const all: readonly FindInsights[] = [
    changeInsights,
    peopleInsights,
    groupInsights,
    differenceInsights,
    affinityInsights,
    qualityInsights,
  ];
  return rankInsights(all.flatMap((find) => find(report, format)));
}
