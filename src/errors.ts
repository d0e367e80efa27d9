/** Where in the input something is wrong. */
export interface Place {
  file?: string | undefined;
  line?: number | undefined;
  column?: string | undefined;
}

/** Keys of report.yaml, with the values that an advice suggests for them. */
export interface Settings {
  /** Headers by field. */
  columns?: Readonly<Record<string, string>>;
  encoding?: string;
}

/**
 * Something in the data or the configuration that stops the build. Written in two parts: what is wrong,
 * with place and value, and on the next line what to do.
 */
export class InputError extends Error {
  override readonly name = "InputError";

  /** What is wrong, without the place. */
  readonly what: string;
  /** What to do about it; may have several lines. */
  readonly advice: string;
  readonly place: Place;
  /** What `check --fix` may write into report.yaml. */
  readonly settings: Settings;

  constructor(what: string, advice: string, place: Place = {}, settings: Settings = {}) {
    super(`${describePlace(place)}${what}\n  ${advice.replaceAll("\n", "\n  ")}`);
    this.what = what;
    this.advice = advice;
    this.place = place;
    this.settings = settings;
  }

  /**
   * The same error as it may stand in a log that others read: without what stands in rows of the data. Of a message with
   * a column that is the value in quotes; headers may be the first row of a file that has none.
   */
  withoutValues(): InputError {
    const { column, line } = this.place;
    if (column === undefined && line === undefined) return this;
    const what = column === undefined ? this.what : this.what.replace(/"[\s\S]*"/, "the value");
    const advice = this.advice.replace(
      /^(The headers are:) [^\n]*$/gm,
      "$1 not shown here (--quote shows them).",
    );
    return new InputError(what, advice, this.place, this.settings);
  }

  /** The same error with the folder before the file's name. */
  within(folder: string): InputError {
    const { file } = this.place;
    if (file === undefined) return this;
    const place = { ...this.place, file: `${folder.replace(/\/$/, "")}/${file}` };
    return new InputError(this.what, this.advice, place, this.settings);
  }
}

/** `orders.csv, line 128, column "Age": `, as far as known; empty for no place. */
function describePlace({ file, line, column }: Place): string {
  const parts = [
    file,
    line === undefined ? undefined : `line ${line}`,
    column === undefined ? undefined : `column "${column}"`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? "" : `${parts.join(", ")}: `;
}
