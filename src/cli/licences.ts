import { readdir, readFile } from "node:fs/promises";
import { join, sep } from "node:path";
import { z } from "zod";

/** Packages of which a site holds something that no script's modules tell of: its font, and the scripts in its pages. */
const beside = ["@fontsource-variable/inter", "astro"];

const shape = z.object({ name: z.string(), version: z.string(), license: z.string() });

/** What is read of a bundle. */
interface Bundle {
  [file: string]: { type: "asset" } | { type: "chunk"; modules: Record<string, { renderedLength: number }> };
}

/** Notes which packages' code ends up in the scripts that browsers load: a plugin for the build of the pages. */
export class ShippedPackages {
  readonly #folders = new Set<string>();

  readonly plugin = {
    name: "shipped-packages",
    applyToEnvironment: ({ name }: { name: string }) => name === "client",
    generateBundle: (_options: unknown, bundle: Bundle) => {
      for (const part of Object.values(bundle)) {
        if (part.type !== "chunk") continue;
        for (const [id, { renderedLength }] of Object.entries(part.modules)) {
          const folder = renderedLength > 0 ? packageFolder(id) : null;
          if (folder !== null) this.#folders.add(folder);
        }
      }
    },
  };

  /**
   * The licences of all that is shipped, by the names of the packages.
   *
   * @param installed gives the folder of a package
   * @throws where a package has no file with its licence: it must not be shipped then
   */
  async licences(installed: (name: string) => Promise<string>): Promise<string> {
    const folders = new Set([...this.#folders, ...(await Promise.all(beside.map(installed)))]);
    const parts = new Map<string, string>();
    for (const folder of folders) {
      const { name, version, license } = shape.parse(
        JSON.parse(await readFile(join(folder, "package.json"), "utf8")),
      );
      parts.set(name, `${name} ${version} (${license})\n\n${await licenceIn(folder, name)}\n`);
    }
    return [...parts.keys()]
      .sort()
      .map((name) => parts.get(name))
      .join(`\n${"-".repeat(80)}\n\n`);
  }
}

/** The folder of the innermost package that a module belongs to; null where it belongs to none. */
export function packageFolder(id: string): string | null {
  if (id.startsWith("\0")) return null;
  const path = id.replace(/\?.*$/, "").replaceAll("\\", "/");
  const match = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path);
  return match?.[1] === undefined ? null : match[1].split("/").join(sep);
}

async function licenceIn(folder: string, name: string): Promise<string> {
  const file = (await readdir(folder)).sort().find((entry) => /^licen[cs]e(\.(md|txt))?$/i.test(entry));
  if (file === undefined)
    throw new Error(`${name} is shipped with the report, and has no file with its licence`);
  return (await readFile(join(folder, file), "utf8")).replaceAll("\r\n", "\n").trim();
}
