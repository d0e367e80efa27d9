const MS_PER_DAY = 86_400_000;

/** Days as integers since 1970-01-01, as in the report's schema. */
export const FIRST_DAY = dayOf(2024, 1, 1);
export const LAST_DAY = dayOf(2025, 12, 31);

export const SEASONS = ["Winter", "Spring", "Summer", "Fall"] as const;
export type Season = (typeof SEASONS)[number];

/** The day number of a date; months count from 1. */
export function dayOf(year: number, month: number, date: number): number {
  return Date.UTC(year, month - 1, date) / MS_PER_DAY;
}

/** The day number of `2025-01-31`, or of `2025-01-31 14:05`. */
export function dayOfIso(date: string): number {
  return Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / MS_PER_DAY;
}

/** `2025-01-31 14:05` of a day and a minute of it. */
export function isoMinute(day: number, minute: number): string {
  return new Date(day * MS_PER_DAY + minute * 60_000).toISOString().slice(0, 16).replace("T", " ");
}

/** 0 (Monday) to 6 of a day number: 1970-01-01 was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** 1–12 of a day number. */
export function monthOf(day: number): number {
  return new Date(day * MS_PER_DAY).getUTCMonth() + 1;
}

/** The meteorological season of the northern hemisphere: winter is December to February. */
export function seasonOf(day: number): Season {
  const month = monthOf(day);
  if (month === 12 || month <= 2) return "Winter";
  if (month <= 5) return "Spring";
  if (month <= 8) return "Summer";
  return "Fall";
}
