import { expect, test } from "vitest";
import { valueTally } from "./value.ts";

// A few shops: npm run simulate takes 200 and more. Seeds are fixed, and not those of the table.
test("customer value should give back known parameters and hold the year after in its intervals", () => {
  const { published, parameters, parametersOff, ordersHeld } = valueTally(6, 9001, 1200);
  expect(published).toBe(6);
  // Of 42 at 5 %, more than 7 come about in 1 of 400 (binomial), were they independent.
  expect(parametersOff, `of ${parameters}`).toBeLessThanOrEqual(7);
  // Of 6 at 95 %, fewer than 4 come about in 1 of 400.
  expect(ordersHeld).toBeGreaterThanOrEqual(4);
}, 120_000);
