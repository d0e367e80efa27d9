import { expect, test } from "vitest";
import { parameterTally, valueTally } from "./value.ts";

// A few shops: npm run simulate takes 200 and more. Seeds are fixed, and not those of the table.
test("fits should give known parameters back within their standard errors", () => {
  const tallies = parameterTally(40, 9001, 1200);
  expect(tallies.map(({ name }) => name)).toEqual(["r", "alpha", "a", "b", "p", "q", "v"]);
  for (const { name, fits, off, mean, deviation } of tallies) {
    expect(fits).toBe(40);
    // Of 40 at 5 %, more than 7 come about in 1 of 400 (binomial).
    expect(off, name).toBeLessThanOrEqual(7);
    // A mean of 40 standard normal values has an error of 0.16, their deviation one of 0.11.
    expect(Math.abs(mean), name).toBeLessThan(0.5);
    expect(Math.abs(deviation - 1), name).toBeLessThan(0.35);
  }
}, 120_000);

test("customer value should hold the year after in its intervals", () => {
  const { published, ordersHeld } = valueTally(6, 9001, 1200);
  expect(published).toBe(6);
  // Of 6 at 95 %, fewer than 4 come about in 1 of 400.
  expect(ordersHeld).toBeGreaterThanOrEqual(4);
}, 120_000);
