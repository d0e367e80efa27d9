import type { ColumnDefinition } from "../../../report/columns.ts";
import type { PeriodLength } from "../../../statistics/calendar/periods.ts";
import { cohortWords } from "./cohorts.ts";
import { comingBackWords, differenceTitle } from "./page.ts";

/** Columns of this section's tables. */
export const comingBackColumns = {
  within: { id: "within", name: comingBackWords.within.labels, words: "Days since the first order." },
  orderedAgain: {
    id: "orderedAgain",
    name: comingBackWords.share,
    words:
      "Customers who have ordered again by then; those whose first order is too recent to say count as still waited for.",
  },
  category: {
    id: "firstBought",
    name: differenceTitle("category").labels,
    words: "What most of the money of the first order went to.",
  },
  location: {
    id: "firstPlace",
    name: differenceTitle("location").labels,
    words: "Where the first order was bought from.",
  },
  returning: {
    id: "salesToReturning",
    name: comingBackWords.returning,
    words: "Sales to customers who had ordered in an earlier period.",
  },
  newcomers: {
    id: "salesToNew",
    name: comingBackWords.newcomers,
    words: "Sales to customers whose first order is of the period.",
  },
  guests: {
    id: "salesToGuests",
    name: comingBackWords.guests,
    words: "Sales of orders that name no customer.",
  },
  lateDays: {
    id: "lateDays",
    name: comingBackWords.lateDays,
    words: "Nine in ten pauses between orders of the persona's customers are shorter.",
  },
  lateNow: {
    id: "lateNow",
    name: comingBackWords.lateNow,
    words:
      "Customers of the persona who have been silent for longer; empty where they are too few to be told.",
  },
  firstOrder: {
    id: "firstOrderIn",
    name: cohortWords.firstOrder,
    words: "The period in which the customers of the cohort first ordered.",
  },
  perCustomer: {
    id: "typicalSpend",
    name: cohortWords.perCustomer,
    words:
      "The median of what customers of the cohort spent within 90 days of the first order, to three digits.",
  },
  held: {
    id: "againstCohortBefore",
    name: cohortWords.held,
    words: "More or less than the cohort before, where chance would hardly explain it.",
  },
} as const satisfies Record<string, ColumnDefinition>;

/** How many periods have gone by. */
export function sinceColumn(length: PeriodLength): ColumnDefinition {
  return {
    id: `since-${length}`,
    name: cohortWords.since(length),
    words: "How many have gone by since the first order.",
  };
}
