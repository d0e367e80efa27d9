import type { Config } from "../../config/config.ts";
import { type FieldName, fieldDefinition } from "../fields.ts";
import type { Findings } from "../findings.ts";
import type { RawTable } from "../raw-table.ts";
import type { TextColumn } from "../text-column.ts";
import { cleanNumbers } from "./clean-numbers.ts";
import { cleanWords } from "./clean-words.ts";
import { type DateFormat, dateOrder, parseDay } from "./date.ts";
import { decimalSeparator, parseNumber } from "./number.ts";
import { caseKey, foldSpaces, genderWord } from "./text.ts";
import { type NumberValues, Outcome, type WordValues } from "./values.ts";
import { parseYesNo } from "./yes-no.ts";

/** The typed values of every mapped column, by the codes of its texts. */
export interface CleanTable {
  numbers: Map<FieldName, NumberValues>;
  words: Map<FieldName, WordValues>;
  /** Why a bad text of a field is bad, as a sentence without place. */
  reason(field: FieldName, text: string): string;
}

/**
 * Turns each distinct text into a typed value by its field's rule. Values changed on the way and values
 * left empty become findings here; bad values of needed fields drop their row later and are found there.
 */
export function cleanTable(table: RawTable, config: Config, findings: Findings): CleanTable {
  const clean: CleanTable = { numbers: new Map(), words: new Map(), reason: describeBad };
  let dayOrder: DateFormat = "ymd";
  for (const [field, column] of table.columns) {
    const { rule } = fieldDefinition(field);
    if (rule === "date") {
      dayOrder = decideDayOrder(table, column, config, findings);
      clean.numbers.set(
        field,
        cleanNumbers(column, (text) => parseDay(text, dayOrder)),
      );
    } else if (rule === "money" || rule === "whole" || rule === "age" || rule === "rating") {
      const decimal = decimalSeparator(column.texts);
      const values = cleanNumbers(column, (text) => allowed(rule, parseNumber(text, decimal)));
      clean.numbers.set(field, values);
      reportNumberFormats(table, field, column, values, findings);
    } else {
      clean.words.set(field, cleanWords(column, table.rows, renaming(field, rule)));
    }
    reportOutcomes(table, field, column, clean, findings);
  }
  return clean;
}

function allowed(rule: "money" | "whole" | "age" | "rating", value: number | null): number | null {
  if (value === null || !Number.isFinite(value)) return null;
  switch (rule) {
    case "money":
      return value;
    case "whole":
      return Number.isSafeInteger(value) ? value : null;
    case "age":
      return Number.isInteger(value) && value >= 0 && value <= 120 ? value : null;
    case "rating":
      return value >= 0 && value <= 5 ? value : null;
  }
}

function renaming(field: FieldName, rule: string): ((text: string) => string | null) | undefined {
  if (rule === "yesNo") return parseYesNo;
  if (field === "gender") return genderWord;
  return undefined;
}

function decideDayOrder(table: RawTable, column: TextColumn, config: Config, findings: Findings): DateFormat {
  const order = dateOrder(column.texts.map(foldSpaces));
  if (order !== null) return order;
  const chosen = config.dateFormat ?? (config.locale.endsWith("-US") ? "mdy" : "dmy");
  const words = { ymd: "day/month/year", dmy: "day/month/year", mdy: "month/day/year" }[chosen];
  const reason =
    config.dateFormat === undefined
      ? `by the locale ${config.locale}. Say which in data/report.yaml: dateFormat: dmy, or mdy`
      : "by dateFormat in report.yaml";
  findings.note(
    "date-order",
    `Every date of "${table.header("date")}" could be day/month or month/day; they were read as ${words}, ${reason}.`,
  );
  return chosen;
}

function describeBad(field: FieldName, text: string): string {
  const quoted = JSON.stringify(foldSpaces(text).slice(0, 80));
  switch (fieldDefinition(field).rule) {
    case "money":
      return `${quoted} is not a number`;
    case "whole":
      return `${quoted} is not a whole number`;
    case "age":
      return `${quoted} is not an age from 0 to 120`;
    case "rating":
      return `${quoted} is not a rating from 0 to 5`;
    case "date":
      return `${quoted} is not a date`;
    case "yesNo":
      return `${quoted} is neither yes nor no`;
    default:
      return `${quoted} cannot be read`;
  }
}

const needless = /^-?\d+(?:\.\d+)?$/;

function reportNumberFormats(
  table: RawTable,
  field: FieldName,
  column: TextColumn,
  { outcomes }: NumberValues,
  findings: Findings,
): void {
  const { label } = fieldDefinition(field);
  const rewritten = column.texts.map((text, code) => outcomes[code] === Outcome.kept && !needless.test(text));
  if (!rewritten.includes(true)) return;
  eachRow(table, column, (row, code) => {
    if (rewritten[code] !== true) return;
    findings.add(
      {
        kind: `${field}-number-format`,
        severity: "changed",
        message: `${label}: numbers with a currency sign, separators or spaces were read as plain numbers.`,
      },
      () => ({ ...table.place(row, field), value: column.text(code), reason: "read as a plain number" }),
    );
  });
}

function reportOutcomes(
  table: RawTable,
  field: FieldName,
  column: TextColumn,
  clean: CleanTable,
  findings: Findings,
): void {
  const { label, needed, rule } = fieldDefinition(field);
  const outcomes = clean.numbers.get(field)?.outcomes ?? clean.words.get(field)?.outcomes ?? new Uint8Array();
  const words = clean.words.get(field);
  const identifier = rule === "identifier";
  if (
    !outcomes.some(
      (outcome) =>
        (outcome === Outcome.changed && !identifier) || (outcome === Outcome.bad && needed !== true),
    )
  )
    return;
  eachRow(table, column, (row, code) => {
    const outcome = outcomes[code];
    if (outcome === Outcome.bad && needed !== true) {
      findings.add(
        {
          kind: `${field}-unreadable`,
          severity: "changed",
          message: `${label}: values that cannot be right were left empty; their rows were kept.`,
        },
        () => ({
          ...table.place(row, field),
          value: column.text(code),
          reason: clean.reason(field, column.text(code)),
        }),
      );
    } else if (outcome === Outcome.changed && !identifier && words !== undefined) {
      const text = column.text(code);
      const word = words.words[words.wordOf[code] ?? 0] ?? "";
      const spaces = foldSpaces(text) === word;
      findings.add(
        spaces
          ? {
              kind: `${field}-spaces`,
              severity: "changed",
              message: `${label}: spaces before, behind or doubled within values were removed.`,
            }
          : caseKey(text) === caseKey(word)
            ? {
                kind: `${field}-spelling`,
                severity: "changed",
                message: `${label}: values that differ only in case were merged into the commonest spelling.`,
              }
            : {
                kind: `${field}-words`,
                severity: "changed",
                message: `${label}: the usual other spellings of a value were given one word.`,
              },
        () => ({ ...table.place(row, field), value: text, reason: `read as ${JSON.stringify(word)}` }),
      );
    }
  });
}

function eachRow(table: RawTable, column: TextColumn, visit: (row: number, code: number) => void): void {
  const { codes } = column;
  for (let row = 0; row < table.rows; row += 1) {
    const code = codes[row] ?? 0;
    if (code !== 0) visit(row, code);
  }
}
