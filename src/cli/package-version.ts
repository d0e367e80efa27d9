import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { packageRoot } from "./site-root.ts";

const shape = z.object({ version: z.string() });

/** The version that the package.json of this package names. */
export function packageVersion(): string {
  const content: unknown = JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8"));
  return shape.parse(content).version;
}
