import { readFile, realpath, stat } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { imageSize } from "image-size";
import { InputError } from "../errors.ts";
import type { Logo } from "../report/logo.ts";
import { unreadable } from "./find-files.ts";
import { shapesOf } from "./svg-shapes.ts";

/** Kinds of pictures that every browser shows, with their media types. */
const kinds: Readonly<Record<string, string>> = {
  svg: "image/svg+xml",
  png: "image/png",
  webp: "image/webp",
  jpg: "image/jpeg",
};

/** A page with all its fonts and styles stays under 120 KB. */
const largestLogo = 40 * 1024;

/**
 * The logo that report.yaml names, beside the data. Throws an InputError where there is no such file, where it
 * is no picture that browsers show, or where it is too large for a page that loads at once.
 */
export async function readLogo(folder: string, name: string): Promise<Logo> {
  const path = join(folder, name);
  await refuseOutside(folder, path, name);
  await refusePipe(path, name);
  const bytes = await readFile(path).catch((error: unknown) => {
    throw unreadable(path, error);
  });
  if (bytes.length > largestLogo) {
    throw new InputError(
      `the logo "${name}" has ${Math.ceil(bytes.length / 1024)} KB`,
      `Every page loads it: make it at most ${largestLogo / 1024} KB, best as SVG.`,
      { file: path },
    );
  }
  const { width, height, type = "" } = sizeOf(bytes);
  const mediaType = kinds[type];
  if (mediaType === undefined || !(width > 0) || !(height > 0)) {
    throw new InputError(
      `the logo "${name}" is no picture that can be shown`,
      `Use ${Object.keys(kinds).join(", ")}; an SVG needs a width and height or a viewBox.`,
      { file: path },
    );
  }
  const content = type === "svg" ? Buffer.from(svgShapes(bytes, name, path)) : bytes;
  return { type, mediaType, width, height, content: content.toString("base64") };
}

/** Throws an InputError where a logo lies outside the data folder, by its path or by a symbolic link. */
async function refuseOutside(folder: string, path: string, name: string): Promise<void> {
  const [root, target] = await Promise.all(
    [folder, path].map((each) => realpath(each).catch(() => resolve(each))),
  );
  const way = relative(root ?? "", target ?? "");
  if (way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && resolve(way) !== way) return;
  throw new InputError(
    `the logo "${name}" lies outside the data folder`,
    "Put the picture beside the data, and name it in report.yaml.",
    { file: path },
  );
}

/** Throws an InputError for a pipe, a device or a folder: reading one might never end. */
async function refusePipe(path: string, name: string): Promise<void> {
  const found = await stat(path).catch((error: unknown) => {
    throw unreadable(path, error);
  });
  if (found.isFile()) return;
  throw new InputError(
    `the logo "${name}" is no file`,
    "Pipes, devices and folders are not read: name a picture.",
    {
      file: path,
    },
  );
}

function svgShapes(bytes: Uint8Array, name: string, path: string): string {
  try {
    return shapesOf(Buffer.from(bytes).toString("utf8"));
  } catch (error) {
    throw new InputError(
      `the logo "${name}" is no well-formed SVG${error instanceof Error ? `: ${error.message.split("\n")[0]}` : ""}`,
      "Export it again, or use a png.",
      { file: path },
    );
  }
}

function sizeOf(bytes: Uint8Array): { width: number; height: number; type?: string | undefined } {
  try {
    return imageSize(bytes);
  } catch {
    // It throws where it knows no size.
    return { width: 0, height: 0 };
  }
}
