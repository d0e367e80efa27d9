import { noStratum, type Strata } from "./strata.ts";

/** Each owner's baskets of one stratum are a group. */
interface OwnerGroups {
  /** The group of each basket; -1 where it is in no stratum. */
  of: Int32Array;
  /** By group. */
  owner: Int32Array;
  stratum: Uint8Array;
}

/** Numbers the groups in the order of their first baskets. */
export function ownerGroups(owners: Int32Array, strata: Pick<Strata, "of">): OwnerGroups {
  const known = new Map<number, number>();
  const of = Int32Array.from(owners, (owner, basket) => {
    const stratum = strata.of[basket] ?? noStratum;
    if (stratum === noStratum) return -1;
    const key = owner * (noStratum + 1) + stratum;
    const group = known.get(key) ?? known.size;
    known.set(key, group);
    return group;
  });
  return {
    of,
    owner: Int32Array.from(known.keys(), (key) => Math.floor(key / (noStratum + 1))),
    stratum: Uint8Array.from(known.keys(), (key) => key % (noStratum + 1)),
  };
}
