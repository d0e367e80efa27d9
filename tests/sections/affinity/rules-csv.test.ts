import Papa from "papaparse";
import { expect, test } from "vitest";
import { rulesCsv } from "../../../src/sections/affinity/rules-csv.ts";
import { affinityOf, product, ruleOf } from "./some-affinity.ts";

const parse = (csv: string) => Papa.parse<string[]>(csv, { skipEmptyLines: false }).data;

test("rulesCsv writes every listed rule with every measure in full", () => {
  const traits = ruleOf(
    [
      { field: "Season", name: "Winter" },
      { field: "Category", name: "Footwear" },
    ],
    [{ field: "Gender", name: "Male" }],
    [30, 470, 20],
    { confidenceInterval: { low: 0.32, high: 0.48 } },
  );
  const orders = ruleOf([product("Jeans")], [product("Sneakers")]);
  const [headings, first, second, ...rest] = parse(
    rulesCsv(affinityOf({ traits: [traits], orders: [orders] })),
  );
  expect(headings).toEqual(
    "kind,if,then,baskets,antecedent baskets,consequent baskets,customers,support,confidence,confidence low,confidence high,confidence back,confidence back low,confidence back high,adjusted lift,lift,leverage,conviction,zhang,jaccard,p,q".split(
      ",",
    ),
  );
  expect(first?.slice(0, 3)).toEqual(["orders", "Jeans", "Sneakers"]);
  expect(second?.slice(0, 3)).toEqual(["traits", "Season Winter; Footwear", "Gender Male"]);
  const {
    count,
    antecedentCount,
    consequentCount,
    customers,
    support,
    confidence,
    confidenceBack,
    adjustedLift,
    lift,
  } = traits;
  const { leverage, conviction, zhang, jaccard, p, q } = traits;
  expect(second?.slice(3).map(Number)).toEqual([
    count,
    antecedentCount,
    consequentCount,
    customers,
    support,
    confidence,
    0.32,
    0.48,
    confidenceBack,
    // An empty cell: too few customers decide the interval.
    0,
    0,
    adjustedLift,
    lift,
    leverage,
    conviction,
    zhang,
    jaccard,
    p,
    q,
  ]);
  expect(rest).toEqual([[""]]);
});

test("rulesCsv leaves the conviction of a rule that is never wrong empty", () => {
  const [, row] = parse(
    rulesCsv(affinityOf({ orders: [ruleOf([product("a")], [product("b")], [20, 40, 20])] })),
  );
  expect(row?.[17]).toBe("");
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"])(
  "rulesCsv keeps %j from being a formula",
  (name) => {
    const csv = rulesCsv(affinityOf({ orders: [ruleOf([product(name)], [product("b")])] }));
    expect(parse(csv)[1]?.[1]).toBe(`'${name}`);
  },
);

test("rulesCsv quotes as RFC 4180 has it, and ends every line with CRLF", () => {
  const names = ['say "hi", all', "two\nlines", '="x"', "plain"];
  const csv = rulesCsv(affinityOf({ orders: names.map((name) => ruleOf([product(name)], [product("b")])) }));
  expect(csv).toContain('\r\norders,"say ""hi"", all",b,20,');
  expect(csv).toContain('\r\norders,"\'=""x""",b,20,');
  expect(csv.endsWith("\r\n")).toBe(true);
  expect(parse(csv).map((row) => row[1])).toEqual([
    "if",
    'say "hi", all',
    "two\nlines",
    '\'="x"',
    "plain",
    undefined,
  ]);
});

test("rulesCsv keeps long names whole", () => {
  const name = "A very long name of a product ".repeat(5).trim();
  expect(rulesCsv(affinityOf({ orders: [ruleOf([product(name)], [product("b")])] }))).toContain(name);
});
