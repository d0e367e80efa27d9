import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { bake } from "../../src/charts/bake.ts";
import type { FigureSpec } from "../../src/charts/spec.ts";
import { type ChartSize, paintVariables } from "../../src/charts/theme.ts";
import * as specs from "./specs.ts";

/** The pictures, each with what to look for in it. `npm run gallery` writes them anew. */
const gallery: readonly { file: string; spec: FigureSpec; size: ChartSize; look: string }[] = [
  { file: "bars", spec: specs.category, size: "wide", look: "Values bold, shares muted behind them." },
  {
    file: "bars-narrow",
    spec: specs.category,
    size: "narrow",
    look: "The same for a phone; no text cut off.",
  },
  {
    file: "bars-hostile",
    spec: specs.hostile,
    size: "wide",
    look: "Markup as text, right-to-left, emoji, shortened.",
  },
  {
    file: "bars-steps",
    spec: specs.steps,
    size: "wide",
    look: "Each bar begins where the one before it ended.",
  },
  {
    file: "bars-both-sides",
    spec: specs.bothSides,
    size: "wide",
    look: "One bar to the right of zero, one to the left.",
  },
  { file: "columns", spec: specs.ages, size: "wide", look: "A value above and a label below each column." },
  { file: "share", spec: specs.gender, size: "wide", look: "Parts of one bar; each named once." },
  {
    file: "line-one-month",
    spec: specs.months(1),
    size: "wide",
    look: "A single point, its value written once.",
  },
  {
    file: "line-two-years",
    spec: specs.months(24),
    size: "wide",
    look: "First and last label; highest, lowest, last value.",
  },
  {
    file: "line-five-years",
    spec: specs.months(60),
    size: "narrow",
    look: "No labels on top of each other.",
  },
  {
    file: "line-unfinished",
    spec: specs.unfinished,
    size: "wide",
    look: "The last point hollow, its line dashed.",
  },
  {
    file: "line-marked",
    spec: specs.elbow([90, 50, 30, 25], [1, 2], ["knee", "chosen"]),
    size: "wide",
    look: "Marked points with their words.",
  },
  { file: "scatter", spec: specs.segments(40, 2), size: "wide", look: "Two clouds on a logarithmic axis." },
];

/** Of the light theme: what `styles/tokens.css` gives the variables, so that a picture stands by itself. */
const tokens = readFileSync(new URL("../../src/components/styles/tokens.css", import.meta.url), "utf8");

function lightValue(variable: string): string {
  const [, written = ""] = new RegExp(`${variable}: ([^;]+);`).exec(tokens) ?? [];
  const [, inner] = /^var\((--[\w-]+)\)$/.exec(written) ?? [];
  if (inner !== undefined) return lightValue(inner);
  const [, light = ""] = /^light-dark\((#[0-9a-f]{6}),/.exec(written) ?? [];
  return light;
}

/** A drawing as a file of its own, in the light theme on its card. */
function picture(spec: FigureSpec, size: ChartSize): string {
  const variables = [...new Set(Object.values(paintVariables))];
  const colors = variables.map((variable) => `${variable}:${lightValue(variable)}`).join(";");
  return `${bake(spec, size)
    .replace(">", `><style>svg{${colors};background:var(--card)}</style>`)
    .replaceAll(/(<(?:path|text|rect|style|title|g)\b)/g, "\n$1")}\n`;
}

test.each(gallery)(
  "$file should be drawn as it was when somebody looked at it",
  async ({ file, spec, size }) => {
    await expect(picture(spec, size)).toMatchFileSnapshot(`gallery/${file}.svg`);
  },
);

test("the gallery should hold every colour that charts are drawn in", () => {
  for (const variable of Object.values(paintVariables)) expect(lightValue(variable), variable).toMatch(/^#/);
});

test("the gallery's page should show every picture, and nothing else should lie beside it", async () => {
  const rows = gallery.map(
    ({ file, spec, look }) => `## ${spec.title}\n\n${look}\n\n![${file}](${file}.svg)\n`,
  );
  const page = `# Charts\n\nDrawn by \`tests/charts/gallery.test.ts\`, which holds every change against these pictures.\n\`npm run gallery\` writes them anew: look at each that changed before you commit it.\nThey are measured for Inter, the font of the pages: in another font words may touch, or be cut at the edge.\n\n${rows.join("\n")}`;
  await expect(page).toMatchFileSnapshot("gallery/README.md");
  const known = ["README.md", ...gallery.map(({ file }) => `${file}.svg`)];
  const files = readdirSync(new URL("gallery", import.meta.url));
  expect(files.filter((file) => !known.includes(file))).toEqual([]);
});

test("npm run gallery should write its pictures, and no other snapshot", () => {
  // What stands behind --update is taken for its value, and every test would run.
  expect(packageJson.scripts.gallery).toMatch(/ tests\/charts\/gallery --update$/u);
});
