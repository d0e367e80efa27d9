import { expect, test } from "vitest";
import { inlineStyles } from "../../../src/cli/single-file/inline-styles.ts";

const text = `@font-face{font-family:F;src:url(/a/latin.woff2) format("woff2");unicode-range:U+0000-00FF,U+2013}
@font-face{font-family:F;src:url(/a/greek.woff2) format("woff2");unicode-range:U+0370-03FF}
@font-face{font-family:F;src:url("/a/wild.woff2");unicode-range:U+4??}
.mark{background:url(data:image/svg+xml,x);clip-path:url(#c)}`;
const read = (address: string) => Buffer.from(address);

test("inlineStyles should hold the fonts of which a character occurs, and name no file", () => {
  const latin = inlineStyles([{ text, read }], new Set([65]));
  expect(latin).toContain(`url(data:font/woff2;base64,${Buffer.from("/a/latin.woff2").toString("base64")})`);
  expect(latin).toContain(".mark{background:url(data:image/svg+xml,x);clip-path:url(#c)}");
  expect(latin).not.toMatch(/greek|wild|url\(["']?\//);
  expect(inlineStyles([{ text, read }], new Set([0x3b1]))).toContain("U+0370-03FF");
  expect(inlineStyles([{ text, read }], new Set([0x4ff]))).toContain("U+4??");
});
