/** The languages whose names of months and days are understood; Japanese and Chinese write months as numbers. */
const languages = ["en", "de", "fr", "es", "pt", "it", "nl", "tr", "pl"] as const;

/** Short forms in use that are not Unicode's. */
const more: readonly [string, number][] = [
  ["sept", 9],
  ["okt", 10],
  ["mrz", 3],
];

/** Made when a name is first looked up: most columns of dates have none. */
let known: { months: ReadonlyMap<string, number>; weekdays: ReadonlyMap<string, number> } | undefined;

/** The month (1 to 12) that a word names, long or short, in any case, with or without accents; undefined for others. */
export function monthOf(word: string): number | undefined {
  return dateWords().months.get(nameKey(word));
}

/** Whether a word names a day of the week, long or short. */
export function isWeekday(word: string): boolean {
  return dateWords().weekdays.has(nameKey(word));
}

function dateWords() {
  known ??= {
    months: new Map([...names("month", 12, (index) => Date.UTC(2024, index, 15)), ...more]),
    // 1 January 2024 was a Monday.
    weekdays: names("weekday", 7, (index) => Date.UTC(2024, 0, 1 + index)),
  };
  return known;
}

/** Names as Unicode's CLDR has them, alone and within a date (Polish declines them), by the number from 1. */
function names(part: "month" | "weekday", count: number, at: (index: number) => number): Map<string, number> {
  const found = new Map<string, number>();
  for (const language of languages) {
    for (const width of ["long", "short"] as const) {
      for (const beside of [{}, { day: "numeric" }] as const) {
        const format = new Intl.DateTimeFormat(language, { [part]: width, ...beside, timeZone: "UTC" });
        for (let index = 0; index < count; index += 1) {
          const name = format.formatToParts(at(index)).find(({ type }) => type === part)?.value ?? "";
          found.set(nameKey(name), index + 1);
        }
      }
    }
  }
  return found;
}

function nameKey(word: string): string {
  return word
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\p{M}.]/gu, "")
    .replaceAll("ı", "i");
}
