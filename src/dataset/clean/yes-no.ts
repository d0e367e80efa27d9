import type { TextColumn } from "../text-column.ts";
import { parseNumber } from "./number.ts";

const yes = new Set([
  "yes",
  "y",
  "true",
  "t",
  "1",
  "on",
  "active",
  "subscribed",
  "ja",
  "oui",
  "si",
  "sí",
  "sim",
]);
const no = new Set([
  "no",
  "n",
  "false",
  "f",
  "0",
  "off",
  "inactive",
  "none",
  "not subscribed",
  "nein",
  "non",
  "não",
]);

/** `Yes` or `No` for the usual spellings, null for others. */
export function parseYesNo(text: string): "Yes" | "No" | null {
  const word = text.trim().toLowerCase();
  if (yes.has(word)) return "Yes";
  return no.has(word) ? "No" : null;
}

/**
 * How a column of yes and no is read. One that holds amounts (of discounts, for instance) says yes where the amount is
 * not 0.
 */
export function readYesNo({ texts }: TextColumn): (text: string) => "Yes" | "No" | null {
  const filled = texts.filter((text) => text.trim() !== "");
  const amounts = filled.filter((text) => amountOf(text) !== null);
  if (amounts.length * 2 <= filled.length || amounts.every((text) => parseYesNo(text) !== null))
    return parseYesNo;
  return (text) => {
    const amount = amountOf(text);
    if (amount === null) return parseYesNo(text);
    return amount === 0 ? "No" : "Yes";
  };
}

function amountOf(text: string): number | null {
  const plain = text.trim().replace(/%$/, "");
  return parseNumber(plain, ".") ?? parseNumber(plain, ",");
}
