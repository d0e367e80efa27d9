import type { Formatter } from "../../../report/format.ts";
import type { Thing } from "../../../report/things.ts";
import { counted, quoted } from "../../../report/words/general.ts";
import { pageNames } from "../../../report/words/sections.ts";
import type { ComparedMonths } from "../compared-months.ts";
import type { ProductNumbers, ProductRow, ThingNumbers } from "../product-numbers.ts";
import { tableWords } from "./table.ts";

/** On the page of a product or category. */
export const thingWords = {
  back: pageNames.products,
  facts: "In numbers",
  time: "Over time",
  buyers: "Who buys",
  buyersLead:
    "Its buyers beside all customers. These shares are not tested, so a small difference may be chance.",
  together: "What goes with it",
  sales: "Sales",
  price: "Average price",
  period: "Period",
  revenue: "Revenue",
  shareOfBuyers: "Of buyers",
  shareOfAll: "Of all customers",
  customers: "Customers",
  categories: "Categories",
  products: "Top products",
};

/** The heading of personas. */
export const buyersByPersona = "Persona";

/** What stands above the table: how few products bring how much. */
export function tableLead(
  { classes, products, other, compared }: Pick<ProductNumbers, "classes" | "products" | "other" | "compared">,
  format: Formatter,
): string {
  const a = classes.find(({ name }) => name === "A");
  const all = products.length + (other?.products ?? 0);
  const few =
    a === undefined || a.products === 0
      ? `${counted(format, products.length, "product")} by number of purchases.`
      : `${format.count(a.products)} of the ${counted(format, all, "ranked product")} ${a.products === 1 ? "brings" : "bring"} ${format.share(a.share)} of revenue (class A).`;
  return compared === null ? few : `${few} Change: ${comparedWords(compared, format)}.`;
}

/** Which months a change compares. */
export function comparedWords({ now, before }: ComparedMonths, format: Formatter): string {
  return `${spanWords(now, format)} against ${spanWords(before, format)}`;
}

function spanWords({ from, to }: { from: string; to: string }, format: Formatter): string {
  if (from === to) return format.month(from);
  if (from.slice(0, 4) === to.slice(0, 4) && from.endsWith("-01") && to.endsWith("-12"))
    return from.slice(0, 4);
  return `${format.month(from)} to ${format.month(to)}`;
}

/** The row of what is not named. */
export function otherWords(count: number, minimum: number, format: Formatter): string {
  return `Other: ${counted(format, count, "product")} of fewer than ${minimum} customers each`;
}

/** How many look like no goods and are not named. */
export function unnamedWords(count: number, minimum: number, format: Formatter): string {
  return count === 0
    ? ""
    : `${counted(format, count, "more such product")} of fewer than ${minimum} customers ${count === 1 ? "is" : "are"} not named.`;
}

/** How much of a thing was bought. */
export function thingSentence(
  { field, group }: Pick<Thing, "field" | "group">,
  row: (Pick<ProductRow, "class" | "category"> & { rank: number }) | null,
  { currency }: { currency: boolean },
  format: Formatter,
): string {
  const { customers, customersShare, purchases, purchasesShare, revenue, revenueShare } = group;
  const bought = `${counted(format, purchases, "purchase")} (${format.share(purchasesShare)} of all) by ${counted(format, customers, "customer")} (${format.share(customersShare)})`;
  const what =
    row === null
      ? field === "category"
        ? "A category"
        : "A product"
      : `No. ${format.count(row.rank)} by ${currency ? "revenue" : "purchases"}${row.category === null ? "" : `, in ${quoted(row.category)}`}`;
  return currency && revenue !== null && revenueShare !== null
    ? `${what}: ${format.roundMoney(revenue)}, ${format.share(revenueShare)} of revenue, from ${bought}.`
    : `${what}: ${bought}.`;
}

/** The part of what it brought that was given back; null where it is not told. */
export function returnsShare(row: { returned: number | null; revenue: number }): number | null {
  return row.returned === null || row.revenue <= 0 ? null : -row.returned / row.revenue;
}

/** A change as it is written. */
export function changeWords(change: ThingNumbers["change"], format: Formatter): string {
  if (change === null) return tableWords.none;
  if (change.before <= 0) return change.now > 0 ? tableWords.new : tableWords.none;
  return format.change(change.now / change.before - 1);
}

/** What the returns of a thing are beside those of all. */
export function returnsWords(share: number | null, all: number | null, format: Formatter): string {
  if (share === null) return "Too few customers returned it to show a figure";
  return all === null ? "of its revenue" : `of its revenue; ${format.share(all)} of all revenue`;
}

/** How sales went, in one sentence. */
export function seriesCaption(
  { series, change }: Pick<ThingNumbers, "series" | "change">,
  compared: ComparedMonths | null,
  format: Formatter,
): string {
  const word = { 1: "month", 3: "quarter", 6: "half-year", 12: "year" }[series?.length ?? 1];
  const parts = series?.periods.filter(({ partial }) => partial).length ?? 0;
  const whole = parts === 0 ? "" : ` Only whole ${word}s are shown.`;
  if (change === null || compared === null || change.before <= 0) return `By ${word}.${whole}`;
  return `By ${word}. ${spanWords(compared.now, format)}: ${format.roundMoney(change.now)}, ${format.change(change.now / change.before - 1)} against ${spanWords(compared.before, format)}.${whole}`;
}

export function priceCaption(units: boolean): string {
  return units ? "Revenue over units, after discounts." : "Revenue over purchases.";
}

/** A figure's title with the thing's name. */
export function figureTitle(what: "sales" | "price", name: string): string {
  return `${what === "sales" ? thingWords.sales : thingWords.price}: ${quoted(name)}`;
}

/** What a product's page says of its class. */
export function classWords(row: Pick<ProductRow, "class">): string {
  switch (row.class) {
    case "A":
      return "among those that bring the first 80% of revenue";
    case "B":
      return "among those that bring the next 15% of revenue";
    case "C":
      return "among those that bring the last 5% of revenue";
    case null:
      return "";
  }
}
