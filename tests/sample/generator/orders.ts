import { drawBasket } from "./basket.ts";
import { isoMinute, type Season, seasonOf } from "./calendar.ts";
import { GIFT_CARD, type Product } from "./catalogue.ts";
import type { Range } from "./kinds.ts";
import { between, chance, pick, pickWeighted, type RandomGenerator, whole } from "./random.ts";
import { drawReview } from "./reviews.ts";
import type { Row } from "./row.ts";
import { drawColour, drawPayment, type Gender, type Payment } from "./tastes.ts";

/** Everything about a customer that their order lines repeat. */
export interface Customer {
  readonly id: string;
  readonly age: number;
  readonly gender: Gender;
  readonly location: string;
  readonly subscription: string;
  readonly preferred: Payment;
  readonly frequency: string;
  readonly quantity: Range;
}

export interface Order {
  readonly id: string;
  readonly day: number;
  readonly minute: number;
  readonly lines: number;
  readonly previousPurchases: number;
}

/** Independent streams, so that a change to reviews leaves baskets as they were. */
export interface OrderStreams {
  readonly baskets: RandomGenerator;
  readonly details: RandomGenerator;
  readonly gifts: RandomGenerator;
  readonly reviews: RandomGenerator;
}

const SIZES = ["S", "M", "L", "XL"];
const SIZE_SHARES = [0.17, 0.45, 0.27, 0.11];
const SHIPPING = ["Standard", "Free Shipping", "Express", "Next Day Air", "2-Day Shipping", "Store Pickup"];
const SHIPPING_SHARES = [0.25, 0.2, 0.15, 0.12, 0.14, 0.14];
const DISCOUNT_SHARE = 0.3;
const DISCOUNT = 0.1;
const PROMO_SHARE = 0.2;

/** The rows of one order. */
export function orderRows(streams: OrderStreams, customer: Customer, order: Order): Row[] {
  const season = seasonOf(order.day);
  const payment = drawPayment(streams.details, customer.preferred);
  const basket = drawBasket(streams.baskets, order.lines, customer.gender, season);
  const rows = basket.map((product, index) =>
    lineRow(streams, customer, order, { product, season, payment, line: index + 1 }),
  );
  const [first] = rows;
  if (first !== undefined && chance(streams.gifts, GIFT_CARD.share))
    rows.push(giftCard(streams.gifts, first, rows.length + 1));
  return rows;
}

/** A line of the same order for what has neither size nor colour, is never reduced and never reviewed. */
function giftCard(random: RandomGenerator, beside: Row, line: number): Row {
  return {
    ...beside,
    "Item Purchased": GIFT_CARD.name,
    Category: GIFT_CARD.category,
    "Purchase Amount (USD)": pick(random, GIFT_CARD.amounts).toFixed(2),
    Size: "",
    Color: "",
    "Review Rating": "",
    "Discount Applied": "No",
    "Order Line": String(line),
    Quantity: "1",
    "Discount Amount": "0.00",
    "Review Text": "",
  };
}

interface Line {
  readonly product: Product;
  readonly season: Season;
  readonly payment: Payment;
  readonly line: number;
}

function lineRow({ details, reviews }: OrderStreams, customer: Customer, order: Order, line: Line): Row {
  const { product, season } = line;
  const quantity = whole(details, ...customer.quantity);
  const discounted = chance(details, DISCOUNT_SHARE);
  const fullCents = quantity * Math.round(product.price * 100 * between(details, 0.92, 1.08));
  const offCents = discounted ? Math.round(fullCents * DISCOUNT) : 0;
  const review = drawReview(reviews, product, order.day);
  return {
    "Customer ID": customer.id,
    Age: String(customer.age),
    Gender: customer.gender,
    "Item Purchased": product.name,
    Category: product.category,
    "Purchase Amount (USD)": ((fullCents - offCents) / 100).toFixed(2),
    Location: customer.location,
    Size: SIZES[pickWeighted(details, SIZE_SHARES)] ?? "",
    Color: drawColour(details, customer.gender, season),
    Season: season,
    "Review Rating": review.rating,
    "Subscription Status": customer.subscription,
    "Payment Method": line.payment,
    "Shipping Type": SHIPPING[pickWeighted(details, SHIPPING_SHARES)] ?? "",
    "Discount Applied": discounted ? "Yes" : "No",
    "Promo Code Used": chance(details, PROMO_SHARE) ? "Yes" : "No",
    "Previous Purchases": String(order.previousPurchases),
    "Preferred Payment Method": customer.preferred,
    "Frequency of Purchases": customer.frequency,
    "Order ID": order.id,
    "Order Line": String(line.line),
    "Order Date": isoMinute(order.day, order.minute),
    Quantity: String(quantity),
    "Discount Amount": (offCents / 100).toFixed(2),
    "Review Text": review.text,
  };
}
