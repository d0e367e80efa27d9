import { counted } from "../../report/words/general.ts";
import type { ChartSpec } from "../spec.ts";
import { groupChart, type Source, withoutValue } from "./group-chart.ts";

/** Customers by age group, left-closed. */
export function customersByAge(source: Source): ChartSpec | null {
  const { report } = source;
  const spec = groupChart(source, report.breakdowns.ageGroup, {
    id: "customers-by-age",
    kind: "columns",
    title: "Customers by age group",
    labelHeading: "Age group",
    measure: "customers",
  });
  return spec === null
    ? null
    : { ...spec, caption: spec.caption + withoutValue(source, report.breakdowns.ageGroup, "customers") };
}

/** Customers by gender. */
export function customersByGender(source: Source): ChartSpec | null {
  const { report, format } = source;
  const gender = report.breakdowns.gender;
  const spec = groupChart(source, gender, {
    id: "customers-by-gender",
    kind: "share",
    title: "Customers by gender",
    labelHeading: "Gender",
    measure: "customers",
  });
  if (spec === null || gender === undefined) return null;
  const average = gender.groups
    .map(({ name, averagePurchase }) => `${name} ${format.money(averagePurchase)}`)
    .join(", ");
  return {
    ...spec,
    caption: `Average purchase: ${average}.${withoutValue(source, report.breakdowns.gender, "customers")}`,
  };
}

/** Subscribers among the customers of each gender. */
export function subscribersByGender({ report, format }: Source): ChartSpec | null {
  const rows = report.subscribersByGender;
  if (rows === null || rows.length < 2) return null;
  const none = rows.filter(({ subscribers }) => subscribers === 0).map(({ name }) => name.toLowerCase());
  return {
    id: "subscribers-by-gender",
    kind: "bars",
    title: "Subscribers by gender",
    caption:
      none.length > 0
        ? `No ${none.join(" or ")} customer subscribes.`
        : `${rows.map(({ name, share }) => `${format.share(share)} of ${name.toLowerCase()}`).join(" and ")} customers subscribe.`,
    labelHeading: "Gender",
    labels: rows.map(({ name }) => name),
    series: [
      {
        name: "Subscribers",
        values: rows.map(({ subscribers }) => subscribers),
        display: rows.map(({ subscribers }) => format.count(subscribers)),
        notesName: "Share",
        notes: rows.map(({ share }) => format.share(share)),
        color: "second",
      },
    ],
  };
}

/** How many orders customers placed. */
export function ordersPerCustomer({ report, format }: Source): ChartSpec | null {
  const rows = report.ordersPerCustomer;
  if (rows === null || rows.length < 2) return null;
  const once = rows.find(({ orders }) => orders === "1");
  return {
    id: "orders-per-customer",
    kind: "columns",
    title: "Orders per customer",
    caption:
      once === undefined
        ? "Customers by the number of their orders."
        : `${counted(format, once.customers, "customer")} (${format.share(once.share)}) placed a single order.`,
    labelHeading: "Orders placed",
    labels: rows.map(({ orders }) => orders),
    series: [
      {
        name: "Customers",
        values: rows.map(({ customers }) => customers),
        display: rows.map(({ customers }) => format.count(customers)),
        notesName: "Share",
        notes: rows.map(({ share }) => format.share(share)),
        color: "accent",
      },
    ],
  };
}

/** Stars given. */
export function ratingDistribution({ report, format }: Source): ChartSpec | null {
  const { rating } = report;
  if (rating === null || rating.histogram.bins.length < 2) return null;
  const { summary, histogram } = rating;
  const label = (from: number, to: number | null) => {
    const digits =
      Number.isInteger(from * 2) && !histogram.bins.every((bin) => Number.isInteger(bin.from)) ? 1 : 0;
    return to !== null && to - from === 1 && digits === 0
      ? format.decimal(to, 0)
      : `${format.decimal(from, digits)}–${format.decimal(to ?? 5, digits)}`;
  };
  return {
    id: "ratings",
    kind: "columns",
    title: "Ratings",
    caption: `${counted(format, summary.count, "rating")}, ${format.decimal(summary.mean, 2)} on average, from ${format.decimal(summary.minimum)} to ${format.decimal(summary.maximum)}.`,
    labelHeading: "Rating, above the first up to the second number",
    labels: histogram.bins.map(({ from, to }) => label(from, to)),
    series: [
      {
        name: "Ratings",
        values: histogram.bins.map(({ count }) => count),
        display: histogram.bins.map(({ count }) => format.count(count)),
        notesName: "Share",
        notes: histogram.bins.map(({ share }) => format.share(share)),
        color: "third",
      },
    ],
  };
}

/** How often customers say that they buy. */
export function purchaseFrequency(source: Source): ChartSpec | null {
  return groupChart(source, source.report.breakdowns.purchaseFrequency, {
    id: "purchase-frequency",
    kind: "bars",
    title: "Stated purchase frequency",
    labelHeading: "Stated purchase frequency",
    measure: "customers",
    color: "quiet",
  });
}

/** How customers prefer to pay. */
export function preferredPayment(source: Source): ChartSpec | null {
  return groupChart(source, source.report.breakdowns.preferredPaymentMethod, {
    id: "preferred-payment",
    kind: "bars",
    title: "Preferred payment method",
    labelHeading: "Preferred payment method",
    measure: "customers",
    color: "quiet",
  });
}

/** How purchases were paid, shipped and reduced. */
export function buyingHabits(source: Source): (ChartSpec | null)[] {
  const { breakdowns } = source.report;
  return [
    groupChart(source, breakdowns.paymentMethod, {
      id: "payment-methods",
      kind: "bars",
      title: "Payment methods",
      labelHeading: "Payment method",
      measure: "purchases",
    }),
    groupChart(source, breakdowns.shippingType, {
      id: "shipping-types",
      kind: "bars",
      title: "Shipping types",
      labelHeading: "Shipping type",
      measure: "purchases",
    }),
    yesNo(source, "discount", "discounts", "Purchases with a discount"),
    yesNo(source, "promoCode", "promo-codes", "Purchases with a promo code"),
  ];
}

function yesNo(source: Source, field: "discount" | "promoCode", id: string, title: string): ChartSpec | null {
  const breakdown = source.report.breakdowns[field];
  const spec = groupChart(source, breakdown, {
    id,
    kind: "share",
    title,
    labelHeading: "Used",
    measure: "purchases",
  });
  if (spec === null || breakdown === undefined) return null;
  const average = breakdown.groups
    .map(({ name, averagePurchase }) => `${name.toLowerCase()} ${source.format.money(averagePurchase)}`)
    .join(", ");
  return { ...spec, caption: `Average purchase: ${average}.` };
}
