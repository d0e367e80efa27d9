/**
 * Serves a built report on this machine, as a host such as GitHub Pages would.
 *
 *     npm run preview -- [--dist dist] [--base /name] [--port 4321]
 *
 * The base path is the one that the site was built for, unless another is given.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { serve } from "./serve.ts";

const { values } = parseArgs({
  options: {
    dist: { type: "string", default: "dist" },
    base: { type: "string" },
    port: { type: "string", default: "4321" },
  },
});

const index = join(values.dist, "index.html");
if (existsSync(index)) {
  try {
    const base = values.base ?? baseOf(readFileSync(index, "utf8"));
    const { url } = await serve({ folder: values.dist, base, port: Number(values.port) });
    console.log(`The report is at ${url} (Ctrl+C ends this)`);
  } catch (error) {
    fail(
      `Port ${values.port} cannot be used: ${error instanceof Error ? error.message : error}`,
      "Name another with --port.",
    );
  }
} else {
  fail(`There is no ${index}`, "Build the report first: npm run build");
}

/** The base path in the addresses of a page's scripts and styles. */
function baseOf(html: string): string {
  return /(?:href|src)="(\/[^":]*?)_astro\//.exec(html)?.[1] ?? "/";
}

function fail(what: string, todo: string): void {
  console.error(`${what}\n  ${todo}`);
  process.exitCode = 1;
}
