import { expect, test } from "vitest";
import { seededRandom } from "../../src/statistics/random/random.ts";
import { reportOf, type Table } from "../questions/open-rows.ts";
import { rulesAttack } from "./rules-attack.ts";
import { type Shop, shop } from "./shop.ts";

/** A shop in which the young and the old buy other categories, and one of them in winter: rules are found. */
function shopWithRules(some: Shop): Table {
  const { header, rows } = shop(some);
  const random = seededRandom(some.seed);
  const [ages, categories, seasons] = ["Age", "Category", "Season"].map((name) => header.indexOf(name));
  return {
    header,
    rows: rows.map((row) => {
      const age = Number(row[ages ?? 0] || Number.NaN);
      const cells = [...row];
      if (random() < 0.75 && (age < 30 || age > 60)) cells[categories ?? 0] = age < 30 ? "Kind 1" : "Kind 2";
      if (cells[categories ?? 0] === "Kind 2" && random() < 0.6) cells[seasons ?? 0] = "Winter";
      return cells;
    }),
  };
}

test("rules beside the tables of the filters should tell of no few, such as those without an age", async () => {
  let compared = 0;
  for (let seed = 301; seed <= 312; seed += 1) {
    const report = await reportOf(
      shopWithRules({ seed, customers: 277 + (seed % 7) * 8, guests: 6, lacking: seed % 6, places: 9 }),
    );
    const told = rulesAttack(report);
    expect(told.found).toEqual([]);
    compared += told.compared;
  }
  expect(compared).toBeGreaterThan(20);
});
