/** What is needed of a stream to write on. */
export type Screen = Pick<NodeJS.WriteStream, "isTTY" | "columns"> & { write(text: string): unknown };

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

/**
 * A text as it may stand in a log: without characters that move the cursor, and without what a runner of workflows
 * takes for a command (`::` at the start of a line, `##[` anywhere). A file may be called so.
 */
export function harmless(text: string): string {
  return text
    .replace(controls, "\ufffd")
    .replace(/^(\s*):(?=:)/gm, "$1: ")
    .replace(/##(?=\[)/g, "## ");
}

/** Writes lines, ended by a line break. */
export function say(stream: Screen, text: string): void {
  stream.write(`${harmless(text)}\n`);
}
