import fc from "fast-check";
import { expect, test } from "vitest";
import { closest } from "../../src/config/closest.ts";

const keys = ["title", "subtitle", "currency", "locale", "accent", "files", "gates"];

test.each([
  ["titel", "title"],
  ["Title", "title"],
  ["currencey", "currency"],
  ["curency", "currency"],
  ["gate", "gates"],
  ["sub-title", "subtitle"],
])("%s most likely stands for %s", (word, meant) => {
  expect(closest(word, keys)).toBe(meant);
});

test.each(["colour", "x", "", "theme"])("%j stands for none of them", (word) => {
  expect(closest(word, keys)).toBeNull();
});

test("one mistake is always seen, and no candidate is further than another that was left", () => {
  const word = fc.stringMatching(/^[a-z]{3,12}$/);
  fc.assert(
    fc.property(word, fc.nat(), fc.stringMatching(/^[a-z]$/), (meant, place, letter) => {
      const at = place % meant.length;
      for (const typed of [
        meant.slice(0, at) + meant.slice(at + 1),
        meant.slice(0, at) + letter + meant.slice(at),
        meant.slice(0, at) + letter + meant.slice(at + 1),
      ])
        expect(closest(typed, ["#################", meant])).toBe(meant);
    }),
  );
});
