import { InputError } from "../errors.ts";

/** Tables shrink to a tenth when they are packed, seldom to a thirtieth; what was made to swell, to a thousandth. */
const mostTimes = 50;
const always = 32 << 20;

/** The most bytes that a packed file of a size may unpack to. */
export function unpackedLimit(packed: number): number {
  return Math.max(always, packed * mostTimes);
}

/** An InputError for a packed file that unpacks to more than it may. */
export function swells(packed: number, name: string): InputError {
  const most = Math.round(unpackedLimit(packed) / (1 << 20));
  return new InputError(
    `the file unpacks to more than ${most.toLocaleString("en-US")} MB, ${Math.floor(unpackedLimit(packed) / Math.max(packed, 1)).toLocaleString("en-US")} times its size`,
    "No table that a shop exports does. If it is right all the same, unpack it and put the unpacked file here.",
    { file: name },
  );
}

/** The bytes as they come. Throws an InputError once they are more than a file of the packed size may hold. */
export async function* withinLimit(
  bytes: AsyncIterable<Uint8Array>,
  packed: number,
  name: string,
): AsyncGenerator<Uint8Array> {
  let unpacked = 0;
  for await (const piece of bytes) {
    unpacked += piece.length;
    if (unpacked > unpackedLimit(packed)) throw swells(packed, name);
    yield piece;
  }
}
