import type { FieldName } from "../../fields/fields.ts";
import { isoDay } from "../../statistics/calendar/days.ts";
import type { Findings } from "../findings.ts";
import type { RawTable } from "../raw-table.ts";
import { dateOrder, dayNumber, parseDay } from "./date.ts";
import { foldSpaces } from "./text.ts";
import { type NumberValues, Outcome, type WordValues } from "./values.ts";

const oldest = 120;

/** The year in which somebody may have been born; undefined for other texts. */
export function birthYear(text: string): number | undefined {
  const year = /^(1[89]\d{2}|20\d{2})(?:\.0+)?$/.exec(text)?.[1];
  return year === undefined ? undefined : Number(year);
}

/** The columns read so far. */
interface CleanColumns {
  numbers: Map<FieldName, NumberValues>;
  words: Map<FieldName, WordValues>;
}

/**
 * Makes years or days of birth ages, as of the last day of the data; where there is a column of ages it stands, and where
 * there are no dates nothing says how old anybody was.
 */
export function agesOfBirths(table: RawTable, clean: CleanColumns, findings: Findings): void {
  const births = table.column("birth");
  if (births === undefined) return;
  const last = lastDay(clean);
  clean.words.delete("birth");
  if (table.column("age") !== undefined || last === undefined) {
    if (last === undefined && table.column("age") === undefined)
      findings.note(
        "birth-unused",
        `${JSON.stringify(table.header("birth"))} was not used: without dates of purchases nothing says how old anybody was.`,
      );
    table.replace("birth", undefined);
    return;
  }
  const texts = births.texts.map(foldSpaces);
  const order = dateOrder(texts) ?? "dmy";
  const values = new Float64Array(texts.length).fill(Number.NaN);
  const outcomes = new Uint8Array(texts.length);
  texts.forEach((text, code) => {
    if (text === "") return;
    const years = ageOn(last, text, order);
    const fits = years !== null && years >= 0 && years <= oldest;
    outcomes[code] = fits ? Outcome.kept : Outcome.bad;
    if (fits) values[code] = years;
  });
  table.rename("birth", "age");
  clean.numbers.set("age", { values, outcomes });
  findings.note(
    "age-of-birth",
    `${JSON.stringify(table.header("age"))} says when customers were born: their ages are those on ${isoDay(last)}, the last day of the data.`,
  );
}

function lastDay(clean: CleanColumns): number | undefined {
  const days = clean.numbers.get("date")?.values;
  if (days === undefined) return undefined;
  let last = Number.NEGATIVE_INFINITY;
  for (const day of days) if (day > last) last = day;
  return Number.isFinite(last) ? last : undefined;
}

function ageOn(last: number, text: string, order: "dmy" | "mdy" | "ymd"): number | null {
  const today = new Date(last * 86_400_000);
  const born = birthYear(text);
  if (born !== undefined) return today.getUTCFullYear() - born;
  const day = parseDay(text, order);
  if (day === null) return null;
  const birth = new Date(day * 86_400_000);
  const years = today.getUTCFullYear() - birth.getUTCFullYear();
  const birthday = dayNumber(today.getUTCFullYear(), birth.getUTCMonth() + 1, birth.getUTCDate());
  return birthday !== null && birthday > last ? years - 1 : years;
}
