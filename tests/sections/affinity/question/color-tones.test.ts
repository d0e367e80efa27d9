import { expect, test } from "vitest";
import {
  colorsByTone,
  colorTone,
  colorTones,
} from "../../../../src/sections/affinity/question/color-tones.ts";

test("colorsByTone should name no color twice, and none that the lookup would miss", () => {
  const all = colorTones.flatMap((tone) => colorsByTone[tone]);
  expect(new Set(all).size).toBe(all.length);
  for (const tone of colorTones) {
    for (const name of colorsByTone[tone]) expect(colorTone(name), name).toBe(tone);
  }
});

test("colorTone should see through case and spaces", () => {
  expect(colorTone("BLACK")).toBe("Dark");
  expect(colorTone("  navy   Blue ")).toBe("Dark");
  expect(colorTone("Off White")).toBe("Light");
});

test("colorTone should be null for what the table does not hold", () => {
  for (const name of ["", "Blackberry", "Striped", "Rainbow", "Not black", "constructor", "__proto__"]) {
    expect(colorTone(name), name).toBeNull();
  }
});

test("colorTone should be as data/README.md says", () => {
  const tones = {
    Dark: ["Black", "Charcoal", "Navy", "Maroon"],
    Light: ["White", "Ivory", "Lavender", "Peach"],
    Neutral: ["Gray", "Beige"],
    Bright: ["Red", "Orange", "Yellow", "Turquoise"],
  };
  for (const [tone, names] of Object.entries(tones)) {
    for (const name of names) expect(colorTone(name), name).toBe(tone);
  }
});
