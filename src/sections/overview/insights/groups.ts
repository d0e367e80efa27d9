import type { FindInsights } from "../../../report/find-insights.ts";
import type { Insight } from "../../../report/insight.ts";
import type { Breakdown, BreakdownField, Group } from "../../../report/report.ts";
import { type Measure, measured } from "../../../report/words/general.ts";
import { pageNames } from "../../../report/words/sections.ts";
import { evennessTest, isEven, isUneven } from "../../../statistics/significance/chi-squared.ts";
import { evenWords, leaderWords, subscribersWords } from "../words/group-insights.ts";

interface Split {
  field: BreakdownField;
  measure: Measure;
  link: Insight["link"];
  /** Many groups: only the largest is told. */
  many?: true;
}

/** Of more groups than that the last one says little, and of a list that is cut it may not be the last. */
const mostCompared = 8;

const splits: readonly Split[] = [
  {
    field: "gender",
    measure: "customers",
    link: { path: "customers/#customers-by-gender", name: "Customers" },
  },
  {
    field: "category",
    measure: "purchases",
    link: { path: "products/#purchases-by-category", name: "Products" },
  },
  {
    field: "location",
    measure: "revenue",
    link: { path: "locations/#all-places", name: pageNames.locations },
    many: true,
  },
  {
    field: "season",
    measure: "purchases",
    link: { path: "products/#purchases-by-season", name: "Products" },
  },
];

/** Which group leads in gender, category, location and season, or that none does. */
export const groupInsights: FindInsights = (report, format) => {
  const found = splits.flatMap((split) => {
    const breakdown = report.breakdowns[split.field];
    return breakdown === undefined ? [] : splitInsight(split, breakdown);
  });
  return [...found, ...subscribers()];

  function splitInsight({ field, measure, link, many }: Split, { groups }: Breakdown): Insight[] {
    const named = groups.filter(({ other }) => other !== true);
    const ranked = [...named].sort((a, b) => measured(b, measure).value - measured(a, measure).value);
    const [first] = ranked;
    // Chance moves people and purchases; money follows them.
    const test = evennessTest(named.map((group) => counts(group, measure)));
    if (first === undefined || test === null) return [];
    if (isUneven(test)) {
      const isMany = many === true || ranked.length > mostCompared;
      const words = leaderWords({ field, measure, ranked, many: isMany }, format);
      const strength = Math.min(1, 0.3 + measured(first, measure).share / 2);
      return [{ id: `group/${field}`, source: "groups", ...words, link, strength }];
    }
    if (!isEven(test) || (field !== "location" && field !== "season")) return [];
    const words = evenWords({ field, measure, ranked, p: test.p }, format);
    return [{ id: `even/${field}`, source: "groups", ...words, link, strength: 0.3 }];
  }

  function subscribers(): Insight[] {
    const rows = report.subscribersByGender ?? [];
    const all = rows.reduce((sum, each) => sum + each.subscribers, 0);
    const only = rows.find((each) => each.subscribers === all);
    if (only === undefined || rows.length < 2 || all === 0) return [];
    return [
      {
        id: "subscribers",
        source: "groups",
        ...subscribersWords({ name: only.name, subscribers: all, customers: only.customers }, format),
        link: { path: "customers/#subscribers-by-gender", name: "Customers" },
        strength: 0.75,
      },
    ];
  }
};

function counts(group: Group, measure: Measure): number {
  return measure === "customers" ? group.customers : group.purchases;
}
