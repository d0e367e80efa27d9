import { type FieldName, fieldDefinition, fieldNames, fields } from "./fields.ts";
import type { TraitDefinition } from "./table.ts";

type Fields = typeof fields;

/** A field that customers or purchases are counted by. */
export type TraitField<Of extends TraitDefinition["of"] = TraitDefinition["of"]> = {
  [Name in FieldName]: Fields[Name] extends { trait: { of: Of } } ? Name : never;
}[FieldName];

/** The name of such a field in the store. */
export type TraitColumn<Of extends TraitDefinition["of"] = TraitDefinition["of"]> =
  Fields[TraitField<Of>]["trait"]["column"];

/** Where ages are numbers they are counted in these groups. */
export const ageGroup = { field: "ageGroup", column: "age_group" } as const satisfies {
  field: TraitField;
  column: TraitColumn;
};

/** What a report may split the purchases by. */
export type BreakdownField = TraitField | "product";

/** What customers are told apart by, one word a customer, by its name in the store. */
export type WordColumn = TraitColumn;

/** A trait with the fields that its words come from: a row takes the first that has one. */
export interface Trait<Field extends TraitField = TraitField, Column extends string = string> {
  field: Field;
  column: Column;
  /** In the words of the report. */
  name: string;
  from: readonly FieldName[];
}

/** Words of customers, in the order of the table. */
export const customerTraits = fieldNames
  .filter((field): field is TraitField<"customer"> => fieldDefinition(field).trait?.of === "customer")
  .map((field) => traitOf(field, fields[field].trait.column));

/** Words of purchases, in the order of the table. */
export const purchaseTraits = fieldNames
  .filter((field): field is TraitField<"purchase"> => fieldDefinition(field).trait?.of === "purchase")
  .map((field) => traitOf(field, fields[field].trait.column));

/** All traits, those of customers first. */
const traits: readonly Trait[] = [...customerTraits, ...purchaseTraits];

/** What customers have words of, each with its name in the report: ages, then traits in the order of the table. */
export const wordNames: ReadonlyMap<string, string> = new Map(
  traits.map(({ column, name }) => [column, name]),
);

const fieldOfColumn = new Map<string, string>(traits.map(({ column, field }) => [column, field]));

/** The name that breakdowns give what the store calls `column`; other names stay as they are. */
export function fieldOf(column: string): string {
  return fieldOfColumn.get(column) ?? column;
}

function traitOf<Field extends TraitField, Column extends string>(
  field: Field,
  column: Column,
): Trait<Field, Column> {
  const { label, trait } = fieldDefinition(field);
  const standIns = fieldNames.filter((other) => fieldDefinition(other).standsInFor === field);
  return { field, column, name: trait?.name ?? label, from: [field, ...standIns] };
}
