import { wordNames } from "../../../fields/traits.ts";
import type { ItemField } from "../question/item-baskets.ts";

const others = new Map<ItemField, string>([
  ["product", "Product"],
  ["tone", "Color tone"],
  ["persona", "Persona"],
]);

/** The field of an item in words. */
export function itemFieldName(field: ItemField): string {
  return others.get(field) ?? wordNames.get(field) ?? field;
}
