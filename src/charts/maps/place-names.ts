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
import zh from "i18n-iso-countries/langs/zh.json" with { type: "json" };
import type { MapOf } from "./outlines.ts";

/** Postal code, name and FIPS code of each state, the District of Columbia and Puerto Rico. */
const states =
  "AL Alabama 01,AK Alaska 02,AZ Arizona 04,AR Arkansas 05,CA California 06,CO Colorado 08,CT Connecticut 09,DE Delaware 10,DC District of Columbia 11,FL Florida 12,GA Georgia 13,HI Hawaii 15,ID Idaho 16,IL Illinois 17,IN Indiana 18,IA Iowa 19,KS Kansas 20,KY Kentucky 21,LA Louisiana 22,ME Maine 23,MD Maryland 24,MA Massachusetts 25,MI Michigan 26,MN Minnesota 27,MS Mississippi 28,MO Missouri 29,MT Montana 30,NE Nebraska 31,NV Nevada 32,NH New Hampshire 33,NJ New Jersey 34,NM New Mexico 35,NY New York 36,NC North Carolina 37,ND North Dakota 38,OH Ohio 39,OK Oklahoma 40,OR Oregon 41,PA Pennsylvania 42,RI Rhode Island 44,SC South Carolina 45,SD South Dakota 46,TN Tennessee 47,TX Texas 48,UT Utah 49,VT Vermont 50,VA Virginia 51,WA Washington 53,WV West Virginia 54,WI Wisconsin 55,WY Wyoming 56,PR Puerto Rico 72";

const stateIds = new Map<string, string>();
for (const state of states.split(",")) {
  const [code = "", id = ""] = [state.slice(0, 2), state.slice(-2)];
  for (const name of [code, `us-${code}`, state.slice(3, -3)]) stateIds.set(key(name), id);
}
for (const name of ["Washington DC", "Washington, D.C.", "D.C."]) stateIds.set(key(name), "11");

/** What shops write for a country beside its names and codes. */
const spellings: Record<string, string> = {
  uk: "GB",
  "great britain": "GB",
  england: "GB",
  scotland: "GB",
  wales: "GB",
  "northern ireland": "GB",
  eire: "IE",
  "republic of ireland": "IE",
  usa: "US",
  "u s": "US",
  "u s a": "US",
  "united states of america": "US",
  america: "US",
  "the netherlands": "NL",
  holland: "NL",
  rsa: "ZA",
  "czech republic": "CZ",
  korea: "KR",
  uae: "AE",
  "russian federation": "RU",
  "viet nam": "VN",
  macedonia: "MK",
  turkey: "TR",
  turkiye: "TR",
};

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
  for (const { countries } of [en, de, fr, es, it, pt, nl, pl, ja, zh])
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
