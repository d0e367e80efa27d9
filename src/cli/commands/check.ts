import type { Finding } from "../../dataset/account.ts";
import { checkData } from "../../edition/open-report.ts";
import { InputError } from "../../errors.ts";
import { createFormatter } from "../../report/format.ts";
import { type Status, status } from "../status.ts";
import { type Streams, say } from "../streams.ts";
import { Terminal } from "../terminal.ts";
import { checkText } from "../words/check.ts";

/**
 * Reads, maps and cleans the data, and prints what became of them. As JSON it also prints what stops a build:
 * `{ schemaVersion: 1, ok: true, … }` as in DataCheck, or `{ schemaVersion: 1, ok: false, error }`.
 *
 * @param quotes whether values of rows are quoted
 */
export async function check(
  data: string,
  as: "text" | "json",
  { stdout, stderr }: Streams,
  quotes = true,
): Promise<Status> {
  const terminal = new Terminal(stderr);
  try {
    const checked = await checkData(data, terminal);
    const found = quotes ? checked : { ...checked, findings: withoutValues(checked.findings) };
    terminal.end();
    say(
      stdout,
      as === "json"
        ? json({ ...found, ok: true })
        : checkText(found, createFormatter("en-US", found.currency)),
    );
    return status.done;
  } catch (error) {
    terminal.end();
    if (as === "json" && error instanceof InputError) {
      const { what, advice } = quotes ? error : error.withoutValues();
      const { file, line, column } = error.place;
      say(stdout, json({ schemaVersion: 1, ok: false, error: { what, advice, file, line, column } }));
    }
    throw error;
  }
}

/** Findings with the place of each example, but not its value. */
function withoutValues(findings: readonly Finding[]): Finding[] {
  return findings.map((finding) => ({
    ...finding,
    examples: finding.examples.map((example) => ({
      ...example,
      value: example.value === "" ? "" : null,
      reason: example.reason.replace(/"[\s\S]*"/, "the value"),
    })),
  }));
}

function json({ schemaVersion, ok, ...rest }: Record<string, unknown>): string {
  return JSON.stringify({ schemaVersion, ok, ...rest }, null, 1);
}
