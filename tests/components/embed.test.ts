import { expect, test } from "vitest";
import { embedHeight, embedSnippet } from "../../src/components/embed.ts";

test("embedSnippet is a frame that loads late, with nothing that ends its attributes", () => {
  expect(embedSnippet({ address: "https://a.example/embed/x/", title: 'Ages "<all>"', height: 400 })).toBe(
    '<iframe src="https://a.example/embed/x/" title="Ages &quot;&lt;all&gt;&quot;" width="600" height="400" loading="lazy"></iframe>',
  );
});

test("embedHeight grows with the drawing, the table and the caption", () => {
  const words = { title: "Ages", caption: "Most are young." };
  const heightOf = (drawing: Parameters<typeof embedHeight>[0]["drawing"], caption = words.caption) =>
    embedHeight({ ...words, caption, drawing });
  expect(heightOf({ units: 200 })).toBeGreaterThan(heightOf({ units: 100 }) + 100);
  expect(heightOf({ pixels: 200 })).toBe(heightOf({ pixels: 100 }) + 100);
  expect(heightOf({ units: 100 }, "word ".repeat(40))).toBeGreaterThan(heightOf({ units: 100 }));
});
