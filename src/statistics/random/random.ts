import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Gives numbers from 0 up to, not including, 1. Handed in by the caller, never made up here. */
export type Random = () => number;

/** The first numbers after small seeds are alike: so many are thrown away. */
const unmixed = 64;

/** A stream of random numbers that is the same for the same seed, on every machine (xoroshiro128+). */
export function seededRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  for (let draw = 0; draw < unmixed; draw += 1) uniformFloat64(generator);
  return () => uniformFloat64(generator);
}

/** A whole number from 0 up to, not including, `below`. */
export function randomIndex(random: Random, below: number): number {
  return Math.floor(random() * below);
}
