const length = 86_400_000;

/** `2023-05-17` of days since 1970-01-01. */
export function isoDay(day: number): string {
  return new Date(day * length).toISOString().slice(0, 10);
}

/** Days since 1970-01-01 of an ISO day. */
export function dayNumber(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / length;
}

/** The day after an ISO day. */
export function dayAfter(iso: string): string {
  return isoDay(dayNumber(iso) + 1);
}

/** How many days there are from one ISO day to another, both counted. */
export function daysFrom(first: string, last: string): number {
  return dayNumber(last) - dayNumber(first) + 1;
}

/** The month after `2023-12`: `2024-01`. */
export function nextMonth(month: string): string {
  const year = Number(month.slice(0, 4));
  const number = Number(month.slice(5, 7));
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
}

/** The weekday of a day since 1970-01-01, a Thursday: 0 for a Monday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The Monday of a day's week, in days since 1970-01-01. */
export function mondayOf(day: number): number {
  return day - weekdayOf(day);
}
