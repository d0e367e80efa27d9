import type { Season } from "./calendar.ts";

export type Category = "Clothing" | "Accessories" | "Footwear" | "Outerwear" | "Gift Cards";

export interface Product {
  readonly name: string;
  readonly category: Category;
  /** List price in US dollars. */
  readonly price: number;
}

/** The 25 products of the well-known shopping dataset, with list prices close together: what a
 * customer spends must follow from how often and how much they buy, not from one dear item. */
export const PRODUCTS: readonly Product[] = [
  { name: "Backpack", category: "Accessories", price: 58 },
  { name: "Belt", category: "Accessories", price: 32 },
  { name: "Blouse", category: "Clothing", price: 44 },
  { name: "Boots", category: "Footwear", price: 89 },
  { name: "Coat", category: "Outerwear", price: 95 },
  { name: "Dress", category: "Clothing", price: 72 },
  { name: "Gloves", category: "Accessories", price: 34 },
  { name: "Handbag", category: "Accessories", price: 68 },
  { name: "Hat", category: "Accessories", price: 30 },
  { name: "Hoodie", category: "Clothing", price: 52 },
  { name: "Jacket", category: "Outerwear", price: 88 },
  { name: "Jeans", category: "Clothing", price: 62 },
  { name: "Jewelry", category: "Accessories", price: 76 },
  { name: "Pants", category: "Clothing", price: 54 },
  { name: "Sandals", category: "Footwear", price: 46 },
  { name: "Scarf", category: "Accessories", price: 31 },
  { name: "Shirt", category: "Clothing", price: 42 },
  { name: "Shoes", category: "Footwear", price: 74 },
  { name: "Shorts", category: "Clothing", price: 36 },
  { name: "Skirt", category: "Clothing", price: 45 },
  { name: "Sneakers", category: "Footwear", price: 78 },
  { name: "Socks", category: "Clothing", price: 28 },
  { name: "Sunglasses", category: "Accessories", price: 56 },
  { name: "Sweater", category: "Clothing", price: 57 },
  { name: "T-shirt", category: "Clothing", price: 29 },
];

/** No goods: in a line of its own behind so many orders, in the amounts that are on sale. */
export const GIFT_CARD = {
  name: "Gift Card",
  category: "Gift Cards",
  share: 0.007,
  amounts: [25, 50, 100],
} as const;

/** Pairs planted in orders. Each product stands in one pair at most and none is seasonal or a
 * gender's favourite: otherwise a pair would carry a taste over to its partner. */
export const PAIRS: readonly (readonly [string, string])[] = [
  ["Boots", "Socks"],
  ["Shirt", "Belt"],
  ["Dress", "Jewelry"],
  ["Sweater", "Scarf"],
  ["Jeans", "Sneakers"],
];

/** How often the partner follows as second line where an order of two or more lines starts with a
 * product of a pair. */
export const PAIR_STRENGTH = 0.5;

/**
 * Weights of the products that sell by season; every other product weighs 4 all year. They sum to
 * 16 in each season, so that the share of all other products stays the same.
 */
export const SEASONAL_WEIGHTS: Readonly<Record<Season, Readonly<Record<string, number>>>> = {
  Winter: { Coat: 6.5, Jacket: 6.5, Sandals: 1.5, Shorts: 1.5 },
  Spring: { Coat: 4, Jacket: 4, Sandals: 4, Shorts: 4 },
  Summer: { Coat: 1, Jacket: 1, Sandals: 7, Shorts: 7 },
  Fall: { Coat: 4, Jacket: 4, Sandals: 4, Shorts: 4 },
};

/** Weight of a product that no season and no gender prefers. */
export const PLAIN_WEIGHT = 4;

/** The partner of a product, where it has one. */
export function partnerOf(product: string): string | undefined {
  const pair = PAIRS.find((names) => names.includes(product));
  return pair?.find((name) => name !== product);
}
