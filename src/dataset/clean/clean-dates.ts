import type { Config } from "../../config/config.ts";
import type { Findings } from "../findings.ts";
import type { RawTable } from "../raw-table.ts";
import type { TextColumn } from "../text-column.ts";
import { cleanNumbers } from "./clean-numbers.ts";
import { type DateFormat, dateOrder, parseDay } from "./date.ts";
import { foldSpaces } from "./text.ts";
import type { NumberValues } from "./values.ts";

/**
 * Reads the dates of each file in the order that the file's own dates prove. A file that proves nothing
 * takes the order that the others agree on, else that of the configuration, with a finding.
 */
export function cleanDates(
  table: RawTable,
  column: TextColumn,
  config: Config,
  findings: Findings,
): NumberValues {
  const files = table.files();
  const proven = textsByFile(table, column).map(dateOrder);
  const orders = new Set(proven.filter((order) => order === "dmy" || order === "mdy"));
  const open = files.filter((_, file) => proven[file] === null).map(({ name }) => name);
  const [agreed] = orders;
  let assumed: DateFormat = "ymd";
  if (open.length > 0) {
    assumed =
      orders.size === 1 && agreed !== undefined
        ? agreed
        : assumeOrder(table, files.length > 1 ? open : [], config, findings);
  }
  const monthFirst = files.filter((_, file) => (proven[file] ?? assumed) === "mdy");
  if (monthFirst.length === 0) return cleanNumbers(column, (text) => parseDay(text, "dmy"));
  const others = files.some((_, file) => (proven[file] ?? assumed) === "dmy");
  if (!others) return cleanNumbers(column, (text) => parseDay(text, "mdy"));
  const firstTwin = column.texts.length;
  const twins = new Map<number, number>();
  for (const { firstRow, endRow } of monthFirst) separate(column, firstRow, endRow, twins);
  return cleanNumbers(column, (text, code) => parseDay(text, code < firstTwin ? "dmy" : "mdy"));
}

/** The distinct texts of each file. */
function textsByFile(table: RawTable, column: TextColumn): string[][] {
  const files = table.files();
  if (files.length === 1) return [column.texts.map(foldSpaces)];
  const lastFile = new Int32Array(column.texts.length).fill(-1);
  return files.map(({ firstRow, endRow }, file) => {
    const texts: string[] = [];
    for (let row = firstRow; row < endRow; row += 1) {
      const code = column.code(row);
      if (lastFile[code] === file) continue;
      lastFile[code] = file;
      texts.push(foldSpaces(column.text(code)));
    }
    return texts;
  });
}

/** Gives the rows of a month-first file new codes for the texts that mean another day there; `twins` by old code. */
function separate(column: TextColumn, firstRow: number, endRow: number, twins: Map<number, number>): void {
  for (let row = firstRow; row < endRow; row += 1) {
    const code = column.code(row);
    let twin = twins.get(code);
    if (twin === undefined) {
      const text = foldSpaces(column.text(code));
      const same = parseDay(text, "dmy") === parseDay(text, "mdy");
      twin = same ? code : column.texts.push(column.text(code)) - 1;
      twins.set(code, twin);
    }
    column.setCode(row, twin);
  }
}

function assumeOrder(
  table: RawTable,
  files: readonly string[],
  config: Config,
  findings: Findings,
): DateFormat {
  const chosen = config.dateFormat ?? (config.locale.endsWith("-US") ? "mdy" : "dmy");
  const words = { ymd: "day/month/year", dmy: "day/month/year", mdy: "month/day/year" }[chosen];
  const reason =
    config.dateFormat === undefined
      ? `by the locale ${config.locale}. Say which in report.yaml beside the data: dateFormat: dmy, or mdy`
      : "by dateFormat in report.yaml";
  const where = files.length === 0 ? "" : ` in ${files.join(", ")}`;
  findings.note(
    "date-order",
    `Every date of "${table.header("date")}"${where} could be day/month or month/day; they were read as ${words}, ${reason}.`,
  );
  return chosen;
}
