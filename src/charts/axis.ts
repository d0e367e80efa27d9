import type { Axis, AxisFormat } from "./spec.ts";

/** Where a value stands on its axis, in units in which the axis is even: itself, or its power of ten. */
export function positionOn(axis: Axis, value: number): number {
  if (axis.scale === "linear") return value;
  if (value > 0) return Math.log10(value);
  throw new RangeError(`The axis "${axis.name}" is logarithmic, and ${value} is not above 0`);
}

/** From the first to the last position that a point or a tick takes; never empty. */
export function reachOf(axis: Axis, values: number[]): { min: number; max: number } {
  const positions = [...values, ...axis.ticks.map(({ at }) => at)].map((value) => positionOn(axis, value));
  const min = positions.reduce((low, position) => Math.min(low, position), positions[0] ?? 0);
  const max = positions.reduce((high, position) => Math.max(high, position), min);
  return max > min ? { min, max } : { min: min - 1, max: max + 1 };
}

/** All, or the first and every second, third, … after it, so that no two neighbours collide. */
export function thinned<Item>(items: Item[], collide: (one: Item, next: Item) => boolean): Item[] {
  for (let step = 1; step < items.length; step++) {
    const kept = items.filter((_, index) => index % step === 0);
    if (kept.every((item, index) => index === 0 || !collide(kept[index - 1] ?? item, item))) return kept;
  }
  return items.slice(0, 1);
}

const formats = new Map<string, Intl.NumberFormat>();

/** A value as a tooltip writes it. */
export function writeValue({ locale, currency, digits }: AxisFormat, value: number): string {
  const key = `${locale} ${currency} ${digits}`;
  const format =
    formats.get(key) ??
    new Intl.NumberFormat(locale, {
      ...(currency === null ? {} : { style: "currency", currency }),
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  formats.set(key, format);
  return format.format(value);
}
