import { tokensOf } from "./tokens.ts";

/** Finds identifiers in texts that are to be published. */
export interface LeakSearch {
  /** How many identifiers are looked for. */
  searched: number;
  /**
   * How many are not: numbers and plain words, which the report says of its own, and what it publishes as a name of
   * something else.
   */
  leftOut: number;
  /**
   * The identifiers that stand in a text, each once. `binary`: bytes read as text, where short ones come up by
   * chance.
   */
  find(text: string, binary?: boolean): string[];
}

/** An identifier of fewer characters comes up by chance, among sizes, colours and parts of words. */
const shortest = 5;
/** Numbers of fewer digits are amounts and counts. */
const shortestNumber = 10;
/** Among random bytes. */
const shortestInBytes = 10;

/**
 * A search for identifiers, without regard to case and to how the text is escaped. An identifier that is
 * also one of the `published` words (a product, a place) is left out.
 */
export function leakSearch(identifiers: Iterable<string>, published: Iterable<string> = []): LeakSearch {
  const open = new Set([...published].map((word) => tokensOf(word).join(" ")));
  const wanted = new Map<string, string>();
  /** Lengths, in tokens, of the identifiers that start with a token. */
  const starts = new Map<string, Set<number>>();
  const leftOut = new Set<string>();
  for (const identifier of identifiers) {
    const tokens = tokensOf(identifier);
    const key = tokens.join(" ");
    const [first] = tokens;
    if (first === undefined) continue;
    if (!canBeTold(identifier, tokens) || open.has(key)) {
      leftOut.add(key);
      continue;
    }
    wanted.set(key, identifier);
    starts.set(first, (starts.get(first) ?? new Set()).add(tokens.length));
  }
  return {
    searched: wanted.size,
    leftOut: leftOut.size,
    find(text, binary = false) {
      if (wanted.size === 0) return [];
      const found = new Set<string>();
      const tokens = tokensOf(text);
      tokens.forEach((token, place) => {
        for (const length of starts.get(token) ?? []) {
          const identifier = wanted.get(tokens.slice(place, place + length).join(" "));
          if (identifier !== undefined && (!binary || identifier.length >= shortestInBytes)) {
            found.add(identifier);
          }
        }
      });
      return [...found];
    },
  };
}

/** Whether a text can be told from what a report says of its own: no number, and no word that stands alone. */
function canBeTold(identifier: string, tokens: readonly string[]): boolean {
  const characters = tokens.join("");
  if (!/\p{L}/u.test(characters)) return tokens.length === 1 && characters.length >= shortestNumber;
  return characters.length >= shortest && (tokens.length > 1 || /\p{N}/u.test(identifier));
}
