import { readFile } from "node:fs/promises";
import { unreadable } from "../read/find-files.ts";
import { type Config, defaultConfig } from "./config.ts";
import { parseConfig } from "./parse-config.ts";

/** The configuration in a file, or the defaults where there is no such file. */
export async function readConfig(path: string): Promise<Config> {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw unreadable(path, error);
  });
  return text === undefined ? defaultConfig : parseConfig(text, path);
}
