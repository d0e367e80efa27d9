import type { FindInsights } from "../../../report/find-insights.ts";
import type { Insight } from "../../../report/insight.ts";
import { metricValue } from "../../../report/words/general.ts";
import { pageNames } from "../../../report/words/sections.ts";
import { hasPersonas } from "../../segments/segments.ts";
import { concentrationWords, ratingWords, repeatWords } from "../words/insights.ts";

/** Evenly spread, a tenth of customers brings a tenth; from twice that on revenue rests on few. */
const concentrated = 0.2;
/** Mean ratings from here on are high, and below the second low, on a scale of 5. */
const highRating = 4.25;
const lowRating = 3.25;

/** How revenue rests on customers, whether they come back and are content. */
export const peopleInsights: FindInsights = (report, format) => {
  const { concentration } = report;
  const found: Insight[] = [];
  if (concentration !== null && concentration.topShare >= concentrated) {
    found.push({
      id: "concentration",
      source: "concentration",
      ...concentrationWords(concentration, format),
      link: !hasPersonas(report.segments)
        ? { path: "methods/#insights", name: pageNames.methods }
        : { path: "segments/#personas-section", name: pageNames.segments },
      strength: Math.min(1, 0.4 + concentration.topShare / 2),
    });
  }
  const repeat = metricValue(report, "repeatShare");
  const customers = metricValue(report, "customers") ?? 0;
  const interval = report.metrics.find(({ metric }) => metric === "repeatShare")?.interval;
  if (repeat !== undefined && report.ordersPerCustomer !== null) {
    found.push({
      id: "repeat",
      source: "repeat",
      ...repeatWords({ repeat, customers, interval }, format),
      // Where all have as many orders there is no chart of them.
      link:
        report.ordersPerCustomer.length > 1
          ? { path: "customers/#orders-per-customer", name: "Customers" }
          : { path: "#headlines", name: pageNames.overview },
      // Most telling where nearly all or nearly none come back.
      strength: 0.35 + Math.abs(repeat - 0.5) * 0.5,
    });
  }
  const rating = report.rating?.summary;
  if (rating !== undefined && (rating.mean >= highRating || rating.mean < lowRating)) {
    found.push({
      id: "ratings",
      source: "ratings",
      ...ratingWords(
        {
          mean: rating.mean,
          count: rating.count,
          high: rating.mean >= highRating,
          interval: rating.meanInterval,
        },
        format,
      ),
      link:
        (report.rating?.histogram.bins.length ?? 0) > 1
          ? { path: "customers/#ratings", name: "Customers" }
          : { path: "#headlines", name: pageNames.overview },
      strength: 0.45,
    });
  }
  return found;
};
