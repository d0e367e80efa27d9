import type { Random } from "./random.ts";

/**
 * `size` of the indexes 0 to `count` - 1, each set of them as likely as any other, ascending; all of them
 * where `size` is not below `count`. Selection sampling, algorithm S of Knuth, The Art of Computer
 * Programming 2, 3.4.2.
 */
export function sampleIndexes(count: number, size: number, random: Random): Uint32Array {
  const chosen = new Uint32Array(Math.min(count, size));
  let taken = 0;
  for (let index = 0; index < count && taken < chosen.length; index += 1) {
    if ((count - index) * random() < chosen.length - taken) {
      chosen[taken] = index;
      taken += 1;
    }
  }
  return chosen;
}
