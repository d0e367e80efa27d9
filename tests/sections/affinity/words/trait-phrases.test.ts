import { expect, test } from "vitest";
import { purchasesInWords, traitsInWords } from "../../../../src/sections/affinity/words/trait-phrases.ts";

const item = (field: string, name: string) => ({ field, name });

test.each([
  [[item("Subscription", "Yes")], "purchases by subscribers", "were by subscribers"],
  [[item("Discount", "Yes")], "purchases with a discount", "had a discount"],
  [[item("Promo code", "No")], "purchases without a promo code", "had no promo code"],
  [
    [item("Gender", "Male"), item("Season", "Winter")],
    "purchases by men in Winter",
    "were by men and were in Winter",
  ],
  [[item("Age group", "18–24")], "purchases by customers aged 18–24", "were by customers aged 18–24"],
  [[item("Color tone", "Dark")], "purchases in dark colors", "were in dark colors"],
  [[item("Product", "Shorts")], "purchases of Shorts", "were Shorts"],
  [[item("Payment method", "Venmo")], "purchases paid with Venmo", "were paid with Venmo"],
  [[item("Gender", "Nonbinary")], "purchases with Gender Nonbinary", "had Gender Nonbinary"],
  [[item("Shipping type", "Express")], "purchases with Shipping type Express", "had Shipping type Express"],
])("traits should be said as a colleague would: %j", (items, those, also) => {
  expect(purchasesInWords(items)).toBe(those);
  expect(traitsInWords(items)).toBe(also);
});
