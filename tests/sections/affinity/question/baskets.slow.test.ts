import { describe, expect, test } from "vitest";
import { defaultConfig } from "../../../../src/config/config.ts";
import { customerWords } from "../../../../src/questions/customer-traits.ts";
import { products } from "../../../../src/questions/products.ts";
import { allWords } from "../../../../src/questions/traits.ts";
import type { ItemBaskets } from "../../../../src/sections/affinity/question/item-baskets.ts";
import { lineOwners } from "../../../../src/sections/affinity/question/line-owners.ts";
import { customerBaskets, orderBaskets } from "../../../../src/sections/affinity/question/product-baskets.ts";
import { traitBaskets } from "../../../../src/sections/affinity/question/trait-baskets.ts";
import type { Dataset } from "../../../../src/store/open-dataset.ts";
import { ask, type Cell, snapshot, type Table } from "../../../questions/open-rows.ts";

const header = ["Order ID", "Order Line", "Customer ID", "Item Purchased", "Purchase Amount (USD)"];

const table = (...rows: readonly (readonly [order: string, customer: string, product: string])[]): Table => ({
  header,
  rows: rows.map(([order, customer, product], line): Cell[] => [order, line, customer, product, 10]),
});

const names = async ({ store }: Dataset) =>
  new Map((await products(store)).map(({ id, name }) => [id, name]));

/** What lies in each basket, as `Field Name`, with whose it is. */
function contents(source: ItemBaskets | null): string[] {
  if (source === null) throw new Error("no baskets");
  const { baskets, items, owners, lastCustomer } = source;
  return Array.from({ length: baskets.count }, (_, basket) => {
    const codes = [...baskets.values.subarray(baskets.starts[basket], baskets.starts[basket + 1])];
    const owner = owners[basket] ?? 0;
    return `${owner > lastCustomer ? "guest" : `customer ${owner}`}: ${codes
      .map((code) => items[code]?.name)
      .sort()
      .join(", ")}`;
  });
}

describe("orderBaskets", () => {
  test("should hold each product of an order once, with whose it is", async () => {
    const found = await ask(
      table(
        ["1", "ann", "Tea"],
        ["2", "bob", "Milk"],
        ["1", "ann", "Milk"],
        ["1", "ann", "Tea"],
        ["3", "", "Tea"],
        ["3", "", "Salt"],
      ),
      async (dataset) => contents(orderBaskets(await dataset.store.lines(), await names(dataset))),
    );
    expect(found).toEqual(["customer 1: Milk, Tea", "customer 2: Milk", "guest: Salt, Tea"]);
  });

  test("should be null where no order holds two, and for a snapshot", async () => {
    const alone = table(["1", "ann", "Tea"], ["2", "ann", "Milk"]);
    expect(
      await ask(alone, async (dataset) => orderBaskets(await dataset.store.lines(), await names(dataset))),
    ).toBeNull();
    const rows = snapshot(["Item Purchased", "Amount"], [["Tea", 1]]);
    expect(
      await ask(rows, async (dataset) => orderBaskets(await dataset.store.lines(), await names(dataset))),
    ).toBeNull();
  });
});

describe("customerBaskets", () => {
  const bought = table(
    ["1", "ann", "Tea"],
    ["2", "ann", "Milk"],
    ["3", "bob", "Tea"],
    ["4", "bob", "Tea"],
    ["5", "", "Tea"],
    ["5", "", "Salt"],
  );

  test("should hold what each customer bought over time, without guests, with the number of purchases", async () => {
    const found = await ask(bought, async (dataset) => {
      const lines = await dataset.store.lines();
      const source = customerBaskets(lines, "products", lines.product, await names(dataset));
      return { contents: contents(source), purchases: [...(source?.purchases ?? [])] };
    });
    expect(found).toEqual({ contents: ["customer 1: Milk, Tea", "customer 2: Tea"], purchases: [2, 2] });
  });

  test("should be null where nobody bought two, and without categories", async () => {
    const one = table(["1", "ann", "Tea"], ["2", "bob", "Milk"]);
    const found = await ask(one, async (dataset) => {
      const lines = await dataset.store.lines();
      return [
        customerBaskets(lines, "products", lines.product, await names(dataset)),
        customerBaskets(lines, "categories", lines.traits.get("category"), new Map()),
      ];
    });
    expect(found).toEqual([null, null]);
  });
});

describe("traitBaskets", () => {
  const traits = async (dataset: Dataset) =>
    traitBaskets(
      await dataset.store.lines(),
      await customerWords(dataset.store, defaultConfig.ageGroups),
      await allWords(dataset.store),
      await names(dataset),
      null,
    );

  test("should hold the traits of each purchase, ages in groups, colors by tone, unknown ones left out", async () => {
    const rows = snapshot(
      ["Age", "Gender", "Color", "Season", "Amount"],
      [
        [20, "Male", "Black", "Winter", 1],
        [30, "Female", "Mud", "Summer", 2],
        [40, "Female", "White", "", 3],
      ],
    );
    const found = await ask(rows, async (dataset) => {
      const source = await traits(dataset);
      return { contents: contents(source), fields: source?.columns.map(({ field }) => field) };
    });
    expect(found.contents).toEqual([
      "customer 1: 18–24, Dark, Male, Winter",
      "customer 2: 25–34, Female, Summer",
      "customer 3: 35–44, Female, Light",
    ]);
    expect(found.fields).toEqual(["gender", "age_group", "season", "tone"]);
  });

  test("should leave out a field of one value, and be null with fewer than two fields", async () => {
    const rows = (fields: string[], of: Cell[][]) => ask(snapshot([...fields, "Amount"], of), traits);
    expect(
      await rows(
        ["Gender", "Season"],
        [
          ["Male", "Winter", 1],
          ["Female", "Winter", 2],
        ],
      ),
    ).toBeNull();
    expect(
      await rows(
        ["Gender"],
        [
          ["Male", 1],
          ["Female", 2],
        ],
      ),
    ).toBeNull();
  });

  test("should take two products of one name for one item", async () => {
    const rows: Table = {
      header: ["Customer ID", "Product Code", "Item Purchased", "Season", "Amount"],
      rows: [
        ["a", "A1", "Tea", "Winter", 1],
        ["b", "A2", "Tea", "Summer", 2],
        ["c", "A3", "Milk", "Summer", 3],
      ],
    };
    const items = await ask(rows, async (dataset) =>
      (await traits(dataset))?.items.filter(({ field }) => field === "product"),
    );
    expect(items?.map(({ name }) => name)).toEqual([...new Set(items?.map(({ name }) => name))]);
  });
});

test("lineOwners should number guests above all customers, by order", () => {
  const lines = {
    count: 5,
    customer: Int32Array.from([2, 0, 1, 0, 0]),
    order: Int32Array.from([1, 2, 3, 2, 4]),
    product: undefined,
    day: undefined,
    amount: new Float64Array(5),
    traits: new Map(),
  };
  expect(lineOwners(lines)).toEqual({ ownerOf: Int32Array.from([2, 4, 1, 4, 6]), lastCustomer: 2 });
  expect([...lineOwners({ ...lines, order: undefined }).ownerOf]).toEqual([2, 4, 1, 6, 7]);
});

describe("200,000 different products", () => {
  test("should become items of orders and of traits alike", () => {
    const count = 200_000;
    const ids = Int32Array.from({ length: count }, (_, line) => line + 1);
    const half = Int32Array.from({ length: count }, (_, line) => 1 + (line % 2));
    const lines = {
      count,
      order: ids.map((id) => 1 + (id >> 1)),
      customer: ids.map((id) => 1 + (id % 1000)),
      product: ids,
      day: undefined,
      amount: new Float64Array(count).fill(1),
      traits: new Map([["season" as const, half]]),
    };
    const called = new Map(Array.from(ids, (id) => [id, `P${id}`]));
    const seasons = new Map([
      [1, "Winter"],
      [2, "Summer"],
    ]);
    expect(orderBaskets(lines, called)?.items).toHaveLength(count);
    expect(traitBaskets(lines, [], seasons, called, null)?.items).toHaveLength(count + 2);
  });
});
