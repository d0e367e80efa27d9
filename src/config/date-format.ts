/** The order of day (d), month (m) and year (y) in dates written with numbers. */
export const dateFormats = ["ymd", "dmy", "mdy"] as const;
export type DateFormat = (typeof dateFormats)[number];
