import { createFormatter } from "../../report/format.ts";
import type { Report } from "../../report/report.ts";
import { counted } from "../../report/words/general.ts";
import { accountSentence, reviewRowsSentence } from "../../sections/data/words/data.ts";

const format = createFormatter("en-US", null);

/** What a build read, and that it looked for identifiers in what it wrote: how many, and how many could not be. */
export function builtWords(
  { dataset, metrics, lookup }: Pick<Report, "dataset" | "metrics" | "lookup">,
  { searched, leftOut }: { searched: number; leftOut: number },
): string {
  const customers = metrics.find(({ metric }) => metric === "customers")?.value ?? 0;
  const people = customers === 0 ? "" : `${counted(format, customers, "customer")}. `;
  const reviews = dataset.reviews === null ? "" : `${reviewRowsSentence(dataset.reviews.rows, format)} `;
  const account = dataset.account.read === 0 ? "" : accountSentence(dataset.account, format);
  return `${people}${reviews}${account}\n${searchWords(searched, leftOut, lookup === "full" ? "in the report but for its lookup" : "in the report")}`;
}

function searchWords(searched: number, leftOut: number, where: string): string {
  if (searched + leftOut === 0) return "The data name no customer and no order.";
  if (searched === 0)
    return `The identifiers of customers and orders are short, numbers or plain words, and read like what the report says of its own (${format.count(leftOut)} of them): a search for them in the files would tell nothing. The report is made without these columns, so that none is written.`;
  const found = `${searched === 1 ? "The identifier" : `None of the ${counted(format, searched, "identifier")}`} of customers and orders that ${searched === 1 ? "was looked for does not stand" : "were looked for stands"} ${where}.`;
  if (leftOut === 0) return found;
  return `${found} ${leftOut === 1 ? "One is" : `${format.count(leftOut)} are`} short, a number or a plain word, and cannot be told from what the report says of its own.`;
}
