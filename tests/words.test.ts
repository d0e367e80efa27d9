import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const project = fileURLToPath(new URL("..", import.meta.url));

/** Where what people read could stand. */
const rooms = ["charts", "components", "layouts", "pages", "report", "sections", "edition"];

/** Files of words: `words.ts` beside what they speak of, or a folder of them. */
const isWords = (path: string) => /(\/words\/|[/-]words\.ts$)/u.test(path);

/** The registries: a definition stands beside its formula and its query. */
const registries = ["src/report/metrics.ts", "src/report/split-figures.ts", "src/report/columns.ts"];

/** Whose texts are no part of the pages. */
const exceptions = [
  // What the terminal says while it works.
  "src/sections/affinity/part.ts",
  "src/edition/open-report.ts",
  "src/edition/previous-report.ts",
  // Names of segments, which are their ids as well.
  "src/report/rfm-segments.ts",
  // Names of fonts.
  "src/components/figure-image.ts",
];

/** So many words one after the other are a phrase. */
const fewest = 3;

interface Phrase {
  path: string;
  line: number;
  text: string;
}

/** Whether a text reads as English: words with spaces between them, and neither code nor a list of names. */
function isPhrase(text: string): boolean {
  const plain = text.replace(/\s+/gu, " ").trim();
  // SQL, addresses, lists of classes and of attributes, drawing commands.
  if (/^(SELECT|FROM|JOIN|WITH|UPDATE)\b|[{};<>=]|:\/\/|--|^\.|^#/u.test(plain)) return false;
  const words = plain.split(" ").filter((word) => /^[("“]?\p{L}[\p{L}’']*[.,:;!?)"”]*$/u.test(word));
  if (words.length < fewest) return false;
  // Names of classes and of properties are of small letters and end in no stop.
  return /^[\p{Lu}("“]/u.test(plain) || /[.:;!?]$/u.test(plain) || functionWords.test(plain);
}

/** Short words that sentences are held together by. */
const functionWords =
  /\b(the|of|and|or|is|are|was|were|that|with|for|by|than|not|no|to|in|what|each|from)\b/u;

/** Texts of a script that are read by people: strings and templates, and the text between tags. */
function phrasesIn(path: string, code: string, firstLine = 1): Phrase[] {
  const kind = path.endsWith("x") || path.endsWith(".astro") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true, kind);
  const found: Phrase[] = [];
  const note = (node: ts.Node, text: string) => {
    if (!isPhrase(text)) return;
    const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + firstLine;
    found.push({ path, line, text: text.replace(/\s+/gu, " ").trim() });
  };
  const visit = (node: ts.Node): void => {
    // What a throw says is for who develops; imports and class names are no text.
    if (ts.isThrowStatement(node) || ts.isImportDeclaration(node)) return;
    if (ts.isJsxAttribute(node) && /^class(Name)?$/u.test(node.name.getText(file))) return;
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) note(node, node.text);
    else if (ts.isTemplateExpression(node)) {
      note(node, [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(" 1 "));
      for (const { expression } of node.templateSpans) visit(expression);
      return;
    } else if (ts.isJsxText(node)) note(node, node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** A component in two parts: its script, and its markup, which is read as a fragment of JSX. */
function phrasesInAstro(path: string, text: string): Phrase[] {
  const parts = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/u.exec(text);
  const [script, markup] = parts === null ? ["", text] : [parts[1] ?? "", parts[2] ?? ""];
  const plain = markup
    .replace(/<!--[\s\S]*?-->|<!doctype[^>]*>|<(script|style)\b[^>]*>[\s\S]*?<\/\1>/giu, (cut) =>
      cut.replace(/[^\n]/gu, ""),
    )
    // Names of attributes that JSX does not know.
    .replace(/\b(class|is|set|client):\w+/gu, (name) => name.replace(":", "-"));
  const above = text.slice(0, text.length - markup.length).split("\n").length;
  return [...phrasesIn(path, script, 2), ...phrasesIn(path, `<>${plain}</>`, above)];
}

function phrasesOf(path: string, text: string): Phrase[] {
  return path.endsWith(".astro") ? phrasesInAstro(path, text) : phrasesIn(path, text);
}

const sources = rooms.flatMap((room) =>
  readdirSync(join(project, "src", room), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|astro)$/u.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name)),
);

describe("what people read", () => {
  test("stands in files of words, or in a registry of definitions", () => {
    const found = sources
      .map((file) => ({ file, path: relative(project, file).split(sep).join("/") }))
      .filter(
        ({ path }) =>
          !isWords(path) && ![...registries, ...exceptions].some((place) => path.startsWith(place)),
      )
      .flatMap(({ file, path }) => phrasesOf(path, readFileSync(file, "utf8")))
      .map(({ path, line, text }) => `${path}:${line}: ${text}`);
    expect(found).toEqual([]);
  });

  test("needs no letters of another alphabet, whose font would be loaded for them", () => {
    const strange = ["src/sections", "src/report"].flatMap((room) =>
      readdirSync(join(project, room), { recursive: true, encoding: "utf8" })
        .map((path) => `${room}/${path.split(sep).join("/")}`)
        .filter((path) => path.endsWith(".ts") && isWords(path))
        .flatMap((path) =>
          readFileSync(join(project, path), "utf8")
            .split("\n")
            .filter(
              (line) =>
                !/^\s*(\*|\/\*|\/\/)/.test(line) && /[\p{Script=Greek}\p{Script=Cyrillic}]/u.test(line),
            )
            .map((line) => `${path}: ${line.trim().slice(0, 60)}`),
        ),
    );
    expect(strange).toEqual([]);
  });

  test("is of all rooms that have texts", () => {
    expect(sources.length).toBeGreaterThan(100);
  });
});

describe("phrasesOf", () => {
  const texts = (path: string, code: string) => phrasesOf(path, code).map(({ text }) => text);

  test("finds sentences in strings, templates, attributes and between tags", () => {
    expect(texts("a.ts", 'const a = "Half of orders come to little.";')).toEqual([
      "Half of orders come to little.",
    ]);
    expect(texts("a.ts", `const a = \`Half of \${name} come to little.\`;`)).toHaveLength(1);
    expect(texts("a.ts", `const a = \`\${count} of them are \${b ? "left out of it" : ""}\`;`)).toHaveLength(
      2,
    );
    expect(texts("a.tsx", "const a = <p>Nothing is like that.</p>;")).toEqual(["Nothing is like that."]);
    expect(texts("a.astro", `---\nconst a = 1;\n---\n\n<p aria-label="What it means here">{a}</p>`)).toEqual([
      "What it means here",
    ]);
    expect(
      phrasesOf("a.astro", "---\nconst a = 1;\n---\n\n<p>\n  How every number is defined\n</p>"),
    ).toEqual([{ path: "a.astro", line: 6, text: "How every number is defined" }]);
  });

  test("leaves class names, queries, errors, names and paths alone", () => {
    for (const code of [
      'const a = <p className="card chart figure wide" />;',
      'const query = "SELECT value FROM transactions JOIN traits";',
      'throw new RangeError("the axis is not above 0");',
      'const drawing = "M 0 0 L 10 10";',
      'const list = ["orders", "products", "traits"];',
      'import a from "./what the file is.ts";',
    ])
      expect(texts("a.tsx", code), code).toEqual([]);
    expect(texts("a.astro", '---\n---\n<a class="card wide of the sort" href="/x/">{name}</a>')).toEqual([]);
  });
});
