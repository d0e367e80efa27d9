import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { createFormatter } from "../../../../src/report/format.ts";
import { accountSentence, goodsSnippet } from "../../../../src/sections/data/words/data.ts";
import { reportOf, snapshot } from "../../../questions/open-rows.ts";

const format = createFormatter("en-US", null);

describe("accountSentence", () => {
  test("should add the parts up to the rows read, excluded products only where there are some", async () => {
    const { dataset } = await reportOf(snapshot(["Amount"], [[1], [2], [-3], [0]]));
    expect(accountSentence(dataset.account, format)).toBe(
      "4 rows read = 2 purchases + 1 return + 1 without a price + 0 left out.",
    );
    expect(accountSentence({ ...dataset.account, excluded: 1200 }, format)).toContain(
      "+ 1,200 of excluded products +",
    );
  });
});

describe("goodsSnippet", () => {
  test("should be YAML that names codes, or names as they stand", () => {
    const product = { purchases: null, revenue: null };
    const text = goodsSnippet([
      { ...product, name: "POSTAGE", code: "POST" },
      { ...product, name: 'Fee: "extra" # 1', code: null },
    ]);
    expect(parse(text)).toEqual({ goods: ["POST", 'Fee: "extra" # 1'] });
    expect(text).toContain("# POSTAGE");
  });
});
