import type { Config } from "../../config/config.ts";
import { type FieldName, fieldDefinition, type Rule } from "../../fields/fields.ts";
import type { Findings } from "../findings.ts";
import type { RawTable } from "../raw-table.ts";
import type { TextColumn } from "../text-column.ts";
import { agesOfBirths } from "./births.ts";
import { readByFile } from "./by-file.ts";
import { cleanDates } from "./clean-dates.ts";
import { cleanNumbers } from "./clean-numbers.ts";
import { cleanWords } from "./clean-words.ts";
import { parseClock } from "./clock.ts";
import { numberReaders, provenDecimals } from "./decimals.ts";
import { describeBad } from "./describe-bad.ts";
import { plainDigits } from "./digits.ts";
import type { FarDates } from "./far-dates.ts";
import { nameMasker, tellingOf } from "./mask-names.ts";
import { cleanRatings } from "./ratings.ts";
import { reportNumberFormats, reportOutcomes } from "./report-changes.ts";
import { reportFrequencies } from "./report-frequencies.ts";
import { genderWord, identifierKey } from "./text.ts";
import { withoutUnit } from "./units.ts";
import type { NumberValues, WordValues } from "./values.ts";
import { readYesNo } from "./yes-no.ts";

/** The typed values of every mapped column, by the codes of its texts. */
export interface CleanTable {
  numbers: Map<FieldName, NumberValues>;
  words: Map<FieldName, WordValues>;
  /** Dates that are bad for being far from all others. */
  farDates: FarDates | null;
  /** Why a bad text of a field is bad, as a sentence without place. */
  reason(field: FieldName, text: string): string;
}

/**
 * Turns each distinct text into a typed value by its field's rule. Values changed on the way and values
 * left empty become findings here; bad values of needed fields drop their row later and are found there.
 */
export function cleanTable(table: RawTable, config: Config, findings: Findings): CleanTable {
  const reasons = new Map<FieldName, (text: string) => string>();
  const clean: CleanTable = {
    numbers: new Map(),
    words: new Map(),
    farDates: null,
    reason: (field, text) => reasons.get(field)?.(text) ?? describeBad(field, text),
  };
  const minimum = config.privacy.minimumGroup;
  const money = provenDecimals(table);
  const mask = nameMasker(tellingOf(table));
  const maskedNames = new Set<string>();
  /** Names that are published without what tells of somebody. */
  const masking = (rule: Rule, rename: ((text: string) => string | null) | undefined) => {
    if (rename !== undefined || !(rule === "name" || rule === "category")) return rename;
    return (text: string) => {
      const shown = mask(text);
      if (shown !== text) maskedNames.add(text);
      return shown;
    };
  };
  for (const [field, column] of table.columns) {
    const { rule } = fieldDefinition(field);
    if (rule === "date") {
      const dates = cleanDates(table, column, config, findings);
      clean.numbers.set(field, dates);
      if (field === "date") clean.farDates = dates.far;
      reasons.set(field, dates.describe);
    } else if (rule === "time") {
      clean.numbers.set(
        field,
        cleanNumbers(column, (text) => parseClock(plainDigits(text))),
      );
    } else if (
      rule === "money" ||
      rule === "units" ||
      rule === "whole" ||
      rule === "age" ||
      rule === "rating"
    ) {
      const readers = numberReaders(table, field, column, money, config, findings);
      const read = readByFile(table, column, readers, Object.is);
      const values =
        rule === "rating"
          ? cleanRatings(column, table.rows, read)
          : cleanNumbers(column, (text, code) => allowed(rule, read(withoutUnit(rule, text), code)));
      clean.numbers.set(field, values);
      reportNumberFormats(table, field, column, values, findings);
    } else {
      clean.words.set(
        field,
        cleanWords(column, table.rows, masking(rule, renaming(field, rule, column)), keyOf(field, rule)),
      );
    }
    const words = clean.words.get(field);
    if (field === "purchaseFrequency" && words !== undefined)
      reportFrequencies(table, words, findings, minimum);
    const outcomes = words?.outcomes ?? clean.numbers.get(field)?.outcomes;
    if (outcomes !== undefined)
      reportOutcomes(table, field, column, outcomes, words, findings, minimum, (text) =>
        maskedNames.has(text),
      );
  }
  agesOfBirths(table, clean, findings);
  if (maskedNames.size > 0) {
    findings.note(
      "names-masked",
      "Names held an e-mail address, a phone number or the identifier of a customer or an order. It is masked in every place, as [e-mail], [phone] or [identifier].",
      maskedNames.size,
    );
  }
  return clean;
}

function allowed(rule: "money" | "units" | "whole" | "age", value: number | null): number | null {
  if (value === null || !Number.isFinite(value)) return null;
  switch (rule) {
    case "money":
    case "units":
      return value;
    case "whole":
      return Number.isSafeInteger(value) ? value : null;
    case "age":
      return Number.isInteger(value) && value >= 0 && value <= 120 ? value : null;
  }
}

function renaming(
  field: FieldName,
  rule: Rule,
  column: TextColumn,
): ((text: string) => string | null) | undefined {
  if (rule === "yesNo") return readYesNo(column);
  if (field === "gender") return genderWord;
  return undefined;
}

/** Case makes no difference in words and product codes; in a shop's other identifiers it may. */
function keyOf(field: FieldName, rule: Rule): ((text: string) => string) | undefined {
  return rule === "identifier" && field !== "productCode" ? identifierKey : undefined;
}
