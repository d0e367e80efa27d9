import { concepts } from "./concepts.ts";
import { type FieldName, fieldDefinition, fieldNames } from "./fields.ts";
import { simplified } from "./simplified.ts";

/** A field that a header may mean, and its place among the headers of that field: 0 is the most telling. */
export interface Meaning {
  field: FieldName;
  rank: number;
}

/** More readings of one header than that are not tried. */
const mostReadings = 64;
/** From this length on a word may be several, as in `Bestellnummer` and `ORDERNUMBER`. */
const shortestCompound = 5;

/** What an address is of: the word itself adds nothing to them. */
const partsOfAddresses = ["city", "state", "province", "region", "country", "email", "phone"];
const codesOfCurrencies = new Set(Intl.supportedValuesOf("currency").map((code) => code.toLowerCase()));

/** What each word may mean. */
const lexicon = new Map<string, Set<string>>();
/** The fields that a set of concepts means. */
const phrases = new Map<string, Meaning[]>();

for (const [concept, languages] of Object.entries(concepts)) {
  learn(concept, concept);
  for (const words of Object.values(languages)) for (const word of words.split(" ")) learn(word, concept);
}
for (const field of fieldNames) {
  fieldDefinition(field).headers.forEach((header, rank) => {
    const words = header.split(" ");
    // A word of the table that no list of concepts has means itself.
    for (const word of words) if (!Object.hasOwn(concepts, word)) learn(word, word);
    const key = keyOf(words.filter((word) => word !== "filler"));
    phrases.set(key, [...(phrases.get(key) ?? []), { field, rank }]);
  });
}
const longestWord = Math.max(...[...lexicon.keys()].map((word) => word.length));

/** The fields that a header may mean, in any of the languages of `concepts`; none where a word of it is not known. */
export function meaningsOf(header: string): Meaning[] {
  const found = new Map<FieldName, number>();
  for (const reading of readings(header)) {
    for (const { field, rank } of phrases.get(keyOf(reading)) ?? [])
      found.set(field, Math.min(rank, found.get(field) ?? rank));
  }
  return [...found].map(([field, rank]) => ({ field, rank }));
}

/** What a header says in concepts, one key a reading: headers of two languages that mean the same have one in common. */
export function conceptKeys(header: string): string[] {
  return [...new Set(readings(header).map(keyOf))].filter((key) => key !== "");
}

/** A header that means a field and nothing else: its label, or the first of its headers that does. */
export function usualHeader(field: FieldName): string {
  const { label, headers } = fieldDefinition(field);
  const name = label.toLowerCase();
  const own = [`${name} id`, name, ...headers].find((header) => {
    const meanings = meaningsOf(header);
    return meanings.length === 1 && meanings[0]?.field === field;
  });
  return own ?? field;
}

/** The concepts of a header that are known, in any reading: what a guess can go by. */
export function conceptsIn(header: string): Set<string> {
  return new Set(
    tokens(header)
      .flatMap((token) => (readingsOf(token) ?? []).flat())
      .filter((concept) => concept !== "filler"),
  );
}

/**
 * A header without what makes no difference: case, accents, units in brackets, currencies, and what parts its words.
 * `Purchase_Amount (USD)` becomes `purchase amount`.
 */
export function normalHeader(header: string): string {
  return tokens(header).join(" ");
}

/** The words of a header as they are looked up. */
function tokens(header: string): string[] {
  const spaced = header
    .normalize("NFKC")
    .replace(/\(([^)]*)\)|\[([^\]]*)\]/g, (_, round: string | undefined, square: string | undefined) => {
      const inner = round ?? square ?? "";
      return isAboutTax(inner) ? ` ${inner} ` : " ";
    })
    .replace(/(?<!\p{L})(?:#|no\.?|nos\.?|numbers?|num\.?)\s*of\b/giu, " quantity ")
    .replace(
      /\bline[\s_.-]*items?(?=[\s_.-]*(?:name|title|desc|qty|quant|price|sku|total|amount|discount))/giu,
      "lineitem",
    )
    // As Odoo names the columns of an order's lines: "Order Lines/Product".
    .replace(/^\s*(?:order|invoice|sale)?[\s_]*lines?\s*\//iu, "lineitem ")
    .replace(/\bart(?=[\s.-]*(?:nr|no|num|bez)\b)/giu, "artikel")
    .replace(/\bmwst\b/giu, "mwst")
    .replace(/\bq\.?\s?t[aàáy](?!\p{L})\.?/giu, " quantity ")
    .replace(/\b(?:ragione sociale|raz[oó]n social|raison sociale|raz[aã]o social)\b/giu, " customer name ")
    .replace(/\bn[°º]|№|#/giu, " number ")
    .replace(/\be[-\s_]?(mail|posta)/giu, (_, rest: string) => `e${rest}`)
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll}{2})/gu, "$1 $2");
  return simplified(plainWord(spaced))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "" && !codesOfCurrencies.has(word));
}

/** A text in small letters without accents. */
export function plainWord(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("ø", "o")
    .replaceAll("ł", "l")
    .replaceAll("ı", "i")
    .replaceAll("æ", "ae")
    .normalize("NFD")
    .replace(/\p{M}+/gu, "");
}

function isAboutTax(text: string): boolean {
  const words = plainWord(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  const about = new Set(["tax", "withTax", "withoutTax", "net", "gross", "filler"]);
  return (
    words.length > 0 &&
    words.every((word) => [...(lexicon.get(word) ?? [])].some((concept) => about.has(concept)))
  );
}

/** Every way to read a header as concepts; none where one of its words is not known. */
function readings(header: string): string[][] {
  let all: string[][] = [[]];
  for (const token of tokens(header)) {
    const ways = readingsOf(token);
    if (ways === null) return [];
    all = all.flatMap((before) => ways.map((way) => [...before, ...way])).slice(0, mostReadings);
  }
  return all;
}

const known = new Map<string, string[][] | null>();

/** The concepts of a word or of the words that it is made of; null where it is not known. */
function readingsOf(token: string): string[][] | null {
  const before = known.get(token);
  if (before !== undefined) return before;
  const own =
    lexicon.get(token) ??
    (token.length > 3 && token.endsWith("s") ? lexicon.get(token.slice(0, -1)) : undefined);
  const ways = own === undefined ? compound(token) : [...own].map((concept) => [concept]);
  known.set(token, ways);
  return ways;
}

/** The fewest known words that a compound is made of, in each of their meanings. */
function compound(token: string): string[][] | null {
  const letters = [...token];
  const latin = /^[a-z0-9]+$/.test(token);
  if (latin && letters.length < shortestCompound) return null;
  // The fewest words up to each letter, and the last of them.
  const best: ({ words: string[]; count: number } | undefined)[] = [{ words: [], count: 0 }];
  for (let end = 1; end <= letters.length; end += 1) {
    for (let start = Math.max(0, end - longestWord); start < end; start += 1) {
      const before = best[start];
      if (before === undefined) continue;
      const word = letters.slice(start, end).join("");
      const joint = latin && start > 0 && end < letters.length && /^(?:s|n|en|es)$/.test(word);
      // "Salesperson" is not made of "per" and "on": such words stand between others.
      const atEdge = start === 0 || end === letters.length;
      if (!joint && (!lexicon.has(word) || (latin && (word.length < 2 || (atEdge && isFiller(word))))))
        continue;
      const count = before.count + (joint ? 0.5 : 1);
      if (count < (best[end]?.count ?? Number.POSITIVE_INFINITY))
        best[end] = { words: joint ? before.words : [...before.words, word], count };
    }
  }
  const words = best[letters.length]?.words;
  if (words === undefined || words.length === 0) return null;
  let ways: string[][] = [[]];
  for (const word of words) {
    const meanings = [...(lexicon.get(word) ?? [])];
    ways = ways.flatMap((before) => meanings.map((meaning) => [...before, meaning])).slice(0, mostReadings);
  }
  return ways;
}

function isFiller(word: string): boolean {
  const meanings = lexicon.get(word);
  return meanings?.size === 1 && meanings.has("filler");
}

/** Concepts as a key: their order and how often they are named make no difference. */
function keyOf(words: readonly string[]): string {
  const all = new Set(words);
  all.delete("filler");
  // With tax, without tax: which of them is what matters.
  if (all.has("withTax") || all.has("withoutTax")) all.delete("tax");
  if (all.has("email")) all.delete("electronic");
  // "Shipping Address City" is the shipping city, "Email Address" the e-mail.
  if (all.has("address") && partsOfAddresses.some((part) => all.has(part))) all.delete("address");
  return [...all].sort().join(" ");
}

function learn(word: string, concept: string): void {
  const plain = simplified(plainWord(word)).replace(/_/g, "");
  if (plain === "") return;
  lexicon.set(plain, (lexicon.get(plain) ?? new Set()).add(concept));
}
