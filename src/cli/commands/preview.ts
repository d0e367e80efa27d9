import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { InputError } from "../../errors.ts";
import { serve } from "../serve.ts";
import { type Status, status } from "../status.ts";
import { type Streams, say } from "../streams.ts";

/** What `preview` is told on the command line. */
export interface PreviewOptions {
  dist: string;
  /** In place of the base path that the report was built for. */
  base: string | undefined;
  port: number;
}

/** Serves a built report on this machine, as a host such as GitHub Pages would, until the process ends. */
export async function preview({ dist, base, port }: PreviewOptions, { stdout }: Streams): Promise<Status> {
  const index = join(dist, "index.html");
  const html = await readFile(index, "utf8").catch(() => {
    throw new InputError(
      `there is no ${index}`,
      "Build the report first: shopper-report build, or name its folder with --dist.",
    );
  });
  const { url } = await serve({ folder: dist, base: base ?? baseOf(html), port }).catch((error: unknown) => {
    throw new InputError(
      `port ${port} cannot be used: ${error instanceof Error ? error.message : String(error)}`,
      "Name another with --port.",
    );
  });
  say(stdout, `The report is at ${url} (Ctrl+C ends this)`);
  return status.done;
}

/** The base path in the addresses of a page's scripts and styles. */
export function baseOf(html: string): string {
  return /(?:href|src)="(\/[^":]*?)_astro\//.exec(html)?.[1] ?? "/";
}
