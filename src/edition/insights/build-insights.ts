import { createFormatter } from "../../report/format.ts";
import type { Insight } from "../../report/insight.ts";
import { affinityInsights } from "./affinity-insights.ts";
import { changeInsights, trendInsights } from "./change-insights.ts";
import { differenceInsights } from "./difference-insights.ts";
import type { FindInsights, Parts } from "./find-insights.ts";
import { groupInsights } from "./group-insights.ts";
import { peopleInsights } from "./people-insights.ts";
import { qualityInsights } from "./quality-insights.ts";
import { rankInsights } from "./rank.ts";

/** What the Overview says first: three to seven sentences, most telling first. */
export function buildInsights(report: Parts): Insight[] {
  const format = createFormatter(report.locale, report.currency);
  const all: readonly FindInsights[] = [
    changeInsights,
    trendInsights,
    peopleInsights,
    groupInsights,
    differenceInsights,
    affinityInsights,
    qualityInsights,
  ];
  return rankInsights(all.flatMap((find) => find(report, format)));
}
