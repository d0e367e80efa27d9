/** How near things must be to be joined. */
export interface JoinOptions {
  /** Two groups are joined where the mean φ coefficient between their members is at least that. */
  least: number;
  /** Two things are of one group, whatever else is in it, where their φ coefficient is at least that. */
  strong: number;
  /** How many places there are in which a thing can occur. */
  places: number;
}

/**
 * Groups of things by where they occur, on the φ coefficient (the correlation of two yes-or-no values), so that what is
 * frequent is not joined for being frequent: first what is strongly tied, by single linkage, since words for one thing
 * often stand in turn; then by average linkage, the nearest two first, of equals those that come first. Groups are in the
 * order of their first members.
 *
 * @param occurrences for each thing the places where it occurs, ascending
 */
export function joinedByOccurrence(
  occurrences: readonly Int32Array[],
  { least, strong, places }: JoinOptions,
): number[][] {
  const likeness = occurrences.map((one) => occurrences.map((other) => phi(one, other, places)));
  const groups = tied(likeness, strong);
  for (;;) {
    let best = least;
    let pair: [number, number] | null = null;
    for (let one = 0; one < groups.length; one += 1) {
      for (let other = one + 1; other < groups.length; other += 1) {
        const near = meanLikeness(groups[one] ?? [], groups[other] ?? [], likeness);
        if (near < best || (near === best && pair !== null)) continue;
        best = near;
        pair = [one, other];
      }
    }
    if (pair === null) return groups;
    const [one, other] = pair;
    groups[one] = [...(groups[one] ?? []), ...(groups[other] ?? [])].sort((a, b) => a - b);
    groups.splice(other, 1);
  }
}

/** The connected parts of the graph in which things are neighbours that are at least so alike. */
function tied(likeness: readonly (readonly number[])[], strong: number): number[][] {
  const seen = new Set<number>();
  return likeness.flatMap((_, first) => {
    if (seen.has(first)) return [];
    const group = [first];
    seen.add(first);
    for (const thing of group) {
      for (const [other, near] of (likeness[thing] ?? []).entries()) {
        if (near < strong || seen.has(other)) continue;
        seen.add(other);
        group.push(other);
      }
    }
    return [group.sort((a, b) => a - b)];
  });
}

/** The φ coefficient of two things. */
export function phi(one: Int32Array, other: Int32Array, places: number): number {
  const [a, b] = [one.length, other.length];
  const spread = a * (places - a) * b * (places - b);
  if (!(spread > 0)) return 0;
  return (places * common(one, other) - a * b) / Math.sqrt(spread);
}

function common(one: Int32Array, other: Int32Array): number {
  let count = 0;
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    const [a, b] = [one[i] ?? 0, other[j] ?? 0];
    if (a === b) count += 1;
    if (a <= b) i += 1;
    if (b <= a) j += 1;
  }
  return count;
}

function meanLikeness(
  one: readonly number[],
  other: readonly number[],
  likeness: readonly (readonly number[])[],
): number {
  let sum = 0;
  for (const a of one) for (const b of other) sum += likeness[a]?.[b] ?? 0;
  return sum / (one.length * other.length);
}
