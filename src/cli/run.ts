import { CommanderError } from "commander";
import { stoppedSummary } from "../edition/job-summary.ts";
import { InputError } from "../errors.ts";
import { createProgram } from "./program.ts";
import { quotesValues } from "./quotes.ts";
import { type Status, status } from "./status.ts";
import { addToSummary } from "./step-summary.ts";
import { type Streams, say } from "./streams.ts";

// Astro asks for it when it is loaded, which a command does: nobody is told of a build.
process.env["ASTRO_TELEMETRY_DISABLED"] = "1";

/**
 * Runs the command that the arguments name: results go to stdout, messages to stderr, and what stops it to the
 * summary of a job as well.
 *
 * @param args the arguments after the program's name
 * @returns the exit status
 */
export async function run(args: readonly string[], streams: Streams): Promise<Status> {
  const outcome: { status: Status } = { status: status.done };
  try {
    const program = createProgram(streams, (ended) => {
      outcome.status = ended;
    });
    await program.parseAsync([...args], { from: "user" });
    return outcome.status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? status.done : status.usage;
    const isBad = error instanceof InputError;
    const quotes = quotesValues(args, streams.stderr);
    const message = isBad ? (quotes ? error : error.withoutValues()).message : faultMessage(error);
    say(streams.stderr, message);
    // A summary is read by whoever sees the repository.
    const summary = isBad && !args.includes("--quote") ? error.withoutValues().message : message;
    await addToSummary(stoppedSummary(summary), streams);
    return isBad ? status.bad : status.fault;
  }
}

function faultMessage(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const lines = `This is a fault of Shopper Report, not of your data: ${message}`;
  if (!process.env["DEBUG"])
    return `${lines}\n  Run it again with DEBUG=1 to see where it happened, and report it with what that shows.`;
  return `${lines}\n${error instanceof Error ? (error.stack ?? "") : ""}`;
}
