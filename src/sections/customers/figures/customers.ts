import { groupChart, shareIntervals, withAverages, withoutValue } from "../../../charts/group-chart.ts";
import type { ChartSpec } from "../../../charts/spec.ts";
import type { Source } from "../../../report/source.ts";
import {
  chartWords,
  genderCaption,
  ordersCaption,
  ratingsCaption,
  subscribersCaption,
  usedCaption,
  valueNames,
} from "../../../report/words/charts.ts";
import type { OverviewPart } from "../../narrowed.ts";

/** Customers by age group, left-closed. */
export function customersByAge(source: Source<Pick<OverviewPart, "breakdowns">>): ChartSpec | null {
  const { report } = source;
  const spec = groupChart(source, report.breakdowns.ageGroup, {
    id: "customers-by-age",
    kind: "columns",
    title: chartWords.age.title,
    labelHeading: chartWords.age.labels,
    labelColumn: "ageGroup",
    measure: "customers",
  });
  return spec === null
    ? null
    : { ...spec, caption: spec.caption + withoutValue(source, report.breakdowns.ageGroup, "customers") };
}

/** Customers by gender. */
export function customersByGender(source: Source<Pick<OverviewPart, "breakdowns">>): ChartSpec | null {
  const { report, format } = source;
  const gender = report.breakdowns.gender;
  const spec = groupChart(source, gender, {
    id: "customers-by-gender",
    kind: "share",
    title: chartWords.gender.title,
    labelHeading: chartWords.gender.labels,
    labelColumn: "gender",
    measure: "customers",
  });
  if (spec === null || gender === undefined) return null;
  return {
    ...withAverages(spec, gender.groups, format),
    caption: genderCaption(gender.groups, format) + withoutValue(source, gender, "customers"),
  };
}

/** Subscribers among the customers of each gender. */
export function subscribersByGender({ report, format }: Source): ChartSpec | null {
  const rows = report.subscribersByGender;
  if (rows === null || rows.length < 2) return null;
  return {
    id: "subscribers-by-gender",
    kind: "bars",
    title: chartWords.subscribers.title,
    caption: subscribersCaption(rows, format),
    labelHeading: chartWords.subscribers.labels,
    labelColumn: "gender",
    labels: rows.map(({ name }) => name),
    series: [
      {
        name: valueNames.subscribers,
        column: "subscribers",
        values: rows.map(({ subscribers }) => subscribers),
        display: rows.map(({ subscribers }) => format.count(subscribers)),
        notesName: valueNames.share,
        notesColumn: "share",
        notes: format.shares(rows.map(({ share }) => share)),
        ...shareIntervals(rows, format),
        color: "second",
      },
    ],
  };
}

/** How many orders customers placed. */
export function ordersPerCustomer({
  report,
  format,
}: Source<Pick<OverviewPart, "ordersPerCustomer">>): ChartSpec | null {
  const rows = report.ordersPerCustomer;
  if (rows === null || rows.length < 2) return null;
  return {
    id: "orders-per-customer",
    kind: "columns",
    title: chartWords.orders.title,
    caption: ordersCaption(rows, format),
    labelHeading: chartWords.orders.labels,
    labelColumn: "ordersPlaced",
    labels: rows.map(({ orders }) => orders),
    series: [
      {
        name: valueNames.customers,
        column: "customers",
        values: rows.map(({ customers }) => customers),
        display: rows.map(({ customers }) => format.count(customers)),
        notesName: valueNames.share,
        notesColumn: "share",
        notes: format.shares(rows.map(({ share }) => share)),
        ...shareIntervals(rows, format),
        color: "accent",
      },
    ],
  };
}

/** Stars given. */
export function ratingDistribution({
  report,
  format,
}: Source<Pick<OverviewPart, "rating">>): ChartSpec | null {
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
    title: chartWords.ratings.title,
    caption: ratingsCaption(summary, format),
    labelHeading: chartWords.ratings.labels,
    labelColumn: "aboveFirst",
    labels: histogram.bins.map(({ from, to }) => label(from, to)),
    series: [
      {
        name: valueNames.ratings,
        column: "ratings",
        values: histogram.bins.map(({ count }) => count),
        display: histogram.bins.map(({ count }) => format.count(count)),
        notesName: valueNames.share,
        notesColumn: "share",
        notes: format.shares(histogram.bins.map(({ share }) => share)),
        ...shareIntervals(histogram.bins, format),
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
    title: chartWords.purchaseFrequency.title,
    labelHeading: chartWords.purchaseFrequency.labels,
    labelColumn: "purchaseFrequency",
    measure: "customers",
    color: "quiet",
  });
}

/** How customers prefer to pay. */
export function preferredPayment(source: Source): ChartSpec | null {
  return groupChart(source, source.report.breakdowns.preferredPaymentMethod, {
    id: "preferred-payment",
    kind: "bars",
    title: chartWords.preferredPayment.title,
    labelHeading: chartWords.preferredPayment.labels,
    labelColumn: "preferredPaymentMethod",
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
      title: chartWords.payment.title,
      labelHeading: chartWords.payment.labels,
      labelColumn: "paymentMethod",
      measure: "purchases",
    }),
    groupChart(source, breakdowns.shippingType, {
      id: "shipping-types",
      kind: "bars",
      title: chartWords.shipping.title,
      labelHeading: chartWords.shipping.labels,
      labelColumn: "shippingType",
      measure: "purchases",
    }),
    yesNo(source, "discount", "discounts"),
    yesNo(source, "promoCode", "promo-codes"),
  ];
}

function yesNo(source: Source, field: "discount" | "promoCode", id: string): ChartSpec | null {
  const breakdown = source.report.breakdowns[field];
  const spec = groupChart(source, breakdown, {
    id,
    kind: "share",
    title: chartWords[field].title,
    labelHeading: chartWords[field].labels,
    labelColumn: "used",
    measure: "purchases",
  });
  if (spec === null || breakdown === undefined) return null;
  return {
    ...withAverages(spec, breakdown.groups, source.format),
    caption: usedCaption(breakdown.groups, source.format),
  };
}
