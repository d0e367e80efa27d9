import type { Config } from "../../config/config.ts";
import type { DateFormat } from "../../config/date-format.ts";
import { isoDay } from "../../statistics/calendar/days.ts";
import type { Findings } from "../findings.ts";
import type { RawTable } from "../raw-table.ts";
import type { TextColumn } from "../text-column.ts";
import { type FileReader, readByFile, usesByFile } from "./by-file.ts";
import { countUses } from "./clean-words.ts";
import { dateOrder, type Moment, parseMoment } from "./date.ts";
import { numberedDates } from "./date-numbers.ts";
import { describeBad } from "./describe-bad.ts";
import { type FarDates, farDates } from "./far-dates.ts";
import { orderOfRows } from "./order-of-rows.ts";
import { foldSpaces } from "./text.ts";
import { type DateValues, Outcome } from "./values.ts";

/**
 * Reads the dates of each file in the order that the file's own dates prove, or as the numbers that they are. A file that
 * proves nothing takes the order that the others agree on, else that of the configuration, with a finding. Dates far from all
 * others become bad values.
 */
export function cleanDates(
  table: RawTable,
  column: TextColumn,
  config: Config,
  findings: Findings,
): DateValues {
  const readers = readersOf(table, column, config, findings);
  const read = readByFile(table, column, readers, sameMoment);
  const size = column.texts.length;
  const values = new Float64Array(size).fill(Number.NaN);
  const seconds = new Float64Array(size).fill(Number.NaN);
  const outcomes = new Uint8Array(size);
  column.texts.forEach((raw, code) => {
    const text = foldSpaces(raw);
    if (text === "") return;
    const moment = read(text, code);
    outcomes[code] = moment === null ? Outcome.bad : Outcome.kept;
    values[code] = moment?.day ?? Number.NaN;
    seconds[code] = moment?.seconds ?? Number.NaN;
  });
  const far = farDates(values, countUses(column, table.rows));
  const describe = leaveOutFar(column, far, { values, outcomes });
  // Midnight throughout is what programs write for a day alone.
  const timed = seconds.some((time) => time > 0);
  return { values, outcomes, seconds: timed ? seconds : undefined, describe, far };
}

function readersOf(
  table: RawTable,
  column: TextColumn,
  config: Config,
  findings: Findings,
): FileReader<Moment>[] {
  const files = table.files();
  const texts = usesByFile(table, column).map((uses) => [...uses.keys()]);
  const numbered = texts.map(numberedDates);
  const proven = texts.map((each, file) =>
    numbered[file] === undefined ? (dateOrder(each) ?? orderOfRows(column, files[file])) : "ymd",
  );
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
  return files.map((_, file) => {
    const kind = proven[file] ?? assumed;
    return numbered[file] ?? { kind, read: (text) => parseMoment(text, kind) };
  });
}

function sameMoment(a: Moment | null, b: Moment | null): boolean {
  return a?.day === b?.day && a?.seconds === b?.seconds;
}

/** Makes far dates bad values, and gives the words for them. */
function leaveOutFar(
  column: TextColumn,
  far: FarDates | null,
  { values, outcomes }: Pick<DateValues, "values" | "outcomes">,
): (text: string) => string {
  if (far === null) return (text) => describeBad("date", text);
  const texts = new Set<string>();
  for (const code of far.codes) {
    values[code] = Number.NaN;
    outcomes[code] = Outcome.bad;
    texts.add(column.text(code));
  }
  return (text) =>
    texts.has(text)
      ? `${JSON.stringify(foldSpaces(text))} lies far from all other dates, ${isoDay(far.first)} to ${isoDay(far.last)}`
      : describeBad("date", text);
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
