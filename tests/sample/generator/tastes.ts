import type { Season } from "./calendar.ts";
import { PLAIN_WEIGHT, PRODUCTS, SEASONAL_WEIGHTS } from "./catalogue.ts";
import { chance, pick, pickWeighted, type RandomGenerator } from "./random.ts";

export type Gender = "Female" | "Male";
export type Tone = "dark" | "light" | "neutral" | "bright";

export const PAYMENTS = ["Venmo", "Credit Card", "Debit Card", "PayPal", "Cash", "Bank Transfer"] as const;
export type Payment = (typeof PAYMENTS)[number];

/** Only colours whose tone nobody would argue about. */
export const COLOURS: Readonly<Record<Tone, readonly string[]>> = {
  dark: ["Black", "Charcoal", "Navy", "Maroon"],
  light: ["White", "Ivory", "Lavender", "Peach"],
  neutral: ["Gray", "Beige"],
  bright: ["Red", "Orange", "Yellow", "Turquoise"],
};

const TONES: readonly Tone[] = ["dark", "light", "neutral", "bright"];
const TONE_SHARES = [0.3, 0.26, 0.18, 0.26];
/** Planted: men in winter take 70 % dark colours; the rest keeps its proportions. */
const MEN_IN_WINTER_SHARES = [0.7, 0.26 * (3 / 7), 0.18 * (3 / 7), 0.26 * (3 / 7)];

/** Planted: what each gender prefers. Each sums to 8, so the category and all other products sell
 * alike to both. */
const GENDER_WEIGHTS: Readonly<Record<Gender, Readonly<Record<string, number>>>> = {
  Female: { Handbag: 6, Backpack: 2 },
  Male: { Handbag: 2, Backpack: 6 },
};

/** Planted: what customers of 18–24 prefer to pay with, and everybody else, in PAYMENTS' order. */
const YOUNG_PAYMENT_SHARES = [0.6, 0.08, 0.08, 0.08, 0.08, 0.08];
const PAYMENT_SHARES = [0.1, 0.22, 0.19, 0.19, 0.16, 0.14];

/** How often an order is paid the way its customer prefers; otherwise any way, evenly. */
const PAYMENT_HABIT = 0.8;

/** The shares of preferred payments, in PAYMENTS' order. */
export function paymentShares(young: boolean): readonly number[] {
  return young ? YOUNG_PAYMENT_SHARES : PAYMENT_SHARES;
}

/** How an order is paid. */
export function drawPayment(random: RandomGenerator, preferred: Payment): Payment {
  return chance(random, PAYMENT_HABIT) ? preferred : pick(random, PAYMENTS);
}

/** The colour of a line. */
export function drawColour(random: RandomGenerator, gender: Gender, season: Season): string {
  const shares = gender === "Male" && season === "Winter" ? MEN_IN_WINTER_SHARES : TONE_SHARES;
  return pick(random, COLOURS[TONES[pickWeighted(random, shares)] ?? "dark"]);
}

/** The weights of all products, in the catalogue's order. */
export function productWeights(gender: Gender, season: Season): number[] {
  return PRODUCTS.map(
    ({ name }) => SEASONAL_WEIGHTS[season][name] ?? GENDER_WEIGHTS[gender][name] ?? PLAIN_WEIGHT,
  );
}
