import type { Formatter } from "../../../report/format.ts";
import type { PeriodLength } from "../cohorts.ts";
import type { ComingBack, LatePersona, ReturnDifference } from "../part.ts";
import type { ComingBackTimes } from "../second-orders.ts";

/** Names and headings of the section. */
export const comingBackWords = {
  name: "Coming back",
  more: "who orders again and how soon, new and returning customers, who is late",
  soon: "How soon customers order again",
  mix: "New and returning customers",
  cohorts: "Customers by their first order",
  within: { title: "Customers who order a second time", labels: "Within" },
  active: "Share of customers who ordered",
  value: "Revenue per customer so far",
  revenue: { title: "Sales to new and returning customers", labels: "Period" },
  late: { title: "When silence becomes unusual", labels: "Persona" },
  lateDays: "Days of silence",
  lateNow: "late now",
  share: "Share who ordered again",
  newcomers: "New",
  returning: "Returning",
  guests: "Without a customer number",
  firstOrder: "First order",
} as const;

const fieldNames: Record<ReturnDifference["field"], { title: string; labels: string }> = {
  category: { title: "Second orders by what was bought first", labels: "First bought" },
  location: { title: "Second orders by place", labels: "Place of the first order" },
};

export function differenceTitle(field: ReturnDifference["field"]): { title: string; labels: string } {
  return fieldNames[field];
}

/** A period's length in words: `month`. */
export function periodWord(length: PeriodLength): string {
  return { 1: "month", 3: "quarter", 6: "half-year", 12: "year" }[length];
}

/** The page's title. */
export function comingBackTitle({ second }: ComingBack, format: Formatter): string {
  const [last] = second.within.slice(-1);
  return last === undefined
    ? "Who comes back"
    : `${format.share(last.share)} of customers order again within ${format.count(last.days)} days`;
}

/** What the page stands on. */
export function comingBackBasis({ second }: ComingBack, format: Formatter): string {
  return `From the dated orders of ${format.count(second.customers)} customers. Those whose first order is too recent to say count as still waited for.`;
}

/** How soon the second order comes. */
export function soonLead({ second, differences }: ComingBack, format: Formatter): string {
  const half =
    second.medianDays === null
      ? "Fewer than half of all customers order a second time within the period of the data."
      : `Half of all customers have ordered again after ${format.count(second.medianDays)} days.`;
  const differs = differences.map(({ field }) =>
    field === "category" ? "what they bought first" : "where they live",
  );
  return differs.length === 0
    ? half
    : `${half} How soon depends on ${differs.join(" and ")}: by more than chance would explain.`;
}

export function withinCaption({ within }: ComingBackTimes, format: Formatter): string {
  const [last] = within.slice(-1);
  return last === undefined
    ? ""
    : `Within ${format.count(last.days)} days it is ${format.share(last.share)}, likely between ${format.share(last.low)} and ${format.share(last.high)} for customers like these.`;
}

export function withinLabel(days: number, format: Formatter): string {
  return `${format.count(days)} days`;
}

export function differenceCaption({ groups }: ReturnDifference, format: Formatter): string {
  const days = groups[0]?.within.at(-1)?.days ?? 90;
  return `Share of customers who order again within ${format.count(days)} days of the first order.`;
}

/** What new and returning customers bring. */
export function mixLead({ periods }: ComingBack, format: Formatter): string {
  if (periods === null) return "";
  const total = (key: "newRevenue" | "returningRevenue" | "guestRevenue") =>
    periods.periods.reduce((sum, period) => sum + period[key], 0);
  const [fresh, back, guests] = [total("newRevenue"), total("returningRevenue"), total("guestRevenue")];
  const all = fresh + back + guests;
  if (all === 0) return "Orders without money: there is nothing to divide.";
  return `${format.share(back / all)} of sales come from customers who had ordered in an earlier ${periodWord(periods.length)}, ${format.share(fresh / all)} from new ones. In the first ${periodWord(periods.length)} everybody counts as new.`;
}

export function lateLead(late: readonly LatePersona[], format: Formatter): string {
  const now = late.reduce((sum, persona) => sum + (persona.late ?? 0), 0);
  return `Nine in ten pauses between orders are shorter than this.${now > 0 ? ` ${format.count(now)} customers have been silent for longer.` : ""}`;
}

/** What the tables of cohorts show. */
export function cohortsLead(length: PeriodLength): string {
  const word = periodWord(length);
  return `Each row holds the customers of one first order's ${word}, followed from ${word} to ${word}. The first row holds customers from before the data as well; the last column of each row may be a part of a ${word} only.`;
}

export function activeCaption(length: PeriodLength): string {
  return `Of the customers of a row, the share with an order so many ${periodWord(length)}s after the first.`;
}

export function valueCaption(length: PeriodLength): string {
  return `What a customer of a row has spent by the end of each ${periodWord(length)}, on average.`;
}

/** What Methods says. */
export function comingBackRules(part: ComingBack): { name: string; words: string }[] {
  return [
    {
      name: "Time to the second order",
      words:
        "Kaplan–Meier estimate (1958) of the share of customers with a second order, customers without one being censored on the last day of the data; intervals are 95%, by Greenwood’s error on the log(−log) scale. Two orders of one day count as two.",
    },
    {
      name: "Differences by first order",
      words:
        "Log-rank test (Mantel 1966) on customers, by the category and the place that most of the money of the first order went to, groups of at least 30 customers, corrected for both by Benjamini and Hochberg; told below 5%.",
    },
    {
      name: "Cohorts",
      words: `Customers by the period of their first order${part.cohorts === null ? "" : ` (here: the ${periodWord(part.cohorts.length)})`}. Months are used where no cell, and no rest of a row, would show few customers, else quarters, half-years or years. Where only a few orders have no customer, they count as returning in the sales by period.`,
    },
    {
      name: "Unusually late",
      words:
        "The 90% quantile of the pauses between days of purchase within a persona; a customer is late who has been silent for longer on the last day of the data.",
    },
  ];
}
