import type { Baskets } from "../../../statistics/itemsets/baskets.ts";
import { fixedSizeSampling } from "../../../statistics/significance/fixed-size-sampling.ts";
import { type Band, bandsOf, noBand } from "./bands.ts";

/** Marks baskets that tell nothing of a rule. */
export const noStratum = noBand;

/** Baskets that are alike but for what is tested. */
export interface Strata {
  count: number;
  /** The stratum of each basket, `noStratum` for those that are in none. */
  of: Uint8Array;
  /**
   * How many times as often as by independence two sides lie together by chance, among a stratum's baskets that hold
   * `rest`.
   */
  chanceLift(
    stratum: number,
    rest: readonly number[],
    one: readonly number[],
    other: readonly number[],
  ): number;
}

/** One stratum of all baskets, in which sides are independent by chance. */
export function oneStratum({ count }: Baskets): Strata {
  return { count: 1, of: new Uint8Array(count), chanceLift: () => 1 };
}

/**
 * Strata of baskets of equal or nearly equal size: large baskets hold more of everything, so that any two things seem
 * to go together over baskets of all sizes. A basket of a single thing holds no pair, and tells nothing.
 *
 * Within a size, two things lie together less often than by independence, because one takes the place of the other:
 * in baskets of two half as often. Where sizes still differ within a band, they lie together more often, by the
 * variance of the sizes over their mean.
 */
export function sizeStrata(baskets: Baskets, frequent: Uint32Array): Strata {
  const sizes = Uint32Array.from(
    { length: baskets.count },
    (_, basket) => (baskets.starts[basket + 1] ?? 0) - (baskets.starts[basket] ?? 0),
  );
  const { bands, of } = bandsOf(sizes);
  const place = placesOf(baskets, frequent);
  const found = sharesByBand(baskets, bands, of, frequent, (shares, all, { mean, variance }) => {
    const { total, weightOf } = fixedSizeSampling(all);
    return {
      total,
      fixed: 1 - variance / mean,
      weights: shares.map(weightOf),
      pull: shares.map((share) => (share > 0 ? weightOf(share) / share : 1)),
    };
  });
  const sumOf = (of: Float64Array, codes: readonly number[]) =>
    codes.reduce((sum, item) => sum + (of[place[item] ?? -1] ?? 0), 0);
  return {
    count: bands.length,
    of,
    chanceLift(stratum, rest, one, other) {
      const [band, sampling] = [bands[stratum], found[stratum]];
      if (band === undefined || sampling === undefined) return 1;
      if (band.most < rest.length + one.length + other.length) return 0;
      const { total, weights, pull, fixed } = sampling;
      const left = total - sumOf(weights, rest);
      if (!(left > 0)) return 0;
      return Math.max(0, 1 - (fixed * sumOf(pull, one) * sumOf(pull, other)) / left);
    },
  };
}

/**
 * Strata of baskets that stand on equal or nearly equal numbers of purchases: who buys more often holds more of
 * everything. Customers with as many different things may still have bought 5 times or 50, and the latter hold more of
 * what sells most.
 *
 * Each purchase is of one thing: of n purchases, some are of A and some of B with chance 1 − (1 − a)ⁿ − (1 − b)ⁿ +
 * (1 − a − b)ⁿ, where a and b are the shares of one purchase. Where n still differs within a band, they lie together
 * more often, by its variance.
 */
export function exposureStrata(baskets: Baskets, purchases: Uint32Array, frequent: Uint32Array): Strata {
  const { bands, of } = bandsOf(purchases);
  const place = placesOf(baskets, frequent);
  const found = sharesByBand(baskets, bands, of, frequent, (shares) => shares);
  return {
    count: bands.length,
    of,
    chanceLift(stratum, rest, one, other) {
      const [band, shares] = [bands[stratum], found[stratum]];
      if (band === undefined || shares === undefined) return 1;
      if (band.most < rest.length + one.length + other.length) return 0;
      const count = Math.max(1, band.mean - rest.length);
      let lift = 1;
      for (const a of one) {
        for (const b of other) {
          lift += excess(shares[place[a] ?? -1] ?? 0, shares[place[b] ?? -1] ?? 0, count, band.variance);
        }
      }
      return Math.max(0, lift);
    },
  };
}

/** By how much more often than by independence two things are both among so many purchases, as a share of that. */
function excess(shareOne: number, shareOther: number, count: number, variance: number): number {
  if (shareOne === 0 || shareOther === 0) return 0;
  const [missOne, missOther] = [1 - shareOne, 1 - shareOther];
  // What a single purchase is not of.
  const [one, other] = [missOne ** (1 / count), missOther ** (1 / count)];
  const neither = Math.max(0, one + other - 1) ** count;
  const both = 1 - missOne - missOther + neither;
  const growth = missOne * Math.log(one) * missOther * Math.log(other) || 0;
  return (both + variance * growth) / (shareOne * shareOther) - 1;
}

/** The place of each item among the frequent ones; -1 for others. */
function placesOf({ items }: Baskets, frequent: Uint32Array): Int32Array {
  const place = new Int32Array(items).fill(-1);
  frequent.forEach((item, index) => {
    place[item] = index;
  });
  return place;
}

/**
 * Works out something for each band from the shares of its baskets that hold each frequent item, and from the shares of
 * all items that any holds.
 */
function sharesByBand<Found>(
  { items, starts, values }: Baskets,
  bands: readonly Band[],
  of: Uint8Array,
  frequent: Uint32Array,
  workOut: (shares: Float64Array, all: Float64Array, band: Band) => Found,
): Found[] {
  const members = bands.map(({ baskets }) => new Uint32Array(baskets));
  const filled = new Uint32Array(bands.length);
  for (let basket = 0; basket < of.length; basket += 1) {
    const band = of[basket] ?? noBand;
    const list = members[band];
    if (list === undefined) continue;
    list[filled[band] ?? 0] = basket;
    filled[band] = (filled[band] ?? 0) + 1;
  }
  const held = new Uint32Array(items);
  return bands.map((band, index) => {
    held.fill(0);
    for (const basket of members[index] ?? []) {
      const to = starts[basket + 1] ?? 0;
      for (let each = starts[basket] ?? 0; each < to; each += 1) {
        const item = values[each] ?? 0;
        held[item] = (held[item] ?? 0) + 1;
      }
    }
    return workOut(
      Float64Array.from(frequent, (item) => (held[item] ?? 0) / band.baskets),
      Float64Array.from(
        held.filter((count) => count > 0),
        (count) => count / band.baskets,
      ),
      band,
    );
  });
}
