import type { RawTable } from "../raw-table.ts";

/** What stands in a name in the place of what tells of somebody. */
const masks = { email: "[e-mail]", phone: "[phone]", identifier: "[identifier]" } as const;

/** Whether a cell holds an e-mail address and nothing else. */
export function isEmail(cell: string): boolean {
  return cell.includes("@") && /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(cell.trim());
}

const email = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/**
 * Nine digits and more that are set as numbers of phones are: with a plus, brackets, blanks and hyphens between, or a zero in
 * front of two long groups. Part numbers are shorter: 0986 494524 is one.
 */
const phone =
  /(?<![\p{L}\p{N}.,])(?:\+\d[\d\s()/.-]{7,}\d|\(?0\d{2,4}\)?[\s/-]\d{7,9}|\(?\d{2,5}\)?[\s/-]\d{2,5}[\s/-]\d{2,8}(?:[\s/-]\d{2,6})*)(?![\p{L}\p{N}])/gu;
/** A day with its year in front or behind, as file names and products hold them. */
const date =
  /(?<!\d)(?:(?:19|20)\d\d([-/. ])[01]?\d\1[0-3]?\d|[0-3]?\d([-/. ])[0-3]?\d\2(?:19|20)\d\d)(?!\d)/;
const token = /[\p{L}\p{N}][\p{L}\p{N}_-]*[\p{L}\p{N}]/gu;

/** Digits in groups, as a number that is known may stand in a text. */
const grouped = /(?<![\p{L}\p{N}.,])\+?\d[\d ()/.-]{6,}\d(?![\p{L}\p{N}])/gu;
/** The end of a number of so many digits is that number without its country. */
const shortestEnd = 9;

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

/** What names somebody in the data, as it is looked for in names. */
interface Telling {
  /** Of customers and orders, in lower case. */
  identifiers: ReadonlySet<string>;
  /** Digits of phone numbers, and their ends. */
  phones: ReadonlySet<string>;
}

/**
 * Masks e-mail addresses, phone numbers and identifiers of customers and orders in a name that may be published. An
 * identifier is looked for as a word of its own that holds a digit; numbers are among them.
 */
export function nameMasker(telling: Telling): (name: string) => string {
  const maskKnown = knownMasker(telling);
  return (name) => maskKnown(maskContacts(name));
}

/** Masks the identifiers and phone numbers that stand in the data, and no others: the shop's own number may be told. */
export function knownMasker({ identifiers, phones }: Telling): (text: string) => string {
  return (text) => {
    if (!/\d/.test(text)) return text;
    const masked =
      phones.size === 0
        ? text
        : text.replace(grouped, (found) =>
            endsOf(found).some((end) => phones.has(end)) ? masks.phone : found,
          );
    if (identifiers.size === 0) return masked;
    return masked.replace(token, (word) => (identifiers.has(word.toLowerCase()) ? masks.identifier : word));
  };
}

/** The identifiers of customers and orders that can be told from other words, and the phone numbers. */
export function tellingOf(table: RawTable): Telling {
  const identifiers = new Set<string>();
  for (const field of ["customer", "order"] as const) {
    for (const text of table.column(field)?.texts ?? []) {
      const plain = text.trim().toLowerCase();
      if (plain.length >= shortest && /\d/.test(plain)) identifiers.add(plain);
    }
  }
  const phones = new Set<string>();
  for (const text of table.column("phone")?.texts ?? []) {
    for (const end of endsOf(text)) phones.add(end);
  }
  return { identifiers, phones };
}

/** The digits of a phone number without zeros in front, and their ends that may be the number without its country. */
function endsOf(phone: string): string[] {
  const digits = phone.replace(/\D/g, "").replace(/^0+/, "");
  const shorter = Array.from({ length: Math.max(0, digits.length - shortestEnd) }, (_, from) =>
    digits.slice(from + 1),
  );
  return digits.length < shortest ? [] : [digits, ...shorter];
}
