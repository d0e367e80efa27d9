import fc from "fast-check";
import { seededRandom } from "../../src/statistics/random/random.ts";
import type { Cell, Table } from "../questions/open-rows.ts";

/** The columns of a planted shop. */
export const header = [
  "Customer ID",
  "Age",
  "Gender",
  "Location",
  "Order ID",
  "Order Date",
  "Item Purchased",
  "Category",
  "Season",
  "Quantity",
  "Purchase Amount",
  "Review Rating",
  "Previous Purchases",
];
const seasons = ["Winter", "Spring", "Summer", "Fall"];

export interface Shop {
  seed: number;
  customers: number;
  guests: number;
  /** Customers without a gender, without an age. */
  lacking: number;
  places: number;
  /** The first month of 2024 with an order, and how many months there are: the twelve of 2024 where nothing is said. */
  from?: number;
  months?: number;
}

/** Order lines of a shop: products lie in categories, seasons follow the month, places and products have few at the end. */
export function shop({ seed, customers, guests, lacking, places, from = 1, months = 12 }: Shop): Table {
  const random = seededRandom(seed);
  const one = (most: number) => Math.floor(random() * most);
  /** Small numbers far more often than large ones. */
  const skewed = (most: number) => Math.min(most - 1, Math.floor(most * random() ** 3));
  const rows: Cell[][] = [];
  const order = (customer: string, who: number, id: string) => {
    const place = from - 1 + one(months);
    const month = 1 + (place % 12);
    const date = `${2024 + Math.floor(place / 12)}-${String(month).padStart(2, "0")}-${String(1 + one(28)).padStart(2, "0")}`;
    for (let line = one(3); line >= 0; line -= 1) {
      const product = skewed(14);
      rows.push([
        customer,
        who < lacking ? "" : 18 + ((who * 7) % 60),
        who % 9 < 1 && who < 9 * lacking ? "" : (["Male", "Female"][who % 2] ?? ""),
        `Place ${(who * 5) % 11 === 0 ? skewed(places) : who % 3}`,
        id,
        date,
        `Thing ${product}`,
        `Kind ${product % 4}`,
        seasons[Math.floor((month % 12) / 3)] ?? "",
        1 + one(2),
        (1 + one(9000) / 100).toFixed(2),
        one(8) === 0 ? "" : 1 + one(5),
        who % 5 === 0 ? "" : who % 13,
      ]);
    }
  };
  for (let who = 0; who < customers; who += 1)
    for (let each = skewed(5); each >= 0; each -= 1) order(`KX${who}Q`, who, `O${who}-${each}`);
  for (let guest = 0; guest < guests; guest += 1) order("", 1000 + guest, `G${guest}`);
  return { header, rows };
}

/** Shops of all kinds. */
export const anyShop: fc.Arbitrary<Shop> = fc.record({
  seed: fc.integer({ min: 1, max: 10_000 }),
  customers: fc.integer({ min: 6, max: 160 }),
  guests: fc.integer({ min: 0, max: 8 }),
  lacking: fc.integer({ min: 0, max: 7 }),
  places: fc.integer({ min: 2, max: 15 }),
  from: fc.integer({ min: 1, max: 12 }),
  months: fc.constantFrom(5, 12, 26),
});
