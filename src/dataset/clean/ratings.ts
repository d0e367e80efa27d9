import type { TextColumn } from "../text-column.ts";
import { countUses } from "./clean-words.ts";
import { foldSpaces } from "./text.ts";
import { type NumberValues, Outcome } from "./values.ts";

/** The highest rating of a scale: of stars, of points, or of percent. */
const scales = [5, 10, 100] as const;
/** Part of the ratings that must lie within a scale. */
const mostly = 0.9;

/**
 * Reads ratings on the scale that most of them fit: from 0 to 5, else to 10, else to 100. `★★★★`, `4/5` and `80 %` are
 * understood.
 */
export function cleanRatings(
  column: TextColumn,
  rows: number,
  read: (text: string, code: number) => number | null,
): NumberValues & { scale: number } {
  const uses = countUses(column, rows);
  const read1 = column.texts.map((raw, code) => {
    const text = foldSpaces(raw);
    return text === "" ? undefined : ratingOf(text, (plain) => read(plain, code));
  });
  const within = (scale: number) => {
    let fit = 0;
    let all = 0;
    read1.forEach((value, code) => {
      if (value === undefined || value === null) return;
      all += uses[code] ?? 0;
      if (value >= 0 && value <= scale) fit += uses[code] ?? 0;
    });
    return all > 0 && fit >= all * mostly;
  };
  const scale = scales.find(within) ?? 5;
  const values = new Float64Array(read1.length).fill(Number.NaN);
  const outcomes = new Uint8Array(read1.length);
  read1.forEach((value, code) => {
    if (value === undefined) return;
    const fits = value !== null && value >= 0 && value <= scale;
    outcomes[code] = fits ? Outcome.kept : Outcome.bad;
    if (fits) values[code] = value;
  });
  return { values, outcomes, scale };
}

/** The rating that a text means, as signs or as a number; null where it is none. */
export function ratingOf(text: string, read: (text: string) => number | null): number | null {
  const stars = /^[★⭐*]+[☆]*$/u.exec(text);
  if (stars) return [...text].filter((sign) => sign !== "☆").length;
  const plain =
    /^(.*?)\s*(?:\/\s*\d+|%|stars?|sterne?|étoiles?|estrellas?|estrelas?|stelle?|points?|(?:out of|von|sur|de|su|van|z) \d+(?: (?:stars?|sternen?|étoiles|estrellas|estrelas|stelle))?)$/iu.exec(
      text,
    )?.[1] ?? text;
  return read(plain);
}
