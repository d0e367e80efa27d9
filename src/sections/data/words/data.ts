import type { Account } from "../../../dataset/account.ts";
import type { Formatter } from "../../../report/format.ts";
import { counted } from "../../../report/words/general.ts";

/** The sum that accounts for every row, as a sentence. */
export function accountSentence(
  account: Omit<Account, "returnsValue" | "guestPurchases">,
  format: Formatter,
): string {
  const { read, purchases, returns, notSales, reversed, unpriced, excluded, dropped } = account;
  const parts = [
    counted(format, purchases, "purchase"),
    counted(format, returns, "return"),
    ...(notSales === 0
      ? []
      : [`${format.count(notSales)} that ${notSales === 1 ? "is no sale" : "are no sales"}`]),
    ...(reversed === 0 ? [] : [`${format.count(reversed)} undone within a day`]),
    `${format.count(unpriced)} without a price`,
    ...(excluded === 0 ? [] : [`${format.count(excluded)} of excluded products`]),
    `${format.count(dropped)} left out`,
  ];
  return `${counted(format, read, "row")} read = ${parts.join(" + ")}.`;
}

/** What became of rows that are reviews and no purchases. */
export function reviewRowsSentence(rows: number, format: Formatter): string {
  return `${counted(format, rows, "row")} read for ${rows === 1 ? "its review: it is no purchase" : "their reviews: they are no purchases"}.`;
}

/** The lines of report.yaml that bring products back into the rankings; JSON strings are YAML strings, whatever a name holds. */
export function goodsSnippet(products: readonly { name: string; code: string | null }[]): string {
  return [
    "goods:",
    ...products.map(
      ({ name, code }) => `  - ${JSON.stringify(code ?? name)}${code === null ? "" : `  # ${name}`}`,
    ),
  ].join("\n");
}

/** The finding on names that are not of the rows. */
export const maskedWords =
  "Names of files or excluded products, or texts of report.yaml, held an e-mail address, a phone number or the identifier of a customer or an order. It is masked in the report, as [e-mail], [phone] or [identifier].";

/** The finding on two fields that always agree. */
export function agreementWords(one: string, other: string): string {
  return `${one} and ${other.toLowerCase()} agree in every purchase that has both: they tell the same fact, and rules use ${one.toLowerCase()} alone.`;
}
