import { placedChart, placedGroups } from "../../components/placed-figure.ts";
import type { DisclosableSummary } from "../../disclosure/summary.ts";
import { describeBasis } from "../../report/words/general.ts";
import { pageNames } from "../../report/words/sections.ts";
import { whyChanged } from "../sales/figures/why.ts";
import type { Section } from "../section.ts";
import type { Comparison } from "./comparison.ts";
import { heroChart, overviewGroups } from "./figure-groups.ts";
import type { FilterTables } from "./filters/filter-tables.ts";
import { filterRules, filtersTitle } from "./filters/words.ts";
import { changeInsights, trendInsights } from "./insights/change.ts";
import { groupInsights } from "./insights/groups.ts";
import { sizeInsights } from "./insights/size.ts";
import { overviewSubtitle, overviewTitle } from "./overview.ts";
import { overviewPart } from "./part.ts";
import { overviewDefinitions } from "./words/definitions.ts";
import { insightRules, insightsTitle } from "./words/insight-rules.ts";

declare module "../../report/report.ts" {
  interface Report {
    /** Amounts of single purchases (snapshot) or of orders (order lines). */
    spend: { of: "purchase" | "order"; summary: DisclosableSummary | null; histogram: Histogram };
    months: Month[] | null;
    /** Months (`2023-05`) that are not in the list: for too few buyers, or so that these cannot be worked out. */
    monthsWithheld: string[];
    /** Metrics for each full month or week; null without dates or without two full weeks. */
    comparison: Comparison | null;
    /** What a narrowed Overview is made of, published as `filters.json`; null where no field can be chosen from. */
    filters: FilterTables | null;
  }
}

const page = { name: pageNames.overview, path: "" };

/** What matters first. The one section that reads the finished Report. */
export const overview: Section<"spend" | "months" | "monthsWithheld" | "comparison", never> = {
  id: "overview",
  name: pageNames.overview,
  slug: "",
  place: "overview",
  needs: [],
  uses: [],
  part: (inputs) => ({ part: overviewPart(inputs) }),
  definitions: overviewDefinitions,
  insights: [changeInsights, trendInsights, groupInsights, sizeInsights],
  pages: ({ report, format }) => [
    {
      path: "",
      name: pageNames.overview,
      description: `${overviewTitle(report, format)}. ${overviewSubtitle(report, format) ?? describeBasis(report, format)}`,
    },
  ],
  figures: (shown) =>
    shown.report.sales?.change == null
      ? placedGroups(overviewGroups(shown), page)
      : [heroChart(shown), whyChanged(shown)].flatMap((spec) => placedChart(spec, page)),
  downloads: ({ report: { filters } }) =>
    filters === null
      ? []
      : [
          {
            file: "filters.json",
            mediaType: "application/json",
            content: () => JSON.stringify(filters),
          },
        ],
  methods: ({ report, format }) => [
    { id: "insights", title: insightsTitle, rules: insightRules(report, format) },
    ...(report.filters === null
      ? []
      : [
          {
            id: "filters",
            ...filtersTitle,
            rules: filterRules(report.filters, format, report.minimumGroup),
          },
        ]),
  ],
};
