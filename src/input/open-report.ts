import { openDataset } from "../dataset/dataset.ts";
import type { Identifiers } from "../dataset/identifiers.ts";
import { InputError } from "../dataset/input-error.ts";
import { type Progress, silent } from "../dataset/progress.ts";
import { buildReport } from "../report/build-report.ts";
import type { Report } from "../report/report.ts";
import { csvSource, type OnBytes } from "./csv-source.ts";
import { configPath, findDataFiles } from "./find-files.ts";
import { readConfig } from "./read-config.ts";
import { readLogo } from "./read-logo.ts";

/** Hears how far reading and working out have come. */
export type Listener = Progress & { bytes: OnBytes };

/** A Report, and what must not leave the build with it. */
export interface OpenedReport {
  report: Report;
  identifiers: Identifiers;
}

/**
 * The Report of a data folder or file, by the report.yaml beside the data. Throws an InputError that
 * names the file as the path does.
 */
export async function openReport(
  path: string,
  listener: Listener = { ...silent, bytes() {} },
): Promise<OpenedReport> {
  const { folder } = await findDataFiles(path, undefined).catch(() => ({ folder: path }));
  const config = await readConfig(configPath({ folder }));
  const files = await findDataFiles(path, config.files);
  const logo = config.logo === undefined ? null : await readLogo(folder, config.logo);
  const sources = files.names.map((name) =>
    csvSource(files.folder, name, (read, size) => listener.bytes(read, size)),
  );
  try {
    const dataset = await openDataset(sources, config, listener);
    listener.stage("Working out the report");
    try {
      const report = await buildReport(dataset, config, listener, logo);
      return { report, identifiers: dataset.identifiers };
    } finally {
      dataset.database.close();
    }
  } catch (error) {
    throw error instanceof InputError ? error.within(files.folder) : error;
  }
}
