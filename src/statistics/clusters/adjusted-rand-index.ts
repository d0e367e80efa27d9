/**
 * How far two partitions of the same things agree, corrected for chance: 1 for the same partition, about 0
 * for unrelated ones (Hubert and Arabie 1985; scikit-learn's adjusted_rand_score). Labels are any numbers.
 * Throws a RangeError for partitions of different sizes.
 */
export function adjustedRandIndex(one: ArrayLike<number>, other: ArrayLike<number>): number {
  const count = one.length;
  if (other.length !== count) throw new RangeError(`partitions of ${count} and ${other.length} things`);
  const ones = new Map<number, number>();
  const others = new Map<number, number>();
  const boths = new Map<string, number>();
  for (let index = 0; index < count; index += 1) {
    const [a = 0, b = 0] = [one[index], other[index]];
    ones.set(a, (ones.get(a) ?? 0) + 1);
    others.set(b, (others.get(b) ?? 0) + 1);
    boths.set(`${a} ${b}`, (boths.get(`${a} ${b}`) ?? 0) + 1);
  }
  const pairsOf = (sizes: Iterable<number>) => {
    let pairs = 0;
    for (const size of sizes) pairs += (size * (size - 1)) / 2;
    return pairs;
  };
  const [inOne, inOther, inBoth] = [
    pairsOf(ones.values()),
    pairsOf(others.values()),
    pairsOf(boths.values()),
  ];
  const expected = count < 2 ? 0 : (inOne * inOther) / ((count * (count - 1)) / 2);
  const most = (inOne + inOther) / 2;
  return most === expected ? 1 : (inBoth - expected) / (most - expected);
}
