import { expect } from "vitest";
import { InputError } from "../../src/errors.ts";

/**
 * The message with which something is refused. It must be an InputError of the form that style.md shows:
 * what is wrong in the first line, what to do in indented lines below.
 */
export async function refusal(work: () => unknown): Promise<string> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const [what = "", ...advice] = error.message.split("\n");
    expect(what).toMatch(/\S/);
    expect(advice.length).toBeGreaterThan(0);
    for (const line of advice) expect(line).toMatch(/^ {2}/);
    return error.message;
  }
  throw new Error("nothing was refused");
}
