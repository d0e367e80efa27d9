import type { RawTable } from "../raw-table.ts";

/** What stands in a name in the place of what tells of somebody. */
const masks = { email: "[e-mail]", phone: "[phone]", identifier: "[identifier]" } as const;

/** Whether a cell holds an e-mail address and nothing else. */
export function isEmail(cell: string): boolean {
  return cell.includes("@") && /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(cell.trim());
}

const email = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** Nine digits and more that are set as numbers of phones are: with a plus, brackets, or blanks and hyphens between. */
const phone =
  /(?<![\p{L}\p{N}.,])(?:\+\d[\d\s()/.-]{7,}\d|\(?\d{2,5}\)?[\s/-]\d{2,5}[\s/-]\d{2,8}(?:[\s/-]\d{2,6})*)(?![\p{L}\p{N}])/gu;
/** A day with its year in front or behind, as file names and products hold them. */
const date =
  /(?<!\d)(?:(?:19|20)\d\d([-/. ])[01]?\d\1[0-3]?\d|[0-3]?\d([-/. ])[0-3]?\d\2(?:19|20)\d\d)(?!\d)/;
const token = /[\p{L}\p{N}][\p{L}\p{N}_-]*[\p{L}\p{N}]/gu;

/** An identifier of fewer characters reads like a size or a year. */
const shortest = 5;

/** Masks e-mail addresses and phone numbers in a text that is to be published. */
export function maskContacts(text: string): string {
  return text.replace(email, masks.email).replace(phone, (found) => (isPhone(found) ? masks.phone : found));
}

/** Digits enough for a phone number, and no date among them. */
function isPhone(text: string): boolean {
  return (text.match(/\d/g) ?? []).length >= 9 && !date.test(text);
}

/**
 * Masks e-mail addresses, phone numbers and identifiers of customers and orders in a name that may be published. An
 * identifier is looked for as a word of its own that holds a digit; numbers are among them.
 */
export function nameMasker(identifiers: ReadonlySet<string>): (name: string) => string {
  return (name) => {
    const masked = maskContacts(name);
    if (identifiers.size === 0 || !/\d/.test(masked)) return masked;
    return masked.replace(token, (word) => (identifiers.has(word.toLowerCase()) ? masks.identifier : word));
  };
}

/** The identifiers of customers and orders that can be told from other words. */
export function tellingIdentifiers(table: RawTable): Set<string> {
  const found = new Set<string>();
  for (const field of ["customer", "order"] as const) {
    for (const text of table.column(field)?.texts ?? []) {
      const plain = text.trim().toLowerCase();
      if (plain.length >= shortest && /\d/.test(plain)) found.add(plain);
    }
  }
  return found;
}
