import { expect, test } from "vitest";
import { ruleWriter } from "../../../../src/sections/affinity/words/rule-explorer.ts";

test("ruleWriter writes numbers in the report's language", () => {
  const english = ruleWriter("en-US");
  expect([english.count(1234), english.share(0.0174), english.lift(4.3328)]).toEqual([
    "1,234",
    "1.7%",
    "4.33",
  ]);
  const german = ruleWriter("de-DE");
  expect([german.count(1234), german.share(0.0174), german.lift(4.3328)]).toEqual([
    "1.234",
    "1,7\u00a0%",
    "4,33",
  ]);
});

test("ruleWriter tells a chance in words", () => {
  const { chance } = ruleWriter("en-US");
  expect([1e-98, 0.002, 0.0437, 0.2].map(chance)).toEqual([
    "very unlikely",
    "unlikely",
    "hardly",
    "possible",
  ]);
});
