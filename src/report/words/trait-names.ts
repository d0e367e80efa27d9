import type { CustomerWords } from "../../sections/segments/question/customer-traits.ts";

/** The fields of traits in words. */
export const traitFieldNames: Record<CustomerWords["field"], string> = {
  age_group: "Age group",
  gender: "Gender",
  subscription: "Subscription",
  preferred_payment_method: "Preferred payment method",
  purchase_frequency: "Stated purchase frequency",
  location: "Location",
  category: "Category",
  season: "Season",
  size: "Size",
  color: "Color",
  payment_method: "Payment method",
  shipping_type: "Shipping type",
  discount: "Discount",
  promo_code: "Promo code",
};
