import type { Formatter } from "../../../report/format.ts";
import type { Report } from "../../../report/report.ts";
import { counted } from "../../../report/words/general.ts";
import { notShown } from "../../../report/words/privacy.ts";
import { pageNames } from "../../../report/words/sections.ts";

/** What the page of the data says, in the order in which it stands there. */
export const dataPage = {
  name: pageNames.data,
  title: "About the data",
  description: "What was read, mapped, changed and left out.",
  account: "Where every row went",
  accountTable: "Account of the rows",
  files: "Files",
  columns: "Columns",
  columnsLead: "Which header was read as which field. To map one differently, use columns in report.yaml.",
  unmapped: "Not used, because no field has such a header:",
  findings: "Findings",
  noFindings: { short: "Nothing to report.", long: "Every value was read as it stands." },
  findingsLead:
    "What was left out, changed or is good to know. Values of single customers are withheld; file and line show where they are.",
  excluded: "Excluded products",
  excludedLead: "Named in report.yaml as not products; their lines are in no number.",
  likelyNotGoods: "Probably not products",
  likelyNotGoodsLead:
    "By their name and code these look like postage, fees, vouchers or corrections. Their money is in every total, but they are left out of the rankings and of what sells together.",
  goodsHint:
    "To bring one back, put its line into report.yaml; to keep one out of the totals as well, put it under exclude:",
  snippet: "Lines for report.yaml",
  gates: "Gates",
  gatesLead:
    "What report.yaml demands of this report; had a gate been missed, it would not have been written.",
  tab: "tab",
};

export const accountHeadings = { name: "What became of the rows", rows: "Rows", remark: "Remark" };

export const fileHeadings = {
  file: "File",
  rows: "Rows",
  bytes: "Bytes",
  encoding: "Encoding",
  delimiter: "Delimiter",
};

export const columnHeadings = {
  header: "Header",
  field: "Field",
  name: "Name in report.yaml",
  filled: "Rows with a value",
};

export const exampleHeadings = {
  file: "File",
  line: "Line",
  column: "Column",
  value: "Value",
  reason: "Reason",
};

export const goodsHeadings = {
  product: "Product",
  code: "Code",
  purchases: "Purchases",
  revenue: "Revenue",
};

export const fingerprintWords = (fingerprint: string) => `Fingerprint of content and mapping: ${fingerprint}`;

/** Behind the name of an excluded product. */
export const excludedLines = (lines: number | null, format: Formatter) =>
  lines === null ? `: ${notShown}` : `: ${counted(format, lines, "line")}`;

/** Beneath the products that may be no goods: those that are not named. */
export function unnamedGoods(count: number, minimum: number, format: Formatter): string {
  return `${counted(format, count, "product")} of fewer than ${minimum} customers ${count === 1 ? "is" : "are"} not named here; the command "shopper-report check" names ${count === 1 ? "it" : "them"}.`;
}

/** A finding by how grave it is. */
export const severityNames = { warning: "Mind", dropped: "Left out", changed: "Changed", note: "Note" };

/** In the place of a value that could identify somebody. */
export const withheldValue = "withheld";

/** What opens the examples of a finding. */
export function examplesTitle(shown: number, all: number): string {
  if (shown >= all) return "Where";
  return shown === 1 ? "The first" : `The first ${shown}`;
}

export const examplesOf = (message: string) => `Examples: ${message}`;

/** What became of the rows: their sum is the rows read, which stand last. */
export function accountRows(
  account: Report["dataset"]["account"],
  format: Formatter,
): { name: string; rows: number; remark: string }[] {
  const { purchases, guestPurchases, returns, returnsValue, unpriced, excluded, droppedByReason } = account;
  const { notSales, reversed, reversedValue } = account;
  const dropped = droppedByReason.length === 0 ? [{ reason: "", rows: 0 }] : droppedByReason;
  return [
    {
      name: "Purchases",
      rows: purchases,
      remark:
        guestPurchases === 0
          ? ""
          : `${guestPurchases === null ? "some" : format.count(guestPurchases)} of them by guests, who are in no number per customer`,
    },
    {
      name: "Returns",
      rows: returns,
      remark:
        returns === 0
          ? ""
          : `${returnsValue === null ? "of too few customers to tell their value" : `worth ${format.money(Math.abs(returnsValue))}`}; counted apart, not taken off the revenue`,
    },
    ...(notSales === 0
      ? []
      : [
          {
            name: "No sales",
            rows: notSales,
            remark: "failed, pending, cancelled, or entries such as payouts",
          },
        ]),
    ...(reversed === 0
      ? []
      : [
          {
            name: "Undone within a day",
            rows: reversed,
            remark:
              reversedValue === null
                ? "purchases and the returns that undid them, of too few customers to tell their value"
                : `purchases worth ${format.money(reversedValue)} and the returns that undid them`,
          },
        ]),
    { name: "Without a price", rows: unpriced, remark: "" },
    { name: "Excluded products", rows: excluded, remark: "" },
    ...dropped.map(({ reason, rows }) => ({ name: "Left out", rows, remark: reason })),
  ];
}

export const rowsRead = "Rows read";

/** What the Overview says behind the page's name. */
export const dataMore = "what was read, mapped, changed and left out";
