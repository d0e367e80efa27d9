import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { checkData } from "../../edition/open-report.ts";
import { configPath, findDataFiles } from "../../read/find-files.ts";
import { codeOf, reachable } from "../disk-fault.ts";
import { starterConfig } from "../starter-config.ts";
import { type Status, status } from "../status.ts";
import { type Streams, say } from "../streams.ts";
import { Terminal } from "../terminal.ts";
import { fillInAccount } from "../words/starter.ts";
import { noAccount, workflowFor, workflowPath } from "../workflow.ts";

/**
 * Writes report.yaml beside the data and the workflow into the project. A file that is there is left as it is,
 * which is said, and the status is that of a target that is bad.
 *
 * @param project the folder of the repository
 */
export async function init(data: string, project: string, { stdout, stderr }: Streams): Promise<Status> {
  const { folder } = await findDataFiles(data, undefined);
  const terminal = new Terminal(stderr);
  const found = await checkData(data, terminal).finally(() => terminal.end());
  const workflow = await workflowFor(data, project);
  const files: [path: string, text: string][] = [
    [configPath({ folder }), starterConfig(found)],
    [join(project, workflowPath), workflow.text],
  ];
  let ended: Status = status.done;
  for (const [path, text] of files) {
    const shown = relative(project, path).split(sep).join("/");
    if (await writeNew(path, text)) {
      say(stdout, `Written: ${shown}`);
      if (text === workflow.text && workflow.needsAccount) say(stderr, fillInAccount(shown, noAccount));
    } else {
      say(stderr, `${shown} is there already\n  It was left as it is. Move it away to have a new one.`);
      ended = status.bad;
    }
  }
  return ended;
}

/** Whether the file was not there, and is now. */
async function writeNew(path: string, text: string): Promise<boolean> {
  await reachable(path, mkdir(dirname(path), { recursive: true }));
  try {
    await writeFile(path, text, { flag: "wx" });
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    return reachable(path, Promise.reject(error));
  }
}
