import { describe, expect, test } from "vitest";
import { InputError } from "../src/errors.ts";

// The form: style.md, "An error, as a person meets it".
describe("InputError", () => {
  test("should name file, line and column, then say what to do", () => {
    const place = { file: "data/orders.csv", line: 128, column: "Age" };
    expect(
      new InputError('"abc" is not a whole number', "Fix the value,\nor map another column.", place).message,
    ).toBe(
      'data/orders.csv, line 128, column "Age": "abc" is not a whole number\n  Fix the value,\n  or map another column.',
    );
  });

  test("should begin with what is wrong where there is no place", () => {
    expect(new InputError("no data", "Add some.").message).toBe("no data\n  Add some.");
  });

  test("should stand within a folder, with or without a slash behind it", () => {
    const error = new InputError("wrong", "Mend it.", { file: "a.csv" });
    expect(error.within("data").message).toBe("data/a.csv: wrong\n  Mend it.");
    expect(error.within("data/").message).toBe(error.within("data").message);
    expect(new InputError("wrong", "Mend it.").within("data").message).toBe("wrong\n  Mend it.");
  });
});
