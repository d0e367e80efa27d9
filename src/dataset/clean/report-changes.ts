import { type FieldName, fieldDefinition } from "../../fields/fields.ts";
import type { Example, Finding } from "../account.ts";
import type { Findings } from "../findings.ts";
import type { RawTable } from "../raw-table.ts";
import type { TextColumn } from "../text-column.ts";
import { describeBad } from "./describe-bad.ts";
import { type WordExample, withholdRare } from "./few-carriers.ts";
import { caseKey, foldSpaces } from "./text.ts";
import { type NumberValues, Outcome, type WordValues } from "./values.ts";

const plain = /^-?\d+(?:\.\d+)?$/;

/** Remarks on numbers that were not written as plain numbers. */
export function reportNumberFormats(
  table: RawTable,
  field: FieldName,
  column: TextColumn,
  { values, outcomes }: NumberValues,
  findings: Findings,
): void {
  const { label } = fieldDefinition(field);
  // A point may have been a thousands separator: then even a text that looks plain was rewritten.
  const rewritten = column.texts.map(
    (text, code) => outcomes[code] === Outcome.kept && (!plain.test(text) || Number(text) !== values[code]),
  );
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

/**
 * Remarks on values that were left empty or given another word. Examples of words that fewer than
 * `minimum` customers have are withheld.
 *
 * @param isMasked whether a text was masked, which is said elsewhere
 */
export function reportOutcomes(
  table: RawTable,
  field: FieldName,
  column: TextColumn,
  outcomes: Uint8Array,
  words: WordValues | undefined,
  findings: Findings,
  minimum: number,
  isMasked: (text: string) => boolean = () => false,
): void {
  const { label, needed, rule } = fieldDefinition(field);
  const identifier = rule === "identifier";
  if (
    !outcomes.some(
      (outcome) =>
        (outcome === Outcome.changed && !identifier) || (outcome === Outcome.bad && needed !== true),
    )
  )
    return;
  const shown: WordExample[] = [];
  /** By code: a text may stand in many thousands of rows. */
  const remarks: (Remark | undefined)[] = [];
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
          reason: describeBad(field, column.text(code)),
        }),
      );
    } else if (outcome === Outcome.changed && !identifier && words !== undefined) {
      const text = column.text(code);
      if (isMasked(foldSpaces(text))) return;
      const number = words.wordOf[code] ?? 0;
      const word = words.words[number] ?? "";
      let remark = remarks[code];
      if (remark === undefined) {
        remark = remarkOn(field, text, word);
        remarks[code] = remark;
      }
      findings.add(remark, () => {
        const reason = `read as ${JSON.stringify(word)}`;
        const example: Example = { ...table.place(row, field), value: text, reason };
        shown.push({ example, word: number });
        return example;
      });
    }
  });
  if (words !== undefined && shown.length > 0 && (rule === "name" || rule === "category"))
    withholdRare(table, column, words, shown, minimum, "read as the commonest spelling");
}

type Remark = Pick<Finding, "kind" | "severity" | "message">;

/** What was done to a text that became another word. */
function remarkOn(field: FieldName, text: string, word: string): Remark {
  const { label } = fieldDefinition(field);
  if (foldSpaces(text) === word) {
    return {
      kind: `${field}-spaces`,
      severity: "changed",
      message: `${label}: spaces before, behind or doubled within values were removed.`,
    };
  }
  if (caseKey(text) === caseKey(word)) {
    return {
      kind: `${field}-spelling`,
      severity: "changed",
      message: `${label}: values that differ only in case were merged into the commonest spelling.`,
    };
  }
  return {
    kind: `${field}-words`,
    severity: "changed",
    message: `${label}: the usual other spellings of a value were given one word.`,
  };
}

function eachRow(table: RawTable, column: TextColumn, visit: (row: number, code: number) => void): void {
  const { codes } = column;
  for (let row = 0; row < table.rows; row += 1) {
    const code = codes[row] ?? 0;
    if (code !== 0) visit(row, code);
  }
}
