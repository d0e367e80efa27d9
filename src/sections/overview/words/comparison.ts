import type { Formatter } from "../../../report/format.ts";
import type { MetricDefinition, Unit } from "../../../report/metrics.ts";
import { listed } from "../../../report/words/general.ts";
import { type Compared, type Comparison, compare } from "../comparison.ts";

/** A headline number's last full period in words. */
export interface ComparisonWords {
  /** `Nov 2011: £1,156,205` */
  current: string;
  /** `+8% on Oct 2011`, and the same for the year before where it is known. */
  changes: string[];
}

/** `Nov 2011`, or `the week of December 5, 2011`. */
export function periodName(
  { unit, periods }: Pick<Comparison, "unit" | "periods">,
  index: number,
  format: Formatter,
): string {
  const name = periods[index]?.name ?? "";
  return unit === "month" ? format.month(name) : `the week of ${format.day(name)}`;
}

/** A metric of the last full period beside the one before and the year before; null where it cannot be compared. */
export function comparisonWords(
  comparison: Comparison,
  { id, unit }: Pick<MetricDefinition, "id" | "unit">,
  format: Formatter,
): ComparisonWords | null {
  const compared = compare(comparison, id);
  if (compared === null) return null;
  const { at, current, previous, yearBefore } = compared;
  const name = (index: number) => periodName(comparison, index, format);
  return {
    current: `${capitalized(name(at.current))}: ${writeShort(current, unit, format)}`,
    changes: [
      changeWords(current, previous, unit, name(at.previous), format),
      ...(yearBefore === null || at.yearBefore === null
        ? []
        : [changeWords(current, yearBefore, unit, name(at.yearBefore), format)]),
    ],
  };
}

/** What a metric's sparkline shows, for those who do not see it. */
export function sparklineWords(
  comparison: Comparison,
  { id, name, unit }: Pick<MetricDefinition, "id" | "name" | "unit">,
  shown: { from: number; values: readonly (number | null)[] },
  format: Formatter,
): string {
  const known = shown.values.flatMap((value, index) =>
    value === null ? [] : [{ value, period: periodName(comparison, shown.from + index, format) }],
  );
  const low = known.reduce((least, each) => (each.value < least.value ? each : least), known[0] ?? none);
  const high = known.reduce((most, each) => (each.value > most.value ? each : most), known[0] ?? none);
  const first = periodName(comparison, shown.from, format);
  const last = periodName(comparison, shown.from + shown.values.length - 1, format);
  const [lowest, highest] = [low, high].map(({ value }) => writeShort(value, unit, format));
  const reach =
    lowest === highest
      ? `${lowest} in each`
      : `lowest ${lowest} (${low.period}), highest ${highest} (${high.period})`;
  return `${name} by ${comparison.unit}${id === "customers" ? ", each customer counted once in it" : ""}, ${first} to ${last}: ${reach}.`;
}

const none = { value: 0, period: "" };

/** The sentence that says what is compared, and which periods are not for not being covered whole. */
export function comparisonBasis(comparison: Comparison, format: Formatter): string {
  const { unit, periods, partial } = comparison;
  const last = periodName(comparison, periods.length - 1, format);
  const partialNames = partial.map((name) =>
    unit === "month" ? format.month(name) : `the week of ${format.day(name)}`,
  );
  const leftOut =
    partial.length === 0
      ? ""
      : ` ${capitalized(listed(partialNames))} ${partial.length === 1 ? "is" : "are"} not covered from the first to the last day, and not compared.`;
  return `Beneath each number stands its value in the last full ${unit}, ${last}, beside the ${unit} before${hasYearBefore(comparison) ? " and the same one a year before" : ""}.${leftOut}`;
}

function hasYearBefore(comparison: Comparison): boolean {
  return comparison.metrics.some(({ metric }) => {
    const compared: Compared | null = compare(comparison, metric);
    return compared !== null && compared.yearBefore !== null;
  });
}

function changeWords(now: number, before: number, unit: Unit, period: string, format: Formatter): string {
  switch (unit) {
    case "share":
      return sameOr(format.signed((now - before) * 100), " points", now === before, period);
    case "rating":
      return sameOr(format.signed(now - before, 2), "", now === before, period);
    default:
      return before === 0
        ? now === 0
          ? `the same as ${period}`
          : `none in ${period}`
        : sameOr(format.change(now / before - 1), "", now === before, period);
  }
}

function sameOr(written: string, unit: string, same: boolean, period: string): string {
  return same ? `the same as ${period}` : `${written}${unit} on ${period}`;
}

function writeShort(value: number, unit: Unit, format: Formatter): string {
  return unit === "money" && Math.abs(value) >= 1000 ? format.roundMoney(value) : format.unit(value, unit);
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
