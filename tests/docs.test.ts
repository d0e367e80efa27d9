import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import packageJson from "../package.json" with { type: "json" };
import { createProgram } from "../src/cli/program.ts";
import { configSchema } from "../src/config/config.ts";
import { parseConfig } from "../src/config/parse-config.ts";

const project = fileURLToPath(new URL("..", import.meta.url));
const documents = [
  "README.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  "SECURITY.md",
  ...readdirSync(join(project, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
].map((path) => ({ path, text: readFileSync(join(project, path), "utf8") }));

const textOf = (path: string) => documents.find((document) => document.path === path)?.text ?? "";

/** The blocks of code in a language. */
function blocks(text: string, language: string): string[] {
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map(
    ([, code = ""]) => code,
  );
}

/** The anchor that GitHub gives a heading. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");
}

function anchorsIn(text: string): string[] {
  return [...text.replace(/^```[\s\S]*?^```$/gm, "").matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    anchor(heading),
  );
}

const program = createProgram({ stdout: process.stdout, stderr: process.stderr }, () => {});
const commands = program.commands.map((command) => ({
  name: command.name(),
  options: command.options.flatMap(({ long }) => long ?? []),
}));

describe.each(documents)("$path", ({ path, text }) => {
  test("should lead somewhere with every link", () => {
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, to = ""]) => to);
    for (const to of links.filter((link) => !/^https?:/.test(link))) {
      const [file = "", heading] = to.split("#");
      const target = file === "" ? path : join(dirname(path), file);
      expect(existsSync(join(project, target)), to).toBe(true);
      if (heading !== undefined)
        expect(anchorsIn(readFileSync(join(project, target), "utf8")), to).toContain(heading);
    }
  });

  test("should name only files and folders of the repository that are there", () => {
    const named = [...text.matchAll(/`((?:src|tests|docs|docker|\.github)\/[\w./-]*[\w])`/g)].map(
      ([, file = ""]) => file,
    );
    for (const file of named) expect(existsSync(join(project, file)), file).toBe(true);
  });

  test("should name only scripts that package.json has", () => {
    for (const [, script = ""] of text.matchAll(/npm run ([\w:-]+)/g))
      expect(Object.keys(packageJson.scripts), script).toContain(script);
  });

  test("should name only commands and options that there are", () => {
    const lines = [
      ...blocks(text, "sh").join("").split("\n"),
      ...[...text.matchAll(/`([^`\n]+)`/g)].map(([, code = ""]) => code),
    ];
    for (const line of lines) {
      const [, name = "", rest = ""] =
        /(?:npm run report --|shopper-report) ([a-z]+)\b([^#&|]*)/.exec(line) ?? [];
      if (name === "") continue;
      const command = commands.find((known) => known.name === name);
      expect(command, line).toBeDefined();
      for (const [option] of rest.matchAll(/--[a-z-]+/g))
        expect([...(command?.options ?? []), "--help"], line).toContain(option);
    }
  });

  test("should show only a report.yaml that a build would take", () => {
    for (const code of blocks(text, "yaml")) {
      const content: unknown = parse(code);
      if (typeof content !== "object" || content === null || Array.isArray(content)) continue;
      expect(() => parseConfig(code, path), code).not.toThrow();
    }
  });
});

test("docs/report-yaml.md should have a row for each key of report.yaml, and for no other", () => {
  const rows = [...textOf("docs/report-yaml.md").matchAll(/^\| `(\w+)` \|/gm)].map(([, key = ""]) => key);
  expect(rows.toSorted()).toEqual(Object.keys(configSchema.shape).toSorted());
});

test("docs/command-line.md should have every command and every option", () => {
  const text = textOf("docs/command-line.md");
  for (const { name, options } of commands) {
    expect(text).toMatch(new RegExp(`^\\| \`${name}\\b`, "m"));
    for (const option of options) expect(text).toContain(`\`${option}\``);
  }
});

test("README.md should be read in a minute, and show the two commands", () => {
  const lines = textOf("README.md").split("\n");
  expect(lines.length).toBeLessThanOrEqual(120);
  expect(blocks(textOf("README.md"), "sh")[0]).toMatch(
    /^npm ci && npm run build .*\nnpm ci && npm test .*\n$/,
  );
});

test("CONTRIBUTING.md should name every script of package.json but those that others run", () => {
  const said = textOf("CONTRIBUTING.md") + textOf("README.md") + textOf("docs/command-line.md");
  const unsaid = Object.keys(packageJson.scripts).filter(
    (script) => !said.includes(`npm run ${script}`) && script !== "test" && script !== "prepack",
  );
  expect(unsaid.toSorted()).toEqual(["check", "e2e", "lint"]);
});
