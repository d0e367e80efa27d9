import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { configPath, findDataFiles } from "../../input/find-files.ts";
import { checkData } from "../../input/open-report.ts";
import { Terminal } from "../../input/terminal.ts";
import { codeOf, reachable } from "../disk-fault.ts";
import { packageRoot } from "../site-root.ts";
import { starterConfig } from "../starter-config.ts";
import { type Status, status } from "../status.ts";
import { type Streams, say } from "../streams.ts";

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
  const template = await readFile(join(packageRoot, "src/tools/templates/report.yml"), "utf8");
  const files: [path: string, text: string][] = [
    [configPath({ folder }), starterConfig(found)],
    [join(project, ".github/workflows/report.yml"), workflowFor(template, await fromProject(data, project))],
  ];
  let ended: Status = status.done;
  for (const [path, text] of files) {
    const shown = relative(project, path).split(sep).join("/");
    if (await writeNew(path, text)) say(stdout, `Written: ${shown}`);
    else {
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

/** The data as a workflow in the project names them, and the paths whose changes concern it. */
async function fromProject(data: string, project: string): Promise<{ data: string; paths: string }> {
  const path = relative(project, resolve(data)).split(sep).join("/") || ".";
  const isFolder = (await stat(data)).isDirectory();
  return { data: path, paths: isFolder ? `${path === "." ? "" : `${path}/`}**` : path };
}

/** JSON strings are YAML strings, whatever a name holds. */
function workflowFor(template: string, { data, paths }: { data: string; paths: string }): string {
  return template
    .replaceAll("__DATA__", () => JSON.stringify(data))
    .replaceAll("__PATHS__", () => JSON.stringify(paths));
}
