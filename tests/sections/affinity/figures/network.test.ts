import { describe, expect, test } from "vitest";
import { type ChartSize, sizes } from "../../../../src/charts/theme.ts";
import { drawNetwork, type NetworkSpec } from "../../../../src/sections/affinity/figures/network.ts";
import { textsOf } from "../../../charts/texts-of.ts";

const bothSizes: ChartSize[] = ["wide", "narrow"];

function network(names: readonly string[]): NetworkSpec {
  return {
    id: "pairs",
    title: 'Pairs & "more"',
    caption: "",
    nodes: names.map((name, index) => ({ name, size: index / names.length })),
    links: names.slice(1).map((_, index) => ({ from: 0, to: index + 1, weight: index / names.length })),
    table: { headings: [], columns: [], rows: [] },
  };
}

const many = Array.from({ length: 24 }, (_, index) => `WHITE HANGING HEART HOLDER ${index} WITH CANDLES`);

describe.each(bothSizes)("a %s network", (size) => {
  test("writes every name as text and draws every dot and line", () => {
    const svg = drawNetwork(network(["Jeans", "Sneakers", "Belt"]), size);
    expect(textsOf(svg)).toEqual(["Jeans", "Sneakers", "Belt"]);
    expect(svg.match(/<circle /gu)).toHaveLength(3);
    expect(svg.match(/<line /gu)).toHaveLength(2);
  });

  test("is the same, byte for byte, when it is drawn again", () => {
    expect(drawNetwork(network(many), size)).toBe(drawNetwork(network(many), size));
  });

  test("is named, escaped, and coloured by variables alone", () => {
    const svg = drawNetwork(network(["<script>", "A & B"]), size);
    expect(svg).toContain('role="img"');
    expect(svg).toContain("<title id=");
    expect(svg).toContain("Pairs &amp; &quot;more&quot;");
    expect(svg).toContain("&lt;script&gt;");
    expect(svg).not.toMatch(/#[0-9a-f]{3,6}|style=|<script|NaN/iu);
  });

  test("keeps every dot in the picture", () => {
    const svg = drawNetwork(network(many), size);
    const [, height = 0] = /viewBox="0 0 \d+ (\d+)"/u.exec(svg)?.map(Number) ?? [];
    for (const [, x, y, radius] of svg.matchAll(/cx="([\d.-]+)" cy="([\d.-]+)" r="([\d.]+)"/gu)) {
      expect(Number(x) - Number(radius)).toBeGreaterThanOrEqual(0);
      expect(Number(x) + Number(radius)).toBeLessThanOrEqual(sizes[size].width);
      expect(Number(y) - Number(radius)).toBeGreaterThanOrEqual(0);
      expect(Number(y) + Number(radius)).toBeLessThanOrEqual(height);
    }
  });

  test("breaks long names between words and cuts what does not fit three lines", () => {
    const texts = textsOf(drawNetwork(network(["REGENCY CAKESTAND 3 TIER", "x".repeat(200)]), size));
    expect(texts.length).toBeGreaterThan(2);
    expect(texts.slice(0, -1).join(" ")).toBe("Regency cakestand 3 tier");
    expect(texts.at(-1)).toMatch(/^x+…$/u);
    expect(textsOf(drawNetwork(network(["a ".repeat(200), "b"]), size))[2]).toMatch(/…$/u);
  });

  test("draws an empty network", () => {
    expect(drawNetwork(network([]), size)).toMatch(/^<svg .*<\/svg>$/u);
  });
});
