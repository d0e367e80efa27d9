import { setTimeout as pause } from "node:timers/promises";
import { InputError } from "../../errors.ts";
import type { Landing } from "../landing.ts";
import { refusalWords, sourceWords as words } from "../words.ts";

/** A place that events come from. */
export interface Source {
  /** As people call it, such as `RabbitMQ`. */
  name: string;
  /**
   * Reads and lands until the signal ends it; then lands what it has, acknowledges it, and comes back. With `once` it
   * comes back by itself when it has caught up.
   */
  run(signal: AbortSignal): Promise<void>;
}

/** What every source needs. */
export interface SourceContext {
  landing: Landing;
  batching: { count: number; period: number };
  /** Whether to end when all that is there has been read. */
  once: boolean;
  listener: SourceListener;
}

/** Hears how sources fare. */
interface SourceListener {
  /** A line for who runs the watcher. */
  say(line: string): void;
  up(source: string, isUp: boolean): void;
  lag(stream: string, events: number): void;
}

/** Milliseconds of the first and of the longest pause before a source is tried again. */
export const pauses = { first: 500, longest: 30_000 };

/**
 * Tries a source again whenever it goes away, with growing pauses; says once that it is gone, and once that it is back.
 * With `once` it throws an InputError instead.
 *
 * @param attempt connects and reads; calls `up` once it is connected; comes back when it is done, throws when it is cut
 */
export async function keepTrying(
  name: string,
  { listener, once }: Pick<SourceContext, "listener" | "once">,
  signal: AbortSignal,
  attempt: (up: () => void) => Promise<void>,
  between: typeof pauses = pauses,
): Promise<void> {
  let wait = between.first;
  let isGone = false;
  while (!signal.aborted) {
    try {
      await attempt(() => {
        listener.up(name, true);
        if (isGone) listener.say(words.back(name));
        isGone = false;
        wait = between.first;
      });
      return;
    } catch (error) {
      if (signal.aborted) return;
      listener.up(name, false);
      if (once) throw unreachable(name, withoutSecrets(error));
      if (!isGone) listener.say(words.gone(name, withoutSecrets(error)));
      isGone = true;
    }
    await pause(wait, undefined, { signal }).catch(() => {});
    wait = Math.min(wait * 2, between.longest);
  }
}

function unreachable(name: string, reason: string): InputError {
  return new InputError(refusalWords.unreachable(name, reason), refusalWords.unreachableAdvice);
}

/** An error's first line, without what a library may have put in of an address with its password. */
export function withoutSecrets(error: unknown): string {
  const all = error instanceof Error ? error.message || error.name : String(error);
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const [line = ""] = (all || code).split("\n");
  return line.replace(/:\/\/\S*@/g, "://***@");
}
