import type { BreakdownField } from "./traits.ts";

/** Words with an order of their own, smallest or earliest first. Apart from the table: pages order bars by it. */
export const scales: Partial<Record<BreakdownField, readonly string[]>> = {
  season: ["spring", "summer", "fall", "autumn", "winter"],
  size: ["xxs", "xs", "s", "m", "l", "xl", "xxl", "2xl", "xxxl", "3xl", "4xl", "5xl"],
  purchaseFrequency: [
    "daily",
    "weekly",
    "bi-weekly",
    "biweekly",
    "fortnightly",
    "monthly",
    "quarterly",
    "every 3 months",
    "annually",
    "yearly",
  ],
  discount: ["yes", "no"],
  promoCode: ["yes", "no"],
  subscription: ["yes", "no"],
};
