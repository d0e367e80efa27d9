import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Report } from "../../src/report/report.ts";
import { lastChanges } from "../../src/sections/overview/change.ts";
import { randomIndex, seededRandom } from "../../src/statistics/random/random.ts";
import { type Cell, reportOf, type Table } from "../questions/open-rows.ts";
import { monthly } from "../sections/overview/some-comparison.ts";

/** Fourteen months of a shop in which Tea and Cups go together, women spend more and the last month fell. */
function shop(): Table {
  const random = seededRandom(12);
  const rows: Cell[][] = [];
  for (let month = 0; month < 14; month += 1) {
    const orders = month === 13 ? 20 : 60;
    for (let order = 0; order < orders; order += 1) {
      const customer = randomIndex(random, 150);
      const day = order === 0 ? 1 : order === 1 ? 28 : 1 + randomIndex(random, 28);
      const date = new Date(Date.UTC(2023, month, month === 13 && order === 1 ? 29 : day));
      const held = ["Tea", "Pots", "Soap", "Lamps", "Rugs"].filter(() => random() < 0.3);
      if (held.length === 0) held.push("Soap");
      if (held.includes("Tea") && random() < 0.7) held.push("Cups");
      for (const product of held)
        rows.push([
          `o${month}-${order}`,
          `c${customer}`,
          customer % 2 === 0 ? "Female" : "Male",
          date.toISOString().slice(0, 10),
          product,
          (customer % 2 === 0 ? 1200 : 900) + randomIndex(random, 500),
        ]);
    }
  }
  return {
    header: ["Order ID", "Customer ID", "Gender", "Date", "Item Purchased", "Amount"],
    // Cents that are whole in binary, so that no scale rounds them.
    rows: rows.map((row) => [...row.slice(0, -1), Number(row.at(-1)) / 64]),
  };
}

const scaled = ({ header, rows }: Table, by: number): Table => ({
  header,
  rows: rows.map((row) => [...row.slice(0, -1), Number(row.at(-1)) * by]),
});

const rules = ({ affinity }: Report) =>
  (affinity?.kinds ?? []).flatMap(({ kind, rules }) =>
    rules.map(({ antecedent, consequent, count, p, q, adjustedLift }) => {
      const names = [antecedent, consequent].map((side) => side.map(({ name }) => name).join(" + "));
      return { kind, names, count, p, q, adjustedLift };
    }),
  );

const differences = ({ differences: found }: Report) =>
  found.map(({ measure, field, groups, customers, p, q, effect, pair }) => {
    const names = pair === null ? null : [pair.highest.name, pair.lowest.name];
    return { measure, field, groups, customers, p, q, effect, names };
  });

const changes = ({ comparison }: Report) => (comparison === null ? [] : lastChanges(comparison));

const news = ({ insights }: Report) => insights.map(({ id, sure }) => `${id}: ${sure.words}`);

describe("claims", () => {
  let told: Report;
  beforeAll(async () => {
    told = await reportOf(shop());
  });

  test("should be there to be compared", () => {
    expect(news(told).map((claim) => claim.split(":")[0])).toEqual(
      expect.arrayContaining(["change/orders", "difference/spend/gender"]),
    );
    expect(rules(told).some(({ names }) => [...names].sort().join() === "Cups,Tea")).toBe(true);
  });

  test("should not depend on the order of the rows", async () => {
    const { header, rows } = shop();
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...rows], { minLength: rows.length, maxLength: rows.length }),
        async (other) => {
          const same = await reportOf({ header, rows: other });
          expect(rules(same)).toEqual(rules(told));
          expect(same.differences).toEqual(told.differences);
          expect(changes(same)).toEqual(changes(told));
          expect(news(same)).toEqual(news(told));
        },
      ),
      { numRuns: 4 },
    );
  }, 120_000);

  test("should not depend on the scale of the currency", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(1 / 64, 0.5, 8, 1024), async (by) => {
        const same = await reportOf(scaled(shop(), by));
        expect(rules(same)).toEqual(rules(told));
        expect(differences(same)).toEqual(differences(told));
        for (const [index, change] of changes(same).entries())
          expect(change.p).toBeCloseTo(changes(told)[index]?.p ?? Number.NaN, 9);
        expect(news(same)).toEqual(news(told));
      }),
      { numRuns: 4 },
    );
  }, 120_000);
});

test("the verdict on change should not depend on the scale of the currency, nor of the counts of averages", () => {
  const series = fc.array(fc.double({ min: 1, max: 1e4, noNaN: true }), { minLength: 8, maxLength: 40 });
  fc.assert(
    fc.property(series, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (values, by) => {
      const of = (some: readonly number[]) =>
        lastChanges(monthly({ averageOrder: some, orders: values.map(() => 50) }));
      const scaledValues = of(values.map((value) => value * by));
      for (const [index, { p, expected }] of of(values).entries()) {
        expect(scaledValues[index]?.p).toBeCloseTo(p, 8);
        if (scaledValues[index]?.metric === "averageOrder")
          expect((scaledValues[index]?.expected.center ?? 0) / by / expected.center).toBeCloseTo(1, 8);
      }
    }),
  );
});
