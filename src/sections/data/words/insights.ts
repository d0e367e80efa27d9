import type { Finding } from "../../../dataset/account.ts";
import type { Formatter } from "../../../report/format.ts";
import type { Report } from "../../../report/report.ts";
import { counted } from "../../../report/words/general.ts";
import { certain, type InsightWords } from "../../../report/words/insights.ts";

type Account = Report["dataset"]["account"];

/** Rows that could not be used. */
export function droppedWords({ read, dropped, droppedByReason }: Account, format: Formatter): InsightWords {
  const [most] = [...droppedByReason].sort((a, b) => b.rows - a.rows);
  return {
    lead: `${format.share(dropped / read)} of rows could not be used;`,
    rest: "the numbers are about the others.",
    sure: certain,
    evidence: `${format.count(dropped)} of ${counted(format, read, "row")}${most === undefined ? "" : ` · mostly: ${most.reason}`}`,
  };
}

/** What could change the headline. */
export function warningWords({ message, count }: Finding, format: Formatter): InsightWords {
  const [lead = message, ...rest] = message.split(/(?<=[.:])\s+/);
  return {
    lead,
    rest: rest.join(" "),
    sure: certain,
    evidence: count === 1 ? "a remark on the data" : counted(format, count, "row"),
  };
}

/** Purchases of nobody known. */
export function guestWords(
  { share, account }: { share: number; account: Account },
  format: Formatter,
): InsightWords {
  return {
    ...(share === 1
      ? { lead: "No purchase names a customer;", rest: "nothing can be said of customers." }
      : {
          lead: `${format.share(share)} of purchases name no customer;`,
          rest: "whatever is said of customers leaves them out.",
        }),
    sure: certain,
    evidence: `${format.count(account.guestPurchases ?? 0)} of ${counted(format, account.purchases, "purchase")}`,
  };
}

/** What came back. */
export function returnWords(
  { account, value, revenue }: { account: Account; value: number; revenue: number },
  format: Formatter,
): InsightWords {
  return {
    lead: `Returns come to ${format.roundMoney(Math.abs(value))},`,
    rest: `${format.share(Math.abs(value) / revenue)} of revenue, and are not taken off it.`,
    sure: certain,
    evidence: `${counted(format, account.returns, "line")} of ${format.count(account.read)}`,
  };
}
