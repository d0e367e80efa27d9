import type { Formatter } from "../../../report/format.ts";
import type { PeriodLength } from "../../../statistics/calendar/periods.ts";
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
  return `Based on the dated orders of ${format.count(second.customers)} customers. Those whose first order is too recent to tell count as undecided, not as lost.`;
}

/** How soon the second order comes. */
export function soonLead({ second, differences }: ComingBack, format: Formatter): string {
  const half =
    second.medianDays === null
      ? "Fewer than half of all customers order a second time within the time covered."
      : `Half of all customers have ordered again within ${format.count(second.medianDays)} days.`;
  const differs = differences.map(({ field }) =>
    field === "category" ? "what they bought first" : "where they live",
  );
  return differs.length === 0
    ? half
    : `${half} How soon depends on ${differs.join(" and ")}, by more than chance would explain.`;
}

export function withinCaption({ within }: ComingBackTimes, format: Formatter): string {
  const [last] = within.slice(-1);
  return last === undefined
    ? ""
    : `${format.share(last.share)} ordered again within ${format.count(last.days)} days. For customers like these the true figure is likely between ${format.share(last.low)} and ${format.share(last.high)}.`;
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
  if (all === 0) return "The orders carry no money, so there is nothing to divide.";
  return `${format.share(back / all)} of sales come from customers who had ordered in an earlier ${periodWord(periods.length)}, ${format.share(fresh / all)} from new ones${guests > 0 ? ` and ${format.share(guests / all)} from orders without a customer number` : ""}. In the first ${periodWord(periods.length)} everybody counts as new.`;
}

/** Under the chart of new and returning customers. */
export function mixCaption(length: PeriodLength): string {
  return `Sales by ${periodWord(length)} to new customers and to those who had ordered in an earlier ${periodWord(length)}.`;
}

export function lateLead(late: readonly LatePersona[], format: Formatter): string {
  const now = late.reduce((sum, persona) => sum + (persona.late ?? 0), 0);
  return `90% of the gaps between orders are shorter than this.${now > 0 ? ` ${format.count(now)} customers have been silent for longer.` : ""}`;
}
