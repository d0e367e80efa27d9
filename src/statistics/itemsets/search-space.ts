/** Hypotheses of one size: rules whose items, both sides together, are so many. */
export interface SearchLayer {
  size: number;
  tests: number;
}

/**
 * How many rules could be made of the frequent items at all, whether or not their items ever lie together: what a
 * correction must count (Webb, "Discovering significant patterns", 2007), because the joint count that lets an itemset
 * be found is the very thing that is tested. A pair counts once: both directions have the same p. From three items
 * on, each split into antecedent and consequent is a test of its own. Layers without a test are left out.
 *
 * Items come in groups, `sizes` of them; `mayMeet` tells whether items of two groups, or two of one group, may stand
 * in one rule. Products are one group whose items meet; the values of a field are one whose items do not.
 */
export function searchSpace(
  sizes: readonly number[],
  mayMeet: (one: number, other: number) => boolean,
  { maxLength, maxConsequent }: { maxLength: number; maxConsequent: number },
): SearchLayer[] {
  const itemsets = new Float64Array(maxLength + 1);
  const chosen: number[] = [];
  const choose = (group: number, size: number, ways: number): void => {
    itemsets[size] = (itemsets[size] ?? 0) + ways;
    for (let next = group; next < sizes.length && size < maxLength; next += 1) {
      if (chosen.some((before) => !mayMeet(before, next))) continue;
      const most = mayMeet(next, next) ? maxLength - size : 1;
      chosen.push(next);
      let some = 1;
      for (let taken = 1; taken <= Math.min(most, sizes[next] ?? 0); taken += 1) {
        some = (some * ((sizes[next] ?? 0) - taken + 1)) / taken;
        choose(next + 1, size + taken, ways * some);
      }
      chosen.pop();
    }
  };
  choose(0, 0, 1);
  const layers: SearchLayer[] = [];
  for (let size = 2; size <= maxLength; size += 1) {
    const tests = (itemsets[size] ?? 0) * (size === 2 ? 1 : splits(size, maxConsequent));
    if (tests > 0) layers.push({ size, tests });
  }
  return layers;
}

/** How many rules an itemset has. */
function splits(size: number, maxConsequent: number): number {
  let rules = 0;
  let ways = 1;
  for (let taken = 1; taken <= Math.min(maxConsequent, size - 1); taken += 1) {
    ways = (ways * (size - taken + 1)) / taken;
    rules += ways;
  }
  return rules;
}
