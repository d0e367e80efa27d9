/** The languages whose names of months and days are understood; Japanese and Chinese write months as numbers. */
const languages = ["en", "de", "fr", "es", "pt", "it", "nl", "tr", "pl"] as const;

const months = names("month", 12, (index) => Date.UTC(2024, index, 15));
/** 1 January 2024 was a Monday. */
const weekdays = names("weekday", 7, (index) => Date.UTC(2024, 0, 1 + index));
/** Short forms in use that are not Unicode's. */
const more: readonly [string, number][] = [
  ["sept", 9],
  ["okt", 10],
  ["mrz", 3],
  ["mai", 5],
  ["jul", 7],
];
for (const [name, month] of more) months.set(name, month);

/** The month (1 to 12) that a word names, long or short, in any case, with or without accents; undefined for others. */
export function monthOf(word: string): number | undefined {
  return months.get(nameKey(word));
}

/** Whether a word names a day of the week, long or short. */
export function isWeekday(word: string): boolean {
  return weekdays.has(nameKey(word));
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
