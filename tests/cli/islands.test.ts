import { expect, test } from "vitest";
import { numberIslands } from "../../src/cli/islands.ts";

test("numberIslands should number a page's islands and leave all else", () => {
  const html = '<p uid="Z1"></p><astro-island uid="Z1x" prefix="r1"></astro-island><astro-island uid="b">';
  expect(numberIslands(html)).toBe(
    '<p uid="Z1"></p><astro-island uid="1" prefix="r1"></astro-island><astro-island uid="2">',
  );
});
