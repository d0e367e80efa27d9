import { plainDigits } from "./digits.ts";

export type DecimalSeparator = "." | ",";

const plain = /^-?\d+(?:\.\d+)?$/;
/** One separator with exactly three digits behind it could be a thousand or a decimal; not behind a lone 0. */
const ambiguous = /^-?[1-9]\d{0,2}[.,]\d{3}$/;
/** As programs write large and small numbers: `1.2E+04` is 12000. */
const exponent = /^[+-]?\d+(?:[.,]\d+)?[eE][+-]?\d{1,2}$/;

/**
 * A currency beside a number: `$`, `US$`, `R$`, `EUR`, or the letters and signs that stand for one where Unicode has none of
 * the kind.
 */
const currency = String.raw`(?:[A-Z]{0,3}\s?\p{Sc}[A-Z]{0,2}|${Intl.supportedValuesOf("currency").join("|")}|[kK]r\.?|zł|zl|Kč|Ft|[lL]ei|S?Fr\.?|Rs\.?|Rp\.?|RM|R|S\/\.?|[KTU]Sh|Dhs?\.?|Tk\.?|TL|руб\.?|р\.|лв\.?|грн\.?|din\.?|円|元|원|تومان|ریال)`;
const currencyBefore = new RegExp(String.raw`^([-+]?)\s*${currency}\s*(?=[-+]?\s*[\d.,])`, "u");
const currencyBehind = new RegExp(String.raw`(?<=[\d-])\s*${currency}$`, "u");
/** Where there are no cents, the Swiss write a dash in their place: `12.–`. */
const dashForCents = /(?<=\d)[.,](?:[–—]|--|-)$/;

/**
 * The number that a text means, or null: in the digits of any script, with currency signs or codes around it, thousands
 * separated by comma, point, space or apostrophe, and minus before, behind or as brackets. Where a single separator
 * could be either, `decimal` (the column's) decides; `1,234` is 1234 in a column of decimal points.
 */
export function parseNumber(text: string, decimal: DecimalSeparator): number | null {
  if (plain.test(text) && !(decimal === "," && text.includes("."))) return Number(text);
  let body = plainDigits(text.trim()).replaceAll("\u2212", "-");
  if (exponent.test(body)) return Number(body.replace(",", "."));
  let sign = 1;
  const bracketed = /^\((.*)\)$/.exec(body);
  if (bracketed) {
    body = bracketed[1] ?? "";
    sign = -1;
  }
  body = body.replace(currencyBefore, "$1").replace(currencyBehind, "").replace(dashForCents, "");
  if (/^-/.test(body) || /\d-$/.test(body)) {
    body = body.replace(/^-\s*|-$/g, "");
    sign = -sign;
  }
  body = body
    .replace(/^\+\s*(?=\d)/, "")
    .replace(/(?<=\d)[\s'’](?=\d{3}(?!\d))/g, "")
    .replace(/^(?=[.,]\d)/, "0");
  // Arabic has signs of its own for both.
  if (/[٫٬]/.test(body)) {
    const western = body.replaceAll("٬", "").replace("٫", ".");
    return plain.test(western) ? sign * Number(western) : null;
  }
  const separator = decimalOf(body, decimal);
  const thousands = separator === "." ? "," : ".";
  const [whole = "", fraction, ...more] = body.split(separator);
  if (more.length > 0 || !/^\d/.test(body) || (fraction !== undefined && !/^\d+$/.test(fraction)))
    return null;
  const grouped = thousands === "," ? /^\d{1,3}(?:,\d{2,3})*(?<=,\d{3})$/ : /^\d{1,3}(?:\.\d{3})+$/;
  if (!/^\d+$/.test(whole) && !grouped.test(whole)) return null;
  return sign * Number(`${whole.replaceAll(thousands, "")}.${fraction ?? "0"}`);
}

/** So many cells that could be thousands make the one that must be a decimal the odd one. */
const againstOneOdd = 50;

/**
 * The decimal separator of a column, by those of its texts that leave no doubt; null where none does. Where nearly all
 * have three digits behind a separator, those are thousands: decimals would have other numbers of digits more often.
 *
 * @param texts distinct texts with the number of cells that have each
 */
export function decimalSeparator(texts: Iterable<readonly [string, number]>): DecimalSeparator | null {
  const proven = { ".": 0, ",": 0 };
  const open = { ".": 0, ",": 0 };
  for (const [text, cells] of texts) {
    const digits = digitsOf(text.replace(/(?<=\d)[eE][+-]?\d{1,2}$/, "00"));
    if (!/[.,]/.test(digits)) continue;
    const comma = digits.lastIndexOf(",");
    const point = digits.lastIndexOf(".");
    if (ambiguous.test(digits)) {
      open[comma >= 0 ? "," : "."] += cells;
      continue;
    }
    const commaIsDecimal = isDecimal(digits, Math.max(comma, point)) === comma > point;
    proven[commaIsDecimal ? "," : "."] += cells;
  }
  if (proven["."] === 0 && proven[","] === 0) return null;
  const decimal = proven[","] > proven["."] ? "," : ".";
  if (open[decimal] < proven[decimal] * againstOneOdd) return decimal;
  return decimal === "," ? "." : ",";
}

/** From this number of texts on it is no chance that all have three digits behind their separator. */
const leastThousands = 3;

/**
 * The decimal separator of a column of money that proves none, by its shape: amounts of money have hardly ever three decimals, so
 * that one separator which always stands before three digits stands before thousands. Null where too few texts
 * have one, or where they differ. `certain` where numbers below a thousand stand there without a separator and none above.
 */
export function separatorByShape(
  texts: Iterable<readonly [string, number]>,
): { decimal: DecimalSeparator; certain: boolean } | null {
  const open = { ".": 0, ",": 0 };
  let below = 0;
  let above = 0;
  for (const [text] of texts) {
    const digits = digitsOf(text).replace(/^-/, "");
    if (ambiguous.test(digits)) open[digits.includes(",") ? "," : "."] += 1;
    else if (/^\d{1,3}$/.test(digits)) below += digits === "0" ? 0 : 1;
    else if (/^\d+$/.test(digits)) above += 1;
  }
  const mark = open[","] > 0 ? "," : ".";
  if (open[","] > 0 && open["."] > 0) return null;
  if (open[mark] < leastThousands || above > 0) return null;
  return { decimal: mark === "," ? "." : ",", certain: below > 0 };
}

/** Whether the separator of a number could stand before a thousand as well as before decimals. */
export function isAmbiguous(text: string): boolean {
  return ambiguous.test(digitsOf(text));
}

function digitsOf(text: string): string {
  return plainDigits(text).replace(/[^\d.,-]/g, "");
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
