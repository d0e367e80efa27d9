/**
 * p-values corrected after Holm (1979), one for each and in their order: the smallest level at which it is rejected while
 * the chance of any false rejection among all stays at the level, whatever depends on what. R's `p.adjust(p, "holm")`.
 * Throws a RangeError for a p outside 0 to 1.
 *
 * holm([0.01, 0.04, 0.03]) is [0.03, 0.06, 0.06]
 */
export function holm(pValues: readonly number[]): number[] {
  const wrong = pValues.find((p) => !(p >= 0 && p <= 1));
  if (wrong !== undefined) throw new RangeError(`${wrong} is not a p-value`);
  const order = [...pValues.keys()].sort((a, b) => (pValues[a] ?? 0) - (pValues[b] ?? 0));
  const adjusted = pValues.map(() => 1);
  let most = 0;
  order.forEach((index, rank) => {
    most = Math.max(most, Math.min(1, (pValues.length - rank) * (pValues[index] ?? 1)));
    adjusted[index] = most;
  });
  return adjusted;
}
