import type { Config } from "../../config/config.ts";
import { type FieldName, fieldDefinition, fieldNames } from "../../fields/fields.ts";
import type { Findings } from "../findings.ts";
import type { RawTable } from "../raw-table.ts";
import type { TextColumn } from "../text-column.ts";
import { type FileReader, usesByFile } from "./by-file.ts";
import {
  type DecimalSeparator,
  decimalSeparator,
  isAmbiguous,
  parseNumber,
  separatorByShape,
} from "./number.ts";

/** What each file's columns of money prove; null where a column proves nothing. */
export type ProvenDecimals = ReadonlyMap<FieldName, readonly (DecimalSeparator | null)[]>;

/** The decimal separator that each column of money proves, file by file. */
export function provenDecimals(table: RawTable): ProvenDecimals {
  return new Map(
    fieldNames.flatMap((field) => {
      const column = fieldDefinition(field).rule === "money" ? table.column(field) : undefined;
      return column === undefined
        ? []
        : [[field, usesByFile(table, column).map((uses) => decimalSeparator(uses))] as const];
    }),
  );
}

/**
 * How the numbers of each file's column are read: by the decimal separator that the column proves. Where it proves none, what
 * a column of money of that file proves holds, for quantities as well. Else a lone separator before three digits stands
 * before a thousand in whole numbers and before decimals in ratings; money takes what the other files prove, else the
 * locale's, with a finding.
 */
export function numberReaders(
  table: RawTable,
  field: FieldName,
  column: TextColumn,
  money: ProvenDecimals,
  config: Config,
  findings: Findings,
): FileReader<number>[] {
  const { rule } = fieldDefinition(field);
  const proven = money.get(field);
  if (proven?.includes(null) === false) return proven.map((decimal) => withDecimal(decimal ?? "."));
  return usesByFile(table, column).map((texts, file) => {
    const own = proven === undefined ? decimalSeparator(texts) : (proven[file] ?? null);
    if (own !== null || ![...texts.keys()].some(isAmbiguous)) return withDecimal(own ?? ".");
    if (rule === "rating") return { kind: "decimals", read: (text) => parseNumber(text, ownMark(text)) };
    const beside = otherMoney(money, field, file);
    if (rule === "money")
      return withDecimal(assumeDecimal(table, field, file, { beside, texts }, money, config, findings));
    if (beside !== undefined) return withDecimal(beside.decimal);
    return { kind: "thousands", read: (text) => parseNumber(text, ownMark(text) === "." ? "," : ".") };
  });
}

function withDecimal(decimal: DecimalSeparator): FileReader<number> {
  return { kind: decimal, read: (text) => parseNumber(text, decimal) };
}

function ownMark(text: string): DecimalSeparator {
  return text.includes(",") ? "," : ".";
}

function assumeDecimal(
  table: RawTable,
  field: FieldName,
  file: number,
  {
    beside,
    texts,
  }: {
    beside: { field: FieldName; decimal: DecimalSeparator } | undefined;
    texts: ReadonlyMap<string, number>;
  },
  money: ProvenDecimals,
  config: Config,
  findings: Findings,
): DecimalSeparator {
  const elsewhere = new Set(money.get(field)?.filter((decimal) => decimal !== null));
  const [agreed] = elsewhere.size === 1 ? elsewhere : [];
  const shape = separatorByShape(texts);
  if (beside === undefined && agreed === undefined && shape?.certain === true) return shape.decimal;
  const chosen = beside?.decimal ?? agreed ?? shape?.decimal ?? localeDecimal(config.locale);
  const reason =
    beside !== undefined
      ? `as in "${table.header(beside.field)}"`
      : agreed !== undefined
        ? "as in the other files"
        : shape === null
          ? `by the locale ${config.locale}. Write two decimals, or set locale in report.yaml beside the data`
          : "for amounts of money hardly ever have three decimals. If these have, write two, or four";
  const files = table.files();
  const where = files.length > 1 ? ` in ${files[file]?.name}` : "";
  const message = `Numbers of "${table.header(field)}"${where} with one separator before three digits could mean thousands or decimals; the ${chosen === "," ? "comma" : "point"} was read as the decimal mark, ${reason}.`;
  const kind = `${field}-number-order`;
  // What another column of the file proves is hardly a guess.
  if (beside !== undefined) findings.note(kind, message);
  else
    findings.guess(kind, message, sumBy(texts, other(chosen)) - sumBy(texts, chosen), sumBy(texts, chosen));
  return chosen;
}

function other(decimal: DecimalSeparator): DecimalSeparator {
  return decimal === "," ? "." : ",";
}

function sumBy(texts: ReadonlyMap<string, number>, decimal: DecimalSeparator): number {
  let sum = 0;
  for (const [text, cells] of texts) sum += (parseNumber(text, decimal) ?? 0) * cells;
  return sum;
}

function otherMoney(
  money: ProvenDecimals,
  field: FieldName,
  file: number,
): { field: FieldName; decimal: DecimalSeparator } | undefined {
  for (const [each, decimals] of money) {
    const decimal = decimals[file] ?? null;
    if (each !== field && decimal !== null) return { field: each, decimal };
  }
  return undefined;
}

function localeDecimal(locale: string): DecimalSeparator {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
  return parts.find(({ type }) => type === "decimal")?.value === "," ? "," : ".";
}
