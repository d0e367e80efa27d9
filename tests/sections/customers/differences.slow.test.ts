import { describe, expect, test } from "vitest";
import { Gate } from "../../../src/disclosure/gate.ts";
import { customerWords } from "../../../src/questions/customer-traits.ts";
import { products } from "../../../src/questions/products.ts";
import { differences } from "../../../src/sections/customers/differences.ts";
import { seededRandom } from "../../../src/statistics/random/random.ts";
import { ask, type Cell, snapshot, type Table } from "../../questions/open-rows.ts";

const differencesOf = (table: Table, minimum = 5) =>
  ask(table, async ({ store }) =>
    differences(
      store,
      await customerWords(store, [18, 65]),
      await products(store),
      await store.lines(),
      new Gate(minimum),
    ),
  );
const many = (count: number, row: (index: number) => Cell[]) =>
  Array.from({ length: count }, (_, i) => row(i));

describe("differences", () => {
  test("should name typical values, in the direction of the ranks that were tested, and not means", async () => {
    // One woman in twenty spends 1,000, the others half of what men do: women's mean is higher, men's ranks are.
    const table = snapshot(
      ["Gender", "Purchase Amount"],
      many(400, (i) =>
        i % 2 === 0 ? ["Male", 60 + (i % 7)] : ["Female", i % 40 === 1 ? 1000 : 30 + (i % 7)],
      ),
    );
    const [found] = await differencesOf(table);
    expect(found?.pair?.highest).toMatchObject({ name: "Male", customers: 200 });
    expect(found?.pair?.highest.typical).toBeCloseTo(63, 0);
    expect(found?.pair?.lowest.typical).toBeCloseTo(33, 0);
    expect(found?.pair?.gap.value).toBeCloseTo(30, 0);
  });

  test("should name no pair that is not apart by itself", async () => {
    // Many groups that differ a little: the whole is uneven, and no two of nine customers each are far apart.
    const random = seededRandom(4);
    const table = snapshot(
      ["Gender", "Location", "Purchase Amount"],
      many(180, (i) => ["", `L${String(i % 20).padStart(2, "0")}`, (i % 20) + 40 * random()]),
    );
    const [found] = await differencesOf(table);
    expect(found).toMatchObject({ field: "location", groups: 20, customers: 180 });
    expect(found?.p).toBeLessThan(0.05);
    expect(found?.pair).toBeNull();
  });

  test("should not tell how few have no word, lack a measure, or lack it in a group", async () => {
    // Two have no gender, three men were not asked for earlier purchases.
    const table = snapshot(
      ["Gender", "Previous Purchases", "Purchase Amount"],
      many(200, (i) => [
        i < 2 ? "" : i % 2 === 0 ? "Male" : "Female",
        i % 2 === 0 ? (i > 193 ? "" : 30 + (i % 9)) : i % 9,
        10 + (i % 11),
      ]),
    );
    const found = await differencesOf(table);
    expect(found.map(({ customers }) => customers)).toEqual([200, 200]);
    const pair = found.find(({ measure }) => measure === "previousPurchases")?.pair;
    expect(pair?.highest).toMatchObject({ name: "Male", customers: 99 });
    expect(pair?.lowest).toMatchObject({ name: "Female", customers: 99 });
  });

  test("should count columns that say the same once", async () => {
    const row = (i: number): Cell[] => {
      const man = i % 3 === 0;
      return [
        man ? "Male" : "Female",
        man ? "Yes" : "No",
        man ? "Yes" : "No",
        ["S", "M", "L"][i % 4] ?? "XL",
        10 + (i % 11),
      ];
    };
    const found = await differencesOf(
      snapshot(
        ["Gender", "Subscription Status", "Discount Applied", "Size", "Purchase Amount"],
        many(120, row),
      ),
    );
    expect(found.map(({ field }) => field).sort()).toEqual(["gender", "size"]);
  });

  test("should test season, category and product of order lines on one purchase of each customer", async () => {
    const random = seededRandom(9);
    const lines = many(60, (i) => [i] as Cell[]).flatMap(([customer]) =>
      many(5, (i): Cell[] => {
        const winter = random() < 0.5;
        return [
          `c${String(customer)}`,
          `${String(customer)}-${i}`,
          `2024-0${1 + i}-10`,
          winter ? "Coat" : "Hat",
          winter ? "Winter" : "Summer",
          winter ? 50 + 30 * random() : 20 + 30 * random(),
        ];
      }),
    );
    const header = ["Customer ID", "Order ID", "Date", "Item Purchased", "Season", "Amount"];
    const found = await differencesOf({ header, rows: lines });
    const season = found.find(({ field, measure }) => field === "season" && measure === "amount");
    expect(season?.customers).toBe(60);
    expect(season?.q).toBeLessThan(1e-5);
    expect(season?.pair).toMatchObject({ highest: { name: "Winter" }, lowest: { name: "Summer" } });
    expect(found.find(({ field }) => field === "product")?.pair).toMatchObject({ highest: { name: "Coat" } });
    // The order of the rows decides nothing.
    expect(await differencesOf({ header, rows: [...lines].reverse() })).toEqual(found);
  });

  test("should take the habit of a few who buy much for no difference of seasons", async () => {
    let told = 0;
    for (let seed = 1; seed <= 40; seed += 1) {
      const random = seededRandom(seed);
      const rows = many(40, (customer) => [customer] as Cell[]).flatMap(([customer]) => {
        const level = 10 * Math.exp(1.5 * (random() + random() - 1));
        const season = random() < 0.5 ? "Winter" : "Summer";
        return many(1 + Math.floor(12 * random()), (i): Cell[] => [
          `c${String(customer)}`,
          `${String(customer)}-${i}`,
          "2024-01-10",
          season,
          level,
        ]);
      });
      const found = await differencesOf({
        header: ["Customer ID", "Order ID", "Date", "Season", "Amount"],
        rows,
      });
      if (found.some(({ field, q }) => field === "season" && q <= 0.05)) told += 1;
    }
    // At 5 %, six of forty and more come up once in seventy runs; the seeds are fixed.
    expect(told).toBeLessThanOrEqual(5);
  });
});
