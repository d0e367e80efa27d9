import { readFileSync } from "node:fs";
import { loadImage } from "@napi-rs/canvas";
import { describe, expect, test } from "vitest";
import { createCanvas } from "../../src/charts/canvas.ts";
import {
  accentColor,
  type ShareCard,
  shareColors,
  shareImage,
  shareSize,
} from "../../src/charts/share-image.ts";
import { accents } from "../../src/config/accent.ts";

const card: ShareCard = {
  title: "Shopping",
  numbers: [
    { name: "Customers", value: "3,900" },
    { name: "Revenue", value: "$1,143,440" },
    { name: "Average order", value: "$137.00" },
    { name: "Orders", value: "8,346" },
  ],
  note: "January 1, 2024 to December 31, 2025 · 12,333 rows",
  accent: "#0b66a8",
};
const long = "Umsätze und Kundinnen der Donaudampfschifffahrtsgesellschaft ".repeat(6);

const hostile: ShareCard[] = [
  { ...card, title: long, note: long },
  { ...card, title: "W".repeat(300) },
  { ...card, title: "\u202e<script>alert(1)</script>\u0000\n\n&amp;" },
  { ...card, numbers: card.numbers.map(() => ({ name: long, value: "$999,999,999,999,999,999.99" })) },
  { ...card, title: "", note: "", numbers: [] },
];

test("The same card gives the same bytes", () => {
  expect(Buffer.from(shareImage(card)).equals(Buffer.from(shareImage(card)))).toBe(true);
});

test("Text of another script is left out, whatever fonts the machine has; a sign only itself", () => {
  const picture = (title: string) => Buffer.from(shareImage({ ...card, title }));
  expect(picture("商店 שלום").equals(picture(""))).toBe(true);
  expect(picture("Shop 🛒 news").equals(picture("Shop  news"))).toBe(true);
  for (const title of ["Покупки", "Αγορές", "Žluťoučký kůň", "Mua sắm ₫ ₹ ₽ €"])
    expect(picture(title).equals(picture(""))).toBe(false);
});

test("Another number gives another picture", () => {
  const [first, ...rest] = card.numbers;
  const other = { ...card, numbers: [{ name: first?.name ?? "", value: "3,901" }, ...rest] };
  expect(Buffer.from(shareImage(other)).equals(Buffer.from(shareImage(card)))).toBe(false);
});

describe.each([card, ...hostile])("the picture of $title", (each) => {
  test("is a PNG of the size that Open Graph's readers show whole", async () => {
    const png = Buffer.from(shareImage(each));
    expect(png.subarray(0, 8)).toEqual(Buffer.from("\x89PNG\r\n\x1a\n", "latin1"));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  });

  test("has nothing at its sides and at its foot", async () => {
    const { width, height } = shareSize;
    const context = createCanvas(width, height).getContext("2d");
    context.drawImage(await loadImage(Buffer.from(shareImage(each))), 0, 0);
    const ground = [1, 3, 5].map((at) => Number.parseInt(shareColors.page.slice(at, at + 2), 16));
    for (const [x, y, wide, tall] of [
      [0, 20, 50, height - 20],
      [width - 50, 20, 50, height - 20],
      [0, height - 50, width, 50],
    ] as const) {
      const { data } = context.getImageData(x, y, wide, tall);
      const foreign = data.findIndex((value, index) => index % 4 < 3 && value !== ground[index % 4]);
      expect(foreign, `the part from ${x}, ${y}`).toBe(-1);
    }
  });
});

test("The picture wears the colours of the light page", () => {
  const css = readFileSync(new URL("../../src/components/styles/tokens.css", import.meta.url), "utf8");
  const light = (block: string, name: string) =>
    new RegExp(`${name}: light-dark\\((#\\w{6}),`).exec(block)?.[1];
  const names = { page: "--bg", card: "--card", ink: "--ink", muted: "--muted", line: "--line" } as const;
  for (const [key, name] of Object.entries(names)) {
    expect(Object.entries(shareColors)).toContainEqual([key, light(css, name)]);
  }
  for (const accent of accents) {
    const block = accent === "ocean" ? css : css.slice(css.indexOf(`[data-accent="${accent}"]`));
    expect(accentColor(accent)).toBe(light(block, "--accent"));
  }
  expect(accentColor("#123456")).toBe("#123456");
});
