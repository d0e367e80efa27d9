import { describe, expect, test } from "vitest";
import { pageNumbers } from "../../../src/cli/pdf/page-numbers.ts";

/** As Chromium writes it: pages under nodes of a tree, in another order than their numbers. */
const pdf = Buffer.from(
  `%PDF-1.4
1 0 obj
<</Title (two)>>
endobj
5 0 obj
<</Type /Page
/Parent 9 0 R>>
endobj
2 0 obj
<</Type /Page
/Parent 8 0 R>>
endobj
3 0 obj
<</Type /Page
/Parent 8 0 R>>
endobj
8 0 obj
<</Type /Pages
/Count 2
/Kids [3 0 R 2 0 R]
/Parent 10 0 R>>
endobj
9 0 obj
<</Type /Pages
/Count 1
/Kids [5 0 R]
/Parent 10 0 R>>
endobj
10 0 obj
<</Type /Pages
/Count 3
/Kids [8 0 R 9 0 R]>>
endobj
11 0 obj
<</c0-start [3 0 R /XYZ 0 800 0]
/c1-start [2 0 R /XYZ 0 700 0]
/c2-all-products [5 0 R /XYZ 0 20 0]>>
endobj
12 0 obj
<</Type /Catalog
/Pages 10 0 R
/Dests 11 0 R>>
endobj
`,
  "latin1",
);

describe("pageNumbers", () => {
  test("should give the page of each named place, in the order of the tree of pages", () => {
    expect([...pageNumbers(pdf)]).toEqual([
      ["c0-start", 1],
      ["c1-start", 2],
      ["c2-all-products", 3],
    ]);
  });

  test("should give nothing for what is no such document", () => {
    expect(pageNumbers(Buffer.from("%PDF-1.4\n")).size).toBe(0);
  });
});
