import { surenessMeaning } from "./sureness.ts";

/** The disclosure below a table. */
export const meaningsTitle = "What the columns mean";

const rounded = "Rounded: shares may add up to a little more or less than 100%.";

/** What columns are that several sections have. */
export const columnWords = {
  those: "Those that the row is about.",
  that: "That of the row.",
  thoseSales: "Those of the row.",
  share: `The row's part of all that the column before it counts, as far as it is known which row it belongs to. ${rounded}`,
  shareOfCustomers: `The row's part of all customers of whom it is known. ${rounded}`,
  shareOfPurchases: `The row's part of all purchases of which it is known. ${rounded}`,
  shareOfRevenue: `The row's part of the revenue of all rows. ${rounded}`,
  interval:
    "Where the row's share would lie among all such customers, were these a sample of them, with a confidence of 95%; a dash where a few customers decide it.",
  average:
    "The row's revenue over its purchases, and in brackets its 95% interval, without where a few customers decide it or all are alike.",
  chance: `Whether it may be chance, corrected for all that was tested: ${surenessMeaning} Methods says how.`,
  period: "The time that the row is about.",
  month:
    "The calendar month; one marked as a part is not covered by the data from its first to its last day.",
  used: "Whether the purchase had what the title names.",
  persona:
    "A group of customers that k-means finds by recency, frequency and monetary value, the most valuable first.",
  segment: "A region of recency and frequency score, as the grid of scores shows.",
  fromFirst:
    "A bin of a round width: what is at least its first and below its second number; the last one holds its second, too.",
  aboveFirst: "A bin of a round width: what lies above its first and up to and including its second number.",
  location: "The place that was bought from; who bought from several counts in each.",
} as const;
