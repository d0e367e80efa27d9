import type { Formatter } from "../format.ts";
import { isolated } from "../isolates.ts";
import type { MetricId } from "../metrics.ts";
import type { Group, Report } from "../report.ts";
import { softened } from "./names.ts";

/** `1 customer`, `3,900 customers`. */
export function counted(format: Formatter, count: number, one: string, many = `${one}s`): string {
  return `${format.count(count)} ${count === 1 ? one : many}`;
}

/** `A, B and C` */
export function listed(items: readonly string[], word: "and" | "or" = "and"): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} ${word} ${last}`;
}

/** What a group is measured by, with the words for it. */
export type Measure = "customers" | "purchases" | "revenue";

/** A group by one measure alone. */
export type MeasuredGroup<By extends Measure = Measure> = Pick<
  Group,
  "name" | "other" | "intervals" | By | `${By}Share`
>;

/** A group's value by a measure, with its share of the whole; 0 of the revenue that data without money lack. */
export function measured<By extends Measure>(
  group: MeasuredGroup<By>,
  measure: By,
): { value: number; share: number } {
  return { value: group[measure] ?? 0, share: group[`${measure}Share`] ?? 0 };
}

/** A measure's value as it is written. */
export function writeMeasure(format: Formatter, value: number, measure: Measure): string {
  return measure === "revenue" ? format.roundMoney(value) : format.count(value);
}

/**
 * One sentence on how a measure is spread over groups: even where the largest is at most a quarter above the
 * smallest, else what the first two account for. Where more groups are known, `subject` opens what is said of these as a sentence.
 */
export function describeSpread<By extends Measure>(
  format: Formatter,
  groups: readonly MeasuredGroup<By>[],
  measure: By,
  subject: "" | "They are" | "Those named are" = "",
): string {
  const ranked = [...groups].sort((a, b) => measured(b, measure).value - measured(a, measure).value);
  const [first, second = first] = ranked;
  const last = ranked.at(-1);
  if (first === undefined || second === undefined || last === undefined) return "";
  const most = measured(first, measure);
  const least = measured(last, measure);
  if (ranked.length === 1)
    return most.share >= 1
      ? `All known ${measure === "revenue" ? "revenue is" : `${measure} are`} with ${quoted(first.name)}.`
      : `${quoted(first.name)} has ${format.share(most.share)} of ${measure}.`;
  const each = measure === "revenue" ? "of revenue each" : `${measure} each`;
  const [lowest, highest] = [least, most].map(({ value }) => writeMeasure(format, value, measure));
  if (lowest === highest) return `${subject === "" ? "Even" : `${subject} even`}: ${highest} ${each}.`;
  if (most.value <= least.value * 1.25)
    return `${subject === "" ? "Nearly" : `${subject} nearly`} even: from ${lowest} to ${highest} ${each}.`;
  const [shareOfFirst, shareOfSecond] = format.shares(ranked.map((group) => measured(group, measure).share));
  return `${quoted(first.name)} accounts for ${shareOfFirst} of ${measure}, ${quoted(second.name)} for ${shareOfSecond}.`;
}

const longestName = 40;

/** A name from the data as part of a sentence: cut where it is long, and kept from turning the sentence around. */
export function quoted(name: string): string {
  const soft = softened(name);
  const characters = [...soft];
  const short = characters.length > longestName ? `${characters.slice(0, longestName).join("")}…` : soft;
  return isolated(short);
}

/** The sentence that says what the report stands on, with its period where it has one. */
export function describeBasis(report: Report, format: Formatter): string {
  const { account, files } = report.dataset;
  const [file] = files;
  const from = files.length === 1 && file !== undefined ? file.name : counted(format, files.length, "file");
  if (report.shape === "reviews") {
    const rows = report.dataset.reviews?.rows ?? 0;
    return `Read from ${from}: ${counted(format, rows, "review")}. The data hold no purchases.`;
  }
  const purchases = account.purchases === account.read ? "all" : format.count(account.purchases);
  const rows = `Read from ${from}: ${counted(format, account.read, "row")}, ${purchases} of them purchases.`;
  if (report.period !== null) {
    const [first, last] = [format.day(report.period.first), format.day(report.period.last)];
    return first === last ? `Purchases of ${first}. ${rows}` : `Purchases from ${first} to ${last}. ${rows}`;
  }
  if (report.shape === "orderLines") return rows;
  if (isRowPerCustomer(report)) return `One row per customer, no dates. ${rows}`;
  const customers = metricValue(report, "customers") ?? 0;
  const spread =
    customers === 0
      ? ""
      : `; ${counted(format, account.purchases, "row")} of ${counted(format, customers, "customer")}`;
  return `No orders or dates: rows are purchases${spread}. ${rows}`;
}

/** Whether each customer stands in one row, and each row is a customer's. */
export function isRowPerCustomer(report: Report): boolean {
  return (
    report.shape === "snapshot" && metricValue(report, "customers") === metricValue(report, "transactions")
  );
}

/** How much a report is about: `3,900 customers`; where all buyers are guests, orders, or else purchases. */
export function describeReach(report: Report, format: Formatter): string {
  if (report.shape === "reviews") return counted(format, report.dataset.reviews?.rows ?? 0, "review");
  const ways = [
    ["customers", "customer"],
    ["orders", "order"],
    ["transactions", "purchase"],
  ] as const;
  for (const [metric, one] of ways) {
    const value = metricValue(report, metric) ?? 0;
    if (value > 0) return counted(format, value, one);
  }
  return counted(format, 0, "purchase");
}

/** `1,000 reviews, rated 4.2 on average`; without a rating where too few gave one. */
export function describeReviews(report: Report, rating: number | null, format: Formatter): string {
  const reach = describeReach(report, format);
  return rating === null ? reach : `${reach}, rated ${format.decimal(rating)} on average`;
}

/** A metric's value; undefined where the report does not hold it. */
export function metricValue(report: Pick<Report, "metrics">, id: MetricId): number | undefined {
  return report.metrics.find(({ metric }) => metric === id)?.value;
}
