import type { Formatter } from "./format.ts";
import type { Insight } from "./insight.ts";
import type { Report } from "./report.ts";

/** All that insights are worked out from. */
export type Parts = Omit<Report, "figures" | "insights" | "filters">;

/** An analysis' part of the insights. */
export type FindInsights = (report: Parts, format: Formatter) => Insight[];
