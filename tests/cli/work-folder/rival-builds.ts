import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { z } from "zod";

/** What a rival says when it tried to begin. */
const answer = z.object({ pid: z.number(), said: z.string() });
export type Answer = z.output<typeof answer>;

/** Processes that begin to build to one target at the same moment, as often as they are told to. */
export class RivalBuilds {
  readonly #rivals: ChildProcess[];

  constructor(count: number) {
    this.#rivals = Array.from({ length: count }, start);
  }

  /** Lets all begin at once, and gives what each says: `inside`, or why it was refused. */
  async begin(out: string): Promise<Answer[]> {
    return Promise.all(this.#rivals.map((rival) => ask(rival, out)));
  }

  /** Lets those that are inside end their builds. */
  async leave(): Promise<Answer[]> {
    return Promise.all(this.#rivals.map((rival) => ask(rival, null)));
  }

  /** Kills a rival, waits until it is gone, and puts another into its place. */
  async kill(pid: number): Promise<void> {
    const place = this.#rivals.findIndex((rival) => rival.pid === pid);
    const [rival] = this.#rivals.splice(place, 1, start());
    if (rival === undefined) throw new Error(`${pid} is no rival`);
    const gone = new Promise((done) => rival.once("exit", done));
    rival.kill("SIGKILL");
    await gone;
  }

  close(): void {
    for (const rival of this.#rivals) rival.disconnect();
  }
}

function start(): ChildProcess {
  return fork(fileURLToPath(new URL("./rival-build.ts", import.meta.url)), { stdio: "inherit" });
}

/** Sends a rival on, and gives its answer; one that ends instead says so. */
function ask(rival: ChildProcess, out: string | null): Promise<Answer> {
  return new Promise((done) => {
    const ended = () => heard({ pid: rival.pid ?? 0, said: "ended without an answer" });
    const heard = (said: unknown) => {
      rival.off("exit", ended);
      rival.off("message", heard);
      done(answer.parse(said));
    };
    rival.once("message", heard);
    rival.once("exit", ended);
    rival.send({ out });
  });
}
