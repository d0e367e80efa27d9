import type { Config } from "../config/config.ts";
import { readConfig } from "../config/read-config.ts";
import { type Identifiers, identifiersOf } from "../disclosure/identifiers.ts";
import { InputError } from "../errors.ts";
import type { OnBytes } from "../read/csv-source.ts";
import { configPath, findDataFiles } from "../read/find-files.ts";
import { openSources } from "../read/open-sources.ts";
import { type Progress, silent } from "../read/progress.ts";
import { readLogo } from "../read/read-logo.ts";
import type { Logo } from "../report/logo.ts";
import type { Report } from "../report/report.ts";
import { customerNaming } from "../sections/lookup/customer-names.ts";
import { buildLookup, type Lookup } from "../sections/lookup/lookup.ts";
import { type Dataset, openDataset } from "../store/open-dataset.ts";
import { buildWithResults } from "./build-report.ts";
import { completeReport } from "./complete-report.ts";
import { type DataCheck, dataCheck } from "./data-check.ts";
import { loadPreviousReport } from "./previous-report.ts";

/** Hears how far reading and working out have come. */
export type Listener = Progress & { bytes: OnBytes };

const quiet: Listener = { ...silent, bytes() {} };

/** A Report, and what must not leave the build with it. */
export interface OpenedReport {
  report: Report;
  /** Null where report.yaml does not ask for one. */
  lookup: Lookup | null;
  identifiers: Identifiers;
  /** What whoever builds should know beside the report. */
  notices: string[];
}

/** What a report needs besides its data. */
export interface Beside {
  /** The address or path of an earlier report.json. */
  previous?: string | undefined;
  /** The ISO date from which freshness counts where report.yaml names none. */
  today?: string | null;
  /** What pseudonyms are made with, where report.yaml asks for them. */
  salt?: string | undefined;
}

/**
 * The Report of a data folder or file, by the report.yaml beside the data. Throws an InputError that
 * names the file as the path does. Whether it passes its gates is for the caller to see to.
 */
export async function openReport(
  path: string,
  listener: Listener = quiet,
  { previous: where, today = null, salt }: Beside = {},
): Promise<OpenedReport> {
  return withData(path, listener, async (dataset, config, logo) => {
    listener.stage("Working out the report");
    const { customers } = config.privacy;
    const nameOf = customers === "none" ? null : customerNaming(customers, salt);
    const { report: built, results } = await buildWithResults(dataset, config, { progress: listener, logo });
    const lookup =
      customers === "none" || nameOf === null
        ? null
        : await buildLookup(dataset, results.segments, results.value, customers, nameOf);
    const { report: previous, notice } = await loadPreviousReport(where);
    const report = completeReport(built, { previous, gates: config.gates, today });
    return {
      report,
      lookup,
      identifiers: await identifiersOf(dataset),
      notices: notice === null ? [] : [notice],
    };
  });
}

/** What becomes of a data folder or file, without its report. Throws as `openReport` does. */
export async function checkData(path: string, listener: Listener = quiet): Promise<DataCheck> {
  return withData(path, listener, (dataset, config) => dataCheck(dataset, config));
}

async function withData<Result>(
  path: string,
  listener: Listener,
  use: (dataset: Dataset, config: Config, logo: Logo | null) => Result | Promise<Result>,
): Promise<Result> {
  const { folder } = await findDataFiles(path, undefined).catch(() => ({ folder: path }));
  const config = await readConfig(configPath({ folder }));
  const files = await findDataFiles(path, config.files);
  const logo = config.logo === undefined ? null : await readLogo(folder, config.logo);
  try {
    const sources = await openSources(files, config, (read, size) => listener.bytes(read, size));
    const dataset = await openDataset(sources, config, listener);
    try {
      return await use(dataset, config, logo);
    } finally {
      await dataset.store.close();
    }
  } catch (error) {
    throw error instanceof InputError ? error.within(files.folder) : error;
  }
}
