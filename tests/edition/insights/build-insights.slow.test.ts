import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Gate } from "../../../src/disclosure/gate.ts";
import { customerWords } from "../../../src/questions/customer-traits.ts";
import type { Insight } from "../../../src/report/insight.ts";
import { differences } from "../../../src/sections/customers/differences.ts";
import { seededRandom } from "../../../src/statistics/random/random.ts";
import { ask, type Cell, configOf, reportOf, snapshot } from "../../questions/open-rows.ts";

const many = <Row>(count: number, row: (index: number) => Row): Row[] =>
  Array.from({ length: count }, (_, index) => row(index));

const find = (insights: readonly Insight[], id: string) => insights.find((insight) => insight.id === id);
const sentence = (insight: Insight | undefined) =>
  insight === undefined ? undefined : `${insight.lead} ${insight.rest}`.trim();

/** Orders of customers: `[customer, order, day, amount]`. */
const orders = (rows: readonly (readonly Cell[])[]) =>
  reportOf({ header: ["Customer ID", "Order ID", "Date", "Amount"], rows });

describe("the insights of planted data", () => {
  test("should tell that revenue rests on few, and not where it is even", async () => {
    const skewed = await reportOf(
      snapshot(
        ["Amount"],
        many(100, (index) => [index < 10 ? 910 : 10]),
      ),
    );
    expect(sentence(find(skewed.insights, "concentration"))).toBe(
      "The top 10% of customers bring 91% of customers' revenue; half of it comes from 6 customers.",
    );
    const even = await reportOf(
      snapshot(
        ["Amount"],
        many(100, () => [10]),
      ),
    );
    expect(find(even.insights, "concentration")).toBeUndefined();
  });

  test("should tell a difference between groups with what it was tested against, and not one of chance", async () => {
    const planted = await reportOf(
      snapshot(
        ["Gender", "Amount"],
        many(200, (index) => [index % 2 === 0 ? "Male" : "Female", 50 + (index % 7) + (index % 2) * 20]),
      ),
    );
    const difference = find(planted.insights, "difference/spend/gender");
    expect(sentence(difference)).toMatch(
      /^Spend differs by gender: typically 7\d\.\d\d for women, 5\d\.\d\d for men; 19\.00 to 21\.00 apart/,
    );
    expect(difference?.sure).toEqual({ level: "tested", words: "Very unlikely to be chance" });
    const flat = await reportOf(
      snapshot(
        ["Gender", "Size", "Amount"],
        many(210, (index) => [
          index % 2 === 0 ? "Male" : "Female",
          ["S", "M", "L"][index % 3] ?? "",
          50 + (index % 7),
        ]),
      ),
    );
    expect(flat.insights.filter(({ source }) => source === "differences").map(sentence)).toEqual([
      "Spend does not differ by gender or size. We tested 2 comparisons; chance explains every one.",
    ]);
  });

  test("should tell who leads in gender, and that one gender alone subscribes", async () => {
    const report = await reportOf(
      snapshot(
        ["Gender", "Subscription Status", "Amount"],
        many(90, (index) => [
          index % 3 === 0 ? "Female" : "Male",
          index % 3 === 1 ? "Yes" : "No",
          10 + (index % 5),
        ]),
      ),
    );
    expect(sentence(find(report.insights, "group/gender"))).toBe("67% of customers are men.");
    expect(sentence(find(report.insights, "subscribers"))).toBe(
      "Only men subscribe: all 30 subscribers are men.",
    );
    const even = await reportOf(
      snapshot(
        ["Gender", "Amount"],
        many(90, (index) => [index % 2 === 0 ? "Female" : "Male", 10]),
      ),
    );
    expect(find(even.insights, "group/gender")).toBeUndefined();
  });

  test("should tell the leading category with the last, and a leading location with the next", async () => {
    const place = (index: number) => (index < 70 ? "Rome" : index < 90 ? "Paris" : "Oslo");
    const report = await reportOf(
      snapshot(
        ["Category", "Location", "Amount"],
        many(100, (index) => [index % 10 === 0 ? "Hats" : "Shoes", place(index), 10]),
      ),
    );
    expect(sentence(find(report.insights, "group/category"))).toBe("Shoes is 90% of purchases; Hats is 10%.");
    expect(sentence(find(report.insights, "group/location"))).toBe(
      "Rome brings 70% of revenue; Paris is next with 20%.",
    );
  });

  test("should say that no location stands out where they are even", async () => {
    const report = await reportOf(
      snapshot(
        ["Location", "Amount"],
        many(121, (index) => [["Rome", "Paris", "Oslo"][index % 3] ?? "", 10]),
      ),
    );
    const even = find(report.insights, "even/location");
    expect(sentence(even)).toBe("No place stands out: from 40 to 41 customers in each.");
    expect(even?.sure).toEqual({ level: "nothing", words: "Nothing found" });
  });

  test("should say that no season stands out where they are even", async () => {
    const report = await reportOf(
      snapshot(
        ["Season", "Amount"],
        many(80, (index) => [["Spring", "Summer", "Fall", "Winter"][index % 4] ?? "", 10]),
      ),
    );
    expect(sentence(find(report.insights, "even/season"))).toBe(
      "No season stands out: 20 purchases in each.",
    );
  });

  test.each([
    [10, "Every customer ordered more than once."],
    [8, "80% of customers ordered more than once; 10 ordered only once."],
    [3, "70% of customers ordered only once; 15 ordered more than once."],
    [0, "No customer ordered more than once."],
  ])("should tell that %i of 10 customers ordered more than once", async (tenths, words) => {
    const rows = many(50, (index) => [
      [`c${index}`, `${index}-1`, "2024-01-01", 10] satisfies Cell[],
      ...(index % 10 < tenths ? [[`c${index}`, `${index}-2`, "2024-01-02", 10] satisfies Cell[]] : []),
    ]).flat();
    expect(sentence(find((await orders(rows)).insights, "repeat"))).toBe(words);
  });

  test.each([
    [5, "Ratings are high: 5.00 of 5 on average."],
    [3, "Ratings are low: 3.00 of 5 on average."],
    [4, undefined],
  ])("should judge ratings of %i", async (rating, words) => {
    const report = await reportOf(
      snapshot(
        ["Review Rating", "Amount"],
        many(20, () => [rating, 10]),
      ),
    );
    expect(sentence(find(report.insights, "ratings"))).toBe(words);
  });

  test("should tell a month that is off what those before let expect, and not one that is not", async () => {
    const year = (last: number) =>
      orders(
        [100, 104, 98, 103, 101, 99, 102, last].flatMap((count, month) =>
          many(count, (index) => [
            `c${index}`,
            `${month}-${index}`,
            `2024-0${month + 1}-${index === 0 ? "01" : index === 1 ? (month === 1 ? "29" : "31") : "15"}`
              .replace("2024-04-31", "2024-04-30")
              .replace("2024-06-31", "2024-06-30"),
            10,
          ]),
        ),
      );
    const changed = find((await year(408)).insights, "change/orders");
    expect(changed?.lead).toBe("Orders were 300% above Jul 2024 in Aug 2024;");
    expect(changed?.rest).toMatch(/^expected from the trend: .* Revenue was 300% above Jul 2024\.$/);
    expect(changed?.evidence).toBe(
      "408 beside 102 · expected (95% of the time) from the 7 months before, too few to know a season",
    );
    // As much as a Christmas brings is no news where none was seen before.
    expect((await year(160)).insights.filter(({ source }) => source === "change")).toEqual([]);
    expect((await year(103)).insights.filter(({ source }) => source === "change")).toEqual([]);
  });

  test("should tell of rows left out, of guests and of returns where they are many", async () => {
    const header = ["Customer ID", "Order ID", "Date", "Quantity", "Price"];
    const bought = many(100, (index): Cell[] => [
      index < 30 ? "" : `c${index}`,
      `o${index}`,
      "2024-03-15",
      1,
      10,
    ]);
    const bad = many(2, (index): Cell[] => [`c${50 + index}`, `x${index}`, "no date", 1, 10]);
    const returned = many(5, (index): Cell[] => [`c${40 + index}`, `r${index}`, "2024-03-16", -1, 10]);
    const report = await reportOf({ header, rows: [...bought, ...bad] });
    expect(sentence(find(report.insights, "quality/guests"))).toBe(
      "30% of purchases name no customer; whatever is said of customers leaves them out.",
    );
    const dropped = find(report.insights, "quality/dropped");
    expect(sentence(dropped)).toBe("2.0% of rows could not be used; the numbers are about the others.");
    expect(dropped?.evidence).toMatch(/^2 of 102 rows · mostly: /);
    const back = await reportOf({ header, rows: [...bought.slice(30), ...returned] });
    expect(sentence(find(back.insights, "quality/returns"))).toBe(
      "Returns come to 50, 7.1% of revenue, and are not taken off it.",
    );
    const clean = await reportOf({ header, rows: bought.slice(30) });
    expect(clean.insights.filter(({ source }) => source === "quality")).toEqual([]);
  });

  test("should tell what goes together in orders, and that nothing does where it is random", async () => {
    const header = ["Customer ID", "Order ID", "Product", "Amount"];
    const together = many(60, (index) => {
      const order = [`c${index}`, `o${index}`];
      const pair =
        index % 3 === 0
          ? ["Tea", "Cup"]
          : [index % 3 === 1 ? "Hat" : "Sock", index % 2 === 0 ? "Pen" : "Ink"];
      return pair.map((product): Cell[] => [...order, product, 5]);
    }).flat();
    const found = (await reportOf({ header, rows: together })).insights.filter(
      ({ source }) => source === "affinity",
    );
    expect(sentence(found[0])).toMatch(/^All 20 orders with (Tea also include Cup|Cup also include Tea)\.$/);
    const random = seededRandom(7);
    const apart = many(200, (index) =>
      ["Tea", "Cup", "Hat", "Pen"]
        .filter(() => random() < 0.5)
        .map((product): Cell[] => [`c${index}`, `o${index}`, product, 5]),
    ).flat();
    const nothing = (await reportOf({ header, rows: apart })).insights.filter(
      ({ source }) => source === "affinity",
    );
    expect(nothing.map(({ sure }) => sure.words)).toEqual(["Nothing found"]);
  });

  test("should say three things of any data, and seven at most", async () => {
    const report = await reportOf(
      snapshot(
        ["Amount"],
        many(20, (index) => [10 + index]),
      ),
    );
    expect(report.insights.length).toBeGreaterThanOrEqual(2);
    expect(sentence(find(report.insights, "size/0"))).toBe(
      "Half of purchases come to at most 19.50; a quarter come to 24.50 or more.",
    );
    expect(sentence(find(report.insights, "size/1"))).toBe("20 customers made 20 purchases.");
  });

  test("should write in the report's currency and locale", async () => {
    const report = await reportOf(
      snapshot(
        ["Amount"],
        many(20, (index) => [1000 + index]),
      ),
      configOf({ currency: "EUR", locale: "de-DE" }),
    );
    expect(sentence(find(report.insights, "size/0"))).toContain("1.010\u00a0€");
  });

  test("should say nothing of groups of fewer customers than the minimum", async () => {
    const report = await reportOf(
      snapshot(
        ["Gender", "Amount"],
        many(24, (index) => [index < 4 ? "Female" : "Male", index < 4 ? 500 : 10 + index]),
      ),
    );
    expect(JSON.stringify(report.differences)).not.toContain("Female");
    expect(JSON.stringify(report.insights)).not.toMatch(/women|Female|500/);
  });
});

describe("differences between groups that chance alone made", () => {
  test("should be told in hardly any of a hundred tables", async () => {
    let told = 0;
    for (let seed = 1; seed <= 100; seed += 1) {
      const random = seededRandom(seed);
      const pick = (...words: string[]) => words[Math.floor(random() * words.length)] ?? "";
      const table = snapshot(
        ["Gender", "Season", "Size", "Review Rating", "Amount"],
        many(80, () => [
          pick("Male", "Female"),
          pick("Spring", "Fall", "Winter"),
          pick("S", "M", "L"),
          1 + Math.floor(random() * 5),
          Math.exp(random() * 4),
        ]),
      );
      const found = await ask(table, async ({ store }) =>
        differences(store, await customerWords(store, [18, 65]), [], await store.lines(), new Gate(5)),
      );
      expect(found.length).toBeGreaterThanOrEqual(6);
      if (found.some(({ q }) => q <= 0.05)) told += 1;
    }
    // At most 5 of 100 are expected; 10 and more come up in 3 of 100 runs at that rate, and the seeds are fixed.
    expect(told).toBeLessThan(10);
  });

  test("should not depend on the order of the rows", async () => {
    const row = fc.tuple(
      fc.constantFrom("Male", "Female"),
      fc.constantFrom("S", "M", "L"),
      fc.integer({ min: 1, max: 30 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 12, maxLength: 30 }), async (rows) => {
        const named = rows.map(([gender, size, amount], index): Cell[] => [
          `c${index}`,
          gender,
          size,
          amount / 10,
        ]);
        const of = (all: Cell[][]) =>
          ask({ header: ["Customer ID", "Gender", "Size", "Amount"], rows: all }, async ({ store }) =>
            differences(store, await customerWords(store, [18]), [], await store.lines(), new Gate(2)),
          );
        expect(await of([...named].reverse())).toEqual(await of(named));
      }),
      { numRuns: 20, endOnFailure: true },
    );
  });
});
