import { type Points, takePoints } from "../describe/points.ts";
import { exchange } from "../random/exchange.ts";
import type { Random } from "../random/random.ts";
import { sampleIndexes } from "../random/sample-indexes.ts";
import { type Clustering, mostClusters } from "./clustering.ts";
import { kMeansPlusPlus } from "./k-means-plus-plus.ts";
import { lloyd } from "./lloyd.ts";

/** How hard to search for the best clustering. */
export interface Effort {
  /** k-means++ starts of which each chain takes the best. */
  starts: number;
  /** A chain ends after so many disturbances in a row without gain. */
  patience: number;
  /** The search ends when so many chains have found the same best … */
  agree: number;
  /** … or after so many chains. */
  chains: number;
}

/**
 * Enough that other seeds end at the same clustering, or at one that differs in a handful of points: tried on data
 * with hundreds of near-equal optima.
 */
export const thorough: Effort = { starts: 3, patience: 12, agree: 3, chains: 12 };

const mostRounds = 300;
const mostPasses = 100;

/**
 * k-means by iterated local search. A chain takes the best of some k-means++ starts, then disturbs its
 * centroids and keeps what is better; chains are run until several agree on the best inertia. Every step ends
 * at an optimum of Lloyd's and of Hartigan's exchange. A clustering into k found before counts as the start of a chain.
 * Throws a RangeError for k below 1, above 255 or above the number of points; with fewer distinct points than k,
 * clusters may stay empty.
 */
export function kMeans(
  points: Points,
  k: number,
  random: Random,
  effort: Effort,
  known?: Clustering,
): Clustering {
  if (!(Number.isInteger(k) && k >= 1 && k <= Math.min(points.count, mostClusters)))
    throw new RangeError(`no ${k} clusters of ${points.count} points`);
  let best =
    known === undefined ? chain(points, k, random, effort) : disturb(points, known, random, effort.patience);
  let agreed = 1;
  for (let round = 1; round < effort.chains && agreed < effort.agree; round += 1) {
    const found = chain(points, k, random, effort);
    if (isBetter(found, best)) {
      best = found;
      agreed = 1;
    } else if (!isBetter(best, found)) agreed += 1;
  }
  return best;
}

/** What exchanges can gain after Lloyd's rounds is seldom more than this. */
const exchangeable = 1.003;

/**
 * The optimum that is reached from given centroids. A descent that will hardly come below the inertia to beat is
 * given up on the way.
 */
export function descend(
  points: Points,
  centroids: Float64Array,
  toBeat = Number.POSITIVE_INFINITY,
): Clustering {
  const low = lloyd(points, centroids, mostRounds, toBeat);
  return low.inertia > toBeat * exchangeable ? low : exchange(points, low, mostPasses);
}

/** Starts are sought on at most so many points, for they are only starts. */
const mostSought = 500;

/** Centroids to descend from: the best of several k-means++ starts and Lloyd's rounds, on a sample of the points. */
export function startingCentroids(points: Points, k: number, random: Random, starts: number): Float64Array {
  const size = Math.min(points.count, Math.max(mostSought, k));
  const some = takePoints(points, sampleIndexes(points.count, size, random));
  let best = lloyd(some, kMeansPlusPlus(some, k, random), mostRounds);
  for (let start = 1; start < starts; start += 1) {
    const found = lloyd(some, kMeansPlusPlus(some, k, random), mostRounds, best.inertia);
    if (isBetter(found, best)) best = found;
  }
  return best.centroids;
}

/** Whether one clustering's inertia is lower than another's by more than rounding. */
export function isBetter(one: Clustering, other: Clustering): boolean {
  return one.inertia < other.inertia * (1 - 1e-9);
}

function chain(points: Points, k: number, random: Random, { starts, patience }: Effort): Clustering {
  return disturb(points, descend(points, startingCentroids(points, k, random, starts)), random, patience);
}

// In units of the spread within clusters: small ones climb along flat valleys, large ones out of them.
const strengths = [0.15, 0.3, 0.5];

/** Moves all centroids a little at random and descends again, until that brought no gain `patience` times. */
export function disturb(points: Points, start: Clustering, random: Random, patience: number): Clustering {
  let best = start;
  for (let still = 0; still < patience; ) {
    const spread = Math.sqrt(best.inertia / points.count / points.dimensions);
    const strength = (strengths[still % strengths.length] ?? 0) * spread;
    const moved = best.centroids.map((value) => value + strength * bell(random));
    const found = descend(points, moved, best.inertia);
    still += 1;
    if (!isBetter(found, best)) continue;
    best = found;
    still = 0;
  }
  return best;
}

/** A number of mean 0 and standard deviation 1, nearly normal: the sum of four uniform ones. */
function bell(random: Random): number {
  return (random() + random() + random() + random() - 2) * Math.sqrt(3);
}
