const wantedSteps = 5;

/**
 * Round values across the range of others for the lines of an axis: on a linear scale from 0 in equal steps of
 * 1, 2 or 5 times a power of ten; on a logarithmic one the powers of ten, with 2 and 5 between where they are few.
 */
export function ticksOf(values: readonly number[], scale: "linear" | "log"): number[] {
  const highest = values.reduce((high, value) => Math.max(high, value), 0);
  if (!(highest > 0)) return [0];
  if (scale === "linear") {
    const rough = highest / wantedSteps;
    const power = 10 ** Math.floor(Math.log10(rough));
    const step = ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10) * power;
    return Array.from({ length: Math.ceil(highest / step) + 1 }, (_, index) => round(index * step));
  }
  const lowest = values.reduce((low, value) => (value > 0 ? Math.min(low, value) : low), highest);
  const decades = Math.log10(highest / lowest);
  const factors = decades > 3 ? [1] : [1, 2, 5];
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(lowest)); power <= Math.ceil(Math.log10(highest)); power += 1) {
    for (const factor of factors) ticks.push(round(factor * 10 ** power));
  }
  const first = ticks.findLastIndex((tick) => tick <= lowest);
  const last = ticks.findIndex((tick) => tick >= highest);
  return ticks.slice(Math.max(0, first), last < 0 ? ticks.length : last + 1);
}

function round(value: number): number {
  return Number(value.toPrecision(10));
}
