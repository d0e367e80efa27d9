import { type FieldDefinition, fields } from "./table.ts";

export type { Rule } from "./table.ts";
export { fields };

export type FieldName = keyof typeof fields;

export const fieldNames = Object.freeze(
  Object.keys(fields).filter((name): name is FieldName => Object.hasOwn(fields, name)),
);

/** The fields whose values give away who a customer is, or which order is meant. */
export function fieldsThatIdentify(whom: FieldDefinition["identifies"]): readonly FieldName[] {
  return fieldNames.filter((name) => fieldDefinition(name).identifies === whom);
}

/** A field's definition, with the optional parts. */
export function fieldDefinition(name: FieldName): FieldDefinition {
  return fields[name];
}
