import { readFile } from "node:fs/promises";
import { unreadable } from "../../read/find-files.ts";
import { createFormatter } from "../../report/format.ts";
import { diffReports } from "../../sections/changes/diff-reports.ts";
import { type PreviousReport, readPreviousReport } from "../../sections/changes/read-previous-report.ts";
import { writeChanges } from "../../sections/changes/write-changes.ts";
import type { ChangeForm } from "../options.ts";
import { type Status, status } from "../status.ts";
import { type Streams, say } from "../streams.ts";

/** Prints what sets a report.json apart from an earlier one. Throws an InputError where one of them cannot be read. */
export async function diff(
  [earlier, later]: readonly [earlier: string, later: string],
  as: ChangeForm,
  { stdout }: Streams,
): Promise<Status> {
  const changes = diffReports(await read(earlier), await read(later));
  const format = createFormatter("en-US", changes.currency.now);
  say(stdout, writeChanges(changes, as, format).trimEnd());
  return status.done;
}

async function read(path: string): Promise<PreviousReport> {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    throw unreadable(path, error);
  });
  return readPreviousReport(text, path);
}
