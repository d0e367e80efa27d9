import { placedGroups } from "../../components/placed-figure.ts";
import { customerOrders } from "../../questions/customer-orders.ts";
import { rfmSegments } from "../../report/rfm-segments.ts";
import { absenceOfFields } from "../../report/words/absence.ts";
import { dayNumber } from "../../statistics/calendar/days.ts";
import type { Section } from "../section.ts";
import { valueGroups } from "./figure-groups.ts";
import { groupingBy, groupingByPlace, personaFinder } from "./groupings.ts";
import { valueInsights } from "./insights.ts";
import { type CustomerForecasts, type CustomerValue, customerValue, isShown } from "./part.ts";
import { valueRules } from "./rules.ts";
import { valueDefinitions } from "./words/definitions.ts";
import { noForecastSentence, valueBasis, valueTitle, valueWords } from "./words/page.ts";

declare module "../../report/report.ts" {
  interface Report {
    /** What known customers are expected to bring; null where there are no dated orders of known customers. */
    value: CustomerValue | null;
  }
}

declare module "../section.ts" {
  interface Results {
    /** What is expected of each customer; null without a forecast. */
    value: CustomerForecasts | null;
  }
}

const page = { name: valueWords.name, path: "value/" };

/** What customers will be worth. */
export const value: Section<"value", "segments"> = {
  id: "value",
  name: valueWords.name,
  slug: "value",
  place: "customers",
  needs: ["customer", "date"],
  uses: ["segments"],
  none: { value: null },
  definitions: valueDefinitions,
  insights: [valueInsights],
  absent: ({ report, format }) =>
    isShown(report.value)
      ? null
      : report.value === null
        ? (absenceOfFields(report, ["customer", "date"]) ?? valueWords.nobody)
        : noForecastSentence(report.value, format),
  part: async ({ store, config, progress, gate, lines }, { segments }) => {
    const orders = await customerOrders(store);
    if (orders === null) return { part: { value: null }, result: { value: null } };
    progress.stage(valueWords.stage);
    const { part, single } = customerValue({
      orders,
      isFew: (persons) => gate.isFew(persons),
      discountRate: config.value.discountRate,
      margin: config.value.margin ?? null,
      acquisitionCost: config.value.acquisitionCost ?? null,
      holdoutFrom: config.value.holdoutFrom === undefined ? null : dayNumber(config.value.holdoutFrom),
      personaThen: segments?.frozen?.personaOf == null ? null : personaFinder(segments.frozen.personaOf),
      personas:
        segments?.members == null ? null : groupingBy(segments.members.personaOf, segments.members.names),
      segments: segments?.rfmOf == null ? null : groupingBy(segments.rfmOf, rfmSegments),
      places: await groupingByPlace(store, lines, gate),
    });
    return { part: { value: part }, result: { value: single } };
  },
  pages: ({ report: { value }, format }) =>
    isShown(value)
      ? [{ ...page, description: `${valueTitle(value, format)}. ${valueBasis(value, format)}` }]
      : [],
  figures: ({ report: { value }, format }) =>
    isShown(value) ? placedGroups(valueGroups(value, format), page) : [],
  methods: ({ report: { value }, format }) =>
    value === null ? [] : [{ id: "value", title: valueWords.name, rules: valueRules(value, format) }],
  more: () => valueWords.more,
};
