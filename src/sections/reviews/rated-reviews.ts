import type { Corpus } from "../../statistics/texts/corpus.ts";
import type { Language } from "./languages.ts";

/** What terms are looked for in. */
export interface RatedReviews {
  corpus: Corpus;
  /** By review. */
  person: Int32Array;
  /** By review: 1 for a high rating, −1 for a low one, 0 for neither. */
  kind: Int8Array;
  /** Words of the corpus that may not be named. */
  withheld: Uint8Array;
  /** Words of the corpus that say nothing alone. */
  common: Uint8Array;
  /** The languages of the texts. */
  languages: readonly Language[];
  /** By review: words of the name of its product and category, which do not count there. */
  ownWords: (review: number) => ReadonlySet<number> | null;
}
