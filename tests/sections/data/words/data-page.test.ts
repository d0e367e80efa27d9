import { describe, expect, test } from "vitest";
import type { Account } from "../../../../src/dataset/account.ts";
import { createFormatter } from "../../../../src/report/format.ts";
import {
  accountRows,
  examplesOf,
  examplesTitle,
  excludedLines,
  fingerprintWords,
  unnamedGoods,
} from "../../../../src/sections/data/words/data-page.ts";
import { someAccount } from "../../../report/some-account.ts";

const format = createFormatter("en-US", "USD");

const rowsOf = (changes?: Partial<Account>) =>
  accountRows(someAccount(changes), format).map(({ name, rows, remark }) =>
    remark === "" ? `${name} ${rows}` : `${name} ${rows}: ${remark}`,
  );

describe("accountRows", () => {
  test("should have every row of a clean file, without a remark", () => {
    expect(rowsOf()).toEqual([
      "Purchases 100",
      "Returns 0",
      "Without a price 0",
      "Excluded products 0",
      "Left out 0",
    ]);
  });

  test("should remark on guests, on the worth of returns, and on every reason why rows were left out", () => {
    expect(
      rowsOf({
        read: 2110,
        purchases: 2000,
        guestPurchases: 1500,
        returns: 60,
        returnsValue: -123.45,
        unpriced: 20,
        excluded: 10,
        dropped: 20,
        droppedByReason: [
          { reason: "no date", rows: 15 },
          { reason: "no amount", rows: 5 },
        ],
      }),
    ).toEqual([
      "Purchases 2000: 1,500 of them by guests, who are in no number per customer",
      "Returns 60: worth $123.45; counted apart, not taken off the revenue",
      "Without a price 20",
      "Excluded products 10",
      "Left out 15: no date",
      "Left out 5: no amount",
    ]);
  });

  test("should not tell the worth of the returns of too few customers", () => {
    const few = { ...someAccount({ returns: 2 }), returnsValue: null };
    expect(accountRows(few, format)[1]?.remark).toBe(
      "of too few customers to tell their value; counted apart, not taken off the revenue",
    );
  });

  test("should add up to the rows read", () => {
    const given = someAccount({
      read: 50,
      purchases: 40,
      returns: 4,
      unpriced: 3,
      excluded: 2,
      dropped: 1,
      droppedByReason: [{ reason: "no date", rows: 1 }],
    });
    const sum = accountRows(given, format).reduce((all, { rows }) => all + rows, 0);
    expect(sum).toBe(given.read);
  });
});

test("examplesTitle should count the examples only where there are more", () => {
  expect(examplesTitle(3, 3)).toBe("Where");
  expect(examplesTitle(1, 1)).toBe("Where");
  expect(examplesTitle(1, 2)).toBe("The first");
  expect(examplesTitle(20, 21)).toBe("The first 20");
});

test("unnamedGoods should count those that are not named, one or many", () => {
  expect(unnamedGoods(1, 5, format)).toBe(
    '1 product of fewer than 5 customers is not named here; the command "shopper-report check" names it.',
  );
  expect(unnamedGoods(2, 5, format)).toBe(
    '2 products of fewer than 5 customers are not named here; the command "shopper-report check" names them.',
  );
});

test("the other words of the page should hold what they are given, one or many", () => {
  expect(excludedLines(1, format)).toBe(": 1 line");
  expect(excludedLines(2000, format)).toBe(": 2,000 lines");
  expect(fingerprintWords("abc")).toBe("Fingerprint of content and mapping: abc");
  expect(examplesOf("No date.")).toBe("Examples: No date.");
});
