import { describe, expect, test } from "vitest";
import { Terminal } from "../../src/cli/terminal.ts";

function written(isTTY: boolean, use: (terminal: Terminal) => void): string {
  let text = "";
  use(new Terminal({ isTTY, columns: 60, write: (piece) => (text += piece) }));
  return text;
}

function work(terminal: Terminal): void {
  terminal.stage("Reading a.csv");
  terminal.bytes(1_000_000, 4_000_000);
  terminal.rows(12_345);
  terminal.stage("Cleaning");
  terminal.end();
}

// Issue 2, Read: "progress (rows, MB, share) on a terminal and a plain line a stage in CI".
describe("Terminal", () => {
  test("should write a plain line a stage where nobody watches", () => {
    expect(written(false, work)).toBe("Reading a.csv\nCleaning\n");
  });

  test("should move one line on a terminal, with rows, megabytes and share", () => {
    const text = written(true, work);
    expect(text).toContain("Reading a.csv  12,345 rows  1.0 of 4.0 MB, 25 %");
    expect(text).not.toContain("\n");
    expect(text.endsWith("\r")).toBe(true);
  });

  test("should not run over the end of the line", () => {
    const text = written(true, (terminal) => terminal.stage("x".repeat(500)));
    expect(text.length).toBeLessThanOrEqual(60);
  });
});
