import { type MetricId, metricDefinitions } from "./metrics.ts";
import { columnWords } from "./words/columns.ts";
import { averageHeading, intervalHeading } from "./words/intervals.ts";
import { rowWords } from "./words/row-words.ts";

/** What stands in a column of the report's tables. */
export interface ColumnDefinition {
  /** Unique in the report. */
  id: string;
  /** The heading; of headings that end alike, what they have in common. */
  name: string;
  words: string;
}

type Words = Omit<ColumnDefinition, "id">;

/** Columns of several sections' tables and of the fields of purchases, in the order in which Methods lists them. */
const shared = {
  customers: ofMetric("Customers", "customers", columnWords.those),
  orders: ofMetric("Orders", "orders", columnWords.those),
  purchases: ofMetric("Purchases", "transactions", columnWords.those),
  revenue: ofMetric("Revenue", "revenue", columnWords.that),
  netSales: ofMetric("Net sales", "netSales", columnWords.thoseSales),
  subscribers: ofMetric("Subscribers", "subscribers", columnWords.those),
  ratings: { name: "Ratings", words: rowWords.ratings },
  share: { name: "Share", words: columnWords.share },
  shareOfCustomers: { name: "Share of customers", words: columnWords.shareOfCustomers },
  shareOfPurchases: { name: "Share of purchases", words: columnWords.shareOfPurchases },
  shareOfRevenue: { name: "Share of revenue", words: columnWords.shareOfRevenue },
  interval: { name: intervalHeading, words: columnWords.interval },
  average: { name: averageHeading, words: columnWords.average },
  chance: { name: "By chance", words: columnWords.chance },
  period: { name: "Period", words: columnWords.period },
  month: { name: "Month", words: columnWords.month },
  ageGroup: { name: "Age group", words: rowWords.ageGroup },
  gender: { name: "Gender", words: rowWords.gender },
  purchaseFrequency: { name: "Stated purchase frequency", words: rowWords.purchaseFrequency },
  preferredPaymentMethod: { name: "Preferred payment method", words: rowWords.preferredPaymentMethod },
  paymentMethod: { name: "Payment method", words: rowWords.paymentMethod },
  shippingType: { name: "Shipping type", words: rowWords.shippingType },
  used: { name: "Used", words: columnWords.used },
  ordersPlaced: { name: "Orders placed", words: rowWords.orders },
  persona: { name: "Persona", words: columnWords.persona },
  segment: { name: "Segment", words: columnWords.segment },
  product: ofMetric("Product", "products"),
  category: { name: "Category", words: rowWords.category },
  season: { name: "Season", words: rowWords.season },
  color: { name: "Color", words: rowWords.color },
  size: { name: "Size", words: rowWords.size },
  location: { name: "Place", words: columnWords.location },
  fromFirst: { name: "…, from the first up to below the second number", words: columnWords.fromFirst },
  aboveFirst: { name: "…, above the first up to the second number", words: columnWords.aboveFirst },
} satisfies Record<string, Words>;

/** The id of a column that any section may have. */
export type ColumnId = keyof typeof shared;

/** What stands in a column: one that any section may have, one of the section's own, or null for values of the data. */
export type Column = ColumnId | ColumnDefinition | null;

const byId = new Map(
  Object.entries<Words>(shared).map(([id, words]): [string, ColumnDefinition] => [id, { id, ...words }]),
);

/** The definitions of columns, each once: those of any section first, then the others as they come. */
export function definedColumns(columns: readonly Column[]): ColumnDefinition[] {
  const own = columns.filter((column) => column !== null && typeof column !== "string");
  const ids = new Set<string | null>(columns.filter((column) => typeof column === "string"));
  const general = [...byId.values()].filter(({ id }) => ids.has(id));
  return [...new Map([...general, ...own].map((column) => [column.id, column])).values()];
}

function ofMetric(name: string, metric: MetricId, ...more: string[]): Words {
  const definition = metricDefinitions.find(({ id }) => id === metric);
  if (definition === undefined) throw new RangeError(`no definition of ${metric}`);
  return { name, words: [definition.words, ...more].join(" ") };
}
