/** What ratings count as low and as high. */
export interface RatingKinds {
  /** The highest rating that the scale has. */
  top: 1 | 5 | 10 | 100;
  isLow(rating: number): boolean;
  isHigh(rating: number): boolean;
}

/**
 * Of ratings to five, those that round to 1 and 2 are low and to 4 and 5 high; of other scales the lowest third and the
 * highest.
 */
export function ratingKinds(ratings: Iterable<number>): RatingKinds {
  let highest = 0;
  for (const rating of ratings) if (rating > highest) highest = rating;
  const top = highest <= 1 ? 1 : highest <= 5 ? 5 : highest <= 10 ? 10 : 100;
  return top === 5
    ? { top, isLow: (rating) => rating < 2.5, isHigh: (rating) => rating >= 3.5 }
    : { top, isLow: (rating) => rating <= top / 3, isHigh: (rating) => rating >= (top * 2) / 3 };
}
