/** What the rows of tables and figures are that count customers or purchases by a field. */
export const rowWords = {
  ageGroup: "Customers by age, each group from its first age up to its last, both counted.",
  gender: "Customers by gender, by their latest purchase that says it.",
  subscription: "Customers with and without a subscription, by their latest purchase that says it.",
  purchaseFrequency: "How often customers buy, as their own record says.",
  preferredPaymentMethod: "Customers by the way they prefer to pay, by their latest purchase that says it.",
  location: "Customers by the place bought from; who bought from several counts in each.",
  category: "Purchases by the category of the product.",
  season: "Purchases by the season that the row states.",
  color: "Purchases by the color of the product.",
  size: "Purchases by the size of the product.",
  paymentMethod: "Purchases by the way they were paid.",
  shippingType: "Purchases by the way they were sent.",
  discount: "Purchases with and without a discount.",
  promoCode: "Purchases with and without a promo code.",
  ratings: "How many purchases were given which rating.",
  orders: "How many customers placed one order, two, and so on. Guests are left out.",
};

/** What counts of groups are, and their shares. */
export const splitFormulas = {
  customers: "customers of the group; share = these ÷ customers whose value is known",
  purchases: "purchases of the group; share = these ÷ purchases whose value is known",
};
