/**
 * The candidate that a mistyped word most likely stands for, by the fewest letters that were left out, added, changed
 * or swapped with the next (optimal string alignment), without regard to case; null where none is near: one mistake in
 * words of up to five letters, one more for every three.
 */
export function closest(word: string, candidates: readonly string[]): string | null {
  const most = Math.max(1, Math.floor(word.length / 3));
  const near = candidates
    .map((candidate) => ({ candidate, mistakes: mistakesIn(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ mistakes }) => mistakes <= most)
    .sort((a, b) => a.mistakes - b.mistakes);
  return near[0]?.candidate ?? null;
}

function mistakesIn(word: string, meant: string): number {
  // Rows of the table of all beginnings: of none, one, two … letters of the word against those of what is meant.
  let before: number[] = [];
  let last = Array.from({ length: meant.length + 1 }, (_, letters) => letters);
  for (let row = 1; row <= word.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= meant.length; column += 1) {
      const same = word[row - 1] === meant[column - 1];
      const isSwapped =
        row > 1 && column > 1 && word[row - 1] === meant[column - 2] && word[row - 2] === meant[column - 1];
      current.push(
        Math.min(
          (last[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (last[column - 1] ?? 0) + (same ? 0 : 1),
          isSwapped ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    before = last;
    last = current;
  }
  return last[meant.length] ?? 0;
}
