import { expect, test } from "vitest";
import { builtWords } from "../../../src/cli/words/build.ts";
import { reportOf, snapshot, times } from "../../questions/open-rows.ts";

test.each([
  [0, 0, "The data name no customer and no order."],
  [
    0,
    2,
    "The identifiers of customers and orders are short, numbers or plain words, and read like what the report says of its own (2 of them): a search for them in the files would tell nothing. The report is made without these columns, so that none is written.",
  ],
  [1, 0, "The identifier of customers and orders that was looked for does not stand in the report."],
  [
    1200,
    1,
    "None of the 1,200 identifiers of customers and orders that were looked for stands in the report. One is short, a number or a plain word, and cannot be told from what the report says of its own.",
  ],
])(
  "should say of %s identifiers looked for and %s left out what was done",
  async (searched, leftOut, words) => {
    const report = await reportOf(snapshot(["Amount"], times(20, [5])));
    expect(builtWords(report, { searched, leftOut }).split("\n")).toEqual([
      "20 customers. 20 rows read = 20 purchases + 0 returns + 0 without a price + 0 left out.",
      words,
    ]);
  },
);
