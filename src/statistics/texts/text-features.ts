import type { SparseRows } from "../models/sparse-rows.ts";
import type { Corpus } from "./corpus.ts";
import { PairTable, pairHash } from "./pair-table.ts";

/** The words and pairs of neighbouring words of some texts, each with a column, and how much each weighs. */
export interface Vocabulary {
  /** The column of each word of the corpus; −1 for one that is not in it. */
  columnOf: Int32Array;
  /** The columns of pairs. */
  pairs: PairTable;
  /** By column: how rare it is, ln((1 + n) / (1 + texts with it)) + 1. */
  rarity: Float64Array;
}

/** What a number that comes with each text weighs against its words, in standard deviations. */
const extraWeight = 0.1;

/** A word must stand in two texts, and in one of so many: what is rarer teaches nothing, and there is most of it. */
const commonOf = 4000;

/** The vocabulary of some texts: what stands in at least two of them, of more than 8,000 in at least one of 4,000. */
export function learnVocabulary(corpus: Corpus, texts: Int32Array): Vocabulary {
  const least = Math.max(2, Math.ceil(texts.length / commonOf));
  const { tokens, starts, ends, words } = corpus;
  const counts = new Int32Array(words.length);
  const last = new Int32Array(words.length).fill(-1);
  for (const text of texts) {
    for (let at = starts[text] ?? 0; at < (ends[text] ?? 0); at += 1) {
      const word = tokens[at] ?? -1;
      if (word < 0 || last[word] === text) continue;
      last[word] = text;
      counts[word] = (counts[word] ?? 0) + 1;
    }
  }
  const columnOf = new Int32Array(words.length).fill(-1);
  const held: number[] = [];
  counts.forEach((count, word) => {
    if (count >= least) columnOf[word] = held.push(count) - 1;
  });
  const mayBeCommon = pairSieve(corpus, texts, columnOf, least);
  const places = new PairTable();
  const firsts: number[] = [];
  const seconds: number[] = [];
  const pairCounts: number[] = [];
  const pairLast: number[] = [];
  for (const text of texts) {
    const end = ends[text] ?? 0;
    for (let at = (starts[text] ?? 0) + 1; at < end; at += 1) {
      const [first, second] = [tokens[at - 1] ?? -1, tokens[at] ?? -1];
      if (first < 0 || second < 0 || columnOf[first] === -1 || columnOf[second] === -1) continue;
      if (!mayBeCommon(first, second)) continue;
      const place = places.get(first, second);
      if (place < 0) {
        places.set(first, second, firsts.length);
        firsts.push(first);
        seconds.push(second);
        pairCounts.push(1);
        pairLast.push(text);
      } else if (pairLast[place] !== text) {
        pairLast[place] = text;
        pairCounts[place] = (pairCounts[place] ?? 0) + 1;
      }
    }
  }
  const pairs = new PairTable();
  pairCounts.forEach((count, place) => {
    if (count >= least) pairs.set(firsts[place] ?? 0, seconds[place] ?? 0, held.push(count) - 1);
  });
  return {
    columnOf,
    pairs,
    rarity: Float64Array.from(held, (count) => Math.log((1 + texts.length) / (1 + count)) + 1),
  };
}

/**
 * Tells pairs that stand in fewer texts than wanted from those that may stand in more, by counts of their hashes alone:
 * most pairs stand in one text, and a table of all of them would be large and slow.
 */
function pairSieve(
  { tokens, starts, ends }: Corpus,
  texts: Int32Array,
  columnOf: Int32Array,
  least: number,
): (first: number, second: number) => boolean {
  const most = Math.min(least, 255);
  let length = 0;
  for (const text of texts) length += (ends[text] ?? 0) - (starts[text] ?? 0);
  const slots = 2 ** Math.min(24, Math.ceil(Math.log2(2 * length + 2)));
  const counts = new Uint8Array(slots);
  const slotOf = (first: number, second: number) => pairHash(first, second) & (slots - 1);
  for (const text of texts) {
    const end = ends[text] ?? 0;
    for (let at = (starts[text] ?? 0) + 1; at < end; at += 1) {
      const [first, second] = [tokens[at - 1] ?? -1, tokens[at] ?? -1];
      if (first < 0 || second < 0 || columnOf[first] === -1 || columnOf[second] === -1) continue;
      const slot = slotOf(first, second);
      const count = counts[slot] ?? 0;
      if (count < most) counts[slot] = count + 1;
    }
  }
  return (first, second) => (counts[slotOf(first, second)] ?? 0) >= most;
}

/** The words of each column: one, or the two of a pair. */
export function columnWords(
  { words }: Pick<Corpus, "words">,
  { columnOf, pairs, rarity }: Vocabulary,
): string[][] {
  const found: string[][] = Array.from(rarity, () => []);
  columnOf.forEach((column, word) => {
    if (column >= 0) found[column] = [words[word] ?? ""];
  });
  pairs.forEach((first, second, column) => {
    found[column] = [words[first] ?? "", words[second] ?? ""];
  });
  return found;
}

/**
 * Texts as rows: each word and pair with (1 + ln of how often it stands there) × its rarity, all of a row scaled to
 * length 1 (scikit-learn's `TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True)`), and in the last column a number
 * of the text's own.
 *
 * @param extra that number by text, in standard deviations from its mean; 0 for none
 */
export function featuresOf(
  { tokens, starts, ends }: Corpus,
  texts: Int32Array,
  { columnOf, pairs, rarity }: Vocabulary,
  extra: Float64Array,
): SparseRows {
  const rowStarts = new Int32Array(texts.length + 1);
  let room = 1 << 16;
  let columns = new Int32Array(room);
  let values = new Float32Array(room);
  let length = 0;
  let found = new Int32Array(1 << 10);
  texts.forEach((text, row) => {
    const from = starts[text] ?? 0;
    const end = ends[text] ?? 0;
    if (found.length < 2 * (end - from)) found = new Int32Array(4 * (end - from));
    let count = 0;
    for (let at = from; at < end; at += 1) {
      const word = tokens[at] ?? -1;
      if (word < 0) continue;
      const column = columnOf[word] ?? -1;
      if (column >= 0) found[count++] = column;
      const before = at > from ? (tokens[at - 1] ?? -1) : -1;
      const pair = before < 0 ? -1 : pairs.get(before, word);
      if (pair >= 0) found[count++] = pair;
    }
    while (length + count + 1 > room) {
      room *= 2;
      const [more, moreValues] = [new Int32Array(room), new Float32Array(room)];
      more.set(columns);
      moreValues.set(values);
      [columns, values] = [more, moreValues];
    }
    const sorted = found.subarray(0, count).sort();
    const first = length;
    let squares = 0;
    for (let place = 0, next = 0; place < count; place = next) {
      const column = sorted[place] ?? 0;
      while (next < count && sorted[next] === column) next += 1;
      const value = (1 + Math.log(next - place)) * (rarity[column] ?? 0);
      squares += value * value;
      columns[length] = column;
      values[length++] = value;
    }
    const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
    for (let at = first; at < length; at += 1) values[at] = (values[at] ?? 0) * scale;
    const own = extra[text] ?? 0;
    if (own !== 0) {
      columns[length] = rarity.length;
      values[length++] = own * extraWeight;
    }
    rowStarts[row + 1] = length;
  });
  return {
    starts: rowStarts,
    columns: columns.slice(0, length),
    values: values.slice(0, length),
    width: rarity.length + 1,
  };
}
