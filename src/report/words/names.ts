/** Written in capitals whatever stands around them. */
const abbreviations = new Set(["LED", "USB", "UK", "USA", "EU", "BBQ", "DIY", "AI", "ID", "UV"]);

/**
 * A name that the data write in capitals throughout, softened for reading: `WHITE T-LIGHT HOLDER` becomes `White
 * T-light holder`. Codes, single letters and abbreviations stay; so does what is one word alone, which may be one.
 */
export function softened(name: string): string {
  const words = name.match(/\p{Lu}{3,}/gu) ?? [];
  if (words.length < 2 || /\p{Ll}/u.test(name)) return name;
  let isFirst = true;
  return name.replace(/([\p{L}\p{M}\p{N}]+)((?:['’]\p{L}+)?)/gu, (_, word: string, ending: string) => {
    const isKept =
      word.length === 1 ||
      /\p{N}/u.test(word) ||
      abbreviations.has(word) ||
      (word.length <= 4 && /^[B-DF-HJ-NP-TV-XZ]+$/u.test(word));
    const soft = isKept ? (word === "A" && !isFirst ? "a" : word) : word.toLowerCase();
    const written = isFirst && !isKept ? soft.charAt(0).toUpperCase() + soft.slice(1) : soft;
    isFirst = false;
    return written + ending.toLowerCase();
  });
}
