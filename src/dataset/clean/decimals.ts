import type { Config } from "../../config/config.ts";
import type { FieldName } from "../../fields/fields.ts";
import { fieldDefinition, fieldNames } from "../../fields/fields.ts";
import type { Findings } from "../findings.ts";
import type { RawTable } from "../raw-table.ts";
import type { TextColumn } from "../text-column.ts";
import { type DecimalSeparator, decimalSeparator, isAmbiguous } from "./number.ts";

/**
 * The decimal separator of each text of a column: the one that the column proves. Where it proves none, a
 * lone separator before three digits stands before a thousand in whole numbers and before decimals in
 * ratings; money takes what another money column proves, else the locale's, with a finding.
 */
export function decimalReader(
  table: RawTable,
  field: FieldName,
  column: TextColumn,
  config: Config,
  findings: Findings,
): (text: string) => DecimalSeparator {
  const own = decimalSeparator(column.texts);
  if (own !== null) return () => own;
  switch (fieldDefinition(field).rule) {
    case "money": {
      const assumed = column.texts.some(isAmbiguous) ? assumeDecimal(table, field, config, findings) : ".";
      return () => assumed;
    }
    case "rating":
      return (text) => (text.includes(",") ? "," : ".");
    default:
      return (text) => (text.includes(".") ? "," : ".");
  }
}

function assumeDecimal(
  table: RawTable,
  field: FieldName,
  config: Config,
  findings: Findings,
): DecimalSeparator {
  const proof = otherMoney(table, field);
  const chosen = proof?.decimal ?? localeDecimal(config.locale);
  const reason =
    proof === undefined
      ? `by the locale ${config.locale}. Write two decimals, or set locale in report.yaml beside the data`
      : `as in "${table.header(proof.field)}"`;
  findings.note(
    `${field}-number-order`,
    `Numbers of "${table.header(field)}" with one separator before three digits could mean thousands or decimals; the ${chosen === "," ? "comma" : "point"} was read as the decimal mark, ${reason}.`,
  );
  return chosen;
}

function otherMoney(
  table: RawTable,
  field: FieldName,
): { field: FieldName; decimal: DecimalSeparator } | undefined {
  for (const other of fieldNames) {
    if (other === field || fieldDefinition(other).rule !== "money") continue;
    const decimal = decimalSeparator(table.column(other)?.texts ?? []);
    if (decimal !== null) return { field: other, decimal };
  }
  return undefined;
}

function localeDecimal(locale: string): DecimalSeparator {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
  return parts.find(({ type }) => type === "decimal")?.value === "," ? "," : ".";
}
