import type { Rule } from "../../fields/fields.ts";

/** Words for pieces: 3 of them are 3, whatever they are called. Small weights are none: 500 g beside 2 kg are not 500 of them. */
const pieces =
  /(?<=\d)\s*(?:x|×|pcs?\.?|pieces?|units?|ea\.?|each|stk\.?|stück|st\.?|szt\.?|uds?\.?|unid(?:ades?)?\.?|un\.?|pz\.?|pezzi|kgs?\.?|lbs?\.?|l|lt|ltr|lit(?:er|re)s?|mtrs?|pièces?|adet|個|点|件|个|개)$/iu;
const years =
  /(?<=\d)\s*(?:years?|yrs?\.?|y\/?o|jahre?|ans?|años?|anos?|anni|jaar|lat|lata|yaş|歳|才|岁|세)(?:\s+(?:old|alt))?$/iu;
const percent = /(?<=\d)\s*[%％]$/u;

/** The number that stands before a unit, where a field of the kind has one: pieces, years, per cent. */
export function withoutUnit(rule: Rule, text: string): string {
  switch (rule) {
    case "units":
      return text.replace(pieces, "").replace(/^[x×]\s*(?=\d)/iu, "");
    case "age":
      return text.replace(years, "");
    case "money":
      return text.replace(percent, "");
    default:
      return text;
  }
}
