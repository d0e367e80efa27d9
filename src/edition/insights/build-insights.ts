import type { Parts } from "../../report/find-insights.ts";
import { createFormatter } from "../../report/format.ts";
import type { Insight } from "../../report/insight.ts";
import { isMet } from "../../sections/listed.ts";
import type { Section } from "../../sections/section.ts";
import { rankInsights } from "./rank.ts";

/** What the Overview says first: three to seven sentences of the sections, most telling first. */
export function buildInsights(sections: readonly Section[], report: Parts): Insight[] {
  const format = createFormatter(report.locale, report.currency);
  const finders = sections
    .filter(({ needs }) => isMet(needs, report))
    .flatMap(({ insights }) => insights ?? []);
  return rankInsights(finders.flatMap((find) => find(report, format)));
}
