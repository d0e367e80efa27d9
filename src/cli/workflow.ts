import { readFile, stat } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { packageRoot } from "./site-root.ts";
import { actionElsewhere, actionHere } from "./words/starter.ts";

/** Where a workflow stands in its repository. */
export const workflowPath = ".github/workflows/report.yml";

/** In the place of the account that holds the action; GitHub allows none of this name, so that nobody can take it. */
export const noAccount = "your--account";

/** The text of a workflow, and whether the account that holds the action must still be written into it. */
export interface Workflow {
  text: string;
  needsAccount: boolean;
}

/**
 * The workflow that checks, builds and publishes the report of the data from the repository in `project`. In the
 * repository of Shopper Report the action is its own.
 */
export async function workflowFor(data: string, project: string): Promise<Workflow> {
  const isOwn = resolve(project) === resolve(packageRoot);
  const path = relative(project, resolve(data)).split(sep).join("/") || ".";
  const isFolder = (await stat(data)).isDirectory();
  const values: Record<string, string> = {
    NOTE: (isOwn ? actionHere : actionElsewhere(noAccount)).replace(/^/gm, "# "),
    ACTION: isOwn ? "./" : `${noAccount}/shopper-report@main`,
    // GitHub works out what stands in ${{ }}, and takes some signs in paths for wildcards.
    DATA: yamlString(path.replaceAll("${{", () => `\${{ '\${{' }}`)),
    PATHS: yamlString(isFolder ? `${path === "." ? "" : `${pathPattern(path)}/`}**` : pathPattern(path)),
  };
  const template = await readFile(join(packageRoot, "src/cli/templates/report.yml"), "utf8");
  const text = template.replace(/__([A-Z]+)__/g, (mark, name: string) => values[name] ?? mark);
  return { text, needsAccount: !isOwn };
}

/** A filter that stands for the path, alone unless an expression is in its name. */
function pathPattern(path: string): string {
  return path.replace(/[\\*?+[\]!]/g, "\\$&").replaceAll("${{", () => "$*");
}

/** JSON strings are YAML strings, whatever a name holds. */
function yamlString(text: string): string {
  return JSON.stringify(text);
}
