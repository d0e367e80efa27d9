import { spawnSync } from "node:child_process";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { aside, workFolder } from "../../../src/cli/work-folder.ts";
import type { RivalBuilds } from "./rival-builds.ts";

/** What may stand in a target's place when builds begin. */
export const leftovers = [
  "nothing",
  "a dead build's folder",
  "a folder of nobody's",
  "a build that is killed",
] as const;
export type Leftover = (typeof leftovers)[number];

/**
 * Lets rivals begin at once where something was left, and gives what went wrong, in words: exactly one must be inside,
 * the others be refused, the report that a dead build set aside be back, and nothing be left at the end.
 */
export async function fight(rivals: RivalBuilds, out: string, leftover: Leftover): Promise<string[]> {
  const wrong: string[] = [];
  await leave(out, leftover);
  let said = await rivals.begin(out);
  const judge = () => {
    const inside = said.filter((answer) => answer.said === "inside");
    const refused = said.filter((answer) => answer.said.includes("is writing there"));
    if (inside.length !== 1 || inside.length + refused.length !== said.length)
      wrong.push(`${leftover}: ${said.map((answer) => `${answer.pid}: ${answer.said}`).join("; ")}`);
    return inside[0]?.pid;
  };
  const winner = judge();
  if (leftover === "a build that is killed" && winner !== undefined) {
    await rivals.kill(winner);
    said = await rivals.begin(out);
    judge();
  }
  await rivals.leave();
  const found = (await readdir(dirname(out))).sort();
  const expected = leftover === "a dead build's folder" ? [basename(out)] : [];
  if (found.join() !== expected.join()) wrong.push(`${leftover}: ${found.join(", ")} was left`);
  await rm(out, { recursive: true, force: true });
  return wrong;
}

async function leave(out: string, leftover: Leftover): Promise<void> {
  const work = workFolder(out);
  if (leftover === "a folder of nobody's") {
    await mkdir(join(work, "root"), { recursive: true });
    await writeFile(join(work, "root/half"), "half");
  }
  if (leftover === "a dead build's folder") {
    await mkdir(aside(work), { recursive: true });
    await writeFile(join(work, `process-${spawnSync(process.execPath, ["-e", ""]).pid}-1`), "");
  }
}
