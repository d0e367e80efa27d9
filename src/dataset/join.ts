import type { Config } from "../config/config.ts";
import type { FieldName } from "../fields/fields.ts";
import type { FileTable } from "./file-table.ts";
import { chosenLinks, findLinks, isAlike, type Link, type MappedFile } from "./join-keys.ts";
import type { JoinTree } from "./joined-columns.ts";
import type { Mapping } from "./map.ts";

export interface Joined {
  trees: JoinTree[];
  /** Files that no tree needs. */
  unused: MappedFile[];
}

/**
 * How files belong together. Files of one kind (of the same headers, by and large) are read one after another.
 * Of others a key is a column that both have by name, whose values are unique in one of them and cover those of the other.
 */
export function joinFiles(
  files: readonly MappedFile[],
  config: Pick<Config, "join">,
  holdsPurchases: (mapping: Pick<Mapping, "columns">) => boolean,
): Joined {
  if (files.length === 0) return { trees: [], unused: [] };
  if (config.join === "none") return apart(files, holdsPurchases);
  const links = config.join === "auto" ? findLinks(files) : chosenLinks(files, config.join);
  if (links.length === 0) return apart(files, holdsPurchases);
  const reachable = files.map((mapped) => linksFrom(mapped.file, links));
  const best = files
    .map((_, index) => index)
    .sort(
      (a, b) =>
        (reachable[b]?.length ?? 0) - (reachable[a]?.length ?? 0) ||
        goods(files[b]) - goods(files[a]) ||
        a - b,
    )[0];
  const root = best === undefined ? undefined : files[best];
  if (root === undefined) return apart(files, holdsPurchases);
  // Several files may hold the lines: those of the root's kind.
  const roots = files.filter((mapped) => mapped === root || isAlike(mapped.file, root.file));
  const trees = roots.map((mapped) => ({ root: mapped, links: linksFrom(mapped.file, links) }));
  const used = new Set(
    trees.flatMap(({ root: { file }, links: all }) => [file, ...all.map(({ to }) => to.file)]),
  );
  const others = files.filter(({ file }) => !used.has(file));
  // What is keyed to a file in use tells of the same purchases once more, as payments do.
  const own = others.filter(
    (mapped) =>
      holdsPurchases(mapped.mapping) &&
      !links.some(({ from, to }) => from === mapped.file && used.has(to.file)),
  );
  return {
    trees: [...trees, ...own.map((mapped) => ({ root: mapped, links: [] }))],
    unused: others.filter((mapped) => !own.includes(mapped)),
  };
}

function apart(
  files: readonly MappedFile[],
  holdsPurchases: (mapping: Pick<Mapping, "columns">) => boolean,
): Joined {
  const own = files.filter(({ mapping }) => holdsPurchases(mapping));
  // Nothing can be made of any: the first one says what is missing.
  const roots = own.length === 0 ? files.slice(0, 1) : own;
  return {
    trees: roots.map((root) => ({ root, links: [] })),
    unused: files.filter((mapped) => !roots.includes(mapped)),
  };
}

/** How much a file looks like the lines of orders. */
function goods(mapped: MappedFile | undefined): number {
  const fields: FieldName[] = ["order", "product", "productCode", "quantity", "price", "amount"];
  return fields.filter((field) => mapped?.mapping.columns.has(field)).length;
}

/** The links that lead on from a file, each file once, the nearest first. */
function linksFrom(start: FileTable, links: readonly Link[]): Link[] {
  const reached = new Set([start]);
  const found: Link[] = [];
  for (let from = [start]; from.length > 0; ) {
    const next = links.filter((link) => from.includes(link.from));
    from = [];
    for (const link of next) {
      if (reached.has(link.to.file)) continue;
      reached.add(link.to.file);
      found.push(link);
      from.push(link.to.file);
    }
  }
  return found;
}
