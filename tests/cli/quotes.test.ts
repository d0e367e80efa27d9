import { describe, expect, test } from "vitest";
import { quotesValues } from "../../src/cli/quotes.ts";
import { harmless } from "../../src/cli/streams.ts";
import { InputError } from "../../src/errors.ts";

describe("messages in a log", () => {
  test("should quote no values of rows but where that is asked for", () => {
    expect(quotesValues([], { isTTY: false })).toBe(false);
    expect(quotesValues(["--quote"], { isTTY: false })).toBe(true);
    expect(quotesValues(["--quote", "--no-quote"], { isTTY: true })).toBe(false);
  });

  test("should name file, line and column without the value", () => {
    const error = new InputError('"Jane Doe" is not a whole number', "Fix the value.", {
      file: "orders.csv",
      line: 3,
      column: "Age",
    });
    expect(error.withoutValues().message).toBe(
      'orders.csv, line 3, column "Age": the value is not a whole number\n  Fix the value.',
    );
  });

  test("should not print the first row of a file without headers", () => {
    const error = new InputError(
      "no column holds amounts",
      'The headers are: "Jane Doe", "12".\nLooked for: price.',
      {
        file: "orders.csv",
        line: 1,
      },
    );
    expect(error.withoutValues().message).not.toContain("Jane");
    expect(error.withoutValues().message).toContain("Looked for: price.");
  });

  test("should start no command of a workflow, whatever a file is called", () => {
    for (const name of ["::error::x.csv", "a\n  ::set-output name=x::y.csv", "##[add-path]x.csv"]) {
      const text = harmless(`Reading ${name}\n${name}`);
      expect(text).not.toMatch(/^\s*::/m);
      expect(text).not.toContain("##[");
    }
    expect(harmless("a plain name: orders.csv")).toBe("a plain name: orders.csv");
  });
});
