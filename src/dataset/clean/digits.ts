const foreign = /[^\0-\x7f]/;
const otherDigit = /(?!\d)\p{Nd}/gu;
const decimalDigit = /\p{Nd}/u;

/**
 * A text with its digits as 0 to 9 and full-width characters as plain ones: `۱۲` (Persian), `١٢` (Arabic), `१२` (Devanagari)
 * and `１２` are 12. Unicode lists the digits of every script in runs of ten.
 */
export function plainDigits(text: string): string {
  if (!foreign.test(text)) return text;
  return text.normalize("NFKC").replace(otherDigit, (digit) => String(digitValue(digit)));
}

function digitValue(digit: string): number {
  const point = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && decimalDigit.test(String.fromCodePoint(point - value - 1))) value += 1;
  return value;
}
