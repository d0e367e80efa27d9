import { createFormatter } from "../../report/format.ts";
import type { Insight } from "../../report/insight.ts";
import { affinityInsights } from "../../sections/affinity/insights.ts";
import { changeInsights, trendInsights } from "../../sections/overview/insights/change.ts";
import { differenceInsights } from "../../sections/customers/insights/differences.ts";
import type { FindInsights, Parts } from "./find-insights.ts";
import { groupInsights } from "../../sections/overview/insights/groups.ts";
import { peopleInsights } from "../../sections/customers/insights/people.ts";
import { qualityInsights } from "../../sections/data/insights.ts";
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
