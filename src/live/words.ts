/** Why an event was rejected. Each stands behind the event's key, or alone. */
export const eventWords = {
  noJson: "not JSON",
  noObject: "not a JSON object; send one object for each order line",
  tooLarge: "larger than 1 MiB",
  noValue: "neither a text nor a number",
  longNumber: "a number of more than 15 digits, which JSON rounds; send it as a text",
  noMoney: "neither a price nor an amount; name its key in report.yaml under ingest.fields",
  noQuantity: "the quantity is 0",
  eitherDate: "could be day/month or month/day; send it as 2026-01-31, or set dateFormat in report.yaml",
  missing: (label: string) => `has no ${label}`,
  clash: (label: string, [one, other]: readonly [string, string], field: string) =>
    `"${one}" and "${other}" both mean ${label}; choose one in report.yaml under ingest.fields.${field}`,
};

const diskReasons: Readonly<Record<string, string>> = {
  ENOSPC: "no space is left",
  EDQUOT: "the disk quota is used up",
  EACCES: "there is no permission",
  EPERM: "there is no permission",
  EROFS: "the file system is read-only",
  ENOENT: "the folder is gone",
};

/** Why the disk takes no file. */
export const landingWords = {
  diskReason: (code: string) => diskReasons[code] ?? code,
};
