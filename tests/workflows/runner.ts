import { spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { parse } from "yaml";
import { noAccount } from "../../src/cli/workflow.ts";
import { actionSchema, type Context, evaluate, fill, type Step, workflowSchema } from "./workflow-file.ts";

const ownAction = `${noAccount}/shopper-report@main`;

/** Where a workflow runs. */
export interface Place {
  /** The git repository. */
  repository: string;
  /** The commit or branch that is checked out. */
  ref: string;
  event: "push" | "schedule" | "workflow_dispatch" | "pull_request";
  /** The checkout of the action that the workflow names. */
  action: string;
  /** Folders before all others in the PATH of steps. */
  path: readonly string[];
  /** What actions/configure-pages gives; null where Pages is not set up. */
  pages: Record<string, string> | null;
  /** A folder for what the run leaves. */
  scratch: string;
}

/** What became of a run. */
export interface Outcome {
  /** The steps that ran, by their names or by the actions they use, with the status of those that failed. */
  steps: string[];
  /** What shell steps wrote, both streams. */
  log: string;
  /** The Markdown of the job summary. */
  summary: string;
  /** The folder that was uploaded, and whether it was deployed. */
  uploaded: string | null;
  deployed: boolean;
}

/**
 * Runs the jobs of a workflow file in their order, as GitHub would: shell steps by bash with GitHub's variables, a
 * composite action by its steps, and of the actions of others what they would set.
 */
export async function runWorkflow(file: string, place: Place): Promise<Outcome> {
  const { jobs } = workflowSchema.parse(parse(await readFile(file, "utf8")));
  const outcome: Outcome = { steps: [], log: "", summary: "", uploaded: null, deployed: false };
  const passed = new Set<string>();
  for (const [id, job] of Object.entries(jobs)) {
    const workspace = await mkdtemp(join(place.scratch, `${id}-`));
    const context: Context = { github: { event_name: place.event }, inputs: {}, steps: {} };
    if (job.needs !== undefined && !passed.has(job.needs)) continue;
    if (job.if !== undefined && !evaluate(job.if, context)) continue;
    if (await runSteps(job.steps, context, { ...place, workspace }, outcome)) passed.add(id);
  }
  return outcome;
}

type Job = Place & { workspace: string };

/** Whether all steps that were to run ended well; none runs after one that did not. */
async function runSteps(
  steps: readonly Step[],
  context: Context,
  job: Job,
  outcome: Outcome,
): Promise<boolean> {
  for (const step of steps) {
    if (step.if !== undefined && !evaluate(step.if, context)) continue;
    const filled = (values: Step["with"]) =>
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, fill(value, context)]));
    const forgiven = fill(step["continue-on-error"] ?? false, context) === "true";
    const isComposite = step.uses === ownAction;
    if (!isComposite) outcome.steps.push(step.name ?? step.uses?.replace(/@.*/, "") ?? step.run ?? "");
    const passed =
      step.run === undefined
        ? await runAction(step, filled(step.with), context, job, outcome)
        : await runShell(step.run, filled(step.env), job, outcome);
    // Of a composite action, the step that failed is in the list.
    if (!passed && !isComposite) outcome.steps.push(forgiven ? "failed, forgiven" : "failed");
    if (!passed && !forgiven) return false;
  }
  return true;
}

async function runShell(
  script: string,
  env: Record<string, string>,
  job: Job,
  outcome: Outcome,
): Promise<boolean> {
  const files = await mkdtemp(join(job.scratch, "step-"));
  const file = async (name: string) => {
    await writeFile(join(files, name), "");
    return join(files, name);
  };
  const summary = await file("summary.md");
  await writeFile(join(files, "script.sh"), script);
  const child = spawn("bash", ["--noprofile", "--norc", "-eo", "pipefail", join(files, "script.sh")], {
    cwd: job.workspace,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: [...job.path, process.env["PATH"]].join(":"),
      HOME: files,
      CI: "true",
      GITHUB_ACTIONS: "true",
      GITHUB_ACTION_PATH: job.action,
      GITHUB_ENV: await file("env"),
      GITHUB_EVENT_NAME: job.event,
      GITHUB_OUTPUT: await file("output"),
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_WORKSPACE: job.workspace,
      RUNNER_TEMP: files,
      ...env,
    },
  });
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (text) => {
      outcome.log += String(text);
    });
  const status = await new Promise((ended) => child.on("close", ended));
  outcome.summary += await readFile(summary, "utf8");
  outcome.log += `status ${status}\n`;
  return status === 0;
}

async function runAction(
  step: Step,
  inputs: Record<string, string>,
  context: Context,
  job: Job,
  outcome: Outcome,
): Promise<boolean> {
  switch (step.uses?.replace(/@[0-9a-f]{40}$/, "")) {
    case "actions/checkout":
      return runShell(
        `git clone --quiet "${job.repository}" . && git checkout --quiet "${job.ref}"`,
        {},
        job,
        outcome,
      );
    case "actions/setup-node":
      return inputs["node-version"] === "22";
    case "actions/configure-pages":
      if (job.pages !== null) context.steps[step.id ?? ""] = { outputs: job.pages };
      return job.pages !== null;
    case "actions/upload-pages-artifact": {
      outcome.uploaded = join(job.scratch, `${basename(job.workspace)}-uploaded`);
      await mkdir(outcome.uploaded);
      const hidden = inputs["include-hidden-files"] === "true";
      await cp(join(job.workspace, inputs["path"] ?? ""), outcome.uploaded, {
        recursive: true,
        filter: (path) => hidden || !basename(path).startsWith("."),
      });
      return true;
    }
    case "actions/deploy-pages":
      outcome.deployed = outcome.uploaded !== null;
      return outcome.deployed;
    case ownAction:
      return runComposite(inputs, job, outcome);
    default:
      throw new Error(`nobody knows what ${step.uses} does`);
  }
}

async function runComposite(given: Record<string, string>, job: Job, outcome: Outcome): Promise<boolean> {
  const { inputs, runs } = actionSchema.parse(parse(await readFile(join(job.action, "action.yml"), "utf8")));
  for (const name of Object.keys(given)) if (inputs[name] === undefined) throw new Error(`no input ${name}`);
  const preset = Object.fromEntries(
    Object.entries(inputs).map(([name, { default: value }]) => [name, value]),
  );
  const context: Context = { github: { event_name: job.event }, inputs: { ...preset, ...given }, steps: {} };
  return runSteps(runs.steps, context, job, outcome);
}
