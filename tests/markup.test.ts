import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const project = fileURLToPath(new URL("..", import.meta.url));

/** Drawings that the build bakes itself: every text in them goes through `escapeXml`. */
const baked = ["src/components/ChartFigure.astro", "src/sections/affinity/PairNetwork.astro"];

/** Puts pages together that are markup already. */
const joined = "src/cli/single-file/joined-pages.ts";

const sources = ["src", "public"].flatMap((room) =>
  readdirSync(join(project, room), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|astro|js)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({
      path: relative(project, path).split(sep).join("/"),
      text: readFileSync(path, "utf8"),
    })),
);

const filesWith = (pattern: RegExp) =>
  sources.flatMap(({ path, text }) => (pattern.test(text) ? [path] : [])).sort();

describe("the sources of pages", () => {
  test("make markup of a text nowhere but of baked drawings and built pages", () => {
    expect(sources.length).toBeGreaterThan(200);
    expect(
      filesWith(
        /\bset:html\b|\bdangerouslySetInnerHTML\b|\.(inner|outer)HTML\b|insertAdjacentHTML|document\.write/,
      ),
    ).toEqual([joined, ...baked]);
  });

  test("run no text as a script", () => {
    expect(filesWith(/\beval\(|\bnew Function\(|setTimeout\(\s*["'`]/)).toEqual([]);
  });

  test("set no style by a text, which the policy would block", () => {
    expect(filesWith(/\bstyle=\{\{|setAttribute\(\s*["']style["']|cssText/)).toEqual([]);
  });
});
