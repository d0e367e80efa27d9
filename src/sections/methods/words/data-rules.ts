import type { Report } from "../../../report/report.ts";
import { isRowPerCustomer } from "../../../report/words/general.ts";
import { smallGroupsRule } from "../../../report/words/privacy.ts";
import { lookupRule } from "../../lookup/words.ts";

/** A rule that decides what the data's rows and values count as. */
export interface DataRule {
  name: string;
  words: string;
}

const reviewsRule: DataRule = {
  name: "Shape of the data",
  words:
    "Reviews: each row is a text, with or without a rating, and no purchase. Without customers each text counts as one person’s.",
};

/** The rules that apply to a report's data, in the order in which they apply. */
export function dataRules(report: Report): DataRule[] {
  const { shape, minimumGroup, lookup, dataset, breakdowns, spend, comparison } = report;
  if (shape === "reviews")
    return [reviewsRule, { name: "Small groups", words: smallGroupsRule(minimumGroup) }];
  const mapped = new Set(dataset.columns.map(({ field }) => field));
  const rules: (DataRule | false)[] = [
    shape === "snapshot"
      ? {
          name: "Shape of the data",
          words: `${
            isRowPerCustomer(report)
              ? "A snapshot: one row a customer, without orders or dates."
              : "A snapshot, without orders or dates: each row is a purchase, and a customer may have several."
          } What a customer did over time is known only from what the rows themselves say, such as previous purchases and the stated frequency; these stand in for a history.`,
        }
      : { name: "Shape of the data", words: "Order lines: each row is a product in an order." },
    {
      name: "Purchase",
      words:
        "A line with a quantity and a price above 0 that was not cancelled. Every number is about purchases unless it says otherwise.",
    },
    {
      name: "Return",
      words:
        "A line that was cancelled (an order number with a leading C beside plain ones, a date of cancelling, or a voided, refunded or cancelled status) or that has a negative quantity or price. Returns are kept apart: counted and valued, in no other number.",
    },
    {
      name: "Line without a price",
      words:
        "A line that is no return and whose price is 0 or missing, or its amount missing. It is counted, and in no other number. An amount of 0 without a price is a free order.",
    },
    {
      name: "Amount",
      words: mapped.has("amount")
        ? `The amount of a line is the column "${headerOf(dataset, "amount")}"${mapped.has("price") ? "; where it is empty, quantity × price" : ""}.`
        : "The amount of a line is quantity × price.",
    },
    {
      name: "Customer",
      words:
        "A line without a customer is a guest's. Guests count in revenue, orders and products, never in customers or anything per customer. Age, gender and the like are those of a customer's latest purchase that says them.",
    },
    shape === "orderLines" && {
      name: "Order",
      words: mapped.has("order")
        ? `All lines with one "${headerOf(dataset, "order")}".`
        : "All that a customer bought on one day, for want of an order number.",
    },
    mapped.has("date") && {
      name: "Date",
      words:
        "The day as it is written; a time zone is not applied. A month that the data do not cover from its first to its last day is marked as partial.",
    },
    comparison !== null && {
      name: "Change against earlier periods",
      words: `Beneath a headline number stands the same number worked out from one ${comparison.unit} alone: the last that the data cover from its first to its last day, beside the ${comparison.unit} before and, where the data reach back, the same one a year before${comparison.unit === "week" ? " (52 weeks)" : ""}. Shares change in points, everything else in percent. An order belongs to the ${comparison.unit} of its first purchase; a customer counts once in each ${comparison.unit}, so that repeat customers of a ${comparison.unit} ordered twice within it. ${comparison.unit === "month" ? "Months" : "Weeks, from Monday on,"} of fewer than ${minimumGroup} buyers are left out.${comparison.unit === "week" ? " Weeks stand in because the data hold fewer than two full months." : ""}`,
    },
    breakdowns.product !== undefined && {
      name: "Product",
      words: mapped.has("productCode")
        ? "Known by its code, without regard to case and spaces around it, and shown by the name used most for that code. Where several codes share a name, the code stands behind it."
        : "Known by its name, without regard to case.",
    },
    breakdowns.ageGroup !== undefined && {
      name: "Age group",
      words:
        "From its first age up to its last, both counted: 25–34 holds everybody from 25 to just under 35.",
    },
    {
      name: "Bins",
      words: `The sizes of ${spend.of === "order" ? "orders" : "purchases"} are counted in bins of a round width, each from its first up to below its second number; the last holds its second number, too, or is open where few values lie far above the rest.`,
    },
    {
      name: "Quartiles and medians",
      words: "Quantiles of type 7, as in R and numpy: linear between the values around the place.",
    },
    {
      name: "Shares",
      words:
        'Shares are parts of those whose value is known, and of all customers where a customer may be in several groups. Where it is not known of a few only, they count in "Other".',
    },
    {
      name: "How sure shares and averages are",
      words: `Intervals of 95% say where a share or an average would lie among all such customers, were these a sample of them: what is true of the data alone is certain. Customers are the sample, not what they bought: one who buys often is one case (Wilson’s interval of a share, with as many cases as would spread as much by themselves; linearized errors and Student’s t for averages). None is told where fewer than ${minimumGroup} customers decide it, or all are alike. Groups that the report makes itself, such as personas and segments, have none.`,
    },
    { name: "Top lists", words: "Largest first; equals stand in alphabetical order." },
    {
      name: "Small groups",
      words: smallGroupsRule(minimumGroup),
    },
    ...(lookup === null ? [] : [{ name: "Customers lookup", words: lookupRule(lookup) }]),
    {
      name: "Rounding",
      words:
        "Everything is worked out unrounded; numbers are rounded where they are written. report.json holds them unrounded.",
    },
  ];
  return rules.filter((rule) => rule !== false);
}

function headerOf(dataset: Report["dataset"], field: string): string {
  return dataset.columns.find((column) => column.field === field)?.header ?? field;
}
