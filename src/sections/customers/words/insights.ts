import type { Formatter } from "../../../report/format.ts";
import { counted } from "../../../report/words/general.ts";
import { certain, type InsightWords } from "../../../report/words/insights.ts";
import { intervalsNote } from "../../../report/words/intervals.ts";
import type { Interval } from "../../../statistics/significance/intervals.ts";
import type { Concentration } from "../concentration.ts";

/** Above how revenue rests on few. */
export const concentrationTitle = "How much rests on few customers";

/** How much the tenth of customers who spend most bring. */
export function concentrationWords(
  { customers, top, topShare, half }: Concentration,
  format: Formatter,
): InsightWords {
  return {
    lead: `The top 10% of customers bring ${format.share(topShare)} of customers' revenue;`.replace(
      "10%",
      format.share(0.1),
    ),
    rest: `half of it comes from ${counted(format, half, "customer")}.`,
    sure: certain,
    evidence: `${format.count(top)} of ${counted(format, customers, "customer")}`,
  };
}

/** How many came back. */
export function repeatWords(
  { repeat, customers, interval }: { repeat: number; customers: number; interval?: Interval | undefined },
  format: Formatter,
): InsightWords {
  const repeaters = Math.round(repeat * customers);
  const words = {
    all: ["Every customer ordered more than once.", ""],
    most: [
      `${format.share(repeat)} of customers ordered more than once;`,
      `${format.count(customers - repeaters)} ordered only once.`,
    ],
    few: [
      `${format.share(1 - repeat)} of customers ordered only once;`,
      `${format.count(repeaters)} ordered more than once.`,
    ],
    none: ["No customer ordered more than once.", ""],
  } as const;
  const [lead, rest] = words[repeat === 1 ? "all" : repeat >= 0.5 ? "most" : repeat > 0 ? "few" : "none"];
  return {
    lead,
    rest,
    sure: certain,
    evidence: `${format.count(repeaters)} of ${counted(format, customers, "customer")} ordered more than once${intervalsNote([interval], format.share)}`,
  };
}

/** Ratings that are high or low as a whole. */
export function ratingWords(
  { mean, count, high, interval }: { mean: number; count: number; high: boolean; interval?: Interval | null },
  format: Formatter,
): InsightWords {
  return {
    lead: `Ratings are ${high ? "high" : "low"}: ${format.decimal(mean, 2)} of 5 on average.`,
    rest: "",
    sure: certain,
    evidence: `${counted(format, count, "rating")}${intervalsNote([interval], (value) => format.decimal(value, 2))}`,
  };
}
