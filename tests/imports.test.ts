import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const project = fileURLToPath(new URL("..", import.meta.url));

/**
 * The rooms of src and the rooms each may import from. Imports point one way: no room stands in the
 * list of a room that it lists.
 */
const mayImport: Record<string, readonly string[]> = {
  statistics: [],
  config: [],
  /** Finds identifiers in what is to be published. */
  privacy: [],
  dataset: ["statistics", "config"],
  analysis: ["dataset", "statistics", "config"],
  report: ["analysis", "dataset", "statistics", "config"],
  /** What touches the disk: opens files, reads report.yaml. */
  input: ["report", "analysis", "dataset", "config"],
  charts: ["report"],
  components: ["charts", "report", "dataset", "config", "styles"],
  layouts: ["components", "charts", "report", "styles"],
  pages: ["layouts", "components", "charts", "report", "input", "dataset", "config", "styles"],
  /** Generates the sample; the report knows nothing of it. */
  sample: ["statistics"],
  tools: ["input", "report", "analysis", "dataset", "statistics", "config", "privacy", "sample"],
  styles: [],
};

/** What report.yaml is checked against; the one thing that `config` takes from a room above it. */
const shared = ["src/dataset/fields.ts", "src/dataset/input-error.ts", "src/dataset/clean/date.ts"];

/** Where the disk, processes and the like may be reached; a name with a slash at its end is a folder. */
const edges = ["src/input/", "src/tools/", "src/charts/canvas.ts"];

/** Packages that only some rooms may import; a package that is not here is for every room. */
const keepers: Record<string, readonly string[]> = {
  astro: ["src/pages/", "src/layouts/", "src/components/", "src/tools/", "src/env.d.ts"],
  "@astrojs/react": [],
  react: ["src/components/"],
  "react-dom": ["src/components/"],
  "react-chartjs-2": ["src/components/"],
  "chart.js": ["src/charts/", "src/components/"],
  "@napi-rs/canvas": ["src/charts/canvas.ts"],
  "sql.js": ["src/dataset/", "src/input/"],
  papaparse: ["src/dataset/", "src/input/", "src/tools/", "src/sample/"],
  "ml-kmeans": ["src/statistics/"],
  "simple-statistics": ["src/statistics/"],
  "pure-rand": ["src/statistics/", "src/sample/"],
};

/** Where the same input must give the same bytes. */
const deterministic = ["statistics", "dataset", "analysis", "report", "charts", "sample"];

interface Source {
  /** From the project's folder, with forward slashes. */
  path: string;
  /** The first folder under src; null for a file beside the rooms. */
  room: string | null;
  code: string;
  imports: { name: string; path: string | null }[];
}

const sources = readSources();
const byPath = new Map(sources.map((source) => [source.path, source]));

describe("imports", () => {
  test("every folder of src is a room that this test knows", () => {
    const rooms = new Set(sources.flatMap(({ room }) => (room === null ? [] : [room])));
    expect([...rooms].filter((room) => mayImport[room] === undefined)).toEqual([]);
  });

  test("the table of rooms itself has no circle", () => {
    const circles = Object.keys(mayImport).filter((room) => reaches(room, room, mayImport));
    expect(circles).toEqual([]);
  });

  test("imports point one way from room to room", () => {
    const wrong = eachImport(({ source, name, target }) => {
      if (target?.room == null || source.room === null || target.room === source.room) return null;
      if (mayImport[source.room]?.includes(target.room)) return null;
      if (source.room === "config" && shared.includes(target.path)) return null;
      return `${source.path} imports ${name}: ${source.room} may not import ${target.room}`;
    });
    expect(wrong).toEqual([]);
  });

  test("every import of a file finds its file", () => {
    const missing = eachImport(({ source, name, path }) =>
      path !== null && !existsSync(join(project, path))
        ? `${source.path} imports ${name}: no such file`
        : null,
    );
    expect(missing).toEqual([]);
  });

  test("nothing in src imports a test", () => {
    const wrong = eachImport(({ source, name, path }) =>
      path?.startsWith("tests/") ? `${source.path} imports ${name}` : null,
    );
    expect(wrong).toEqual([]);
  });

  test("a package is imported only where it belongs", () => {
    const wrong = eachImport(({ source, name, path }) => {
      if (path !== null) return null;
      const keeper = keepers[packageOf(name)];
      return keeper === undefined || isIn(source.path, keeper) ? null : `${source.path} imports ${name}`;
    });
    expect(wrong).toEqual([]);
  });

  test("node's own modules are imported only at the edges", () => {
    const builtin = new Set(builtinModules);
    const wrong = eachImport(({ source, name, path }) => {
      if (path !== null || !(name.startsWith("node:") || builtin.has(name))) return null;
      return isIn(source.path, edges) ? null : `${source.path} imports ${name}`;
    });
    expect(wrong).toEqual([]);
  });

  test("no file imports itself by way of others", () => {
    expect(cycles()).toEqual([]);
  });
});

test("chance and the clock are nowhere in what makes the report", () => {
  const wrong = sources.flatMap((source) =>
    source.room !== null && deterministic.includes(source.room)
      ? unsteady(source).map((use) => `${source.path}, ${use}`)
      : [],
  );
  expect(wrong).toEqual([]);
});

function eachImport(
  judge: (found: {
    source: Source;
    name: string;
    path: string | null;
    target: Source | undefined;
  }) => string | null,
): string[] {
  return sources.flatMap((source) =>
    source.imports.flatMap(({ name, path }) => {
      const verdict = judge({ source, name, path, target: path === null ? undefined : byPath.get(path) });
      return verdict === null ? [] : [verdict];
    }),
  );
}

/** Circles of imports, each from its first file in alphabetical order. */
function cycles(): string[] {
  const found = new Set<string>();
  const done = new Set<string>();
  const visit = (path: string, trail: string[]) => {
    const start = trail.indexOf(path);
    if (start >= 0) {
      const circle = trail.slice(start);
      const first = circle.indexOf([...circle].sort()[0] ?? "");
      const turned = [...circle.slice(first), ...circle.slice(0, first)];
      found.add([...turned, turned[0]].join(" → "));
      return;
    }
    if (done.has(path)) return;
    for (const { path: next } of byPath.get(path)?.imports ?? []) {
      if (next !== null && byPath.has(next)) visit(next, [...trail, path]);
    }
    done.add(path);
  };
  for (const { path } of sources) visit(path, []);
  return [...found];
}

/** Calls in a source whose result changes from run to run. */
function unsteady({ path, code }: Source): string[] {
  const file = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const text = node.getText(file);
    const clock =
      ts.isPropertyAccessExpression(node) &&
      /^(globalThis\.)?(Math\.random|Date\.now|performance\.now|crypto\.(randomUUID|getRandomValues))$/.test(
        text,
      );
    const now =
      ts.isNewExpression(node) &&
      node.expression.getText(file) === "Date" &&
      (node.arguments?.length ?? 0) === 0;
    if (clock || now) {
      found.push(`line ${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}: ${text}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function readSources(): Source[] {
  return readdirSync(join(project, "src"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs|js|astro)$/.test(entry.name))
    .map((entry) => {
      const file = join(entry.parentPath, entry.name);
      const path = posix(relative(project, file));
      const text = readFileSync(file, "utf8");
      const code = entry.name.endsWith(".astro") ? scriptsOf(text) : text;
      const parts = path.split("/");
      return {
        path,
        room: parts.length > 2 ? (parts[1] ?? null) : null,
        code,
        imports: importsOf(code, file),
      };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The frontmatter and the scripts of an Astro component. */
function scriptsOf(text: string): string {
  const frontmatter = /^\s*---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? "";
  const scripts = [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => code ?? "");
  return [frontmatter, ...scripts].join("\n");
}

function importsOf(code: string, file: string): Source["imports"] {
  return ts.preProcessFile(code, true, true).importedFiles.map(({ fileName }) => {
    const name = fileName.replace(/[?#].*$/, "");
    if (!name.startsWith(".")) return { name, path: null };
    const target = resolve(dirname(file), name);
    const index = join(target, "index.ts");
    const found = existsSync(target) && statSync(target).isDirectory() ? index : target;
    return { name, path: posix(relative(project, found)) };
  });
}

function reaches(
  from: string,
  to: string,
  arrows: Record<string, readonly string[]>,
  seen = new Set<string>(),
): boolean {
  for (const next of arrows[from] ?? []) {
    if (next === to) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    if (reaches(next, to, arrows, seen)) return true;
  }
  return false;
}

function isIn(path: string, places: readonly string[]): boolean {
  return places.some((place) => (place.endsWith("/") ? path.startsWith(place) : path === place));
}

function packageOf(name: string): string {
  const parts = name.split("/");
  return name.startsWith("@") ? parts.slice(0, 2).join("/") : (parts[0] ?? name);
}

function posix(path: string): string {
  return path.split(sep).join("/");
}
