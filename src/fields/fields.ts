import { type FieldDefinition, fields } from "./table.ts";

export type { Level, Rule } from "./table.ts";
export { fields };

export type FieldName = keyof typeof fields;

export const fieldNames = Object.freeze(
  Object.keys(fields).filter((name): name is FieldName => Object.hasOwn(fields, name)),
);

/** A field's definition, with the optional parts. */
export function fieldDefinition(name: FieldName): FieldDefinition {
  return fields[name];
}

/**
 * A header without what makes no difference: case, units in brackets, underscores, hyphens, dots,
 * and space around and doubled. `Purchase_Amount (USD)` becomes `purchase amount`.
 */
export function normalHeader(header: string): string {
  return header
    .normalize("NFKC")
    .replace(/\([^)]*\)|\[[^\]]*\]/g, " ")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replace(/[\s_.\-/]+/g, " ")
    .trim();
}
