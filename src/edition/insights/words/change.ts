import type { Formatter } from "../../../report/format.ts";
import type { MetricId } from "../../../report/metrics.ts";
import { listed } from "../../../report/words/general.ts";
import type { Compared, Comparison } from "../../../sections/overview/comparison.ts";
import { periodName } from "../../../sections/overview/words/comparison.ts";
import type { InsightWords } from "./parts.ts";

/** A metric that moved, beside the period before and the year before. */
export function changeWords(
  {
    comparison,
    metric,
    compared,
    usual,
  }: { comparison: Comparison; metric: MetricId; compared: Compared; usual: number },
  format: Formatter,
): InsightWords {
  const { at, current, previous, yearBefore } = compared;
  const name = (index: number) => periodName(comparison, index, format);
  const write = (value: number) =>
    metric === "revenue"
      ? format.roundMoney(value)
      : metric === "averageOrder"
        ? format.money(value)
        : format.count(value);
  const against = (before: number, index: number) => {
    if (before === current) return `the same as in ${name(index)}`;
    if (before === 0) return `after none in ${name(index)}`;
    return `${format.share(Math.abs(current / before - 1))} ${current > before ? "more" : "less"} than in ${name(index)}`;
  };
  const was = {
    revenue: "Revenue was",
    orders: "There were",
    customers: "There were",
    averageOrder: "The average order was",
  };
  const of = { revenue: "", orders: " orders", customers: " customers with an order", averageOrder: "" };
  const key = metric === "orders" || metric === "customers" || metric === "averageOrder" ? metric : "revenue";
  const changes = [
    against(previous, at.previous),
    ...(yearBefore === null || at.yearBefore === null ? [] : [against(yearBefore, at.yearBefore)]),
  ];
  const { unit, partial } = comparison;
  const leftOut =
    partial.length === 0
      ? ""
      : ` · ${listed(partial.map((each) => (unit === "month" ? format.month(each) : `the week of ${format.day(each)}`)))} not whole, left out`;
  return {
    lead: `${was[key]} ${write(current)}${of[key]} in ${name(at.current)}:`,
    rest: `${listed(changes)}.`,
    sure: { level: "tested", words: "More than usual" },
    evidence: `from one ${unit} to the next it usually moves by ${format.share(usual)}${leftOut}`,
  };
}
