import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fight, leftovers } from "./fights.ts";
import { RivalBuilds } from "./rival-builds.ts";

/**
 * Lets four builds begin at once to one target, again and again, and says how often not exactly one of them was inside.
 *
 *     node tests/cli/work-folder/stress.ts [trials]
 */
const trials = Number(process.argv[2] ?? 200);
const rivals = new RivalBuilds(4);
const folder = await mkdtemp(join(tmpdir(), "shopper-report-"));
let bad = 0;
for (let trial = 0; trial < trials; trial += 1) {
  const wrong = await fight(rivals, join(folder, "dist"), leftovers[trial % leftovers.length] ?? "nothing");
  if (wrong.length > 0) bad += 1;
  for (const words of wrong) process.stdout.write(`trial ${trial}: ${words}\n`);
}
rivals.close();
await rm(folder, { recursive: true, force: true });
process.stdout.write(`${bad} of ${trials} trials went wrong\n`);
process.exitCode = bad > 0 ? 1 : 0;
