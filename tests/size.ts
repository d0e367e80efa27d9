/**
 * `npm run size`: what a built report weighs, gzipped, by kind of file, against bounds for the sample's. Fails where
 * one is passed over.
 */
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { parseArgs } from "node:util";
import { kindOf, overweight, type Weights, weightOf } from "./size/weights.ts";

const { dist } = parseArgs({ options: { dist: { type: "string", default: "dist" } } }).values;
if (!existsSync(dist)) throw new Error(`there is no "${dist}" to weigh: run npm run build first`);
const entries = await readdir(dist, { recursive: true, withFileTypes: true });
const weights: Weights = {};
for (const entry of entries.filter((found) => found.isFile())) {
  const kind = kindOf(extname(entry.name));
  const weight = weightOf(await readFile(join(entry.parentPath, entry.name)));
  const { files = 0, sum = 0, largest = 0 } = weights[kind] ?? {};
  weights[kind] = { files: files + 1, sum: sum + weight, largest: Math.max(largest, weight) };
}
for (const [kind, { files, sum, largest }] of Object.entries(weights).sort(([a], [b]) => (a < b ? -1 : 1)))
  console.log(
    `${kind}: ${files} files, ${Math.ceil(sum / 1024)} KB, the largest ${Math.ceil(largest / 1024)} KB`,
  );
const faults = overweight(weights);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
