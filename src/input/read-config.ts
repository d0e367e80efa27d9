import { readFile } from "node:fs/promises";
import { type Config, defaultConfig } from "../config/config.ts";
import { parseConfig } from "../config/parse-config.ts";
import { unreadable } from "./find-files.ts";

/** The configuration in a file, or the defaults where there is no such file. */
export async function readConfig(path: string): Promise<Config> {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw unreadable(path, error);
  });
  return text === undefined ? defaultConfig : parseConfig(text, path);
}
