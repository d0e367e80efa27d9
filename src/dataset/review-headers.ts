import { type FieldName, fieldDefinition } from "../fields/fields.ts";
import type { Meaning } from "../fields/headers.ts";

/**
 * Whether the headers of a file say that it has reviews: one names them, or there are ratings. Where none does, a bare
 * comment or text may be a note to the shop.
 */
export function sayReviews(meanings: readonly (readonly Meaning[])[]): boolean {
  return meanings.some((all) =>
    all.some(
      ({ field, rank }) =>
        field === "rating" ||
        (field === "review" && /review/.test(fieldDefinition("review").headers[rank] ?? "")),
    ),
  );
}

/** Whether a field is the text of a review or its title. */
export function isReview(field: FieldName): boolean {
  return field === "review" || field === "reviewTitle";
}
