import type { FieldName } from "./fields.ts";
import { conceptKeys } from "./headers.ts";
import type { Standing } from "./statuses.ts";

/** What is known of a platform's export beyond what its headers say by themselves. */
export interface Platform {
  name: string;
  /** The headers by which it is recognised, in normal form: all of them must be there. */
  headers: readonly string[];
  /** Its headers and columns are meant in any language, not by these words alone. */
  anyLanguage?: true;
  /** Fields by header in normal form; null for a column that means something else here than elsewhere. */
  columns: Readonly<Record<string, FieldName | null>>;
  /** Status words that mean something else here than elsewhere. */
  statuses?: Readonly<Record<string, Standing>>;
  /** The price is the line's total, not one piece's. */
  priceIsLineTotal?: true;
  /** Amounts are what was paid, with the shipping and the taxes that stand beside them. */
  amountsHoldExtras?: true;
  /** Amounts below zero are no returns: the shop paid somebody. */
  negativeIsNoReturn?: true;
  /** What belongs to an order stands on its first line alone. */
  ordersOnFirstLine?: true;
  /** Whose the discount is, where its column does not say. */
  discountOf?: "order" | "line";
}

/**
 * Platforms by the header lines of their exports, as documented or as found in public files. The first that fits is taken.
 */
const platforms: readonly Platform[] = [
  {
    name: "Shopify orders",
    headers: ["name", "lineitem name", "lineitem price"],
    columns: {
      name: "order",
      id: "orderKey",
      location: null,
      vendor: null,
      "created at": "date",
      "shipping province name": null,
      "billing province name": null,
      total: "orderTotal",
      notes: null,
      "receipt number": null,
      "payment id": null,
      "payment reference": null,
    },
    // An order counts when it is placed, whether it is paid at once or on delivery.
    statuses: {
      pending: "sale",
      authorized: "sale",
      "partially paid": "sale",
      unpaid: "sale",
      expired: "none",
      voided: "none",
      "partially refunded": "sale",
    },
    discountOf: "order",
    ordersOnFirstLine: true,
  },
  {
    name: "Shopify customers",
    headers: ["accepts email marketing", "total spent", "total orders"],
    columns: {
      "total spent": "amount",
      "default address province code": "location",
      "default address city": null,
    },
  },
  {
    name: "Amazon seller",
    headers: ["amazon order id", "item price"],
    columns: {
      "amazon order id": "order",
      "merchant order id": null,
      "item price": "price",
      "item promotion discount": "lineDiscount",
      "ship promotion discount": null,
      "sales channel": null,
      "order channel": null,
      "item tax": "taxAmount",
    },
    priceIsLineTotal: true,
    statuses: { pending: "none", unshipped: "sale" },
  },
  {
    name: "Amazon seller orders",
    headers: ["order id", "order item id", "item price", "buyer email"],
    columns: {
      "item price": "price",
      "item promotion discount": "lineDiscount",
      "ship promotion discount": null,
    },
    priceIsLineTotal: true,
  },
  {
    name: "Amazon transactions",
    headers: ["product sales", "promotional rebates", "selling fees"],
    columns: {
      "product sales": "grossAmount",
      "promotional rebates": "lineDiscount",
      "order city": null,
      "account type": null,
      total: null,
    },
  },
  {
    name: "eBay transactions",
    headers: ["transaction creation date", "item subtotal", "gross transaction amount"],
    columns: {
      "item subtotal": "amount",
      "custom label": "productCode",
      "item id": null,
      "net amount": null,
      "gross transaction amount": null,
      "payout status": null,
      "transaction id": null,
      description: null,
    },
  },
  {
    name: "Faire orders",
    headers: ["retailer name", "wholesale price"],
    // Shops on Faire sell to retailers: the retail price is what those ask.
    columns: { "wholesale price": "price", "retail price": null },
  },
  {
    name: "Amazon order history",
    headers: ["order id", "order date", "website", "total owed"],
    columns: { "total owed": null, "unit price": "price", "shipment item subtotal": null },
  },
  {
    name: "Magento orders",
    headers: ["id", "purchase date", "bill to name"],
    columns: { id: "order", "purchase point": null, "bill to name": "customerName", "ship to name": null },
  },
  {
    name: "WooCommerce customers",
    headers: ["username", "last active", "total spend"],
    columns: { region: "location", aov: null, orders: null, username: null },
  },
  {
    name: "WooCommerce order lines",
    headers: ["order number", "item name", "item cost", "order total amount"],
    columns: {
      "item cost": "price",
      "item number": null,
      "cart discount amount": "discountAmount",
      "discount amount": null,
      "order total tax amount": "taxAmount",
      "order subtotal amount": null,
      "order total amount": null,
      city: null,
    },
    discountOf: "order",
  },
  {
    name: "WooCommerce analytics",
    headers: ["order number", "n revenue", "items sold"],
    columns: { "n revenue": "amount", "items sold": "quantity", product: null },
  },
  {
    name: "WooCommerce orders",
    headers: ["order total", "billing email"],
    columns: { "order total": "orderTotal", "refunded total": "refund", "line items": null },
  },
  {
    name: "Etsy sold order items",
    headers: ["item name", "buyer", "listing id", "transaction id"],
    columns: {
      "transaction id": "line",
      "item total": "amount",
      "shipping discount": null,
      "date paid": null,
      "ship name": "customerName",
      "payment type": "paymentMethod",
    },
    discountOf: "line",
  },
  {
    name: "Etsy sold orders",
    headers: ["order id", "order value", "order total", "order net"],
    columns: { "order value": "subtotal", "order net": null, "shipping discount": null },
  },
  {
    name: "eBay orders",
    headers: ["sales record number", "item title"],
    columns: { "sales record number": null, "total price": null, "payment method": "paymentMethod" },
  },
  {
    name: "Square items",
    headers: ["item", "gross sales", "net sales", "event type"],
    columns: { count: null, "event type": "event", "price point name": null, channel: null },
  },
  {
    name: "Square transactions",
    headers: ["gross sales", "net sales", "total collected"],
    columns: { "total collected": null, "event type": "event", "net total": null, "net sales": "amount" },
  },
  {
    name: "Mollie payments",
    headers: ["consumer name", "settlement reference", "status"],
    columns: { id: "order", description: null, "settlement amount": null },
    // A payment that nobody made yet.
    statuses: { open: "none", pending: "none", authorized: "sale" },
  },
  {
    name: "Stripe payments",
    headers: ["id", "amount refunded", "status"],
    columns: { id: "order", description: null, "converted amount": null, "converted amount refunded": null },
  },
  {
    name: "PayPal activity",
    headers: ["type", "gross", "fee", "from email address"],
    anyLanguage: true,
    amountsHoldExtras: true,
    columns: {
      name: "customerName",
      "from email address": "email",
      "to email address": null,
      "transaction id": "order",
      "transaction code": "order",
      type: "event",
      gross: "amount",
      net: null,
      balance: null,
      "invoice number": null,
      "reference txn id": null,
      status: "status",
      "item title": "product",
      "shipping amount": "shippingAmount",
      "shipping and handling amount": "shippingAmount",
      "sales tax": "taxAmount",
    },
    negativeIsNoReturn: true,
  },
  {
    name: "Toast item selections",
    headers: ["menu item", "net price", "void"],
    columns: {
      "menu item": "product",
      "menu group": "category",
      "net price": "amount",
      "gross price": "grossAmount",
      "order id": "order",
      "order number": null,
      "sent date": null,
      "check id": null,
      "sales category": null,
      menu: null,
      server: null,
      service: null,
    },
  },
  {
    name: "Lightspeed sales history",
    headers: ["receipt number", "line type", "details", "register"],
    columns: {
      "receipt number": "order",
      details: "product",
      subtotal: "amount",
      "sales tax": "taxAmount",
      total: null,
      paid: null,
      "customer code": "customer",
      "line type": null,
    },
  },
  {
    name: "Lightspeed lines with discounts",
    headers: ["qty", "retail", "subtotal", "subtotal w discount"],
    columns: { id: "order", retail: "price", subtotal: null, "subtotal w discount": "amount", total: null },
  },
  {
    name: "Toast orders",
    headers: ["order id", "opened", "revenue center", "amount"],
    columns: { opened: "date", paid: null, closed: null, "order number": null, service: null, table: null },
  },
  {
    name: "Lightspeed lines",
    headers: ["sale id", "item", "qty", "subtotal", "total"],
    columns: { subtotal: "grossAmount", total: null },
  },
  {
    name: "Clover line items with modifiers",
    headers: ["line item date", "order id", "item name", "total revenue"],
    columns: {
      "line item date": "date",
      "item revenue": null,
      "total revenue": "grossAmount",
      "item total": null,
    },
    discountOf: "line",
  },
  {
    name: "Clover line items",
    headers: ["line item date", "order id", "item name", "item revenue"],
    columns: { "line item date": "date", "item revenue": "grossAmount", "item total": null },
  },
];

/** The platform whose export has these headers in normal form; undefined where none is recognised. */
export function platformOf(headers: readonly string[]): Platform | undefined {
  const there = new Set(headers);
  const meant = new Set(headers.flatMap(conceptKeys));
  return platforms.find(({ headers: needed, anyLanguage }) =>
    needed.every(
      (header) =>
        there.has(header) || (anyLanguage === true && conceptKeys(header).some((key) => meant.has(key))),
    ),
  );
}

/** The fields that a platform gives to the columns of these headers; null for none, undefined where it says nothing. */
export function ownColumns(
  platform: Platform | undefined,
  headers: readonly string[],
): (FieldName | null | undefined)[] {
  const own = new Map(Object.entries(platform?.columns ?? {}));
  const meant = new Map(
    platform?.anyLanguage === true
      ? [...own].flatMap(([header, field]) => conceptKeys(header).map((key) => [key, field] as const))
      : [],
  );
  return headers.map((header) => {
    const field = own.get(header);
    if (field !== undefined || meant.size === 0) return field;
    const key = conceptKeys(header).find((each) => meant.has(each));
    return key === undefined ? undefined : meant.get(key);
  });
}
