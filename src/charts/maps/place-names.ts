import iso from "i18n-iso-countries";
import de from "i18n-iso-countries/langs/de.json" with { type: "json" };
import en from "i18n-iso-countries/langs/en.json" with { type: "json" };
import es from "i18n-iso-countries/langs/es.json" with { type: "json" };
import fr from "i18n-iso-countries/langs/fr.json" with { type: "json" };
import it from "i18n-iso-countries/langs/it.json" with { type: "json" };
import ja from "i18n-iso-countries/langs/ja.json" with { type: "json" };
import nl from "i18n-iso-countries/langs/nl.json" with { type: "json" };
import pl from "i18n-iso-countries/langs/pl.json" with { type: "json" };
import pt from "i18n-iso-countries/langs/pt.json" with { type: "json" };
import tr from "i18n-iso-countries/langs/tr.json" with { type: "json" };
import zh from "i18n-iso-countries/langs/zh.json" with { type: "json" };
import type { MapOf } from "./outlines.ts";
import { spellings, states } from "./place-words.ts";

const stateIds = new Map<string, string>();
for (const state of states.split(",")) {
  const [code = "", id = ""] = [state.slice(0, 2), state.slice(-2)];
  for (const name of [code, `us-${code}`, state.slice(3, -3)]) stateIds.set(key(name), id);
}
for (const name of ["Washington DC", "Washington, D.C.", "D.C."]) stateIds.set(key(name), "11");

let countryIds: ReadonlyMap<string, string> | null = null;

/** The id on a map of what a shop calls a place: a name in one of several languages, or a code. */
export function placeId(of: MapOf, name: string): string | null {
  if (of === "states") return stateIds.get(key(name)) ?? null;
  countryIds ??= readCountries();
  return countryIds.get(key(name)) ?? null;
}

function readCountries(): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const numbers = iso.getAlpha2Codes();
  const numberOf = (code: string) => iso.alpha2ToNumeric(code) ?? "";
  // A name that two languages give to two countries is the first's.
  for (const { countries } of [en, de, fr, es, it, pt, nl, pl, tr, ja, zh])
    for (const [code, names] of Object.entries(countries))
      for (const name of [names].flat()) if (!ids.has(key(name))) ids.set(key(name), numberOf(code));
  for (const [name, code] of Object.entries(spellings)) ids.set(name, numberOf(code));
  for (const [code, letters] of Object.entries(numbers))
    for (const name of [code, letters]) ids.set(key(name), numberOf(code));
  return ids;
}

/** A name without case, accents and punctuation. */
function key(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
