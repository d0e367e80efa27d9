import { kmeans } from "ml-kmeans";
import { expect, test } from "vitest";
import { dayOfIso, LAST_DAY } from "./generator/calendar.ts";
import { COHORTS, SILENT } from "./generator/history.ts";
import { KINDS } from "./generator/kinds.ts";
import { centsOf, isPurchase } from "./generator/truth.ts";
import { countBy, groupBy, sample } from "./sample-rows.ts";

interface Features {
  readonly id: string;
  /** Recency, frequency, monetary. */
  readonly values: readonly number[];
}

const customers = featuresOfCustomers();
const kindOf = (id: string): string => sample.kindOfCustomer.get(id) ?? "";

test("should have as many customers of each kind as planted, in their ranges", () => {
  const counts = countBy(customers, ({ id }) => kindOf(id));
  for (const { name, customers: planned, recency, orders } of KINDS) {
    expect(counts.get(name)).toBe(planned);
    for (const { values } of customers.filter(
      ({ id }) => kindOf(id) === name && !sample.silentCustomers.has(id),
    )) {
      expect(values[0]).toBeGreaterThanOrEqual(recency[0]);
      expect(values[0]).toBeLessThanOrEqual(recency[1]);
      expect(values[1]).toBeLessThanOrEqual(orders[1]);
    }
  }
});

test("should have one group of the lapsed stop together after ordering every few weeks", () => {
  const silent = customers.filter(({ id }) => sample.silentCustomers.has(id));
  expect(silent).toHaveLength(SILENT.customers);
  for (const { id, values } of silent) {
    expect(kindOf(id)).toBe("lapsed");
    expect(LAST_DAY + 1 - (values[0] ?? 0)).toBeGreaterThanOrEqual(SILENT.last[0]);
    expect(LAST_DAY + 1 - (values[0] ?? 0)).toBeLessThanOrEqual(SILENT.last[1]);
    expect(values[1]).toBeGreaterThanOrEqual(SILENT.orders[0]);
  }
});

test("should have first orders of one quarter come back clearly more than those of the next", () => {
  const days = new Map<string, Set<number>>();
  for (const { row } of sample.rows.filter((one) => isPurchase(one) && one.row["Customer ID"] !== "")) {
    const own = days.get(row["Customer ID"]) ?? new Set();
    days.set(row["Customer ID"], own.add(dayOfIso(row["Order Date"])));
  }
  const comeBack = ([from, to]: readonly [number, number]) => {
    const cohort = [...days.values()].filter((own) => Math.min(...own) >= from && Math.min(...own) <= to);
    return cohort.filter((own) => own.size > 1).length / cohort.length;
  };
  // data/README.md: 50 % and 7 %.
  expect(comeBack(COHORTS.good)).toBeCloseTo(0.5, 1);
  expect(comeBack(COHORTS.bad)).toBeLessThan(0.1);
});

test("should have k-means find the four kinds on log1p z-scores", () => {
  const points = zScores(customers.map(({ values }) => values.map(Math.log1p)));
  const runs = Array.from({ length: 5 }, (_, seed) => kmeans(points, 4, { seed }));
  const best = runs.reduce((a, b) => (inertia(points, b) < inertia(points, a) ? b : a));
  const labels = customers.map(({ id }) => kindOf(id));
  expect(adjustedRand(labels, best.clusters.map(String))).toBeGreaterThan(0.95);
});

function featuresOfCustomers(): Features[] {
  const known = sample.rows.filter((row) => isPurchase(row) && row.row["Customer ID"] !== "");
  return [...groupBy(known, ({ row }) => row["Customer ID"])].map(([id, rows]) => {
    const lastDay = Math.max(...rows.map(({ row }) => dayOfIso(row["Order Date"])));
    const orders = new Set(rows.map(({ row }) => row["Order ID"])).size;
    const spent = rows.reduce((cents, row) => cents + centsOf(row), 0) / 100;
    return { id, values: [LAST_DAY + 1 - lastDay, orders, spent] };
  });
}

function zScores(rows: readonly (readonly number[])[]): number[][] {
  const column = (index: number): number[] => rows.map((row) => row[index] ?? 0);
  const scales = (rows[0] ?? []).map((_, index) => {
    const values = column(index);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    return { mean, deviation: Math.sqrt(variance) };
  });
  return rows.map((row) =>
    scales.map(({ mean, deviation }, index) => ((row[index] ?? 0) - mean) / deviation),
  );
}

interface Partition {
  readonly clusters: readonly number[];
  readonly centroids: readonly (readonly number[])[];
}

function inertia(points: readonly (readonly number[])[], { clusters, centroids }: Partition): number {
  return points.reduce((total, point, index) => {
    const centre = centroids[clusters[index] ?? 0] ?? [];
    return total + point.reduce((sum, value, axis) => sum + (value - (centre[axis] ?? 0)) ** 2, 0);
  }, 0);
}

/** Hubert and Arabie 1985. */
function adjustedRand(one: readonly string[], other: readonly string[]): number {
  const couples = (keys: readonly string[]): number =>
    [...countBy(keys, (key) => key).values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
  const both = couples(one.map((key, index) => `${key}|${other[index]}`));
  const all = (one.length * (one.length - 1)) / 2;
  const expected = (couples(one) * couples(other)) / all;
  return (both - expected) / ((couples(one) + couples(other)) / 2 - expected);
}
