import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const project = fileURLToPath(new URL("..", import.meta.url));

/** The rooms of src, from the ground up: a room imports only from rooms that stand before it. */
const rooms = [
  "fields",
  "config",
  "statistics",
  "read",
  "dataset",
  "store",
  "questions",
  "disclosure",
  "report",
  "charts",
  "components",
  "sections",
  "edition",
  "layouts",
  "pages",
  "live",
  "cli",
];

/** Imports against the direction that are still to be turned. */
const owed: readonly string[] = [
  "src/config/read-config.ts imports ../read/find-files.ts",
  "src/read/read-logo.ts imports ../report/logo.ts",
];

/** Rooms that import less than what stands before them. */
const only: Record<string, readonly string[]> = { config: ["fields"], statistics: [] };

/** What a section offers others beside its types, words, figures and components: it works with its part of the Report. */
const offered: readonly string[] = [
  "src/sections/affinity/affinity-things.ts",
  "src/sections/affinity/findings.ts",
  "src/sections/affinity/pairs.ts",
  "src/sections/coming-back/moves.ts",
  "src/sections/sales/brought.ts",
  "src/sections/segments/segments.ts",
];

/** Where the disk, processes and the like may be reached; a name with a slash at its end is a folder. */
const edges = [
  "src/read/",
  "src/live/",
  "src/cli/",
  "src/charts/canvas.ts",
  "src/config/read-config.ts",
  "src/edition/current-report.ts",
  "src/edition/open-report.ts",
  "src/edition/previous-report.ts",
  "src/sections/lookup/customer-names.ts",
];

/** Packages that only some rooms may import; a package that is not here is for every room. */
const keepers: Record<string, readonly string[]> = {
  astro: [
    "src/pages/",
    "src/layouts/",
    "src/components/",
    "src/sections/views.ts",
    "src/cli/",
    "src/env.d.ts",
  ],
  "@astrojs/react": [],
  react: ["src/components/", "src/sections/"],
  "react-dom": ["src/components/", "src/sections/"],
  "react-chartjs-2": ["src/components/"],
  "chart.js": ["src/charts/", "src/components/"],
  "@napi-rs/canvas": ["src/charts/canvas.ts"],
  "sql.js": ["src/store/"],
  hucre: ["src/read/"],
  jschardet: ["src/read/"],
  yauzl: ["src/read/"],
  papaparse: ["src/read/", "src/report/csv.ts", "src/live/", "src/cli/"],
  "ml-kmeans": ["src/statistics/"],
  "pure-rand": ["src/statistics/"],
  amqplib: ["src/live/sources/"],
  kafkajs: ["src/live/sources/"],
  "prom-client": ["src/live/"],
};

/** Where the same input must give the same bytes. */
const deterministic = [
  "statistics",
  "dataset",
  "store",
  "questions",
  "disclosure",
  "report",
  "charts",
  "sections",
  "edition",
];

interface Source {
  /** From the project's folder, with forward slashes. */
  path: string;
  /** The first folder under src; null for a file beside the rooms. */
  room: string | null;
  code: string;
  imports: { name: string; path: string | null; isType: boolean }[];
}

const sources = readSources();
const byPath = new Map(sources.map((source) => [source.path, source]));

describe("imports", () => {
  test("every folder of src is a room that this test knows", () => {
    const found = new Set(sources.flatMap(({ room }) => (room === null ? [] : [room])));
    expect([...found].filter((room) => !rooms.includes(room))).toEqual([]);
  });

  test("imports point one way from room to room", () => {
    const wrong = eachImport(({ source, name, target }) => {
      if (target?.room == null || source.room === null || target.room === source.room) return null;
      const may = only[source.room] ?? rooms.slice(0, rooms.indexOf(source.room));
      if (may.includes(target.room)) return null;
      return `${source.path} imports ${name}`;
    });
    expect(wrong).toEqual(owed);
  });

  test("a section takes of another what that publishes, and nothing of how it was found", () => {
    const wrong = sources.flatMap(({ path, imports }) =>
      imports.flatMap(({ path: target, isType }) => {
        const [own, other] = [sectionOf(path), sectionOf(target)];
        if (own === null || other === null || own === other || target === null || isType) return [];
        const isShown = /\/(words|figures)(\/|\.ts$)|\.astro$/u.test(target);
        return isShown || offered.includes(target) ? [] : [`${path} imports ${target}`];
      }),
    );
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

/** The section in whose folder a file stands. */
function sectionOf(path: string | null): string | null {
  return /^src\/sections\/([^/]+)\//u.exec(path ?? "")?.[1] ?? null;
}

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
  const types = typesOnly(code);
  return ts.preProcessFile(code, true, true).importedFiles.map(({ fileName }) => {
    const name = fileName.replace(/[?#].*$/, "");
    const isType = types.has(fileName);
    if (!name.startsWith(".")) return { name, path: null, isType };
    const target = resolve(dirname(file), name);
    const index = join(target, "index.ts");
    const found = existsSync(target) && statSync(target).isDirectory() ? index : target;
    return { name, path: posix(relative(project, found)), isType };
  });
}

/** Of what a file imports nothing but types. */
function typesOnly(code: string): Set<string> {
  const file = ts.createSourceFile("", code, ts.ScriptTarget.Latest);
  const imports = file.statements.filter(ts.isImportDeclaration);
  const nameOf = ({ moduleSpecifier }: ts.ImportDeclaration) =>
    ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : "";
  const isOfTypes = ({ importClause }: ts.ImportDeclaration) => {
    const named = importClause?.namedBindings;
    const isEach =
      named !== undefined &&
      ts.isNamedImports(named) &&
      importClause?.name === undefined &&
      named.elements.every(({ isTypeOnly }) => isTypeOnly);
    return importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword || isEach;
  };
  const values = new Set(imports.filter((each) => !isOfTypes(each)).map(nameOf));
  return new Set(
    imports
      .filter(isOfTypes)
      .map(nameOf)
      .filter((name) => !values.has(name)),
  );
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
