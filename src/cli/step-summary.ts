import { appendFile } from "node:fs/promises";
import { type Streams, say } from "./streams.ts";

/**
 * Appends Markdown to the summary of the job that this runs in: to the file that GITHUB_STEP_SUMMARY names, if it
 * does. That it cannot be written is said, and stops nothing.
 */
export async function addToSummary(markdown: string, { stderr }: Streams): Promise<void> {
  const file = process.env["GITHUB_STEP_SUMMARY"];
  if (file === undefined || file === "") return;
  try {
    await appendFile(file, `${markdown}\n`);
  } catch (error) {
    say(stderr, `The job summary was not written: ${error instanceof Error ? error.message : String(error)}`);
  }
}
