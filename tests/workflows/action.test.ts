import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";

const shape = z.object({
  runs: z.object({ steps: z.array(z.object({ name: z.string(), run: z.string() })) }),
});

test("the action runs on the Node of its own install, whatever the runner has", () => {
  const { runs } = shape.parse(parse(readFileSync(new URL("../../action.yml", import.meta.url), "utf8")));
  const lines = runs.steps.flatMap(({ run }) => run.split("\n")).filter((line) => /\bnode "/.test(line));
  expect(lines).toHaveLength(2);
  for (const line of lines)
    expect(line.trim()).toMatch(/^PATH="\$GITHUB_ACTION_PATH\/node_modules\/\.bin:\$PATH" node "/);
});
