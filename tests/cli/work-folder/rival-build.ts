import { z } from "zod";
import { withWorkFolder } from "../../../src/cli/work-folder.ts";

const order = z.object({ out: z.string().nullable() });

/** Ends the build that is under way. */
let end = () => {};
let ended: Promise<unknown> = Promise.resolve();

process.on("message", (message) => {
  const { out } = order.parse(message);
  if (out === null) {
    end();
    void ended.then(() => say("left"));
    return;
  }
  ended = withWorkFolder(
    out,
    () =>
      new Promise<void>((done) => {
        end = done;
        say("inside");
      }),
  ).catch((error: unknown) => say(error instanceof Error ? error.message : String(error)));
});

function say(said: string): void {
  process.send?.({ pid: process.pid, said });
}
