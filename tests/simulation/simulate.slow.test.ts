import { describe, expect, test } from "vitest";
import { claims, exceeds, foundOf, planted, structureless, tallyOf } from "./simulate.ts";

// A few shops of each kind: npm run simulate takes 200 and more. Seeds are fixed, and not those of the table.
const few = 3;

describe("shops made by chance", () => {
  test.each(Object.keys(structureless))("should hardly get a false claim: %s", async (kind) => {
    const { byClaim, any } = await tallyOf(kind, few, 9001);
    expect(Object.keys(byClaim)).toEqual(Object.keys(claims));
    // Three of three are no chance at 5 %, nor are two (once in 138).
    for (const [claim, count] of Object.entries(byClaim)) expect(count, claim).toBeLessThan(2);
    expect(any).toBeLessThan(few);
  });
});

describe("what is planted", () => {
  test.each(Object.keys(planted))("should be found in most shops: %s", async (name) => {
    expect(await foundOf(name, few, 9001)).toBeGreaterThan(0);
  });
});

test("exceeds should judge by the binomial distribution", () => {
  // scipy: binom.sf(16, 200, .05) is 0.0238, binom.sf(18, 200, .05) is 0.0057.
  expect(exceeds(17, 200, 0.05)).toBe(false);
  expect(exceeds(19, 200, 0.05)).toBe(true);
});
