import { describe, expect, test } from "vitest";
import { steadyPdf } from "../../../src/cli/pdf/steady-pdf.ts";

const steady = (text: string) => steadyPdf(Buffer.from(text, "latin1"), 86_400).toString("latin1");

describe("steadyPdf", () => {
  test("should write another date in as many bytes", () => {
    expect(steady("/CreationDate (D:20261122221100+00'00')\n/ModDate (D:20261122221101+00'00')")).toBe(
      "/CreationDate (D:19700102000000+00'00')\n/ModDate (D:19700102000000+00'00')",
    );
  });

  test("should count nodes from 1, each the same wherever it is named", () => {
    expect(steady("(node00000337) (node00000336) [(node00000337)]")).toBe(
      "(node00000002) (node00000001) [(node00000002)]",
    );
  });

  test("should leave everything else as it is, bytes that are no text included", () => {
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
    expect(steadyPdf(bytes, 0).equals(bytes)).toBe(true);
  });
});
