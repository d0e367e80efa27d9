import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { leakSearch } from "../../src/disclosure/leak-search.ts";

describe("leakSearch", () => {
  const search = leakSearch([
    "C-88449",
    "jane.doe@example.com",
    "Anna Müller",
    "+49 170 1234567 x",
    "O'Brien, Pat",
  ]);

  test.each([
    ["plain", "<p>C-88449</p>", "C-88449"],
    ["another case", "c-88449", "C-88449"],
    ["an island's properties", "props='{&quot;id&quot;:[0,&quot;C-88449&quot;]}'", "C-88449"],
    ["an entity", "O&#39;Brien, Pat", "O'Brien, Pat"],
    ["a hexadecimal entity", "O&#x27;Brien, Pat", "O'Brien, Pat"],
    ["JSON", '{"name":"Anna M\\u00fcller"}', "Anna Müller"],
    ["an address", "?q=Anna%20M%C3%BCller", "Anna Müller"],
    ["an e-mail address", "mailto:jane.doe@example.com?subject=x", "jane.doe@example.com"],
    ["decomposed letters", "Anna Mu\u0308ller", "Anna Müller"],
  ])("should find an identifier in %s", (_, text, identifier) => {
    expect(search.find(text)).toEqual([identifier]);
  });

  test.each(["C-884491", "AC-88449", "jane.doe@example.org", "Anna", "Müller Anna", ""])(
    "should not find one in %j",
    (text) => {
      expect(search.find(text)).toEqual([]);
    },
  );

  test("should leave out what cannot be told from the report's own words and numbers, and count it", () => {
    const short = leakSearch(["17850", "C1", "Price", "12-345", "123456789", "1234567890", ""]);
    expect(short).toMatchObject({ searched: 1, leftOut: 5 });
    expect(short.find("17850 C1 Price 12-345 123456789")).toEqual([]);
    expect(short.find("1234567890")).toEqual(["1234567890"]);
  });

  test("should search five characters with a digit, and several words without one", () => {
    for (const identifier of ["AB123", "Anna Müller"])
      expect(leakSearch([identifier]), identifier).toMatchObject({ searched: 1, leftOut: 0 });
    for (const identifier of ["AB12", "Müller", "123456-7890123"])
      expect(leakSearch([identifier]), identifier).toMatchObject({ searched: 0, leftOut: 1 });
  });

  test("should leave out what is published as the name of something else", () => {
    const known = leakSearch(["New York", "Shop 12"], ["New York"]);
    expect(known).toMatchObject({ searched: 1, leftOut: 1 });
    expect(known.find("New York, Shop 12")).toEqual(["Shop 12"]);
  });

  test("should find only long ones among bytes, where short ones come up by chance", () => {
    expect(search.find("x C-88449 jane.doe@example.com", true)).toEqual(["jane.doe@example.com"]);
  });

  test("should find any identifier that it searches, wherever it stands", () => {
    const word = fc.stringMatching(/^[a-zA-Zäöü0-9]{1,8}$/);
    const identifier = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join("-"));
    fc.assert(
      fc.property(identifier, fc.array(word), fc.array(word), (name, before, after) => {
        const one = leakSearch([name]);
        const text = JSON.stringify([...before, name, ...after]).replaceAll('"', "&quot;");
        expect(one.find(text)).toEqual(one.searched === 1 ? [name] : []);
      }),
    );
  });
});
