import type { PurchaseLines } from "../store/purchase-lines.ts";
import type { Recoding } from "./fold.ts";

/** The lines with the values of few counted as those of the groups that they are published with. */
export function recodedLines(
  lines: PurchaseLines,
  recodingOf: (field: string) => Recoding | null,
): PurchaseLines {
  const recoded = (field: string, ids: Int32Array): Int32Array => {
    const recoding = recodingOf(field);
    if (recoding === null || (recoding.countedWith.size === 0 && recoding.missingWith === null)) return ids;
    return ids.map((id) => (id === 0 ? (recoding.missingWith ?? 0) : (recoding.countedWith.get(id) ?? id)));
  };
  return {
    ...lines,
    product: lines.product && recoded("product", lines.product),
    traits: new Map([...lines.traits].map(([field, ids]) => [field, recoded(field, ids)])),
  };
}

/**
 * The word of each customer (0 for none), place 0 standing for guests, with the words of few counted as those of the
 * groups that they are published with.
 */
export function recodedWords(
  words: readonly string[],
  wordOf: Uint16Array,
  { countedWith, missingWith, guestsWith, names }: Recoding,
  isCustomer: (customer: number) => boolean,
): Uint16Array {
  const placeOf = new Map(words.map((word, place) => [word, place]));
  const placeOfId = (id: number) => placeOf.get(names.get(id) ?? "") ?? 0;
  const target = words.map((_, place) => place);
  for (const [from, to] of countedWith) target[placeOfId(from)] = placeOfId(to);
  target[0] = missingWith === null ? 0 : placeOfId(missingWith);
  const guests = guestsWith === null ? 0 : placeOfId(guestsWith);
  return wordOf.map((place, customer) => {
    if (customer === 0) return guests;
    return isCustomer(customer) ? (target[place] ?? 0) : 0;
  });
}
