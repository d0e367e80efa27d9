import type { Screen } from "./streams.ts";

/**
 * Whether messages may quote values of rows: as the last of `--quote` and `--no-quote` says, else only on a terminal of
 * one's own, not in a job whose log others read.
 */
export function quotesValues(args: readonly string[], stream: Pick<Screen, "isTTY">): boolean {
  const said = args.findLast((arg) => arg === "--quote" || arg === "--no-quote");
  if (said !== undefined) return said === "--quote";
  return stream.isTTY === true && (process.env["CI"] ?? "") === "";
}
