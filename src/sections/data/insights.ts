import type { FindInsights } from "../../report/find-insights.ts";
import type { Insight } from "../../report/insight.ts";
import { metricValue } from "../../report/words/general.ts";
import { pageNames } from "../../report/words/sections.ts";
import { droppedWords, guestWords, returnWords, warningWords } from "./words/insights.ts";

/** Parts of the rows from which on a reader should know. */
const manyDropped = 0.01;
const manyGuests = 0.1;
const manyReturns = 0.01;

/** What a reader should know of the data before relying on the numbers. */
export const qualityInsights: FindInsights = (report, format) => {
  const { account } = report.dataset;
  const found: Insight[] = [];
  const add = (id: string, words: Pick<Insight, "lead" | "rest" | "sure" | "evidence">, strength: number) =>
    found.push({
      id: `quality/${id}`,
      source: "quality",
      ...words,
      link: { path: "data/", name: pageNames.data },
      strength,
    });
  // What could change the headline is said whatever else there is to say.
  for (const finding of report.dataset.findings) {
    if (finding.severity !== "warning") continue;
    found.push({
      id: `data/${finding.kind}`,
      source: "data",
      ...warningWords(finding, format),
      link: { path: "data/", name: pageNames.data },
      strength: 1,
    });
  }
  const dropped = account.dropped / account.read;
  if (dropped >= manyDropped) add("dropped", droppedWords(account, format), Math.min(1, 0.5 + dropped * 5));
  const guests = metricValue(report, "guestShare") ?? 0;
  if (guests >= manyGuests) add("guests", guestWords({ share: guests, account }, format), 0.4 + guests / 2);
  const returned = account.returns / account.read;
  const value = metricValue(report, "returnsValue");
  if (returned >= manyReturns && value !== undefined) {
    add(
      "returns",
      returnWords({ account, value, revenue: metricValue(report, "revenue") ?? 0 }, format),
      0.35 + returned,
    );
  }
  return found;
};
