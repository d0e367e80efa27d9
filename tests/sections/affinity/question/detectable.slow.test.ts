import { expect, test } from "vitest";
import { type Random, randomIndex, seededRandom } from "../../../../src/statistics/random/random.ts";
import { mine, traitBaskets } from "./samples.ts";

const fields = [...new Array(4).fill("season"), ...new Array(4).fill("payment_method")] as (
  | "season"
  | "payment_method"
)[];

/** Purchases of 600 customers, each season and each payment a quarter; of the first season the first payment has `share`. */
function purchases(random: Random, share: number) {
  const lists = Array.from({ length: 600 }, () => {
    const season = randomIndex(random, 4);
    const first = random() < (season === 0 ? share : (1 - share) / 3);
    return [season, first ? 4 : 5 + randomIndex(random, 3)];
  });
  return traitBaskets(lists, fields);
}

test("the detectable lift should be found in about four of five such data sets", () => {
  const { detectable } = mine(purchases(seededRandom(99), 0.25), { maxLength: 2 });
  if (detectable === null) throw new Error("nothing could be found");
  expect(detectable.share).toBeGreaterThan(0.2);
  expect(detectable.lift).toBeGreaterThan(1.3);
  expect(detectable.lift).toBeLessThan(2);
  const seeds = Array.from({ length: 200 }, (_, index) => index + 1);
  const found = seeds.filter((seed) =>
    mine(purchases(seededRandom(seed), detectable.lift / 4), { maxLength: 2 }).rules.some(
      ({ antecedentItems, consequentItems }) =>
        [...antecedentItems, ...consequentItems]
          .map(({ name }) => name)
          .sort()
          .join() === "0,4",
    ),
  );
  // 80 % with a standard error of 3 %, and some for the middling pair that the formula speaks of.
  expect(found.length / seeds.length).toBeGreaterThan(0.68);
  expect(found.length / seeds.length).toBeLessThan(0.92);
});
