import type { Formatter } from "../../../report/format.ts";
import type { MetricDefinition } from "../../../report/metrics.ts";
import type { Report } from "../../../report/report.ts";
import { counted, describeReach, listed, metricValue } from "../../../report/words/general.ts";
import { evennessTest, isEven } from "../../../statistics/significance/chi-squared.ts";
import type { SalesUnit as AnyUnit } from "../question/sales-periods.ts";
import type { Discounted, NotCompared, Sales, SalesTimes } from "../sales.ts";
import { changeName, verdict } from "./verdict.ts";

type SalesUnit = Exclude<AnyUnit, "month">;

/** Names and headings of the section. */
export const salesWords = {
  name: "Sales",
  more: "gross to net, by month and hour, discounts, why it changed",
  kept: "From gross to net sales",
  time: "Sales over time",
  why: "Why sales changed",
  when: "Weeks, days and hours",
  mix: "New and returning customers",
  size: { order: "How large orders are", purchase: "How large purchases are" },
  what: "What brings the money",
  bridge: {
    title: (share: string) => `${share} of gross sales was kept`,
    labels: "Step",
    values: "Money",
  },
  gross: "Gross sales",
  discounts: "Discounts",
  returns: "Returns",
  net: "Net sales",
  sales: "Sales before returns",
  netSales: "Net sales",
  mixLead: "Where the sales of each month came from.",
  ofGross: "Of gross sales",
  discounted: {
    title: (share: string) => `${share} of orders had a discount`,
    labels: "Orders",
    values: "Average order",
  },
  withDiscount: "With a discount",
  withoutDiscount: "Without",
  shareOfOrders: "Share of orders",
  ofOrders: (share: string) => `${share} of orders`,
  month: "Month",
  orders: "Orders",
  change: "Change on the year before",
  hours: "Orders by weekday and hour",
  days: { title: "Orders by weekday", labels: "Weekday" },
  periods: {
    week: { measure: "by week, each named by its Monday", labels: "Week from Monday" },
    quarter: { measure: "by quarter", labels: "Quarter" },
    year: { measure: "by year", labels: "Year" },
  },
} as const;

/** Kinds of customers within a period. */
export const customerKinds = { new: "New customers", returning: "Returning customers" } as const;

/** The page's title: the verdict where there is one. */
export function salesTitle(report: Report, format: Formatter): string {
  const change = report.sales?.change ?? null;
  if (change !== null) return verdict(change, format).lead;
  const money = metricValue(report, "netSales") ?? metricValue(report, "revenue");
  const reach = describeReach(report, format);
  return money === undefined ? reach : `${format.roundMoney(money)} from ${reach}`;
}

/** The steps from gross to net, and how much is kept. */
export function bridgeCaption(
  { gross, discounts, returns, net }: { gross: number; discounts: number; returns: number; net: number },
  format: Formatter,
): string {
  const of = (part: number) => format.share(Math.abs(part) / gross);
  const lost = [
    ...(discounts === 0 ? [] : [`discounts (${of(discounts)})`]),
    ...(returns === 0 ? [] : [`returns (${of(returns)})`]),
  ];
  return `${format.roundMoney(net)} of ${format.roundMoney(gross)} was left after ${listed(lost)}.`;
}

export function discountedCaption(
  { orders, averageOrder, averageOther }: Discounted,
  format: Formatter,
): string {
  return `${counted(format, orders, "order")} with a discount came to ${format.money(averageOrder)} on average after it, the others to ${format.money(averageOther)}. Customers who use discounts may buy differently anyway, so this does not show what a discount does.`;
}

/** The period that brought most, of those that are whole. */
export function periodsTitle(periods: readonly SoldIn[], word: SalesUnit, format: Formatter): string {
  const { best } = extremes(periods);
  return best === null
    ? `Sales by ${word}`
    : `Best ${word}: ${best.name}, with ${format.roundMoney(best.sold)}`;
}

/** What is drawn, the weakest of the whole periods, and those that are not whole. */
export function periodsCaption(
  periods: readonly SoldIn[],
  word: SalesUnit,
  { net, format }: { net: boolean; format: Formatter },
): string {
  const { worst } = extremes(periods);
  const compared = periods.filter(({ whole }) => whole);
  const parts = periods.filter(({ whole }) => !whole).map(({ name }) => name);
  const few = parts.length <= 3 ? listed(parts) : counted(format, parts.length, word);
  return [
    `${measureName(net)} ${salesWords.periods[word].measure}.`,
    ...(worst === null || compared.length < 3
      ? []
      : [`Weakest: ${worst.name}, with ${format.roundMoney(worst.sold)}.`]),
    ...(parts.length === 0 ? [] : [`Only partly in the data, so not compared: ${few}.`]),
  ].join(" ");
}

/** A period as it is written, with what it brought. */
export interface SoldIn {
  name: string;
  sold: number;
  whole: boolean;
}

/** The first and the last of at least two whole periods. */
function extremes(periods: readonly SoldIn[]): { best: SoldIn | null; worst: SoldIn | null } {
  // A shop may be closed for a week.
  const ranked = periods
    .filter(({ whole, sold }) => whole && sold > 0)
    .sort((one, other) => other.sold - one.sold);
  const [best, worst] = [ranked[0], ranked.at(-1)];
  return best === undefined || worst === undefined || best === worst
    ? { best: null, worst: null }
    : { best, worst };
}

/** What is called sales: after returns, or before them where these are not told by period. */
export function measureName(net: boolean): string {
  return net ? salesWords.netSales : salesWords.sales;
}

/** A period, marked where the data do not cover it whole. */
export function partName(name: string, whole: boolean): string {
  return whole ? name : `${name} (part)`;
}

/** The months that made most of the difference to the year before. */
export function yearOverYearTitle(
  months: readonly { month: string; change: number }[],
  { fell, yearBefore }: { fell: boolean; yearBefore: string },
  format: Formatter,
): string {
  const sided = months.filter(({ change }) => (fell ? change < 0 : change > 0));
  const most = sided
    .toSorted((one, other) => Math.abs(other.change) - Math.abs(one.change))
    .slice(0, 2)
    .sort((one, other) => (one.month < other.month ? -1 : 1));
  const names = listed(most.map(({ month }) => format.fullMonthName(month)));
  return names === ""
    ? `Sales beside ${yearBefore}`
    : `Sales ${fell ? "fell behind" : "ran ahead of"} ${yearBefore} most in ${names}`;
}

export function yearOverYearCaption({
  net,
  year,
  yearBefore,
  parts,
}: {
  net: boolean;
  year: string;
  yearBefore: string;
  parts: boolean;
}): string {
  return `${measureName(net)} by month, ${year} against ${yearBefore}.${parts ? " Dashed: a month that is not over." : ""}`;
}

/** Beneath the heading of weekdays and hours. */
export const timesLead = "Each order counts once, at the time of its first purchase as the data give it.";

/** How much more a period brought than the one a year before. */
export function onYearBefore(change: number | null, format: Formatter): string {
  return change === null ? "" : format.change(change);
}

/** The weekday on which most is ordered, and the hours. */
export function timesCaption({ days, hours, byHour }: SalesTimes, format: Formatter): string {
  const all = days.reduce((sum, day) => sum + day, 0);
  const best = days.indexOf(Math.max(...days));
  const part = (orders: number) => format.share(orders / all);
  const test = evennessTest(days);
  const lead =
    test !== null && isEven(test)
      ? `No weekday stands out: each has ${part(Math.min(...days))} to ${part(Math.max(...days))} of orders`
      : `${format.weekday(best)} is the busiest day, with ${part(days[best] ?? 0)} of orders`;
  if (hours === null || byHour === null) return `${lead}.`;
  const perHour = hours.map((_, column) => byHour.reduce((sum, day) => sum + (day[column] ?? 0), 0));
  const timed = perHour.reduce((sum, hour) => sum + hour, 0);
  // The last range may be as long as half a day: what is busy is told by the hour.
  const rate = perHour.map((orders, index) => orders / ((hours[index]?.to ?? 0) - (hours[index]?.from ?? 0)));
  const column = rate.indexOf(Math.max(...rate));
  const range = hours[column];
  if (range === undefined) return `${lead}.`;
  return `${lead}; the hour${range.to - range.from > 1 ? "s" : ""} from ${hourName(range.from)} to ${hourName(range.to)} bring${range.to - range.from > 1 ? "" : "s"} ${format.share((perHour[column] ?? 0) / timed)}.`;
}

/** `9:00`. */
function hourName(hour: number): string {
  return `${hour}:00`;
}

/** A range of hours: `9:00`, or `9–12` for the three hours from nine. */
export function hoursName({ from, to }: { from: number; to: number }): string {
  return to - from === 1 ? hourName(from) : `${from}–${to}`;
}

const notCompared: Record<NotCompared, string> = {
  short:
    "The data do not reach back to the same months a year before and hold fewer than two whole quarters, so nothing is compared.",
  money: "The data hold no prices: orders are counted, but nothing is compared.",
  few: "A comparison would reveal what a few customers bought, so nothing is compared.",
};

/** What the page stands on. */
export function salesBasis(report: Report): string {
  const { sales } = report;
  if (sales === null) return "The data have no dates: nothing can be said of months or years.";
  return sales.notCompared === null
    ? "Sales count on the day of the order, returns on the day they came back."
    : notCompared[sales.notCompared];
}

/** Beneath the heading of sales over time. */
export function timeLead({ change, months }: Sales, format: Formatter): string {
  if (change === null) return "";
  const { current, previous } = changeName(change, format);
  const last = months.at(-1);
  const part =
    change.kind === "months"
      ? " The year is not over, so only months that are complete in both years are compared."
      : last !== undefined && !last.whole
        ? ` ${format.fullMonth(last.name)} is incomplete and left out of the comparison.`
        : "";
  return `${current.charAt(0).toUpperCase()}${current.slice(1)} compared with ${previous}.${part}`;
}

/** The heading of what is left after discounts and returns. */
export function keptLead(definitions: readonly MetricDefinition[]): string {
  const net = definitions.find(({ id }) => id === "netSales");
  return net?.words ?? "";
}
