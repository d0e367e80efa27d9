import { type FieldName, fieldDefinition } from "../fields/fields.ts";
import type { Platform } from "../fields/platforms.ts";
import { eventMeaning, statusMeaning } from "../fields/statuses.ts";
import { parseMoment } from "./clean/date.ts";
import { numberedDates } from "./clean/date-numbers.ts";
import { plainDigits } from "./clean/digits.ts";
import { parseNumber } from "./clean/number.ts";
import { ratingOf } from "./clean/ratings.ts";
import { foldSpaces, isMissing } from "./clean/text.ts";
import { withoutUnit } from "./clean/units.ts";
import { parseYesNo } from "./clean/yes-no.ts";

/** Values looked at to see what a column holds. */
const mostLookedAt = 300;
/** The part of them that must be of a field's kind. */
const leastFitting = 0.5;
/** More different words than that are no status. */
const mostStatuses = 60;

/** What a column's cells look like; `texts` are some of its distinct values. */
export interface Look {
  /** Whether any cell holds a value. */
  filled: boolean;
  texts: readonly string[];
}

/** Some distinct values of a column, without words for no value. */
export function lookAt(texts: readonly string[]): Look {
  const found: string[] = [];
  let filled = false;
  for (const raw of texts) {
    const text = foldSpaces(raw);
    if (text === "" || isMissing(text)) continue;
    filled = true;
    if (found.push(text) === mostLookedAt) break;
  }
  return { filled, texts: found };
}

/**
 * Whether a column's values are of the kind that a field has; a column that nothing is known of fits.
 *
 * @param known what its header says: whether it means nothing else, whether it may mean a number of pieces
 */
export function fits(
  field: FieldName,
  { texts }: Look,
  { alone, counts, platform }: { alone: boolean; counts: boolean; platform: Platform | undefined },
): boolean {
  if (texts.length === 0) return true;
  const part = (holds: (text: string) => boolean) => texts.filter(holds).length / texts.length;
  const { rule } = fieldDefinition(field);
  switch (field) {
    case "status":
    case "paymentStatus":
    case "itemStatus":
      return (
        texts.length <= mostStatuses &&
        (alone || part((text) => statusMeaning(text, platform?.statuses) !== undefined) >= leastFitting)
      );
    case "event":
      return texts.length <= mostStatuses && part((text) => eventMeaning(text) !== undefined) >= leastFitting;
    case "discountAmount":
    case "lineDiscount":
      return part((text) => isNumber(withoutUnit("money", text))) >= leastFitting;
    case "email":
      return part((text) => text.includes("@")) >= leastFitting;
    case "discount":
      // Amounts and rates are not yes and no, though 0 and 1 are among them.
      return alone || part((text) => parseYesNo(text) !== null) > 0.9;
    case "returned":
    case "voided":
      return part((text) => parseYesNo(text.replace(/^([01])\.0+$/, "$1")) !== null) >= leastFitting;
    case "refund":
      return part(isNumber) >= leastFitting && !texts.every((text) => parseYesNo(text) !== null);
    case "product":
      return !counts || part((text) => !isNumber(text)) >= leastFitting;
    case "review":
    case "reviewTitle":
    case "customerName":
      return part((text) => /\p{L}/u.test(text)) >= leastFitting;
    case "ageGroup":
      return part(isRange) >= leastFitting || alone;
    case "age":
      return part((text) => isNumber(withoutUnit("age", text)) || isRange(text)) >= leastFitting;
    case "time":
      return part((text) => /^\d{1,2}[:.h]\d{2}/.test(text)) >= leastFitting;
  }
  switch (rule) {
    case "money":
      return part(isNumber) >= leastFitting;
    case "units":
      return part((text) => isNumber(withoutUnit("units", text))) >= leastFitting;
    case "whole":
      return part(isNumber) >= leastFitting;
    case "rating":
      return part((text) => isNumber(text) || ratingOf(text, Number) !== null) >= leastFitting;
    case "date":
      return part(isDate) >= leastFitting || numberedDates(texts.map(plainDigits)) !== undefined;
    case "birth":
      return part((text) => isNumber(text) || isDate(text)) >= leastFitting;
    default:
      return true;
  }
}

/** A range of ages, such as `26-35`, `55+` or `under 18`. */
export function isRange(text: string): boolean {
  return /^(?:\d{1,3}\s*(?:-|–|—|to|bis|a|à)\s*\d{1,3}|\d{1,3}\s*\+|(?:under|over|unter|uber|über|[<>]=?)\s*\d{1,3})$/iu.test(
    text,
  );
}

export function isNumber(text: string): boolean {
  const digits = plainDigits(text);
  return parseNumber(digits, ".") !== null || parseNumber(digits, ",") !== null || /^[★☆⭐]+$/u.test(text);
}

export function isDate(text: string): boolean {
  const digits = plainDigits(text);
  if (parseMoment(digits, "dmy") !== null || parseMoment(digits, "mdy") !== null) return true;
  // Numbers that count days or seconds; what is smaller counts something else.
  return /^(?:[3-5]\d{4}(?:[.,]\d+)?|\d{10}|\d{13}|0000-00-00.*)$/.test(digits);
}
