import type { Formatter } from "../../../report/format.ts";
import type { MetricDefinition } from "../../../report/metrics.ts";
import type { Headline } from "../../../report/report.ts";
import { intervalsNote } from "../../../report/words/intervals.ts";
import { pageNames } from "../../../report/words/sections.ts";

/** What the page of definitions says, in the order in which it stands there. */
export const methodsPage = {
  name: pageNames.methods,
  description: "How every number of the report is defined, with the query that gives it.",
  title: "How every number is defined",
  lead: "One definition a number, the same wherever it stands.",
  queries: "A query can be run on the data as loaded.",
  rules: "What counts as what",
  absent: "What is not shown, and why",
  numbers: "Numbers",
  figures: "Figures",
  figuresLead:
    "One definition a figure. The query gives it before small groups are folded and bins are made.",
  columns: "Columns of tables",
  columnsLead: "What stands below each heading, wherever it stands.",
};

/** Where it stands, for what other sections put there. */
export const methodsPlace = { name: methodsPage.name, path: "methods/" };

/** What the Overview says behind the page's name. */
export const methodsMore = "how every number is defined";

/** A number's name with its value and how sure it is: `Repeat customers: 45% · 95% interval 43% to 47%`. */
export function numberTitle(
  { name, unit }: Pick<MetricDefinition, "name" | "unit">,
  headline: Pick<Headline, "value" | "interval"> | undefined,
  format: Formatter,
): string {
  const { value, interval } = headline ?? { value: 0, interval: undefined };
  const write = (number: number) => format.unit(number, unit);
  return `${name}: ${write(value)}${intervalsNote([interval], write)}`;
}
