import type { ItemField } from "../question/item-baskets.ts";

/** The fields of items in words. */
export const itemFieldNames: Record<ItemField, string> = {
  product: "Product",
  category: "Category",
  gender: "Gender",
  age_group: "Age group",
  season: "Season",
  tone: "Color tone",
  size: "Size",
  location: "Location",
  payment_method: "Payment method",
  shipping_type: "Shipping type",
  discount: "Discount",
  promo_code: "Promo code",
  subscription: "Subscription",
  persona: "Persona",
};
