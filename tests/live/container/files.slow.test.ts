import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { validate } from "dockerfile-utils";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { parseConfig } from "../../../src/config/parse-config.ts";

const project = fileURLToPath(new URL("../../..", import.meta.url));
const read = (name: string) => readFile(join(project, name), "utf8");

describe("Dockerfile", () => {
  test("should pass dockerfile-utils without a remark", async () => {
    expect(validate(await read("Dockerfile"))).toEqual([]);
  });

  test("should take its base by an argument for each stage, run as uid 1000, and hide no mount by VOLUME", async () => {
    const lines = (await read("Dockerfile")).split("\n");
    const bases = lines.filter((line) => line.startsWith("FROM "));
    expect(bases.map((line) => line.split(" ")[1])).toEqual(Array(2).fill(["$", "{NODE_IMAGE}"].join("")));
    expect(lines).toContain("USER 1000:1000");
    expect(lines.filter((line) => /^(?:VOLUME|ADD)\b|npmrc|--mount/.test(line))).toEqual([]);
  });

  test("should copy nothing that .dockerignore keeps out", async () => {
    const allowed = (await read(".dockerignore"))
      .split("\n")
      .flatMap((line) => (line.startsWith("!") ? [line.slice(1)] : []));
    const copied = (await read("Dockerfile"))
      .split("\n")
      .filter((line) => /^COPY (?!--from)/.test(line))
      .flatMap((line) => line.split(" ").slice(1, -1))
      .map((path) => path.replace("./", ""));
    expect(copied.filter((path) => !allowed.includes(path))).toEqual([]);
  });
});

describe("compose.yaml", () => {
  test("should let nothing write, rise or listen more than it must", async () => {
    const { services, name } = parse(await read("compose.yaml"));
    // Compose 1.29, Debian's, refuses a name at the top.
    expect(name).toBeUndefined();
    for (const service of [services.report, services.web])
      expect(service).toMatchObject({
        read_only: true,
        cap_drop: ["ALL"],
        security_opt: ["no-new-privileges:true"],
      });
    expect(services.rabbitmq.profiles).toEqual(["rabbitmq"]);
    expect(services.rabbitmq.ports).toEqual(["127.0.0.1:5672:5672"]);
    expect(services.web.ports).toEqual(["8080:8080"]);
  });

  const hasCompose = spawnSync("docker-compose", ["version"]).status === 0;
  test.skipIf(!hasCompose)("should be understood by docker-compose", () => {
    const { status, stderr } = spawnSync(
      "docker-compose",
      ["--file", join(project, "compose.yaml"), "config", "-q"],
      {
        encoding: "utf8",
        env: { ...process.env, HOME: "/nonexistent" },
      },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });
});

test("the report.yaml in docs/live.md is read as it stands there", async () => {
  const text = await read("docs/live.md");
  const blocks = [...text.matchAll(/```yaml\n(ingest:[\s\S]*?)```/g)].map(([, block = ""]) => block);
  const inShell = [...text.matchAll(/<<'YAML'\n([\s\S]*?)\nYAML/g)].map(([, block = ""]) => block);
  expect(blocks.length + inShell.length).toBeGreaterThan(2);
  for (const block of [...blocks, ...inShell])
    expect(parseConfig(block, "docs/live.md").ingest).toBeDefined();
});
