import type { MetricId } from "../../../src/report/metrics.ts";
import type { Comparison } from "../../../src/sections/overview/comparison.ts";

type Values = Partial<Record<MetricId, readonly (number | null)[]>>;

const metricsOf = (values: Values): Comparison["metrics"] =>
  Object.entries(values).map(([metric, each]) => ({ metric: metric as MetricId, values: [...each] }));

const lengthOf = (values: Values) => Math.max(...Object.values(values).map((each) => each.length));

/** Months from January 2023 on with these values. */
export function monthly(values: Values, partial: string[] = []): Comparison {
  const periods = Array.from({ length: lengthOf(values) }, (_, index) => {
    const name = `${2023 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
    return { name, first: `${name}-01`, last: `${name}-28` };
  });
  return { unit: "month", periods, partial, metrics: metricsOf(values) };
}

/** Weeks from the first of January 2024 on, at most five. */
export function weekly(values: Values, partial: string[] = []): Comparison {
  const periods = Array.from({ length: lengthOf(values) }, (_, index) => {
    const day = (of: number) => `2024-01-${String(of).padStart(2, "0")}`;
    return { name: day(1 + 7 * index), first: day(1 + 7 * index), last: day(7 + 7 * index) };
  });
  return { unit: "week", periods, partial, metrics: metricsOf(values) };
}
