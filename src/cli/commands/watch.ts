import { statSync } from "node:fs";
import { stat } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { defaultIngest } from "../../config/ingest.ts";
import { readConfig } from "../../config/read-config.ts";
import { InputError } from "../../errors.ts";
import { buildInProcess } from "../../live/build-process.ts";
import { readSecrets } from "../../live/environment.ts";
import { livePages } from "../../live/live-pages.ts";
import { watch as watchFolder } from "../../live/watch.ts";
import { refusalWords, watchWords } from "../../live/words.ts";
import type { BuildOptions } from "../options.ts";
import { checkOutput } from "../output-folder.ts";
import { serve } from "../serve.ts";
import { packageRoot } from "../site-root.ts";
import { type Status, status } from "../status.ts";
import { type Streams, say } from "../streams.ts";
import { takeFolder } from "../watch-lock.ts";
import { refuseSecond } from "../work-folder.ts";

/** What `watch` is told on the command line. */
export interface WatchCommand extends Omit<BuildOptions, "singleFile"> {
  /** Whether to read what is there, build, and end. */
  once: boolean;
  /** Whether to build at all. */
  builds: boolean;
  /** The port at which the report is served; null where it is not. */
  served: number | null;
}

/**
 * Lands events in the data folder and builds the report anew when there is news, until SIGTERM or SIGINT. Throws an
 * InputError where the data, the configuration, the environment or the target are bad.
 */
export async function watch(options: WatchCommand, { stderr }: Streams): Promise<Status> {
  const folder = resolve(options.data);
  await refuseFile(options.data);
  const config = await readConfig(join(folder, "report.yaml"));
  if (config.files !== undefined && config.ingest !== undefined)
    throw new InputError(refusalWords.files, refusalWords.filesAdvice, {
      file: join(options.data, "report.yaml"),
    });
  const ingest = config.ingest ?? defaultIngest;
  const secrets = readSecrets(ingest, process.env);
  if (options.builds) {
    if (isWithin(folder, resolve(options.out)))
      throw new InputError(refusalWords.outWithin(options.out), refusalWords.outWithinAdvice);
    await checkOutput(options.out, [packageRoot, process.cwd(), options.data]);
  }
  const line = (text: string) => say(stderr, text);
  const ending = new AbortController();
  const end = () => ending.abort();
  process.once("SIGTERM", end);
  process.once("SIGINT", end);
  const serving = await serveLive(options, line);
  try {
    const passed = await watchFolder(
      {
        folder,
        config,
        ingest,
        secrets,
        once: options.once,
        build: options.builds ? (signal) => buildAnew(options, line, signal) : null,
        take: takeFolder,
        published: serving.published,
        say: line,
      },
      ending.signal,
    );
    if (!options.once) line(watchWords.ended);
    return options.once && !passed ? status.bad : status.done;
  } finally {
    process.off("SIGTERM", end);
    process.off("SIGINT", end);
    await serving.close();
  }
}

/** Serves the report where that is asked for, with pages that hear of a new one. */
async function serveLive(
  { out, base, served }: WatchCommand,
  line: (text: string) => void,
): Promise<{ published: () => void; close: () => Promise<void> }> {
  if (served === null) return { published: () => {}, close: async () => {} };
  const live = livePages(() =>
    String(Math.round(statSync(join(out, "index.html"), { throwIfNoEntry: false })?.mtimeMs ?? 0)),
  );
  const { url, close } = await serve({ folder: out, base, port: served, live: live.pages }).catch(
    (error: unknown) => {
      throw new InputError(
        refusalWords.taken(`127.0.0.1:${served}`, error instanceof Error ? error.message : String(error)),
        refusalWords.portAdvice,
      );
    },
  );
  line(watchWords.at(watchWords.report, url));
  return {
    published: live.published,
    async close() {
      live.close();
      await close();
    },
  };
}

async function buildAnew(
  { data, out, base, site, previous }: WatchCommand,
  line: (text: string) => void,
  signal: AbortSignal,
): Promise<boolean> {
  const started = performance.now();
  const passed = await buildInProcess(
    {
      args: [
        commandLine(),
        ...["build", data, "--out", out, "--base", base],
        ...(site === undefined ? [] : ["--site", site]),
        ...(previous === undefined ? [] : ["--previous", previous]),
      ],
      isBusy: async () =>
        refuseSecond(out).then(
          () => false,
          (error: unknown) => {
            if (error instanceof InputError) return true;
            throw error;
          },
        ),
      waits: () => line(watchWords.waits),
      failed: (text) => line(text.trimEnd()),
    },
    signal,
  );
  if (passed) line(watchWords.built(((performance.now() - started) / 1000).toFixed(1), out));
  return passed;
}

/** The script that this process runs as well, in its own form: TypeScript in a clone, JavaScript in a package. */
function commandLine(): string {
  const here = fileURLToPath(import.meta.url);
  return join(here, "../..", `cli${here.endsWith(".ts") ? ".ts" : ".js"}`);
}

async function refuseFile(data: string): Promise<void> {
  const found = await stat(data).catch(() => null);
  if (found?.isFile() === true)
    throw new InputError(refusalWords.noFolder, refusalWords.noFolderAdvice, { file: data });
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && resolve(way) !== way);
}
