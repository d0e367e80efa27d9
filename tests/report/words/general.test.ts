import { describe, expect, test } from "vitest";
import { createFormatter } from "../../../src/report/format.ts";
import {
  counted,
  describeBasis,
  describeReach,
  describeSpread,
  isRowPerCustomer,
  listed,
  quoted,
} from "../../../src/report/words/general.ts";
import { reportOf, snapshot, times } from "../../questions/open-rows.ts";
import { someGroups as groups } from "../some-groups.ts";

const format = createFormatter("en-US", "USD");

describe("counted and listed", () => {
  test("should use one or many", () => {
    expect(counted(format, 1, "customer")).toBe("1 customer");
    expect(counted(format, 3900, "customer")).toBe("3,900 customers");
    expect(counted(format, 0, "category", "categories")).toBe("0 categories");
  });

  test("should join items with commas and a last and, or or", () => {
    const lists = [[], ["a"], ["a", "b"], ["a", "b", "c"]];
    expect(lists.map((items) => listed(items))).toEqual(["", "a", "a and b", "a, b and c"]);
    expect(lists.map((items) => listed(items, "or"))).toEqual(["", "a", "a or b", "a, b or c"]);
  });
});

describe("describeSpread", () => {
  test("should call groups even that are equal, and nearly even up to a quarter apart", () => {
    expect(describeSpread(format, groups({ a: 8, b: 8 }), "customers")).toBe("Even: 8 customers each.");
    expect(describeSpread(format, groups({ a: 100, b: 125 }), "purchases")).toBe(
      "Nearly even: from 100 to 125 purchases each.",
    );
    expect(describeSpread(format, groups({ a: 8, b: 8 }), "revenue")).toBe("Even: $80 of revenue each.");
  });

  test("should say of whom it speaks where these are not all", () => {
    expect(describeSpread(format, groups({ a: 100, b: 125 }), "customers", "They are")).toBe(
      "They are nearly even: from 100 to 125 customers each.",
    );
    expect(describeSpread(format, groups({ a: 8, b: 8 }), "customers", "Those named are")).toBe(
      "Those named are even: 8 customers each.",
    );
    expect(describeSpread(format, groups({ a: 20, b: 60 }), "customers", "They are")).toMatch(
      /^b accounts for /,
    );
  });

  test("should name what the first two account for", () => {
    expect(describeSpread(format, groups({ a: 20, b: 60, c: 20 }), "customers")).toBe(
      "b accounts for 60% of customers, a for 20%.",
    );
  });

  test("should say all of a single group only where it is all", () => {
    expect(describeSpread(format, groups({ a: 20 }), "customers")).toBe("All known customers are with a.");
    expect(describeSpread(format, groups({ a: 20 }), "revenue")).toBe("All known revenue is with a.");
    expect(describeSpread(format, groups({ a: 90, rest: 10 }).slice(0, 1), "customers")).toBe(
      "a has 90% of customers.",
    );
  });
});

describe("quoted", () => {
  test("should cut names after 40 characters, an emoji being one", () => {
    expect(quoted("🧦".repeat(41))).toBe(`${"🧦".repeat(40)}…`);
    expect(quoted("x".repeat(40))).toBe("x".repeat(40));
  });

  test("should isolate a right-to-left name", () => {
    expect(quoted("قميص")).toBe("\u2068قميص\u2069");
  });
});

describe("describeBasis", () => {
  test("should say one row a customer only where that is so", async () => {
    const one = await reportOf(snapshot(["Amount"], times(6, [1])));
    expect(isRowPerCustomer(one)).toBe(true);
    expect(describeBasis(one, format)).toBe(
      "One row per customer, no dates. Read from orders.csv: 6 rows, all of them purchases.",
    );
    const several = await reportOf({
      header: ["Customer ID", "Rating", "Amount"],
      rows: Array.from({ length: 8 }, (_, row) => [`c${row % 6}`, 4, row + 1]),
    });
    expect(isRowPerCustomer(several)).toBe(false);
    expect(describeBasis(several, format)).toBe(
      "No orders or dates: rows are purchases; 8 rows of 6 customers. Read from orders.csv: 8 rows, all of them purchases.",
    );
  });

  test("should say the period where there are dates", async () => {
    const dated = await reportOf({
      header: ["Customer ID", "Date", "Amount"],
      rows: [1, 2, 3, 4, 5].map((day) => [`c${day}`, `2024-03-0${day}`, 1]),
    });
    expect(describeBasis(dated, format)).toMatch(/^Purchases from March 1, 2024 to March 5, 2024\. /);
  });
});

describe("describeReach", () => {
  test("should count customers, or what guests bought where all are guests", async () => {
    expect(describeReach(await reportOf(snapshot(["Amount"], times(6, [1]))), format)).toBe("6 customers");
    const header = ["Customer ID", "Order ID", "Amount"];
    const guests = Array.from({ length: 7 }, (_, row) => ["", `o${row % 6}`, row + 1]);
    expect(describeReach(await reportOf({ header, rows: guests }), format)).toBe("6 orders");
  });
});
