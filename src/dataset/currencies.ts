import type { Config } from "../config/config.ts";
import { InputError } from "../errors.ts";
import type { CleanTable } from "./clean/clean-table.ts";
import type { Findings } from "./findings.ts";
import type { RawTable } from "./raw-table.ts";

const known = new Set(Intl.supportedValuesOf("currency"));

/** Signs that stand for one currency. `$` is many's: it is taken for the US dollar, and that is said. */
const signs: readonly (readonly [RegExp, string])[] = [
  [/R\$/, "BRL"],
  [/(?:US|U\.S\.)\s?\$/, "USD"],
  [/(?:CA|C)\$/, "CAD"],
  [/(?:AU|A)\$/, "AUD"],
  [/NZ\$/, "NZD"],
  [/HK\$/, "HKD"],
  [/€/, "EUR"],
  [/£/, "GBP"],
  [/₹/, "INR"],
  [/₺/, "TRY"],
  [/₽/, "RUB"],
  [/₩/, "KRW"],
  [/₪/, "ILS"],
  [/₫/, "VND"],
  [/₦/, "NGN"],
  [/₱/, "PHP"],
  [/฿/, "THB"],
  [/zł/i, "PLN"],
  [/\bRp\b/, "IDR"],
  [/\bRM\b/, "MYR"],
  [/\bTL\b/, "TRY"],
  [/\bFt\b/, "HUF"],
  [/\bKSh\b/, "KES"],
  [/S\/\.?(?=\s*\d)/, "PEN"],
  [/руб/i, "RUB"],
  [/лв/i, "BGN"],
  [/грн/i, "UAH"],
  [/Kč/i, "CZK"],
  [/円|[¥￥](?=\s*\d)/, "JPY"],
  [/元/, "CNY"],
  [/(?<=\d)\s*원/, "KRW"],
  [/\$/, "USD"],
];

const moneyFields = ["amount", "price", "grossAmount", "orderTotal", "subtotal"] as const;

/** Money that a row is counted in: the code of its currency, by its column or its file's headers; empty where neither says. */
export function currencyReader(
  table: RawTable,
  clean: CleanTable,
): { of: (row: number) => string; codes: ReadonlySet<string> } | undefined {
  const column = table.column("currency");
  const words = clean.words.get("currency");
  const codes = words?.words.map(codeOf) ?? [];
  const byFile = table.files().map(({ firstRow }) => {
    const named = new Set(moneyFields.flatMap((field) => inText(table.place(firstRow, field).column)));
    return named.size === 1 ? ([...named][0] ?? "") : "";
  });
  const several = new Set(byFile).size > 1;
  if ((column === undefined || words === undefined) && !several) return undefined;
  const files = table.files();
  return {
    codes: new Set([...codes, ...byFile]),
    of(row) {
      const own = column === undefined ? "" : (codes[words?.wordOf[column.code(row)] ?? 0] ?? "");
      if (own !== "" || !several) return own;
      return byFile[files.findLastIndex(({ firstRow }) => firstRow <= row)] ?? "";
    },
  };
}

/** The codes of currencies in a header. */
function inText(header: string): string[] {
  return (header.match(/\b[A-Z]{3}\b/g) ?? []).filter((code) => known.has(code));
}

function codeOf(word: string): string {
  const code = word.trim().toUpperCase();
  return known.has(code) ? code : (signIn([word]) ?? "");
}

/**
 * The one currency of the rows that count: of the currency column, else of headers, else of signs beside the amounts.
 * Throws an InputError where there are several and report.yaml picks none.
 *
 * @param rows how many rows that count have each currency
 */
export function findCurrency(
  table: RawTable,
  rows: ReadonlyMap<string, number>,
  config: Config,
  findings: Findings,
): string | null {
  const named = [...rows]
    .filter(([code]) => code !== "")
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (named.length > 1 && (config.currency === undefined || !rows.has(config.currency))) {
    throw new InputError(
      `amounts are in several currencies: ${named.map(([code, count]) => `${code} (${count.toLocaleString("en-US")} ${count === 1 ? "row" : "rows"})`).join(", ")}`,
      `They cannot be added. Export one currency, or pick one in report.yaml beside the data; the rows of the others are then left out:\ncurrency: ${named[0]?.[0]}`,
    );
  }
  const [first] = named;
  if (first !== undefined) return named.length === 1 ? first[0] : (config.currency ?? null);
  const headers = moneyFields.flatMap((field) => table.headers(field));
  const inHeaders = new Set(headers.flatMap(inText));
  if (inHeaders.size > 0) return inHeaders.size === 1 ? ([...inHeaders][0] ?? null) : null;
  const texts = [
    ...headers,
    ...moneyFields.flatMap((field) => table.column(field)?.texts.slice(0, 500) ?? []),
  ];
  const sign = signIn(texts);
  if (sign === undefined) return null;
  if (sign === "USD" && config.currency === undefined && !texts.some((text) => /US/i.test(text)))
    findings.note(
      "currency-sign",
      'Amounts carry a "$", which was read as US dollars. If it is another dollar, say so in report.yaml: currency: CAD',
    );
  return sign;
}

/** The currency of the sign that most texts carry. */
function signIn(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const code = signs.find(([sign]) => sign.test(text))?.[1] ?? text.match(/\b[A-Z]{3}\b/)?.[0];
    if (code !== undefined && known.has(code)) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
