import { createHash } from "node:crypto";
import { z } from "zod";
import type { Config } from "../config/config.ts";
import type { DateFormat } from "../config/date-format.ts";
import type { Ingest } from "../config/ingest.ts";
import { parseDay } from "../dataset/clean/date.ts";
import { describeBad } from "../dataset/clean/describe-bad.ts";
import { type DecimalSeparator, parseNumber } from "../dataset/clean/number.ts";
import { foldSpaces, isMissing } from "../dataset/clean/text.ts";
import { type FieldName, fieldDefinition, fields } from "../fields/fields.ts";
import { isoDay } from "../statistics/calendar/days.ts";
import { fieldFinder } from "./event-fields.ts";
import { eventWords as words } from "./words.ts";

/** One order line, as a row of a segment: text by field, in a form that can be read one way only. */
export type EventRow = ReadonlyMap<FieldName, string>;

/** What became of an event. */
export type ParsedEvent =
  | { kind: "row"; row: EventRow; unused: readonly string[] }
  | { kind: "rejected"; reasons: readonly string[] };

/** An event larger than this is no order line, in bytes. */
const largestEvent = 1 << 20;

/**
 * A reader of events by the configuration: one JSON object an order line. What the build would leave out as a row is
 * rejected, with the build's reasons; so is what would only be a guess: a price without a quantity, a date that can be
 * read two ways. An event without an order line gets its own hash for one, so that the build's rule, by which a row
 * that repeats an earlier one is left out, holds for it as well.
 */
export function eventReader(
  config: Pick<Config, "locale" | "dateFormat">,
  ingest: Pick<Ingest, "fields">,
): (text: string) => ParsedEvent {
  const find = fieldFinder(ingest.fields);
  const decimal = localeDecimal(config.locale);
  let unused: readonly string[] = [];

  const schema = z.record(z.string(), z.unknown(), words.noObject).transform((event, context): EventRow => {
    const found = find(event);
    unused = found.unused;
    const refuse = (field: FieldName, message: string): void => {
      context.addIssue({ code: "custom", message, path: [found.values.get(field)?.key ?? field] });
    };
    for (const { field, keys } of found.clashes) refuse(field, words.clash(label(field), keys, field));
    const row = new Map<FieldName, string>();
    for (const [field, { value }] of found.values) {
      const read = readValue(field, value, decimal, config.dateFormat);
      if (read.bad !== null) refuse(field, read.bad);
      else row.set(field, read.text);
    }
    requireFields(row, (field) => found.values.has(field), refuse);
    if ((row.get("line") ?? "") === "") row.set("line", ownLine(event));
    if (!row.has("customer")) row.set("customer", "");
    if (!row.has("quantity")) row.set("quantity", "1");
    return row;
  });

  return (text) => {
    if (text.length > largestEvent) return rejected([words.tooLarge]);
    let content: unknown;
    try {
      content = JSON.parse(text);
    } catch {
      return rejected([words.noJson]);
    }
    const parsed = schema.safeParse(content);
    if (parsed.success) return { kind: "row", row: parsed.data, unused };
    return rejected(
      parsed.error.issues.map(({ path, message }) =>
        path.length === 0 ? message : `${path.join(".")}: ${message}`,
      ),
    );
  };
}

function rejected(reasons: readonly string[]): ParsedEvent {
  return { kind: "rejected", reasons };
}

/** What the build needs of a row; with a price, a quantity must be said. */
function requireFields(
  row: ReadonlyMap<FieldName, string>,
  isSaid: (field: FieldName) => boolean,
  refuse: (field: FieldName, message: string) => void,
): void {
  for (const field of ["order", "date"] as const) {
    const isBad = isSaid(field) && !row.has(field);
    if (!isBad && (row.get(field) ?? "") === "") refuse(field, words.missing(label(field)));
  }
  if (!isSaid("amount") && !isSaid("price")) refuse("price", words.noMoney);
  const quantity = row.get("quantity");
  const isNeeded = isSaid("quantity") || (row.get("amount") ?? "") === "";
  if (isNeeded && !(isSaid("quantity") && quantity === undefined) && (quantity ?? "") === "")
    refuse("quantity", words.missing(label("quantity")));
  if (quantity !== undefined && quantity !== "" && Number(quantity) === 0)
    refuse("quantity", words.noQuantity);
}

type ReadValue = { text: string; bad: null } | { bad: string };

/** The text of a value in a form that reads one way; what the build would leave empty stays as it came. */
function readValue(
  field: FieldName,
  value: unknown,
  decimal: DecimalSeparator,
  dateFormat: DateFormat | undefined,
): ReadValue {
  const written = textOf(value);
  if (written.bad !== null) return written;
  const text = foldSpaces(written.text);
  if (text === "" || isMissing(text)) return { text: "", bad: null };
  const { rule, needed } = fieldDefinition(field);
  switch (rule) {
    case "date":
      return readDate(field, text, dateFormat);
    case "money":
    case "units":
    case "whole": {
      const number = parseNumber(text, /^-?\d+\.\d+$/.test(text) ? "." : decimal);
      const isGood =
        number !== null && Number.isFinite(number) && (rule !== "whole" || Number.isSafeInteger(number));
      if (!isGood) return needed === true ? { bad: describeBad(field, text) } : { text, bad: null };
      return { text: plainNumber(number), bad: null };
    }
    default:
      return { text, bad: null };
  }
}

function textOf(value: unknown): ReadValue {
  switch (typeof value) {
    case "string":
      // One such character would stop every build that reads the file.
      return { text: value.replaceAll("\0", ""), bad: null };
    case "boolean":
      return { text: value ? "yes" : "no", bad: null };
    case "number":
      // Digits behind the 16th are lost already: two identifiers could be one.
      if (Number.isInteger(value) && !Number.isSafeInteger(value)) return { bad: words.longNumber };
      return { text: plainNumber(value), bad: null };
    default:
      return value === null || value === undefined ? { text: "", bad: null } : { bad: words.noValue };
  }
}

/**
 * A number without an exponent. Three decimals get a fourth: "1.234" could be a thousand and something to whoever
 * reads a column of such.
 */
function plainNumber(number: number): string {
  const text = String(number);
  const plain = text.includes("e") ? number.toFixed(20).replace(/\.?0+$/, "") : text;
  return /\.\d{3}$/.test(plain) ? `${plain}0` : plain;
}

function readDate(field: FieldName, text: string, dateFormat: DateFormat | undefined): ReadValue {
  const days = (["dmy", "mdy"] as const).map((format) => parseDay(text, format));
  const [dayFirst = null, monthFirst = null] = days;
  if (dayFirst === null && monthFirst === null) return { bad: describeBad(field, text) };
  // With the year first both read the same, and the build reads what stands there, time of day and all.
  if (/^\d{4}[-/.]/.test(text)) return { text, bad: null };
  const isOpen = dayFirst !== null && monthFirst !== null && dayFirst !== monthFirst;
  if (isOpen && dateFormat !== "dmy" && dateFormat !== "mdy") return { bad: words.eitherDate };
  const day = isOpen ? parseDay(text, dateFormat ?? "dmy") : (dayFirst ?? monthFirst);
  if (day === null) return { bad: describeBad(field, text) };
  const [, time = ""] = /[T ,]+(\d{1,2}:\d{2}.*)$/.exec(text) ?? [];
  const date = isoDay(day);
  return { text: time === "" ? date : `${date} ${time}`, bad: null };
}

/** What tells an event without an order line from every other: the hash of all that it says. */
function ownLine(event: unknown): string {
  return `e${createHash("sha256").update(JSON.stringify(event)).digest("hex").slice(0, 20)}`;
}

function label(field: FieldName): string {
  return fields[field].label.toLowerCase();
}

function localeDecimal(locale: string): DecimalSeparator {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
  return parts.find(({ type }) => type === "decimal")?.value === "," ? "," : ".";
}
