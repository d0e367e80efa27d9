import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test, vi } from "vitest";
import { command } from "../support/command.ts";
import { withFolder } from "../support/folder.ts";

const bad = { "orders.csv": "Customer ID,Amount\n1,five\n2,six\n" };
const orders = `Customer ID,Product,Amount\n${Array.from({ length: 8 }, (_, index) => `shopper-000${index},Cup,5\n`).join("")}`;

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("the summary of a job", () => {
  test("should have what stopped each command, one after the other", async () => {
    await withFolder(bad, async (folder) => {
      const file = join(folder, "summary.md");
      vi.stubEnv("GITHUB_STEP_SUMMARY", file);
      expect((await command("check", folder, "--quote")).status).toBe(1);
      expect((await command("check", join(folder, "none.csv"))).status).toBe(1);
      const text = await readFile(file, "utf8");
      expect(text.match(/^# Shopper Report stopped\n\n.+$/gm)).toEqual([
        expect.stringContaining('orders.csv, line 2, column "Amount": "five" is not a number'),
        expect.stringContaining("none.csv"),
      ]);
    });
  });

  test("should quote no value of a row unless that is asked for", async () => {
    await withFolder(bad, async (folder) => {
      const file = join(folder, "summary.md");
      vi.stubEnv("GITHUB_STEP_SUMMARY", file);
      expect((await command("check", folder)).status).toBe(1);
      const text = await readFile(file, "utf8");
      expect(text).toContain('orders.csv, line 2, column "Amount": the value is not a number');
      expect(text).not.toMatch(/five|six/);
    });
  });

  test("should be left alone where the command was called in a wrong way", async () => {
    await withFolder({}, async (folder) => {
      const file = join(folder, "summary.md");
      vi.stubEnv("GITHUB_STEP_SUMMARY", file);
      expect((await command("check", "--jsn")).status).toBe(2);
      expect(existsSync(file)).toBe(false);
    });
  });

  test("should stop nothing and change no exit status where it cannot be written", async () => {
    await withFolder(bad, async (folder) => {
      vi.stubEnv("GITHUB_STEP_SUMMARY", join(folder, "nowhere/summary.md"));
      const { status, err } = await command("check", folder);
      expect(status).toBe(1);
      expect(err).toContain('line 2, column "Amount": the value is not a number');
      expect(err).toContain("The job summary was not written: ENOENT");
    });
  });

  test("should hold no identifier of a customer", async () => {
    // The address of a customer in the footer: those of the shop stay, and what is the data's stops the build.
    const files = {
      "orders.csv": orders.replaceAll(/shopper-\d+/g, "$&@example.org"),
      "report.yaml": "footer: For shopper-0001@example.org\n",
    };
    await withFolder(files, async (folder) => {
      const file = join(folder, "summary.md");
      const { status, stderr } = spawnSync(
        process.execPath,
        ["src/cli/build.ts", folder, "--out", join(folder, "dist")],
        {
          cwd: fileURLToPath(new URL("../..", import.meta.url)),
          encoding: "utf8",
          env: { ...process.env, GITHUB_STEP_SUMMARY: file },
        },
      );
      expect(stderr).toContain("would show an identifier of a customer");
      expect(status).toBe(1);
      const text = await readFile(file, "utf8");
      expect(text).toContain("# Shopper Report stopped");
      expect(text).not.toContain("shopper-0001");
    });
  });
});
