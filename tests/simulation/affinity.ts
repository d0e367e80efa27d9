import { defaultConfig } from "../../src/config/config.ts";
import { Gate } from "../../src/disclosure/gate.ts";
import { products } from "../../src/questions/products.ts";
import type { Affinity, AffinityKind } from "../../src/sections/affinity/affinity.ts";
import { buildAffinity } from "../../src/sections/affinity/part.ts";
import { type Random, randomIndex } from "../../src/statistics/random/random.ts";
import { type Cell, openTables, type Table } from "../questions/open-rows.ts";

/** Shops in which nothing goes together, and some in which one thing does; each is drawn from a seeded stream. */
export type Shop = (random: Random) => Table;

/** How many products an order holds. */
export type BasketSizes = "Poisson" | "geometric" | "log-normal";

const orderHeader = [
  "Order ID",
  "Customer ID",
  "Order Date",
  "Item Purchased",
  "Category",
  "Quantity",
  "Price",
];
const firstDay = Date.UTC(2024, 0, 1);

/** Two products that lie together in more orders than chance puts them. */
export interface PlantedPair {
  /** Of orders with the first, the share that hold the second by chance, and in all. */
  from: number;
  to: number;
}

/**
 * A shop whose orders are filled by chance alone, from 60 products, a few of which sell far more than the others. Customers
 * order once or, a few of them, very often. What a line costs has nothing to do with its product: had products prices
 * of their own, that products and categories differ in amount would be no false claim. `planted` adds the second product
 * to orders with the first.
 */
export function randomBaskets(sizes: BasketSizes, planted?: PlantedPair): Shop {
  return (random) => {
    const products = 60;
    const orders = 1_500;
    const weights = Float64Array.from({ length: products }, (_, product) => 1 / (product + 4));
    const ceilings = runningSums(weights);
    const sizeOf = sizesOf[sizes];
    const rows: Cell[][] = [];
    let order = 0;
    for (let customer = 1; order < orders; customer += 1) {
      for (let left = ordersOfCustomer(random); left > 0 && order < orders; left -= 1) {
        order += 1;
        const held = drawn(random, ceilings, Math.min(products / 2, sizeOf(random)));
        if (planted !== undefined) plant(random, held, planted);
        const day = dayText(randomIndex(random, 365));
        for (const product of [...held].sort((a, b) => a - b)) {
          rows.push([
            `order ${order}`,
            `customer ${customer}`,
            day,
            `Product ${product}`,
            `Category ${product % 7}`,
            1,
          ]);
        }
      }
    }
    return { header: orderHeader, rows: rows.map((row) => [...row, 10 + randomIndex(random, 5)]) };
  };
}

/** The planted pair: two products in the middle of those that sell. */
const plantedProducts = [8, 12] as const;

/** Puts the second product into the planted share of orders with the first, and into that by chance of all others. */
function plant(random: Random, held: Set<number>, { from, to }: PlantedPair): void {
  const [one, other] = plantedProducts;
  held.delete(other);
  if (random() < (held.has(one) ? to : from)) held.add(other);
}

/**
 * Order lines of customers of habit: each always pays the same way, has things shipped the same way, and buys from one or
 * two favourite categories. Who they are has nothing to do with what they do.
 */
export const habits: Shop = (random) => {
  const rows: Cell[][] = [];
  let order = 0;
  for (let customer = 1; order < 1_500; customer += 1) {
    const person = [pick(random, ["Male", "Female"]), 18 + randomIndex(random, 60)];
    const payment = pick(random, ["Card", "Cash", "Venmo", "PayPal"]);
    const shipping = pick(random, ["Standard", "Express", "Store Pickup"]);
    const season = pick(random, seasons);
    const favourites = [randomIndex(random, 7), randomIndex(random, 7)];
    for (let left = ordersOfCustomer(random); left > 0; left -= 1) {
      order += 1;
      for (let line = 1 + randomIndex(random, 3); line > 0; line -= 1) {
        const category = favourites[randomIndex(random, 2)] ?? 0;
        rows.push([
          `order ${order}`,
          `customer ${customer}`,
          ...person,
          random() < 0.7 ? season : pick(random, seasons),
          `Category ${category}`,
          payment,
          shipping,
          5 + randomIndex(random, 40),
        ]);
      }
    }
  }
  return {
    header: [
      "Order ID",
      "Customer ID",
      "Gender",
      "Age",
      "Season",
      "Category",
      "Payment Method",
      "Shipping Type",
      "Purchase Amount (USD)",
    ],
    rows,
  };
};

const seasons = ["Spring", "Summer", "Fall", "Winter"];

/** A snapshot of one row a customer, every field drawn by itself. `planted` lets women pay by Venmo more often. */
export function randomSnapshot(planted?: PlantedPair): Shop {
  return (random) => ({
    header: [
      "Customer ID",
      "Age",
      "Gender",
      "Item Purchased",
      "Category",
      "Season",
      "Payment Method",
      "Shipping Type",
      "Discount Applied",
      "Purchase Amount (USD)",
    ],
    rows: Array.from({ length: 1_000 }, (_, index): Cell[] => {
      const product = randomIndex(random, 25);
      const gender = random() < 0.65 ? "Male" : "Female";
      const others = ["Card", "Cash", "PayPal", "Debit", "Transfer"];
      const venmo = planted === undefined ? 1 / 6 : gender === "Female" ? planted.to : planted.from;
      const payment = random() < venmo ? "Venmo" : pick(random, others);
      return [
        `customer ${index + 1}`,
        18 + randomIndex(random, 60),
        gender,
        `Product ${product}`,
        `Category ${product % 4}`,
        pick(random, seasons),
        payment,
        pick(random, ["Standard", "Express", "Store Pickup", "Free"]),
        random() < 0.4 ? "Yes" : "No",
        20 + randomIndex(random, 80),
      ];
    }),
  });
}

/** What the report says of affinity, and nothing else of it. */
export async function affinityOf(table: Table): Promise<Affinity | null> {
  const { store } = await openTables([table], defaultConfig);
  try {
    const gate = new Gate(defaultConfig.privacy.minimumGroup);
    return await buildAffinity(
      store,
      await products(store),
      new Set(),
      null,
      defaultConfig,
      gate,
      defaultConfig.ageGroups,
    );
  } finally {
    await store.close();
  }
}

/** The rules that a report states on a kind of baskets, as `A → B`; without structure each is false. */
function rulesOf(affinity: Affinity | null, kinds: readonly AffinityKind["kind"][]): string[] {
  return (affinity?.kinds ?? [])
    .filter(({ kind }) => kinds.includes(kind))
    .flatMap(({ rules }) =>
      rules.map(
        ({ antecedent, consequent }) =>
          `${antecedent.map(({ name }) => name).join(" + ")} → ${consequent.map(({ name }) => name).join(" + ")}`,
      ),
    );
}

/** False claims of what lies together in an order. */
export const orderClaims = (affinity: Affinity | null) => rulesOf(affinity, ["orders"]);
/** False claims of what customers buy over time. */
export const customerClaims = (affinity: Affinity | null) => rulesOf(affinity, ["categories", "products"]);
/** False claims of traits. */
export const traitClaims = (affinity: Affinity | null) => rulesOf(affinity, ["traits"]);

/** Whether it is told that women pay by Venmo. */
export function findsPlantedTrait(affinity: Affinity | null): boolean {
  return traitClaims(affinity).some((claim) => claim.split(" → ").sort().join() === "Female,Venmo");
}

/** Whether the planted pair of orders is told. */
export function findsPlantedPair(affinity: Affinity | null): boolean {
  const names = plantedProducts.map((product) => `Product ${product}`);
  return orderClaims(affinity).some((claim) => claim.split(" → ").every((name) => names.includes(name)));
}

const sizesOf: Record<BasketSizes, (random: Random) => number> = {
  // Knuth's method: as many as fit before a product of uniform numbers falls below e^-4.
  Poisson: (random) => {
    let size = 0;
    for (let product = random(); product > Math.exp(-4); product *= random()) size += 1;
    return Math.max(1, size);
  },
  geometric: (random) => 1 + Math.floor(Math.log(1 - random()) / Math.log(1 - 1 / 3)),
  "log-normal": (random) => Math.max(1, Math.round(Math.exp(1 + 0.9 * normal(random)))),
};

/** Box and Muller. */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Most order once, a few very often. */
function ordersOfCustomer(random: Random): number {
  return Math.min(60, Math.floor(1 / (1 - random()) ** 0.7));
}

/** So many different products, by their weights. */
function drawn(random: Random, ceilings: Float64Array, count: number): Set<number> {
  const held = new Set<number>();
  const total = ceilings.at(-1) ?? 0;
  while (held.size < count) {
    const at = random() * total;
    held.add(ceilings.findIndex((ceiling) => at < ceiling));
  }
  return held;
}

function runningSums(values: Float64Array): Float64Array {
  let sum = 0;
  return values.map((value) => {
    sum += value;
    return sum;
  });
}

function pick(random: Random, list: readonly string[]): string {
  return list[randomIndex(random, list.length)] ?? "";
}

function dayText(day: number): string {
  return new Date(firstDay + day * 86_400_000).toISOString().slice(0, 10);
}
