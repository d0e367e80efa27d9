import { describe, expect, test } from "vitest";
import { createFormatter } from "../../../../src/report/format.ts";
import type { ChangePart, Mover, SalesChange } from "../../../../src/sections/sales/sales.ts";
import { moversNote, moverWords, whyCaption } from "../../../../src/sections/sales/words/verdict.ts";

const format = createFormatter("en-US", "USD");

function mover(parts: Partial<Mover>): Mover {
  return { field: "category", name: "Shoes", before: 100, after: 50, ...parts };
}

describe("moverWords", () => {
  test("should give the difference of what is written, so that the sentence adds up", () => {
    // 171,158.6 − 143,527.4 = 27,631.2, but 171,159 − 143,527 = 27,632.
    const { name, rest } = moverWords(mover({ before: 171_158.6, after: 143_527.4 }), format);
    expect(`${name} ${rest}`).toBe(
      "Shoes lost the most of any category: −\u2060$27,632, from $171,159 to $143,527.",
    );
  });

  test("should say of new and returning customers what they spent", () => {
    const { rest } = moverWords(mover({ field: "customerKind", before: 50, after: 100 }), format);
    expect(rest).toBe("spent more: +$50, from $50 to $100.");
  });
});

describe("moversNote", () => {
  const returns: ChangePart = { part: "returns", amount: 1, before: -2, after: -1 };
  const note = (field: Mover["field"], parts: ChangePart[]) =>
    moversNote({ movers: [mover({ field })], parts });

  test("should say that returns are not taken off, where sales above are told after them", () => {
    expect(note("category", [returns])).toBe("These are sales before returns.");
    expect(note("category", [])).toBe("");
  });

  test("should warn that a group that has gone quiet always shows a loss", () => {
    expect(note("persona", [returns])).toMatch(/^These are sales before returns\. Customer groups reflect /);
  });
});

describe("whyCaption", () => {
  const of = (amounts: [number, number], sales: SalesChange["sales"]) =>
    whyCaption(
      {
        kind: "year",
        current: { first: "2025-01-01", last: "2025-12-31" },
        previous: { first: "2024-01-01", last: "2024-12-31" },
        sales,
        parts: [
          { part: "customers", amount: amounts[0], before: 1, after: 1 },
          { part: "price", amount: amounts[1], before: 1, after: 1 },
        ],
      },
      format,
    );

  test("should say what the parts sum to, and own up to rounding only where it shows", () => {
    expect(of([10, -30], { before: 100, after: 80 })).toBe(
      "Each bar is what that part alone did to sales from 2024 to 2025. Together they make −\u2060$20.",
    );
    expect(of([10.4, -30.8], { before: 100, after: 79.6 })).toMatch(
      /Together they make −\u2060\$20, but for rounding\.$/,
    );
  });
});
