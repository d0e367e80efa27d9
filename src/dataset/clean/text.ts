/** Nothing to fold: most texts of most files. Testing for it costs a fraction of replacing. */
const folded = /^(?:[!-~]+(?: [!-~]+)*)?$/;

/** Trimmed, inner white space folded to single blanks, control characters removed. */
export function foldSpaces(text: string): string {
  if (folded.test(text)) return text;
  return text.replace(/[\s\p{Cc}\u200B\uFEFF]+/gu, " ").trim();
}

/** What texts have in common that differ only in case and spaces. Independent of the machine's locale. */
export function caseKey(text: string): string {
  return foldSpaces(text).normalize("NFC").toLowerCase();
}

/**
 * What texts of one identifier have in common: an e-mail address is the same in any case, other identifiers are not.
 */
export function identifierKey(text: string): string {
  return text.includes("@") ? caseKey(text) : foldSpaces(text).normalize("NFC");
}

// "None" and "NA" are not among them: they can be a category, and a country.
const missing =
  /^\s*(?:null|n\/a|nan|nat|#n\/a|-|(?:00?[-/.]00?[-/.]0{4}|0{4}[-/.]00[-/.]00)(?:[ T]00:00(?::00)?)?)\s*$/i;

/** Whether a whole cell is what programs write where there is no value: a word, or the date of zeros. */
export function isMissing(text: string): boolean {
  return missing.test(text);
}

const genders = new Map([
  ["m", "Male"],
  ["male", "Male"],
  ["man", "Male"],
  ["men", "Male"],
  ["f", "Female"],
  ["w", "Female"],
  ["female", "Female"],
  ["woman", "Female"],
  ["women", "Female"],
]);

/** `Male` or `Female` for their usual short forms, other words as they are. */
export function genderWord(text: string): string {
  return genders.get(caseKey(text)) ?? text;
}

/** Orders strings by UTF-16 units: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
