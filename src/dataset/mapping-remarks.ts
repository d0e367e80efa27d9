import { type FieldName, fieldDefinition } from "../fields/fields.ts";
import { conceptsIn } from "../fields/headers.ts";
import { countUses } from "./clean/clean-words.ts";
import { decimalSeparator, parseNumber } from "./clean/number.ts";
import type { FileTable } from "./file-table.ts";
import type { Findings } from "./findings.ts";
import type { Link, MappedFile } from "./join-keys.ts";
import { columnsSnippet, guessedColumns, missingFields } from "./missing-fields.ts";
import type { RawTable } from "./raw-table.ts";

/** Says by which columns two files were joined. */
export function tellLink({ from, fromColumn, to, toColumn }: Link, findings: Findings): void {
  findings.note(
    `join-${to.file.name}`,
    `Joined: ${JSON.stringify(from.headers[fromColumn])} of ${from.name} names a row of ${to.file.name} by ${JSON.stringify(to.file.headers[toColumn])}. join: in report.yaml decides otherwise.`,
  );
}

/**
 * Remarks on what no column says, and on columns that mean the same and were passed over. Gives the headers that may hold what
 * is missing, by field.
 */
export function tellMapping(
  { file, mapping }: MappedFile,
  table: RawTable,
  findings: Findings,
): Record<string, string> {
  for (const { field, taken, other } of mapping.passedOver) {
    const kind = `passed-over-${field}-${mapping.headers[other]}`;
    const message = `${JSON.stringify(mapping.headers[taken])} was taken for ${fieldDefinition(field).label.toLowerCase()}, not ${JSON.stringify(mapping.headers[other])}, which holds other values.`;
    const [one, two] = [sumOf(file, taken), sumOf(file, other)];
    if ((field === "amount" || field === "price") && !isKnownChoice(mapping, taken, other))
      findings.guess(kind, message, one - two, one);
    else findings.note(kind, message);
  }
  const gone = missingFields(file, mapping).filter(({ field }) => table.column(field) === undefined);
  const guessed = gone.filter(({ guess }) => guess !== undefined);
  if (guessed.length === 0) return {};
  /** What is counted or paid is another number without them. */
  const isMoney = (field: FieldName) => ["amount", "quantity", "status", "event"].includes(field);
  const kind = `missing-${file.name}`;
  const message = `No column of ${file.name} was understood as ${guessed.map(({ what }) => what).join(", or as ")}: the report says nothing of it${guessed.some(({ field }) => field === "quantity") ? ", and each line counts as one piece" : ""}${guessed.some(({ field }) => field === "status" || field === "event") ? ", and what was cancelled or returned counts as sold" : ""}. If this is right, put it into report.yaml (or run check --fix):\n${columnsSnippet(guessed)}`;
  // Without customers or money the report is another one.
  if (guessed.some(({ field }) => field === "customer" || isMoney(field))) findings.warn(kind, message);
  else findings.note(kind, message);
  return guessedColumns(guessed);
}

/** Words by which a column is chosen before another for a reason: what holds taxes, or is no price that was paid. */
const reasons = new Set(["withTax", "withoutTax", "tax", "net", "gross", "subtotal", "sub", "total", "list"]);

/** Whether two headers differ by such words alone. */
function isKnownChoice({ headers }: MappedFile["mapping"], one: number, other: number): boolean {
  const [mine, its] = [conceptsIn(headers[one] ?? ""), conceptsIn(headers[other] ?? "")];
  const apart = [...new Set([...mine, ...its])].filter((concept) => mine.has(concept) !== its.has(concept));
  return apart.length > 0 && apart.every((concept) => reasons.has(concept));
}

/** What a column's numbers come to. */
function sumOf(file: FileTable, index: number): number {
  const column = file.columns[index];
  if (column === undefined) return 0;
  const uses = countUses(column, file.rows);
  const decimal = decimalSeparator(column.texts.map((text, code) => [text, uses[code] ?? 0] as const)) ?? ".";
  let sum = 0;
  column.texts.forEach((text, code) => {
    sum += (parseNumber(text, decimal) ?? 0) * (uses[code] ?? 0);
  });
  return sum;
}
