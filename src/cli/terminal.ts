import type { Progress } from "../read/progress.ts";
import { harmless, type Screen } from "./streams.ts";

/**
 * Shows progress on a stream: on a terminal a line that moves (rows, megabytes, share), elsewhere a plain
 * line a stage.
 */
export class Terminal implements Progress {
  readonly #out: Screen;
  #stage = "";
  #rows = 0;
  #bytes = "";
  #shown = 0;

  constructor(out: Screen) {
    this.#out = out;
  }

  stage(name: string): void {
    this.#clear();
    this.#stage = name;
    this.#rows = 0;
    this.#bytes = "";
    if (this.#out.isTTY) this.#draw();
    else this.#out.write(`${harmless(name)}\n`);
  }

  rows(count: number): void {
    this.#rows = count;
    if (this.#out.isTTY) this.#draw();
  }

  bytes(read: number, size: number): void {
    const share = size === 0 ? 1 : read / size;
    this.#bytes = `${(read / 1e6).toFixed(1)} of ${(size / 1e6).toFixed(1)} MB, ${Math.floor(share * 100)} %`;
  }

  /** Ends the moving line. */
  end(): void {
    this.#clear();
  }

  #draw(): void {
    const rows = this.#rows > 0 ? `  ${this.#rows.toLocaleString("en-US")} rows` : "";
    const line = `${this.#stage}${rows}${this.#bytes === "" ? "" : `  ${this.#bytes}`}`.slice(
      0,
      (this.#out.columns || 80) - 1,
    );
    this.#out.write(`\r${line.padEnd(this.#shown)}`);
    this.#shown = line.length;
  }

  #clear(): void {
    if (this.#out.isTTY && this.#shown > 0) this.#out.write(`\r${" ".repeat(this.#shown)}\r`);
    this.#shown = 0;
  }
}
