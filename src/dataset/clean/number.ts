export type DecimalSeparator = "." | ",";

const plain = /^-?\d+(?:\.\d+)?$/;
/** One separator with exactly three digits behind it could be a thousand or a decimal; not behind a lone 0. */
const ambiguous = /^-?[1-9]\d{0,2}[.,]\d{3}$/;

/** A currency beside a number: `$`, `US$`, `EUR`, or the letters that stand for a sign where there is none. */
const currency = String.raw`(?:[A-Z]{0,3}\p{Sc}[A-Z]{0,2}|${Intl.supportedValuesOf("currency").join("|")}|kr\.?|zł|Kč|Ft|lei|Fr\.?)`;
const currencyBefore = new RegExp(String.raw`^(-?)\s*${currency}\s*(?=-?\s*[\d.,])`, "u");
const currencyBehind = new RegExp(String.raw`(?<=[\d-])\s*${currency}$`, "u");

/**
 * The number that a text means, or null: with currency signs or codes around it, thousands separated by
 * comma, point, space or apostrophe, and minus before, behind or as brackets. Where a single separator
 * could be either, `decimal` (the column's) decides; `1,234` is 1234 in a column of decimal points.
 */
export function parseNumber(text: string, decimal: DecimalSeparator): number | null {
  if (plain.test(text) && !(decimal === "," && text.includes("."))) return Number(text);
  let body = text.trim().replaceAll("\u2212", "-");
  let sign = 1;
  const bracketed = /^\((.*)\)$/.exec(body);
  if (bracketed) {
    body = bracketed[1] ?? "";
    sign = -1;
  }
  body = body.replace(currencyBefore, "$1").replace(currencyBehind, "");
  if (/^-/.test(body) || /\d-$/.test(body)) {
    body = body.replace(/^-\s*|-$/g, "");
    sign = -sign;
  }
  body = body.replace(/(?<=\d)[\s'’](?=\d{3}(?!\d))/g, "").replace(/^(?=[.,]\d)/, "0");
  const separator = decimalOf(body, decimal);
  const thousands = separator === "." ? "," : ".";
  const [whole = "", fraction, ...more] = body.split(separator);
  if (more.length > 0 || !/^\d/.test(body) || (fraction !== undefined && !/^\d+$/.test(fraction)))
    return null;
  const grouped = thousands === "," ? /^\d{1,3}(?:,\d{2,3})*(?<=,\d{3})$/ : /^\d{1,3}(?:\.\d{3})+$/;
  if (!/^\d+$/.test(whole) && !grouped.test(whole)) return null;
  return sign * Number(`${whole.replaceAll(thousands, "")}.${fraction ?? "0"}`);
}

/** The decimal separator of a column, by those of its texts that leave no doubt; null where none does. */
export function decimalSeparator(texts: Iterable<string>): DecimalSeparator | null {
  let commas = 0;
  let points = 0;
  for (const text of texts) {
    const digits = digitsOf(text);
    if (ambiguous.test(digits)) continue;
    const comma = digits.lastIndexOf(",");
    const point = digits.lastIndexOf(".");
    if (comma < 0 && point < 0) continue;
    const commaIsDecimal = isDecimal(digits, Math.max(comma, point)) === comma > point;
    if (commaIsDecimal) commas += 1;
    else points += 1;
  }
  if (commas === 0 && points === 0) return null;
  return commas > points ? "," : ".";
}

/** Whether the separator of a number could stand before a thousand as well as before decimals. */
export function isAmbiguous(text: string): boolean {
  return ambiguous.test(digitsOf(text));
}

function digitsOf(text: string): string {
  return text.replace(/[^\d.,-]/g, "");
}

/** Whether the last separator, at an index, stands before decimals rather than before a thousand. */
function isDecimal(digits: string, at: number): boolean {
  const separator = digits.charAt(at);
  return digits.indexOf(separator) === at;
}

function decimalOf(body: string, column: DecimalSeparator): DecimalSeparator {
  const comma = body.lastIndexOf(",");
  const point = body.lastIndexOf(".");
  if (comma >= 0 && point >= 0) return comma > point ? "," : ".";
  if (comma < 0 && point < 0) return column;
  if (ambiguous.test(body)) return column;
  const separator = comma >= 0 ? "," : ".";
  const other = separator === "," ? "." : ",";
  return isDecimal(body, Math.max(comma, point)) ? separator : other;
}
