import type { Formatter } from "../../../report/format.ts";
import { counted, listed } from "../../../report/words/general.ts";
import { type InsightWords, tested } from "../../../report/words/insights.ts";
import type { Change, ChangeMetric, Growth } from "../change.ts";
import type { Comparison } from "../comparison.ts";
import { periodName } from "./comparison.ts";

const subjects: Record<ChangeMetric, { name: string; were: string; rise: string; fall: string }> = {
  orders: { name: "Orders", were: "were", rise: "grow", fall: "shrink" },
  averageOrder: { name: "The average order", were: "was", rise: "grows", fall: "shrinks" },
};

/** A metric that was off what its past let expect, in the last full period. */
export function changeWords(
  { comparison, change }: { comparison: Comparison; change: Change },
  format: Formatter,
): InsightWords {
  const { metric, current, against, expected, q } = change;
  const last = comparison.periods.length - 1;
  const name = (index: number) => periodName(comparison, index, format);
  const { name: subject, were } = subjects[metric];
  // The bound that is nearer to what came first.
  const bounds = current < expected.center ? [expected.high, expected.low] : [expected.low, expected.high];
  const between = bounds.map((value) => sideOf(value, against.value, format));
  const write = (value: number) => (metric === "orders" ? format.count(value) : format.money(value));
  const revenue = revenueMove(comparison, against.index);
  const follows =
    revenue === null
      ? ""
      : ` Revenue was ${sideOf(revenue.now, revenue.before, format)} ${name(against.index)}.`;
  return {
    lead: `${subject} ${were} ${sideOf(current, against.value, format)} ${name(against.index)} in ${name(last)};`,
    rest: `expected from the trend: ${between[0]} to ${between[1]}.${follows}`,
    sure: tested(q),
    evidence: `${write(current)} beside ${write(against.value)} · ${basisOf(change, comparison, format)}${leftOut(comparison, format)}`,
  };
}

function basisOf({ expected }: Change, { unit }: Comparison, format: Formatter): string {
  return expected.by === "season"
    ? `expected (95% of the time) from ${counted(format, expected.from, unit)} held against the same one a year before`
    : `expected (95% of the time) from the ${counted(format, expected.from, unit)} before, too few to know a season`;
}

function leftOut({ partial, unit }: Comparison, format: Formatter): string {
  if (partial.length === 0) return "";
  const names = partial.map((each) =>
    unit === "month" ? format.month(each) : `the week of ${format.day(each)}`,
  );
  return ` · ${listed(names)} not whole, left out`;
}

/** `15% below`, `2% above`, `as high as`. */
function sideOf(value: number, before: number, format: Formatter): string {
  const part = format.share(Math.abs(value / before - 1));
  if (part === format.share(0)) return "as high as";
  return `${part} ${value > before ? "above" : "below"}`;
}

function revenueMove(
  { metrics, periods }: Comparison,
  index: number,
): { now: number; before: number } | null {
  const values = metrics.find(({ metric }) => metric === "revenue")?.values ?? [];
  const [now, before] = [values[periods.length - 1] ?? null, values[index] ?? null];
  return now === null || before === null || before <= 0 ? null : { now, before };
}

/** A metric that rises or falls from year to year. */
export function growthWords({ metric, mean, low, high, months, q }: Growth, format: Formatter): InsightWords {
  const { name, rise, fall } = subjects[metric];
  const part = (log: number) => format.change(Math.expm1(log));
  return {
    lead: `${name} ${mean > 0 ? rise : fall} by ${format.share(Math.abs(Math.expm1(mean)))} a year;`,
    rest: "a steady trend, no news of the last month.",
    sure: tested(q),
    evidence: `${counted(format, months, "month")} held against the same one a year before · 95% interval ${part(low)} to ${part(high)}`,
  };
}
