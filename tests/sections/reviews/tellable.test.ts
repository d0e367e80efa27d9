import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Gate } from "../../../src/disclosure/gate.ts";
import { scoresByStars } from "../../../src/sections/reviews/by-stars.ts";
import { ratingKinds } from "../../../src/sections/reviews/rating-kinds.ts";
import { ReviewGroups } from "../../../src/sections/reviews/review-groups.ts";
import { reviewTrend } from "../../../src/sections/reviews/review-periods.ts";
import { seededRandom } from "../../../src/statistics/random/random.ts";

const minimum = 5;
const gate = new Gate(minimum);
const isFew = (persons: number) => persons > 0 && persons < minimum;

/** Reviews of few persons and groups, so that cells of few come up often. */
const someReviews = fc.array(
  fc.record({
    person: fc.integer({ min: 1, max: 40 }),
    group: fc.integer({ min: -1, max: 4 }),
    has: fc.constantFrom(true, false, null),
    rating: fc.integer({ min: 1, max: 5 }),
    score: fc.double({ min: -3, max: 3, noNaN: true }),
  }),
  { minLength: 1, maxLength: 150 },
);
const names = ["A", "B", "C", "D", "E"];

describe("ReviewGroups", () => {
  test("should leave no few persons in a group, nor among what is left when groups are taken from all", () => {
    fc.assert(
      fc.property(someReviews, (reviews) => {
        const shown = new ReviewGroups(
          Int32Array.from(reviews, ({ group }) => group),
          names,
          Int32Array.from(reviews, ({ person }) => person),
        )
          .tellable({ isIn: (review) => reviews[review]?.has ?? null, mayName: (name) => name !== "E" }, gate)
          .map(({ name }) => name);
        expect(shown).not.toContain("E");
        const persons = (wanted: (name: string) => boolean, has: boolean) =>
          new Set(
            reviews
              .filter((each) => each.has === has && wanted(names[each.group] ?? ""))
              .map(({ person }) => person),
          ).size;
        for (const has of [true, false]) {
          for (const name of shown) expect(isFew(persons((each) => each === name, has))).toBe(false);
          if (shown.length > 0) expect(isFew(persons((each) => !shown.includes(each), has))).toBe(false);
        }
      }),
    );
  });
});

describe("ReviewGroups within categories", () => {
  test("should leave no few persons when groups are taken from the category that they lie in", () => {
    fc.assert(
      fc.property(someReviews, (reviews) => {
        // A and B are of one category, C and D of another; E is of both.
        const categoryOf = (review: number) => {
          const group = reviews[review]?.group ?? -1;
          return group === 4 || group < 0 ? review % 2 : Math.floor(group / 2);
        };
        const shown = new ReviewGroups(
          Int32Array.from(reviews, ({ group }) => group),
          names,
          Int32Array.from(reviews, ({ person }) => person),
        )
          .tellable({ isIn: (review) => reviews[review]?.has ?? null, mayName: () => true, categoryOf }, gate)
          .map(({ name }) => name);
        for (const category of [0, 1])
          for (const has of [true, false]) {
            const taken = ["AB", "CD"][category] ?? "";
            const told = shown.filter((name) => taken.includes(name));
            const left = new Set(
              reviews.flatMap((each, review) =>
                each.has === has && categoryOf(review) === category && !told.includes(names[each.group] ?? "")
                  ? [each.person]
                  : [],
              ),
            );
            if (told.length > 0) expect(isFew(left.size)).toBe(false);
          }
      }),
    );
  });
});

describe("scoresByStars", () => {
  test("should show every text in a range of ratings, and no few persons in a third of any", () => {
    fc.assert(
      fc.property(someReviews, (reviews) => {
        const scores = Float64Array.from(reviews, ({ score }) => score);
        const rating = Float64Array.from(reviews, (each) => each.rating);
        const person = Int32Array.from(reviews, (each) => each.person);
        const shown = scoresByStars(scores, { rating, person }, ratingKinds([1, 5]), gate);
        if (shown === null) return;
        const ascending = scores.slice().sort();
        const [low = 0, high = 0] = [1, 2].map(
          (third) => ascending[Math.floor((ascending.length * third) / 3)],
        );
        const thirdOf = (score: number) => Number(score >= low) + Number(score >= high);
        expect(shown.reduce((all, { texts }) => all + texts, 0)).toBe(reviews.length);
        for (const { name } of shown) {
          const [from = 0, to = from] = name.split("–").map(Number);
          for (const third of [0, 1, 2]) {
            const cell = reviews.filter(
              (each) => each.rating >= from && each.rating <= to && thirdOf(each.score) === third,
            );
            expect(isFew(new Set(cell.map((each) => each.person)).size), `${name}, ${third}`).toBe(false);
          }
        }
      }),
    );
  });

  test("should tell ratings of nothing or all apart", () => {
    const rating = Float64Array.from({ length: 60 }, (_, review) => review % 2);
    const scores = rating.map((given, review) => given + review / 100);
    const person = Int32Array.from(rating.keys());
    const shown = scoresByStars(scores, { rating, person }, ratingKinds(rating), gate);
    expect(shown?.map(({ name, texts }) => [name, texts])).toEqual([
      ["0", 30],
      ["1", 30],
    ]);
  });
});

describe("reviewTrend", () => {
  const reviewsOver = (days: number) => {
    const random = seededRandom(5);
    const day = Float64Array.from({ length: 600 }, () => 19_700 + Math.floor(days * random()));
    return { day, person: Int32Array.from(day.keys()) };
  };

  test("should tell none under two years of reviews, which a season could explain", () => {
    const short = reviewsOver(600);
    expect(reviewTrend(short, (review) => short.day[review] ?? 0)).toBeNull();
    const long = reviewsOver(730);
    expect(
      reviewTrend(long, (review) => (long.day[review] ?? 0) + ((review * 7919) % 100))?.slope,
    ).toBeGreaterThan(0);
  });
});
