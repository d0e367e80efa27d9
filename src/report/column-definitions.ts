import { type MetricId, metricDefinitions } from "./metrics.ts";
import type { Report } from "./report.ts";
import { plainFigures } from "./split-figures.ts";
import { rowWords } from "./words/row-words.ts";
import { ruleMeasures } from "./words/rule-measures.ts";

/** What stands in a column of the report's tables. */
export interface ColumnDefinition {
  /** The heading; of headings that end alike, what they have in common. */
  name: string;
  words: string;
}

/** What a report must hold for the column to stand in it; without any it stands in every one. */
interface Needs {
  metric?: MetricId;
  /** A figure's id. */
  figure?: string;
  part?: "segments" | "affinity";
}

type Column = ColumnDefinition & Needs;

/** Headings that hold a number or a name of the data besides. */
type Family = Column & { matches: RegExp };

const rounded = "Rounded: shares may add up to a little more or less than 100%.";

const general: readonly Column[] = [
  // Counts and amounts.
  ofMetric("Customers", "customers", "Those that the row is about."),
  ofMetric("Orders", "orders", "Those that the row is about."),
  ofMetric("Purchases", "transactions", "Those that the row is about."),
  ofMetric("Revenue", "revenue", "That of the row."),
  ofMetric("Subscribers", "subscribers", "Those that the row is about."),
  { name: "Ratings", words: rowWords.ratings, figure: "ratings" },
  {
    name: "Share",
    words: `The row's part of all that the column before it counts, as far as it is known which row it belongs to. ${rounded}`,
  },
  { name: "Share of customers", words: `The row's part of all customers of whom it is known. ${rounded}` },
  { name: "Share of purchases", words: `The row's part of all purchases of which it is known. ${rounded}` },
  { name: "Share of revenue", words: `The row's part of the revenue of all rows. ${rounded}` },
  // Products.
  { name: "Rank", words: "The row's place by revenue, among all that are named." },
  { name: "Units", words: "Items sold: the sum of quantities." },
  { name: "Average price", words: "Revenue over units, after discounts." },
  {
    name: "Returns",
    words:
      "Money given back for it, as a part of its revenue; a dash where too few customers gave something back to say so.",
  },
  {
    name: "Change",
    words:
      "Its revenue in the last whole months against the same months a year before, as the page names them; a dash where that would tell of few customers.",
  },
  {
    name: "Class",
    words:
      "By revenue, largest first: A for what brings the first 80%, B up to 95%, C for the rest. The product that crosses a limit belongs to the class it starts in.",
  },
  { name: "Of buyers", words: "The row's part of those who bought it, as far as the field is known." },
  { name: "Of all customers", words: "The row's part of all customers of whom the field is known." },
  { name: "Period", words: "The time that the row is about." },
  ofMetric("Net sales", "netSales", "Those of the row."),
  {
    name: "Sales before returns",
    words: "What the row's orders come to after discounts; what came back later is not taken off.",
  },
  {
    name: "Change on the year before",
    words:
      "How much more or less than in the same period of the year before, where the data hold both whole.",
    figure: "year-over-year",
  },
  {
    name: "Change of sales",
    words: "What the row's part alone did to sales; the rows sum to the whole change.",
    figure: "why-sales-changed",
  },
  { name: "What it was", words: "The row's part before and after.", figure: "why-sales-changed" },
  // What rows are.
  {
    name: "Month",
    words:
      "The calendar month; one marked as a part is not covered by the data from its first to its last day.",
  },
  { name: "Age group", words: rowWords.ageGroup, figure: "customers-by-age" },
  { name: "Gender", words: rowWords.gender, figure: "customers-by-gender" },
  { name: "Stated purchase frequency", words: rowWords.purchaseFrequency, figure: "purchase-frequency" },
  { name: "Preferred payment method", words: rowWords.preferredPaymentMethod, figure: "preferred-payment" },
  { name: "Payment method", words: rowWords.paymentMethod, figure: "payment-methods" },
  { name: "Shipping type", words: rowWords.shippingType, figure: "shipping-types" },
  { name: "Used", words: "Whether the purchase had what the title names." },
  { name: "Orders placed", words: rowWords.orders, figure: "orders-per-customer" },
  ofMetric("Product", "products"),
  { name: "Category", words: rowWords.category, figure: "purchases-by-category" },
  { name: "Season", words: rowWords.season, figure: "purchases-by-season" },
  { name: "Color", words: rowWords.color, figure: "colors" },
  { name: "Size", words: rowWords.size, figure: "sizes" },
  {
    name: "Location",
    figure: "top-locations-by-customers",
    words: "The place that was bought from; who bought from several counts in each.",
  },
];

const segmentColumns: readonly ColumnDefinition[] = [
  {
    name: "Persona",
    words:
      "A group of customers that k-means finds by recency, frequency and monetary value, the most valuable first.",
  },
  { name: "Segment", words: "A region of recency and frequency score, as the grid of scores shows." },
  { name: "Groups", words: "The number of groups into which k-means parted the customers." },
  {
    name: "Inertia",
    words:
      "The sum of squared distances of customers to the centre of their group, in z-scores: the smaller, the tighter the groups.",
  },
  {
    name: "Mean silhouette",
    words:
      "How much nearer customers are to their own group than to the next, on average: 1 at most, about 0 where groups run into each other.",
  },
  { name: "Measure", words: "What was measured of each customer." },
  {
    name: "Median",
    words: "Half of the persona's customers have at most this; the mean where too few lie on one side of it.",
  },
  {
    name: "Quartiles",
    words: "The middle half of the persona's customers lies between these two (quantiles of type 7).",
  },
  { name: "Mean", words: "The average of the persona's customers." },
  { name: "Mean score", words: "The average of the customers' scores in the measure, from 1 to 5, 5 best." },
  {
    name: "Trait",
    words:
      "A field and its value, such as a season; what belongs to purchases is taken from the customer's latest.",
  },
  {
    name: "Share here",
    words: "The row's part of the persona's customers, or of its purchases where the table counts purchases.",
  },
  { name: "Share of all", words: "The same part of the customers, or purchases, of all personas." },
  {
    name: "Times as often",
    words: "Share here over share of all: above 1 more often than in general, below 1 less often.",
  },
];

const ruleColumns: readonly ColumnDefinition[] = [
  {
    name: "Kind",
    words: "What a basket is: an order, all that a customer ever bought, or the traits of a purchase.",
  },
  { name: "If", words: "The antecedent: what the basket holds to begin with." },
  { name: "Then", words: "The consequent: what it holds as well, more often than baskets in general." },
  {
    name: "They also buy",
    words: "The consequent: what those who buy the product or category of this page buy as well.",
  },
  {
    name: "Who buys",
    words: "The antecedent: what those buy who then buy the product or category of this page as well.",
  },
  {
    name: "Pair",
    words: "Two items that lie together more often than chance explains, the antecedent before the arrow.",
  },
  { name: "Rules", words: "The number of rules in the row's band of lift." },
  {
    name: "Baskets",
    words:
      "The orders, customers or purchases that hold both sides; where a second number stands behind them, of those that hold the antecedent.",
  },
  ruleMeasures.support,
  ruleMeasures.confidence,
  ruleMeasures.confidenceBack,
  ruleMeasures.back,
  ruleMeasures.lift,
  ruleMeasures.rawLift,
  ruleMeasures.raw,
  {
    name: "By chance",
    words:
      "Whether it may be chance, corrected for all that was tested: very unlikely below 1 in 1,000, unlikely below 1 in 100, hardly below 1 in 20. Methods says how.",
  },
];

const dataColumns: readonly ColumnDefinition[] = [
  {
    name: "What became of the rows",
    words: "Whether rows count as purchases, are kept apart or were left out.",
  },
  { name: "Rows", words: "Rows of the file, its header not counted." },
  { name: "Remark", words: "What else is to be known of these rows." },
  { name: "File", words: "The file's name." },
  { name: "Bytes", words: "The file's size." },
  { name: "Encoding", words: "How the file writes its characters as bytes, as recognised." },
  { name: "Delimiter", words: "What stands between two values of a row, as recognised." },
  { name: "Header", words: "The column's name as the file has it." },
  { name: "Field", words: "What the column was understood as." },
  { name: "Name in report.yaml", words: "What the field is called where report.yaml maps columns." },
  { name: "Rows with a value", words: "Rows whose value in the column could be read." },
  { name: "Line", words: "The line of the file, its header being the first." },
  { name: "Column", words: "The column's header." },
  { name: "Value", words: "What the file says there; withheld where only a few customers have it." },
  { name: "Reason", words: "What is the matter with the value, or was done about it." },
  { name: "Code", words: "The product's code, where the data give one." },
  {
    name: "Gate",
    words: "The path of a number in report.json, or one of the gates with a name of their own.",
  },
  { name: "Number", words: "What this report has there." },
  { name: "Bound", words: "What report.yaml demands of it." },
  {
    name: "Result",
    words: "Whether the number keeps its bound; not checked where there is nothing to hold it against.",
  },
];

const columns: readonly Column[] = [
  ...general,
  ...plainFigures.map(({ id, name, words }) => ({ name, words, figure: id })),
  ...segmentColumns.map((column) => ({ ...column, part: "segments" as const })),
  ...ruleColumns.map((column) => ({ ...column, part: "affinity" as const })),
  ...dataColumns,
];

const families: readonly Family[] = [
  {
    name: "…, from the first up to below the second number",
    words:
      "A bin of a round width: what is at least its first and below its second number; the last one holds its second, too.",
    matches: /, from the first up to below the second number$/u,
  },
  {
    name: "…, above the first up to the second number",
    words: "A bin of a round width: what lies above its first and up to and including its second number.",
    matches: /, above the first up to the second number$/u,
  },
  {
    name: "…, median",
    words: "Half of the row's customers have at most this.",
    matches: /, median$/u,
    part: "segments",
  },
  {
    name: "Frequency 1 to 5",
    words: "The score of frequency: 5 for those who bought most often.",
    matches: /^Frequency [1-5]$/u,
    part: "segments",
  },
];

const byName = new Map(columns.map((column) => [column.name, column]));

/** The definition of what stands below a heading; undefined for a heading that is a value of the data. */
export function columnDefinition(heading: string): ColumnDefinition | undefined {
  return byName.get(heading) ?? families.find(({ matches }) => matches.test(heading));
}

/** What stands below a heading, in words; undefined for a heading that is a value of the data. */
export function defineColumn(heading: string): string | undefined {
  return columnDefinition(heading)?.words;
}

/** The columns that may stand in a report's tables, each once, in the order of the registry. */
export function reportColumns(
  report: Pick<Report, "definitions" | "figures" | "segments" | "affinity">,
): ColumnDefinition[] {
  const held = new Set([...report.definitions, ...report.figures].map(({ id }): string => id));
  return [...columns, ...families]
    .filter(
      ({ metric, figure, part }) =>
        (metric === undefined || held.has(metric)) &&
        (figure === undefined || held.has(figure)) &&
        (part === undefined || report[part] !== null),
    )
    .map(({ name, words }) => ({ name, words }));
}

function ofMetric(name: string, metric: MetricId, ...more: string[]): Column {
  return { name, words: [wordsOf(metricDefinitions, metric), ...more].join(" "), metric };
}

function wordsOf(definitions: readonly { id: string; words: string }[], id: string): string {
  const words = definitions.find((definition) => definition.id === id)?.words;
  if (words === undefined) throw new RangeError(`no definition of ${id}`);
  return words;
}
