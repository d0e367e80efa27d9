import type { Config } from "../../config/config.ts";

/** The lines at the head of a new report.yaml. */
export const starterHead = [
  "The report's configuration. Every key is optional.",
  "A line that begins with # and a key shows its default: take the # away, and of the lines of that key, to change it.",
];

/** What each key of report.yaml is for; a key without a default has an example. */
export const starterKeys: Readonly<Record<keyof Config, { words: string; example?: unknown }>> = {
  title: { words: "The report's name.", example: "My shop" },
  subtitle: { words: "A line above the Overview's heading.", example: "For the spring meeting" },
  logo: { words: "A picture beside the title: a file beside the data, at most 40 KB.", example: "logo.svg" },
  footer: { words: "A line at the foot of every page.", example: "Internal use only" },
  currency: { words: "ISO 4217 code of all amounts.", example: "EUR" },
  locale: { words: "BCP 47 tag: how numbers and dates are written." },
  accent: { words: 'ocean, emerald, sunset or midnight, or a colour such as "#0b66a8".' },
  files: { words: "File names to read, in place of all.", example: ["orders.csv"] },
  encoding: {
    words: "Encoding of files that are no UTF-8, where it cannot be told from their text.",
    example: "windows-1250",
  },
  header: {
    words: "Whether files have a header line. Without one, columns are called column 1, column 2 and so on.",
    example: true,
  },
  columns: { words: "Field to header, where a header was not understood, or not as it was meant." },
  dateFormat: {
    words: "ymd, dmy or mdy, where every date could be read two ways.",
    example: "dmy",
  },
  ageGroups: { words: "Lower bounds of the age groups." },
  join: {
    words:
      'auto joins files by the keys that they share; none reads each for itself; or a list such as ["lines.csv:order_id = orders.csv:order_id"].',
  },
  reversals: {
    words: "net takes a purchase and its return within a day out of both; keep counts them.",
  },
  exclude: { words: "Products by code or name whose lines are to be in no number, such as postage." },
  goods: { words: "Products by code or name that look like no goods, and are: they are ranked again." },
  onBadRows: {
    words:
      "drop leaves bad rows out; fail stops at the first. From the share failFrom on the build fails anyhow.",
  },
  segments: { words: "The number of personas, 2 to 10, or auto." },
  affinity: { words: "What a rule must hold in and how often, by kind of basket, and how long it may be." },
  value: {
    words: "What customers will be worth: a year's discount, the margin, what it costs to win a customer.",
    example: { discountRate: 0.1, margin: 0.4, acquisitionCost: 25 },
  },
  privacy: {
    words:
      "Groups of fewer customers are not published. Customers: none, or pseudonymous or full for a page that lists every one.",
  },
  reviews: {
    words:
      "quotes: true publishes up to three sentences of customers’ texts a theme, masked. Not for a report that others can read.",
  },
  gates: {
    words: "What the report must pass to be written: bounds for any number in report.json, by its path.",
    example: { "metrics.customers": { min: 100 }, maxDroppedShare: 0.02 },
  },
  ingest: {
    words:
      "Where orders stream in from, for shopper-report watch: a webhook, RabbitMQ or Kafka (docs/live.md).",
    example: { http: { listen: "127.0.0.1:8081", path: "/events" } },
  },
};

/** Above the columns that were found. */
export const columnsFound = "Found in the data:";

/** Above the headers that no field took. */
export const columnsUnused = "Not used, because no field has such a header:";

/** Above the products that look like no goods. */
export const goodsFound =
  "These look like no goods and are ranked nowhere. Take the # away before those that are goods:";

/** At the head of the workflow in the repository of Shopper Report itself, or of a fork. */
export const actionHere = "The action is that of this repository: action.yml.";

/** At the head of the workflow in any other repository. */
export const actionElsewhere = (account: string) =>
  `Shopper Report is not on npm: this takes it from its repository on GitHub, of which a fork will do.
Write the account that holds it in the place of ${account}.`;

/** Once the workflow is written. */
export const fillInAccount = (file: string, account: string) =>
  `In ${file}, write the account that holds the repository of Shopper Report, or your fork of it, in the place of ${account}.`;
