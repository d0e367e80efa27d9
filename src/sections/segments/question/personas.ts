import { clusterStability } from "../../../statistics/clusters/cluster-stability.ts";
import type { Clustering } from "../../../statistics/clusters/clustering.ts";
import { kMeans, startingCentroids, thorough } from "../../../statistics/clusters/k-means.ts";
import { kMeansByK } from "../../../statistics/clusters/k-means-by-k.ts";
import { kneedle } from "../../../statistics/clusters/kneedle.ts";
import { lloyd } from "../../../statistics/clusters/lloyd.ts";
import { mlKMeans } from "../../../statistics/clusters/ml-k-means.ts";
import { type Structure, structureOf } from "../../../statistics/clusters/one-cloud.ts";
import { meanSilhouettes } from "../../../statistics/clusters/silhouette.ts";
import { type Points, pointsOf, takePoints } from "../../../statistics/describe/points.ts";
import { type Standardized, standardize } from "../../../statistics/describe/standardize.ts";
import { sum } from "../../../statistics/describe/sum.ts";
import { type Random, seededRandom } from "../../../statistics/random/random.ts";
import { sampleIndexes } from "../../../statistics/random/sample-indexes.ts";
import type { Features } from "./features.ts";
import { type Measure, measures } from "./scores.ts";

/** Everything random below follows from these: the same customers give the same personas. */
export const personaSeed = 2026;
/** Personas are learned from at most so many customers. */
export const mostTrained = 100_000;
/** Up to so many customers silhouettes are exact; above they are those of a sample. */
export const mostExactSilhouette = 4_000;
/** The sample's size. */
const silhouetteSample = 3_000;
/** Bootstrap resamples behind the stability of personas. */
export const resamples = 50;
/** More of Lloyd's rounds than a resample takes. */
const resampleRounds = 300;
/** Numbers of clusters that are tried. */
export const mostTried = 10;

/** Clusters of customers by z-scores of recency, frequency and monetary value. */
export interface Personas {
  /** log1p before scaling, where the data are order lines: few customers order much, most little. */
  transform: "log1p" | "none";
  scale: Record<Measure, { mean: number; deviation: number }>;
  /** Persona of each customer in the order of the features; 0 is worth most. */
  labels: Uint8Array;
  personas: {
    customers: number;
    /** The mean of its z-scores. */
    centroid: Record<Measure, number>;
    /** Mean of (−recency, frequency, monetary) of the centroid. */
    value: number;
    /** Money a customer: revenue, or in a snapshot the purchase amount times the purchases a year as stated. */
    worth: number;
    /** Mean Jaccard similarity over the resamples. */
    stability: number;
  }[];
  /** Whether they are groups that the customers form. */
  structure: Structure;
  /** Inertia of 1, 2, … clusters. */
  inertia: number[];
  /** Mean silhouette of 2, 3, … clusters. */
  silhouette: number[];
  /** The number of clusters at the knee of the inertia, or null. */
  knee: number | null;
  /** Customers that clusters were learned from, and those that silhouettes stand on. */
  trainedOn: number;
  silhouetteOn: number;
}

/** Why customers cannot be divided, with what decided it. */
export type NoPersonas =
  | { why: "few"; customers: number; k: number }
  | { why: "alike"; different: number; k: number }
  | { why: "constant"; measure: Measure; value: number }
  | { why: "infinite"; measure: Measure };

/**
 * Personas by k-means on z-scores (population standard deviation), k as given or, for `auto`, of the highest
 * silhouette among those all of whose clusters have enough customers. Ordered by what they are worth in money a
 * customer.
 */
export function findPersonas(
  features: Features,
  wanted: number | "auto",
  isEnough: (customers: number) => boolean = () => true,
): Personas | NoPersonas {
  const transform = features.basis === "orders" ? "log1p" : "none";
  const least = wanted === "auto" ? 2 : wanted;
  const count = features.customers.length;
  if (count < least) return { why: "few", customers: count, k: least };
  const scaled = scale(features, transform, least);
  if ("why" in scaled) return scaled;
  const random = seededRandom(personaSeed);
  const all = pointsOf(measures.map((measure) => scaled[measure].z.map(withoutNoise)));
  const points = sampleOf(all, mostTrained, random).points;
  const different = countDifferent(points, mostTried);
  if (different < least) return { why: "alike", different, k: least };

  const byK = kMeansByK(points, Math.min(mostTried, different), random);
  const silhouettes = silhouettesOf(points, byK, random);
  const k = wanted === "auto" ? farthestApart(byK, silhouettes.values, isEnough) : wanted;
  const best = kMeans(points, k, random, thorough, byK[k - 1]);
  byK[k - 1] = best;
  const found = mlKMeans(points, best.centroids);
  const worths = worthsOf(features, points === all ? found.labels : lloyd(all, found.centroids, 1).labels, k);
  const shown = inOrderOfWorth(found, worths);
  const stability = clusterStability(
    points,
    shown,
    // Two starts or fewer would make personas look less stable than they are.
    (resample) => {
      const start = startingCentroids(resample, Math.min(k, resample.count), random, 3);
      return lloyd(resample, start, resampleRounds);
    },
    resamples,
    random,
  );
  const labels = points === all ? shown.labels : lloyd(all, shown.centroids, 1).labels;
  const inertia = byK.map((clustering) => clustering.inertia);
  const knee = kneedle(inertia);
  return {
    transform,
    scale: {
      recency: { mean: scaled.recency.mean, deviation: scaled.recency.deviation },
      frequency: { mean: scaled.frequency.mean, deviation: scaled.frequency.deviation },
      monetary: { mean: scaled.monetary.mean, deviation: scaled.monetary.deviation },
    },
    labels,
    personas: Array.from({ length: k }, (_, persona) => ({
      customers: labels.reduce((members, label) => members + (label === persona ? 1 : 0), 0),
      centroid: centroidOf(shown, persona),
      value: zValueOf(shown, persona),
      worth: worths[shown.from[persona] ?? persona] ?? 0,
      stability: stability[persona] ?? Number.NaN,
    })),
    structure: structureOf(points, silhouettes.values[k - 2] ?? Number.NaN, k, personaSeed + 1),
    inertia,
    silhouette: silhouettes.values,
    knee: knee === null ? null : knee + 1,
    trainedOn: points.count,
    silhouetteOn: silhouettes.customers,
  };
}

/**
 * A z-score without its last bits: in another currency they are others, and where things are equal they would decide.
 */
function withoutNoise(z: number): number {
  return Math.round(z * 1e8) / 1e8;
}

function scale(
  features: Features,
  transform: Personas["transform"],
  k: number,
): Record<Measure, Standardized> | NoPersonas {
  const scaled = measures.map((measure) => {
    const values = features[measure];
    // The square of a larger number would not be finite.
    const infinite = values.some((value) => !(Math.abs(value) < 1e150));
    return {
      measure,
      infinite,
      value: values[0] ?? 0,
      standard: standardize(transform === "log1p" ? values.map(Math.log1p) : values),
    };
  });
  const infinite = scaled.find((each) => each.infinite);
  if (infinite !== undefined) return { why: "infinite", measure: infinite.measure };
  const [recency, frequency, monetary] = scaled.map(({ standard }) => standard);
  if (recency && frequency && monetary) return { recency, frequency, monetary };
  const constants = scaled.filter(({ standard }) => standard === null);
  const [first] = constants;
  if (first === undefined || constants.length === measures.length) return { why: "alike", different: 1, k };
  return { why: "constant", measure: first.measure, value: first.value };
}

function sampleOf(points: Points, most: number, random: Random): { points: Points; indexes: Uint32Array } {
  const indexes = sampleIndexes(points.count, most, random);
  return { points: points.count <= most ? points : takePoints(points, indexes), indexes };
}

/** The number of different points, at most `enough`. */
function countDifferent({ count, dimensions, values }: Points, enough: number): number {
  const seen = new Set<string>();
  for (let index = 0; index < count && seen.size < enough; index += 1) {
    seen.add(values.subarray(index * dimensions, (index + 1) * dimensions).join(" "));
  }
  return seen.size;
}

/**
 * The number of clusters of the highest silhouette; of those only whose clusters are large enough, if there are any.
 */
function farthestApart(
  byK: readonly Clustering[],
  silhouettes: readonly number[],
  isEnough: (customers: number) => boolean,
): number {
  const rated = silhouettes.map((value, index) => ({ k: index + 2, value }));
  const large = rated.filter(({ k }) => byK[k - 1]?.sizes.every(isEnough));
  const [best] = (large.length > 0 ? large : rated).sort((a, b) => b.value - a.value || a.k - b.k);
  return best?.k ?? 2;
}

/** Mean silhouettes of 2, 3, … clusters. */
function silhouettesOf(
  points: Points,
  byK: readonly Clustering[],
  random: Random,
): { values: number[]; customers: number } {
  const size = points.count <= mostExactSilhouette ? points.count : silhouetteSample;
  const sample = sampleOf(points, size, random);
  const labelings = byK
    .slice(1)
    .map(({ labels }) => Uint8Array.from(sample.indexes, (index) => labels[index] ?? 0));
  return { values: meanSilhouettes(sample.points, labelings), customers: size };
}

/** Values that differ by no more than rounding are equal. */
function rank(value: number): number {
  return Math.round(value * 1e9);
}

/** Money a customer of each cluster. */
function worthsOf({ basis, recency, monetary }: Features, labels: Uint8Array, k: number): number[] {
  return Array.from({ length: k }, (_, cluster) => {
    const worths: number[] = [];
    labels.forEach((label, index) => {
      if (label !== cluster) return;
      const times = basis === "stated" ? daysOfYear / (recency[index] ?? daysOfYear) : 1;
      worths.push((monetary[index] ?? 0) * times);
    });
    return worths.length === 0 ? Number.NEGATIVE_INFINITY : sum(worths) / worths.length;
  });
}

const daysOfYear = 365;

/**
 * The clusters renumbered: worth most first; of equals the larger, then the one of smaller recency. `from` gives the
 * number that each had.
 */
function inOrderOfWorth(clustering: Clustering, worths: readonly number[]): Clustering & { from: number[] } {
  const { k, centroids, labels, sizes } = clustering;
  const order = Array.from({ length: k }, (_, cluster) => cluster).sort(
    (a, b) =>
      byAmount(worths[b] ?? 0, worths[a] ?? 0) ||
      rank(zValueOf(clustering, b)) - rank(zValueOf(clustering, a)) ||
      (sizes[b] ?? 0) - (sizes[a] ?? 0) ||
      rank(centroidOf(clustering, a).recency) - rank(centroidOf(clustering, b).recency) ||
      rank(centroidOf(clustering, b).frequency) - rank(centroidOf(clustering, a).frequency),
  );
  const place = Uint8Array.from({ length: k }, (_, cluster) => order.indexOf(cluster));
  const dimensions = centroids.length / k;
  return {
    ...clustering,
    from: order,
    centroids: Float64Array.from(
      order.flatMap((cluster) => [...centroids.subarray(cluster * dimensions, (cluster + 1) * dimensions)]),
    ),
    labels: labels.map((label) => place[label] ?? 0),
    sizes: Uint32Array.from(order, (cluster) => sizes[cluster] ?? 0),
  };
}

/** The order of two amounts of money in any currency, equal where only rounding sets them apart. */
function byAmount(one: number, other: number): number {
  return Math.abs(one - other) <= 1e-9 * Math.max(Math.abs(one), Math.abs(other)) ? 0 : one - other;
}

/** Mean of (−recency, frequency, monetary) of a centroid, in z-scores. */
function zValueOf(clustering: Clustering, cluster: number): number {
  const { recency, frequency, monetary } = centroidOf(clustering, cluster);
  return sum([-recency, frequency, monetary]) / measures.length;
}

function centroidOf({ centroids }: Clustering, cluster: number): Record<Measure, number> {
  const at = (axis: number) => centroids[cluster * measures.length + axis] ?? 0;
  return { recency: at(0), frequency: at(1), monetary: at(2) };
}
