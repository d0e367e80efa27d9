/** How the text of a field becomes a value. */
export type Rule =
  | "identifier"
  | "category"
  | "name"
  | "money"
  | "whole"
  | "age"
  | "rating"
  | "yesNo"
  | "date"
  | "time"
  | "presence";

/** What a field describes; order-level fields may stand on an order's first line only. */
export type Level = "customer" | "order" | "product" | "line";

/** A field whose words are shared by many purchases or customers. */
export interface TraitDefinition {
  /** Whose it is: one word a customer, or one a purchase. */
  of: "customer" | "purchase";
  /** Its name in the store, where words are `<column>_id`. */
  column: string;
  /** Its name in the report, where that is not the label. */
  name?: string;
}

export interface FieldDefinition {
  /** The field's name in words. */
  label: string;
  rule: Rule;
  level: Level;
  /** Purchases, or the customers who made them, are counted by its words. */
  trait?: TraitDefinition;
  /** The trait whose place its words take where that has none. */
  standsInFor?: string;
  /** A bad value drops the row; elsewhere it is left empty. */
  needed?: true;
  /** Headers that mean this field, in normal form (see `normalHeader`). */
  synonyms: readonly string[];
  /** Headers that mean this field where none of the synonyms is there, best first. */
  fallbacks?: readonly string[];
  /** Headers that mean this field only in a Shopify orders export. */
  shopify?: readonly string[];
}

/**
 * Every field that the report knows, and the headers that mean it. The first synonym is the usual one.
 * A header means at most one field; two headers of one field stop the build, unless one is a fallback.
 */
export const fields = {
  customer: {
    label: "Customer",
    rule: "identifier",
    level: "order",
    synonyms: [
      "customer id",
      "customerid",
      "customer",
      "customer no",
      "customer number",
      "customer code",
      "client id",
      "client",
      "user id",
      "buyer id",
      "member id",
      "shopper id",
    ],
    fallbacks: ["customer email", "email", "e mail", "email address"],
  },
  order: {
    label: "Order",
    rule: "identifier",
    level: "line",
    needed: true,
    synonyms: [
      "order id",
      "orderid",
      "order",
      "order no",
      "order number",
      "order name",
      "invoice no",
      "invoiceno",
      "invoice",
      "invoice id",
      "invoice number",
      "basket id",
      "basket",
      "receipt",
      "receipt no",
      "receipt id",
    ],
    fallbacks: ["transaction id"],
    shopify: ["name"],
  },
  line: {
    label: "Order line",
    rule: "identifier",
    level: "line",
    synonyms: [
      "order line",
      "order line id",
      "order line no",
      "order line number",
      "line id",
      "line no",
      "line number",
      "line item id",
      "lineitem id",
      "order item id",
    ],
  },
  date: {
    label: "Date",
    rule: "date",
    level: "order",
    needed: true,
    synonyms: [
      "order date",
      "orderdate",
      "date",
      "invoice date",
      "invoicedate",
      "purchase date",
      "transaction date",
      "sale date",
      "date time",
      "datetime",
    ],
    fallbacks: ["created at", "order time", "timestamp", "day"],
  },
  time: {
    label: "Time of day",
    rule: "time",
    level: "order",
    synonyms: ["time", "time of day", "sale time", "uhrzeit", "heure", "hora", "tijd", "saat", "godzina"],
  },
  productCode: {
    label: "Product code",
    rule: "identifier",
    level: "product",
    synonyms: [
      "stock code",
      "stockcode",
      "sku",
      "product id",
      "productid",
      "product code",
      "item id",
      "item code",
      "article no",
      "article number",
      "lineitem sku",
    ],
  },
  product: {
    label: "Product",
    rule: "name",
    level: "product",
    synonyms: [
      "item purchased",
      "product",
      "product name",
      "item",
      "item name",
      "product title",
      "article",
      "lineitem name",
    ],
    fallbacks: ["description"],
  },
  category: {
    label: "Category",
    rule: "category",
    level: "product",
    trait: { of: "purchase", column: "category" },
    synonyms: ["category", "product category", "item category"],
    fallbacks: ["product type", "department"],
  },
  quantity: {
    label: "Quantity",
    rule: "whole",
    level: "line",
    needed: true,
    synonyms: ["quantity", "qty", "lineitem quantity"],
    fallbacks: ["units", "pieces", "count"],
  },
  price: {
    label: "Unit price",
    rule: "money",
    level: "line",
    needed: true,
    synonyms: [
      "unit price",
      "unitprice",
      "price",
      "price per unit",
      "item price",
      "lineitem price",
      "price each",
    ],
  },
  amount: {
    label: "Amount",
    rule: "money",
    level: "line",
    needed: true,
    synonyms: ["purchase amount", "amount", "line total", "line amount", "sales amount", "amount spent"],
    fallbacks: ["total amount", "total price", "sales", "revenue", "spend"],
  },
  currency: { label: "Currency", rule: "category", level: "order", synonyms: ["currency", "currency code"] },
  age: { label: "Age", rule: "age", level: "customer", synonyms: ["age", "customer age", "age in years"] },
  gender: {
    label: "Gender",
    rule: "category",
    level: "customer",
    trait: { of: "customer", column: "gender" },
    synonyms: ["gender", "sex", "customer gender"],
  },
  location: {
    label: "Location",
    rule: "category",
    level: "order",
    trait: { of: "purchase", column: "location" },
    synonyms: ["location", "customer location", "store location"],
    fallbacks: ["state", "customer state", "shipping province", "province", "region", "city"],
    shopify: ["shipping province"],
  },
  country: {
    label: "Country",
    rule: "category",
    level: "order",
    standsInFor: "location",
    synonyms: ["country", "country name"],
    fallbacks: ["shipping country", "customer country"],
  },
  size: {
    label: "Size",
    rule: "category",
    level: "line",
    trait: {
      of: "purchase",
      column: "size",
    },
    synonyms: ["size", "item size", "product size"],
  },
  color: {
    label: "Color",
    rule: "category",
    level: "line",
    trait: { of: "purchase", column: "color" },
    synonyms: ["color", "colour", "item color", "item colour", "product color"],
  },
  season: {
    label: "Season",
    rule: "category",
    level: "line",
    trait: { of: "purchase", column: "season" },
    synonyms: ["season", "purchase season"],
  },
  rating: {
    label: "Review rating",
    rule: "rating",
    level: "line",
    synonyms: ["review rating", "rating", "stars", "review score", "customer rating"],
  },
  review: {
    label: "Review text",
    rule: "presence",
    level: "line",
    synonyms: ["review text", "review", "comment", "review comment", "feedback"],
  },
  subscription: {
    label: "Subscription",
    rule: "yesNo",
    level: "customer",
    trait: { of: "customer", column: "subscription" },
    synonyms: ["subscription status", "subscription", "subscribed", "subscriber", "is subscriber"],
  },
  paymentMethod: {
    label: "Payment method",
    rule: "category",
    level: "order",
    trait: { of: "purchase", column: "payment_method" },
    synonyms: ["payment method", "payment", "payment type", "paid by"],
  },
  preferredPaymentMethod: {
    label: "Preferred payment method",
    rule: "category",
    level: "customer",
    trait: { of: "customer", column: "preferred_payment_method" },
    synonyms: ["preferred payment method", "preferred payment"],
  },
  shippingType: {
    label: "Shipping type",
    rule: "category",
    level: "order",
    trait: { of: "purchase", column: "shipping_type" },
    synonyms: ["shipping type", "shipping method", "delivery method", "ship mode"],
    fallbacks: ["delivery"],
  },
  discount: {
    label: "Discount",
    rule: "yesNo",
    level: "order",
    trait: { of: "purchase", column: "discount" },
    synonyms: ["discount applied", "discounted", "has discount"],
  },
  promoCode: {
    label: "Promo code",
    rule: "yesNo",
    level: "order",
    trait: { of: "purchase", column: "promo_code" },
    synonyms: ["promo code used", "promo used", "promotion used", "coupon used"],
  },
  discountCode: {
    label: "Discount code",
    rule: "presence",
    level: "order",
    standsInFor: "promoCode",
    synonyms: ["discount code", "promo code", "coupon code", "voucher code"],
  },
  previousPurchases: {
    label: "Previous purchases",
    rule: "whole",
    level: "customer",
    synonyms: ["previous purchases", "prior purchases", "past purchases", "purchase count"],
  },
  purchaseFrequency: {
    label: "Purchase frequency",
    rule: "category",
    level: "customer",
    trait: {
      of: "customer",
      column: "purchase_frequency",
      name: "Stated purchase frequency",
    },
    synonyms: ["frequency of purchases", "purchase frequency", "frequency", "buying frequency"],
  },
  status: {
    label: "Status",
    rule: "category",
    level: "order",
    synonyms: ["financial status"],
    fallbacks: ["order status", "payment status", "status"],
  },
  cancelledAt: {
    label: "Cancelled at",
    rule: "presence",
    level: "order",
    synonyms: ["cancelled at", "canceled at", "cancellation date", "cancelled on"],
  },
} as const satisfies Record<string, FieldDefinition>;
