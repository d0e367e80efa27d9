import type { Season } from "./calendar.ts";
import { PAIR_STRENGTH, PRODUCTS, type Product, partnerOf } from "./catalogue.ts";
import { at, chance, pickWeighted, type RandomGenerator } from "./random.ts";
import { type Gender, productWeights } from "./tastes.ts";

/** The products of one order, all different; a second line may be the first one's partner. */
export function drawBasket(
  random: RandomGenerator,
  lines: number,
  gender: Gender,
  season: Season,
): Product[] {
  const weights = productWeights(gender, season);
  const basket: Product[] = [];
  while (basket.length < lines) {
    const index = nextProduct(random, basket, weights);
    basket.push(at(PRODUCTS, index));
    weights[index] = 0;
  }
  return basket;
}

function nextProduct(
  random: RandomGenerator,
  basket: readonly Product[],
  weights: readonly number[],
): number {
  const [first, second] = basket;
  const partner = first && !second ? partnerOf(first.name) : undefined;
  if (partner !== undefined && chance(random, PAIR_STRENGTH)) {
    return PRODUCTS.findIndex(({ name }) => name === partner);
  }
  return pickWeighted(random, weights);
}
