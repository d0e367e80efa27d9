import type { Screen } from "./terminal.ts";

/** Where a command writes: results on one stream, messages on the other. */
export interface Streams {
  stdout: Screen;
  stderr: Screen;
}

/**
 * Characters that move the cursor, colour or clear a terminal: they may come from the data. Line breaks and tabs
 * may stay.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** Writes lines, ended by a line break. */
export function say(stream: Screen, text: string): void {
  stream.write(`${text.replace(controls, "\ufffd")}\n`);
}
