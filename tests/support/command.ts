import { run } from "../../src/cli/run.ts";

/** Runs a command of the command line in this process, and gives what it wrote and its exit status. */
export async function command(...args: string[]): Promise<{ status: number; out: string; err: string }> {
  const written = { out: "", err: "" };
  const screen = (name: "out" | "err") => ({
    isTTY: false,
    columns: 80,
    write(text: string) {
      written[name] += text;
    },
  });
  const status = await run(args, { stdout: screen("out"), stderr: screen("err") });
  return { status, ...written };
}
