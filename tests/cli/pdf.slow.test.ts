import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const pdf = (...args: string[]) =>
  spawnSync(process.execPath, [fileURLToPath(new URL("../../src/cli/pdf.ts", import.meta.url)), ...args], {
    encoding: "utf8",
  });

describe("npm run pdf", () => {
  test.each(["--help", "-h"])("should print its options for %s, and make nothing", (option) => {
    const { status, stdout, stderr } = pdf(option);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain("Usage: npm run pdf -- [options]");
    expect(stdout).toContain("--out <file>");
  });

  test("should answer an option that it does not know with status 2 and its options", () => {
    const { status, stdout, stderr } = pdf("--dust", "dist");
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("--dust");
    expect(stderr).toContain("Usage: npm run pdf -- [options]");
  });
});
