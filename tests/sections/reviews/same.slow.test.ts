import fc from "fast-check";
import { expect, test } from "vitest";
import { buildReport } from "../../../src/edition/build-report.ts";
import { seededRandom } from "../../../src/statistics/random/random.ts";
import { configOf, datasetOf } from "../../support/dataset.ts";

const header = "Customer ID,Date,Product,Category,Review Text,Rating";
const good = ["Soft and warm", "Lovely colour, soft", "Warm, and well made", "A perfect gift"];
const bad = ["The zip broke", "Zip stuck and İstanbul late", "The seam is itchy", "Itchy seam, zip stuck"];

/** Two years of reviews by customers who write several, with words of their own. */
const rows = (() => {
  const random = seededRandom(7);
  return Array.from({ length: 420 }, (_, index) => {
    const isBad = random() < 0.35;
    const date = new Date(Date.UTC(2023, 0, 1 + Math.floor(random() * 720))).toISOString().slice(0, 10);
    const product = Math.floor(random() * 6);
    const text = (isBad ? bad : good)[Math.floor(random() * 4)];
    const own = [7, 11, 13].map((size) => String.fromCharCode(97 + (index % size))).join("");
    return `c${Math.floor(random() * 300)},${date},Product ${product},Kind ${product % 2},"${text} ${own}",${isBad ? 1 : 5}`;
  });
})();

async function partOf(some: readonly string[], locale = "en-US"): Promise<string> {
  const report = await buildReport(await datasetOf([header, ...some].join("\n")), configOf({ locale }));
  return JSON.stringify(report.reviews);
}

test("what is said of reviews should not depend on the order of the rows, nor on the locale", async () => {
  const whole = await partOf(rows);
  expect(whole).toContain("zip");
  expect(await partOf(rows, "tr-TR")).toBe(whole);
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length }),
      async (shuffled) => {
        expect(await partOf(shuffled)).toBe(whole);
      },
    ),
    { numRuns: 3 },
  );
});
