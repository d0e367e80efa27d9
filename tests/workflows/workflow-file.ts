import { runInNewContext } from "node:vm";
import { z } from "zod";

const value = z.union([z.string(), z.number(), z.boolean()]);
const step = z.strictObject({
  id: z.string().optional(),
  name: z.string().optional(),
  if: z.string().optional(),
  uses: z.string().optional(),
  with: z.record(z.string(), value).default({}),
  run: z.string().optional(),
  shell: z.literal("bash").optional(),
  env: z.record(z.string(), value).default({}),
  "continue-on-error": value.optional(),
});

/** What these tests understand of a workflow; any other key is refused, so that none is passed over. */
export const workflowSchema = z.object({
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(
    z.string(),
    z.strictObject({
      if: z.string().optional(),
      needs: z.string().optional(),
      "runs-on": z.literal("ubuntu-latest"),
      "timeout-minutes": z.number().optional(),
      permissions: z.record(z.string(), z.string()).optional(),
      environment: z.object({ name: z.string(), url: z.string() }).optional(),
      concurrency: z.object({ group: z.string(), "cancel-in-progress": value }).optional(),
      steps: z.array(step),
    }),
  ),
});

/** A composite action. */
export const actionSchema = z.object({
  inputs: z.record(z.string(), z.object({ description: z.string(), default: z.string() })),
  runs: z.object({
    using: z.literal("composite"),
    steps: z.array(step.extend({ shell: z.literal("bash") })),
  }),
});

export type Step = z.output<typeof step>;

/** What expressions may name. */
export interface Context {
  github: Record<string, string>;
  inputs: Record<string, string>;
  /** Outputs by the id of their step. */
  steps: Record<string, { outputs: Record<string, string> }>;
}

/** The value of an expression of GitHub's, of the kind that JavaScript understands as well. */
export function evaluate(expression: string, { github, inputs, steps }: Context): unknown {
  // What nobody has set is empty.
  const outputs = (id: string) =>
    new Proxy(steps[id]?.outputs ?? {}, { get: (all, name) => Reflect.get(all, name) ?? "" });
  const known = new Proxy({}, { get: (_, id) => ({ outputs: outputs(String(id)) }) });
  const format = (text: string, ...values: unknown[]) =>
    text.replace(/\{(\d+)\}/g, (_, place: string) => String(values[Number(place)]));
  return runInNewContext(expression, { github, inputs, steps: known, format });
}

/** A text with its `${{ }}` worked out. */
export function fill(text: string | number | boolean, context: Context): string {
  return String(text).replace(/\$\{\{(.*?)\}\}/g, (_, expression: string) =>
    String(evaluate(expression, context)),
  );
}
