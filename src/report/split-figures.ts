import { fields } from "../fields/fields.ts";
import { customerTraits, purchaseTraits, type TraitField } from "../fields/traits.ts";
import { customerTraitQuery, purchaseTraitQuery } from "../questions/traits.ts";
import type { HeldFigure } from "./held-figure.ts";
import { rowWords, splitFormulas } from "./words/row-words.ts";

/** A figure of customers by a trait that each of them has. */
export function customersBy(
  field: TraitField<"customer">,
  words: Pick<HeldFigure, "id" | "name" | "words">,
): HeldFigure {
  return {
    ...words,
    formula: splitFormulas.customers,
    unit: "count",
    query: customerTraitQuery(fields[field].trait.column),
    isIn: ({ breakdowns }) => breakdowns[field] !== undefined,
  };
}

/** A figure of purchases by a trait that each of them has; `other` for what is not counted in purchases. */
export function purchasesBy(
  field: TraitField<"purchase">,
  words: Pick<HeldFigure, "id" | "name" | "words">,
  other: Partial<Pick<HeldFigure, "formula" | "unit">> = {},
): HeldFigure {
  return {
    ...words,
    formula: splitFormulas.purchases,
    unit: "count",
    ...other,
    query: purchaseTraitQuery,
    parameters: { field: fields[field].trait.column },
    isIn: ({ breakdowns }) => breakdowns[field] !== undefined,
  };
}

const hasWords = (field: string) => Object.hasOwn(rowWords, field);

/** Splits by traits that no section draws. */
export const plainFigures: readonly HeldFigure[] = [
  ...customerTraits
    .filter(({ field }) => !hasWords(field))
    .map(({ field, name }) =>
      customersBy(field, {
        id: `${field}-customers`,
        name,
        words: `Customers by ${name.toLowerCase()}.`,
      }),
    ),
  ...purchaseTraits
    .filter(({ field }) => !hasWords(field))
    .map(({ field, name }) =>
      purchasesBy(field, {
        id: `${field}-purchases`,
        name,
        words: `Purchases by ${name.toLowerCase()}.`,
      }),
    ),
];
