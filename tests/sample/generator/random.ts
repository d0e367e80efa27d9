import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { RandomGenerator } from "pure-rand/types/RandomGenerator";

export type { RandomGenerator };

/**
 * The `index`-th independent stream of a seed. Each part of the sample draws from a stream of its
 * own, so that a new review phrase does not move every customer.
 */
export function stream(seed: number, index: number): RandomGenerator {
  const generator = xoroshiro128plus(seed);
  for (let jumps = 0; jumps < index; jumps++) generator.jump();
  return generator;
}

/** A whole number from `min` to `max`, both included. */
export function whole(random: RandomGenerator, min: number, max: number): number {
  return uniformInt(random, min, max);
}

/** A number from `min` up to, not including, `max`. */
export function between(random: RandomGenerator, min: number, max: number): number {
  return min + uniformFloat64(random) * (max - min);
}

/** True with the given probability. */
export function chance(random: RandomGenerator, probability: number): boolean {
  return uniformFloat64(random) < probability;
}

/** One of the items, each as likely as any other. */
export function pick<Item>(random: RandomGenerator, items: readonly Item[]): Item {
  return at(items, uniformInt(random, 0, items.length - 1));
}

/** The index of one of the weights, each as likely as its share of their sum. */
export function pickWeighted(random: RandomGenerator, weights: readonly number[]): number {
  let rest = uniformFloat64(random) * sum(weights);
  for (const [index, weight] of weights.entries()) {
    rest -= weight;
    if (rest < 0) return index;
  }
  return weights.length - 1;
}

/** Fisher–Yates, in place. */
export function shuffle<Item>(random: RandomGenerator, items: Item[]): Item[] {
  for (let last = items.length - 1; last > 0; last--) {
    const other = uniformInt(random, 0, last);
    const moved = at(items, last);
    items[last] = at(items, other);
    items[other] = moved;
  }
  return items;
}

/** The item at an index that must exist. */
export function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new RangeError(`No item ${index} among ${items.length}`);
  return item;
}

/** The sum of the values. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
