import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { describe, expect, test } from "vitest";
import { isAlive, readProcess, thisProcess, writeProcess } from "../../src/cli/process-id.ts";

describe("a process", () => {
  test("should be alive while it runs, and dead after it", async () => {
    const script = `import(${JSON.stringify(new URL("../../src/cli/process-id.ts", import.meta.url).href)})
      .then(({ thisProcess, writeProcess }) => console.log(writeProcess(thisProcess()))); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ["-e", script], { stdio: ["ignore", "pipe", "inherit"] });
    const [said] = await once(child.stdout, "data");
    const id = readProcess(String(said).trim()) ?? expect.fail();
    expect(id.pid).toBe(child.pid);
    expect(isAlive(id)).toBe(true);
    child.kill("SIGKILL");
    await once(child, "close");
    expect(isAlive(id)).toBe(false);
  });

  test("should be dead where its number is that of nobody", () => {
    expect(isAlive({ pid: spawnSync(process.execPath, ["-e", ""]).pid, start: null })).toBe(false);
  });

  test("should be this one by number and start, and an earlier one by its number alone", () => {
    expect(isAlive(thisProcess())).toBe(true);
    expect(isAlive({ pid: process.pid, start: null })).toBe(false);
  });

  test.skipIf(process.platform === "win32")("should be dead where another one has its number", () => {
    expect(thisProcess().start).toMatch(/^\d+$/);
    expect(isAlive({ pid: process.pid, start: "1" })).toBe(false);
    expect(isAlive({ pid: process.ppid, start: "1" })).toBe(false);
    // Only its number is known of it.
    expect(isAlive({ pid: process.ppid, start: null })).toBe(true);
  });

  test.each([
    { pid: 7, start: null },
    { pid: 4711, start: "81516" },
  ])("should be read as it was written: %j", (id) => {
    expect(readProcess(writeProcess(id))).toEqual(id);
  });

  test.each(["", "none", "12x", "-3", "12-", "12-34-56", "12-a b"])("should not be read from %j", (text) => {
    expect(readProcess(text)).toBeNull();
  });
});
