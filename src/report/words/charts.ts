import type { DisclosableSummary } from "../../disclosure/summary.ts";
import type { Formatter } from "../format.ts";
import type { Breakdown, Group, Report } from "../report.ts";
import { counted, listed, type Measure, quoted } from "./general.ts";
import { people } from "./insights.ts";

/** Titles of the charts of groups, with the heading of their labels. */
export const chartWords = {
  age: { title: "Customers by age group", labels: "Age group" },
  gender: { title: "Customers by gender", labels: "Gender" },
  subscribers: { title: "Subscribers by gender", labels: "Gender" },
  purchaseFrequency: { title: "Stated purchase frequency", labels: "Stated purchase frequency" },
  preferredPayment: { title: "Preferred payment method", labels: "Preferred payment method" },
  payment: { title: "Payment methods", labels: "Payment method" },
  shipping: { title: "Shipping types", labels: "Shipping type" },
  discount: { title: "Purchases with a discount", labels: "Used" },
  promoCode: { title: "Purchases with a promo code", labels: "Used" },
  orders: { title: "Orders per customer", labels: "Orders placed" },
  ratings: { title: "Ratings", labels: "Rating, above the first up to the second number" },
  months: { title: "Revenue by month", labels: "Month" },
  categoryPurchases: { title: "Purchases by category", labels: "Category" },
  categoryRevenue: { title: "Revenue by category", labels: "Category" },
  season: { title: "Purchases by season", labels: "Season" },
  seasonCategory: { title: "Purchases by season and category" },
  productPurchases: { title: "Top products by purchases", labels: "Product" },
  productRevenue: { title: "Top products by revenue", labels: "Product" },
  colors: { title: "Top colors", labels: "Color" },
  sizes: { title: "Sizes", labels: "Size" },
  locationCustomers: { title: "Top places by customers", labels: "Place" },
  locationRevenue: { title: "Top places by revenue", labels: "Place" },
} as const;

/** Headings of the values in charts and in the tables beneath them. */
export const valueNames = {
  customers: "Customers",
  purchases: "Purchases",
  revenue: "Revenue",
  orders: "Orders",
  ratings: "Ratings",
  subscribers: "Subscribers",
  share: "Share",
} as const;

export const shareOf = (measure: Measure) => `Share of ${measure}`;

/** How many of all groups are shown, and what became of the others; a sentence, or nothing where all are. */
export function shownWords(
  {
    named,
    limit,
    all,
    folded,
    together,
  }: {
    named: number;
    limit: number;
    all: number;
    folded: number;
    /** Whether the others stand together in one. */
    together: boolean;
  },
  format: Formatter,
): string {
  if (named > limit) return `The first ${format.count(limit)} of ${format.count(all)}.`;
  if (folded === 0) return "";
  const rest = together
    ? folded === 1
      ? "the other is not"
      : `the other ${format.count(folded)} stand together`
    : `the ${folded === 1 ? "other is" : `other ${format.count(folded)} are`} not shown`;
  return `${format.count(named)} of ${format.count(all)} ${named === 1 ? "is" : "are"} named; ${rest}.`;
}

/** Who a sentence behind `shownWords` is about: nothing needs to be said where all groups are shown. */
export function shownSubject({ named, limit, folded }: { named: number; limit: number; folded: number }) {
  if (named > limit) return "They are";
  return folded === 0 ? "" : "Those named are";
}

/** Those whose value in a field is not known; nothing where it is of all. */
export function withoutValueWords(
  missing: number,
  measure: "customers" | "purchases",
  format: Formatter,
): string {
  return missing === 0
    ? ""
    : `Not known for ${counted(format, missing, measure === "customers" ? "customer" : "purchase")}.`;
}

/** What a group holds beside its own, for too few persons stand behind it to be told apart; a sentence, or nothing. */
export function leftoverWords(leftover: Breakdown["leftover"], measure: Measure): string {
  if (leftover === null) return "";
  const parts = [
    ...(leftover.groups === 0
      ? []
      : [leftover.groups === 1 ? "one other value" : `${leftover.groups} other values`]),
    ...(leftover.missing
      ? [`a few ${measure === "customers" ? "customers" : "purchases"} without a value`]
      : []),
    ...(leftover.guests && measure !== "customers" ? ["a few purchases by guests"] : []),
  ];
  if (parts.length === 0) return "";
  const [first = "", ...more] = leftover.with;
  const names = more.length === 0 ? quoted(first) : "The largest values";
  return `${names} ${more.length === 0 ? "includes" : "include"} ${listed(parts)}, too few to be shown apart.`;
}

/** Groups that nearly all customers are in; a sentence, or nothing. */
export function nearlyAllWords(names: readonly string[]): string {
  return names.length === 0
    ? ""
    : `${listed(names.map(quoted))} ${names.length === 1 ? "counts" : "count"} all customers: all but a few are in it.`;
}

/** Each gender's part of customers, and the average purchase; averages are not tested, and compared with nothing. */
export function genderCaption(
  groups: readonly Pick<Group, "name" | "customersShare" | "averagePurchase">[],
  format: Formatter,
): string {
  const shares = format.shares(groups.map(({ customersShare }) => customersShare));
  const named = groups.map((group) => ({ ...group, name: people[group.name] ?? quoted(group.name) }));
  return `${listed(named.map(({ name }, index) => `${shares[index]} ${name}`))}.${averagesWords(named, format)}`;
}

/** How many purchases had something, and what purchases with and without it come to on average. */
export function usedCaption(groups: readonly Group[], format: Formatter): string {
  const [used, other] = ["Yes", "No"].map((name) => groups.find((group) => group.name === name));
  if (used === undefined) return "";
  const part = `${format.share(used.purchasesShare)} of purchases had one`;
  const [withIt, without] = [used.averagePurchase, other?.averagePurchase ?? null];
  return withIt === null || without === null
    ? `${part}.`
    : `${part}. Average purchase: ${format.money(withIt)} with it, ${format.money(without)} without.`;
}

/** What the purchases of groups, by their written names, come to on average, behind another sentence; nothing where there is no money. */
function averagesWords(
  groups: readonly Pick<Group, "name" | "averagePurchase">[],
  format: Formatter,
): string {
  const averages = groups.flatMap(({ name, averagePurchase }) =>
    averagePurchase === null ? [] : [`${name} ${format.money(averagePurchase)}`],
  );
  return averages.length === 0 ? "" : ` Average purchase: ${listed(averages)}.`;
}

export function subscribersCaption(
  rows: readonly { name: string; subscribers: number; share: number }[],
  format: Formatter,
): string {
  const none = rows
    .filter(({ subscribers }) => subscribers === 0)
    .map(({ name }) => quoted(name.toLowerCase()));
  return none.length > 0
    ? `No ${none.join(" or ")} customer subscribes.`
    : `${listed(rows.map(({ name, share }) => `${format.share(share)} of ${quoted(name.toLowerCase())}`))} customers subscribe.`;
}

/** How many placed a single order; where that is not told apart, the most frequent number. */
export function ordersCaption(
  rows: readonly { orders: string; customers: number; share: number }[],
  format: Formatter,
): string {
  const once = rows.find(({ orders }) => orders === "1");
  if (once !== undefined)
    return `${counted(format, once.customers, "customer")} (${format.share(once.share)}) placed a single order.${rangesWords(rows)}`;
  const [most] = [...rows].sort((a, b) => b.customers - a.customers);
  return most === undefined
    ? ""
    : most.share > 0.5
      ? `Most customers (${format.share(most.share)}) placed ${most.orders} orders.${rangesWords(rows)}`
      : `The largest group of customers (${format.share(most.share)}) placed ${most.orders} orders.${rangesWords(rows)}`;
}

/** Where columns hold several numbers of orders each. */
function rangesWords(rows: readonly { orders: string }[]): string {
  const range = rows.find(({ orders }) => !/^\d+$/u.test(orders));
  return range === undefined ? "" : ` Columns such as ${range.orders} cover a range.`;
}

export function ratingsCaption(
  {
    count,
    mean,
    low = null,
    high = null,
  }: Pick<DisclosableSummary, "count" | "mean"> & Partial<DisclosableSummary>,
  format: Formatter,
): string {
  const said = `${counted(format, count, "rating")}, ${format.decimal(mean, 2)} on average`;
  if (low === null || high === null) return `${said}.`;
  const [from, to] = [format.decimal(low), format.decimal(high)];
  return `${said}, nearly all ${low === high ? from : `from ${from} to ${to}`}.`;
}

/** The chart of amounts. */
export function spendWords(of: Report["spend"]["of"], currency: string | null) {
  return {
    title: of === "order" ? "Size of orders" : "Size of purchases",
    labels: `Amount${currency === null ? "" : ` in ${currency}`}, from the first up to below the second number`,
    values: of === "order" ? valueNames.orders : valueNames.purchases,
  };
}

export function spendCaption(
  of: Report["spend"]["of"],
  { median, mean }: { median: number; mean: number },
  format: Formatter,
): string {
  return `Half of ${of === "order" ? "orders" : "purchases"} come to at most ${format.money(median)}; the average is ${format.money(mean)}.`;
}

/** A bin of round edges; the last may be open. */
export function binWords(from: string, to: string | null): string {
  return to === null ? `${from} or more` : `${from}–${to}`;
}

/** A month, marked where the data do not cover it whole. */
export function monthLabel(month: string, partial: boolean, format: Formatter): string {
  return partial ? `${format.month(month)} (part)` : format.month(month);
}

export const monthNote = (orders: number, format: Formatter) => counted(format, orders, "order");

/** The month that brought most, and those that are not whole or left out. */
export function monthsCaption(
  {
    months,
    monthsWithheld,
    minimumGroup,
  }: Pick<Report, "monthsWithheld" | "minimumGroup"> & {
    months: readonly { month: string; revenue: number; partial: boolean }[];
  },
  format: Formatter,
): string {
  const [best] = months.filter(({ partial }) => !partial).sort((a, b) => b.revenue - a.revenue);
  const partial = months.filter((month) => month.partial).map(({ month }) => format.fullMonth(month));
  return [
    best === undefined
      ? "No month is complete in the data."
      : !(best.revenue > 0)
        ? "No whole month brought revenue."
        : `Best month: ${format.fullMonth(best.month)}, with ${format.roundMoney(best.revenue)}.`,
    ...(partial.length === 0 ? [] : [`Only partly in the data: ${listed(partial)}.`]),
    ...(monthsWithheld.length === 0
      ? []
      : [
          `Left out for fewer than ${minimumGroup} buyers, or so that these cannot be worked out: ${listed(monthsWithheld.map((month) => format.fullMonth(month)))}.`,
        ]),
  ].join(" ");
}

/** The fullest and the emptiest cell of seasons and categories, as far as all are known. */
export function seasonCategoryCaption(
  { rows, columns, counts }: { rows: string[]; columns: string[]; counts: (number | null)[][] },
  { format, minimum }: { format: Formatter; minimum: number },
): string {
  const isWhole = counts.every((row) => !row.includes(null));
  const hidden = isWhole
    ? ""
    : ` Hidden are cells of fewer than ${format.count(minimum)} customers, and those that would tell of them.`;
  const shades = `The stronger the shade, the more purchases.${hidden}`;
  const cells = counts.flatMap((row, index) =>
    row.flatMap((count, column) =>
      count === null
        ? []
        : [{ count, name: `${quoted(rows[index] ?? "")} in ${quoted(columns[column] ?? "")}` }],
    ),
  );
  const ranked = cells.toSorted((a, b) => b.count - a.count);
  const [most, least] = [ranked[0], ranked.at(-1)];
  if (most === undefined || least === undefined || most.count === least.count) return shades;
  return `Most purchases are of ${most.name} (${format.count(most.count)})${isWhole ? `, fewest of ${least.name} (${format.count(least.count)})` : ""}. ${shades}`;
}

/** In the place of a count of too few, or of one that would tell of it. */
export const hiddenCount = "hidden";
