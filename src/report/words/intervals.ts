import type { Interval } from "../../statistics/significance/intervals.ts";
import type { Formatter } from "../format.ts";
import { listed } from "./general.ts";

/** The heading of intervals in tables. */
export const intervalHeading = "95% interval";

/** The heading of averages that stand with their intervals. */
export const averageHeading = "Average purchase";

/** In the place of an interval that too few customers decide. */
const noInterval = "–";

/** `66% to 69%`; a dash where none is told. */
export function intervalWords(
  interval: Interval | null | undefined,
  write: (value: number) => string,
): string {
  return interval == null ? noInterval : `${write(interval.low)} to ${write(interval.high)}`;
}

/** ` · 95% interval 66% to 69%`, behind the evidence of numbers; nothing unless it is told of each. */
export function intervalsNote(
  intervals: readonly (Interval | null | undefined)[],
  write: (value: number) => string,
): string {
  if (intervals.some((interval) => interval == null)) return "";
  const each = intervals.map((interval) => intervalWords(interval, write));
  return ` · 95% ${each.length === 1 ? "interval" : "intervals"} ${listed(each)}`;
}

/** `28% (25% to 31%)`; the share alone where no interval is told. */
export function shareWithInterval(value: number, interval: Interval | null, format: Formatter): string {
  const about = interval === null ? "" : ` (${intervalWords(interval, format.share)})`;
  return `${format.share(value)}${about}`;
}

/** `$59.54 ($58.62 to $60.46)` */
export function averageWords(
  value: number | null,
  interval: Interval | null | undefined,
  format: Formatter,
): string {
  if (value === null) return noInterval;
  const about = interval == null ? "" : ` (${intervalWords(interval, format.money)})`;
  return `${format.money(value)}${about}`;
}
