import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toCsv } from "../support/csv.ts";
import { ask, datasetOf, findingOf } from "../support/dataset.ts";
import { realDataset } from "../support/real-data.ts";
import { refusal } from "../support/refusal.ts";

describe("findings", () => {
  test("should name file, line, header, value and reason", async () => {
    const dataset = await datasetOf([
      "Customer,Amount,Age\nc1,5,30\n",
      'Customer,Note,Amount,Customer Age\nc2,"two\nlines",5,abc\n\nc3,x,5,200\n',
    ]);
    expect(findingOf(dataset, "age-unreadable")).toMatchObject({
      severity: "changed",
      count: 2,
      examples: [
        {
          file: "orders-2.csv",
          line: 2,
          column: "Customer Age",
          value: "abc",
          reason: '"abc" is not an age from 0 to 120',
        },
        {
          file: "orders-2.csv",
          line: 5,
          column: "Customer Age",
          value: "200",
          reason: '"200" is not an age from 0 to 120',
        },
      ],
    });
  });

  test("should name the right line whatever quoted cells and blank lines come before", async () => {
    const note = fc.string({ unit: fc.constantFrom("a", "\n", '"', ",", " "), maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ note, bad: fc.boolean(), blank: fc.boolean() }), {
          minLength: 1,
          maxLength: 20,
        }),
        async (rows) => {
          let text = toCsv([["Customer", "A \n note", "Amount", "Age"]]);
          const lines: number[] = [];
          for (const { note: cell, bad, blank } of rows) {
            if (blank) text += "\n";
            if (bad) lines.push(text.split("\n").length);
            text += toCsv([["c1", cell, "5", bad ? "x" : "30"]]);
          }
          const dataset = await datasetOf(text);
          expect(findingOf(dataset, "age-unreadable")?.examples.map(({ line }) => line) ?? []).toEqual(lines);
          await dataset.store.close();
        },
      ),
    );
  });

  test("should keep the first 20 of each kind and count all", async () => {
    const dataset = await datasetOf(`Customer,Amount,Age\n${"c1,5,x\n".repeat(50)}`);
    const finding = findingOf(dataset, "age-unreadable");
    expect(finding?.count).toBe(50);
    expect(finding?.examples.map(({ line }) => line)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 2),
    );
  });

  test.each([
    ["Gender", ["m", "Male"], "gender-words"],
    ["Category", ["hats", "Hats", "Hats"], "category-spelling"],
    ["Category", ["Hats ", "Hats"], "category-spaces"],
    ["Discount Applied", ["1", "Yes"], "discount-words"],
    ["Review Rating", ["101", "5", "4", "3", "2", "1", "5", "4", "3", "2", "1", "4"], "rating-unreadable"],
    ["Subscription Status", ["perhaps", "Yes"], "subscription-unreadable"],
    ["Price", ["€5", "5"], "price-number-format"],
  ])("should remark on changed values of %s", async (header, values, kind) => {
    const dataset = await datasetOf(
      toCsv([["Customer", "Amount", header], ...values.map((value, row) => [`c${row}`, "5", value])]),
      { privacy: { minimumGroup: 2 } },
    );
    expect(dataset.findings.map(({ kind: each, count }) => [each, count])).toEqual([[kind, 1]]);
    expect(findingOf(dataset, kind)?.examples[0]?.value).toBe(values[0]);
  });

  test("should withhold the examples of a name or category that few customers have", async () => {
    const engraved = "Engraved  Ring for Anna Meier";
    const rows = ["Ring", "Ring", "Ring", "Ring", " Ring", engraved, engraved, engraved, engraved, engraved];
    const dataset = await datasetOf(
      toCsv([
        ["Customer", "Amount", "Product"],
        ...rows.map((product, row) => [row < 5 ? `c${row}` : "c5", "5", product]),
      ]),
    );
    const finding = findingOf(dataset, "product-spaces");
    expect(finding?.count).toBe(6);
    expect(finding?.examples.map(({ value }) => value)).toEqual([" Ring", null, null, null, null, null]);
    expect(JSON.stringify(dataset.findings)).not.toContain("Anna");
  });

  test("should read words for no value as empty in every field, and say so", async () => {
    const dataset = await datasetOf(
      "Order,Customer,Amount,Category,Age,Discount Code,Cancelled at\n1,NULL,5,N/A,nan,-,null\n2,c2,5,None,30,X,\nNULL,c3,5,Hats,30,,\n",
      { onBadRows: { failFrom: 1 } },
    );
    expect(dataset.account).toMatchObject({ purchases: 2, dropped: 1, notSales: 0, guestPurchases: 1 });
    expect(dataset.account.droppedByReason[0]?.reason).toMatch(/without an order number/);
    for (const field of ["customer", "order", "category", "age", "discountCode"])
      expect(findingOf(dataset, `${field}-missing`)).toMatchObject({ severity: "changed", count: 1 });
    expect(findingOf(dataset, "category-missing")?.examples[0]).toMatchObject({ line: 2, value: "N/A" });
    expect(findingOf(dataset, "age-unreadable")).toBeUndefined();
    expect(dataset.columns.find(({ field }) => field === "category")?.filled).toBe(2);
    expect(await ask(dataset, "SELECT value FROM traits WHERE field = 'category' ORDER BY value")).toEqual([
      { value: "Hats" },
      { value: "None" },
    ]);
  });

  test("should remark on a column of dates that can be read both ways, and read it by the locale", async () => {
    const text = "Order,Customer,Amount,Date\n1,c1,5,02/01/2024\n";
    const day = async (keys: Parameters<typeof datasetOf>[1]) => {
      const dataset = await datasetOf(text, keys);
      return [
        (await ask(dataset, "SELECT day FROM transactions"))[0]?.["day"],
        findingOf(dataset, "date-order") !== undefined,
      ];
    };
    const days = (iso: string) => Date.parse(iso) / 86_400_000;
    expect(await day({})).toEqual([days("2024-02-01"), true]);
    expect(await day({ locale: "en-GB" })).toEqual([days("2024-01-02"), true]);
    expect((await day({ dateFormat: "dmy" }))[0]).toBe(days("2024-01-02"));
    expect((await day({ dateFormat: "mdy" }))[0]).toBe(days("2024-02-01"));
  });

  test("should withhold values that identify a customer, in every file", async () => {
    const secret = "zqx-77123";
    const dataset = await datasetOf(
      [
        `Order,Line ID,Customer,Amount,Age,Rating\nA-100,L-1,${secret},5,somebody@example.com,5\nA-100,L-1,${secret},5,somebody@example.com,5\n`,
        `Order No,Line No,Client,Amount,Age,Rating\nA-200,L-2,${secret},5,${secret},5\nA-200,L-2,${secret},5,${secret},5\n`,
      ],
      { onBadRows: { failFrom: 1 } },
    );
    expect(dataset.account).toMatchObject({ dropped: 2, purchases: 2 });
    const told = JSON.stringify([
      dataset.findings,
      dataset.account,
      dataset.columns,
      dataset.files,
      dataset.excluded,
    ]);
    for (const hidden of [secret, "somebody", "example.com", "A-100", "A-200", "L-1", "L-2"])
      expect(told).not.toContain(hidden);
    const { examples = [] } = findingOf(dataset, "age-unreadable") ?? {};
    expect(examples.map(({ file, line }) => `${file}:${line}`)).toEqual([
      "orders.csv:2",
      "orders.csv:3",
      "orders-2.csv:2",
      "orders-2.csv:3",
    ]);
    for (const example of examples) {
      expect(example).toMatchObject({
        column: "Age",
        value: null,
        reason: "the value is not an age from 0 to 120",
      });
    }
  });
});

describe("openDataset", () => {
  test("should tell customers apart without regard to spaces, and leave guests out", async () => {
    const dataset = await datasetOf("Customer,Amount\nab1,1\n ab1 ,2\nab2,3\n,4\n  ,5\n");
    expect(dataset.account.guestPurchases).toBe(2);
    expect(await ask(dataset, "SELECT COUNT(*) AS n FROM customers")).toEqual([{ n: 2 }]);
    expect(
      await ask(
        dataset,
        "SELECT revenue FROM customer_totals WHERE customer_id IS NOT NULL ORDER BY revenue",
      ),
    ).toEqual([{ revenue: 3 }, { revenue: 3 }]);
  });

  test("should tell identifiers apart by case, e-mail addresses and product codes aside", async () => {
    const dataset = await datasetOf(
      "Order,Customer,SKU,Amount\na1,xY,P1,1\nA1,xy,p1,1\nb1,Ann@example.com,p1,1\nb2,ann@Example.com,p1,1\n",
    );
    expect(
      await ask(
        dataset,
        "SELECT COUNT(DISTINCT customer_id) AS customers, COUNT(DISTINCT order_id) AS orders, COUNT(DISTINCT product_id) AS products FROM transactions",
      ),
    ).toEqual([{ customers: 3, orders: 4, products: 1 }]);
  });

  test("should know a product by its code and show its commonest name", async () => {
    const dataset = await datasetOf(
      "Customer,SKU,Product,Amount\nc,a1,Hat,1\nc, A1 ,Big hat,1\nc,A1,Big hat,1\nc,B2,Big hat,1\nc,,Scarf,1\nc,,SCARF,1\nc,,,1\n",
    );
    expect(
      await ask(
        dataset,
        "SELECT name, COUNT(*) AS n FROM transactions LEFT JOIN products USING (product_id) GROUP BY product_id ORDER BY n DESC, name",
      ),
    ).toEqual([
      { name: "Big hat (A1)", n: 3 },
      { name: "SCARF", n: 2 },
      { name: null, n: 1 },
      { name: "Big hat (B2)", n: 1 },
    ]);
  });

  test("should take what a customer buys on a day for an order where there is no order number, and say so", async () => {
    const dataset = await datasetOf(
      "Customer,Date,Amount\nc1,2024-01-05,1\nc1,2024-01-05 18:00,2\nc1,2024-01-06,4\nc2,2024-01-05,8\n,2024-01-05,16\n,2024-01-05,32\n",
    );
    expect(
      (await ask(dataset, "SELECT revenue FROM orders ORDER BY revenue")).map(({ revenue }) => revenue),
    ).toEqual([3, 4, 8, 16, 32]);
    expect(findingOf(dataset, "orders-by-day")).toBeDefined();
  });

  test("should take a customer's traits from the latest purchase that has them", async () => {
    const dataset = await datasetOf(
      "Customer,Date,Amount,Age,Gender\nc1,2024-03-01,1,41,\nc1,2024-01-01,1,40,Female\nc1,2024-02-01,1,,Male\n",
    );
    expect(
      await ask(dataset, "SELECT age, value FROM customers JOIN traits ON trait_id = gender_id"),
    ).toEqual([{ age: 41, value: "Male" }]);
  });

  test.each([
    ["Customer,Amount (EUR)\nc1,5\n", "EUR"],
    ["Customer,Price [USD]\nc1,5\n", "USD"],
    ["Customer,Amount (incl. VAT)\nc1,5\n", null],
    ["Customer,Amount,Currency\nc1,5,cad\nc1,5,CAD\n", "CAD"],
    ["Customer,Amount\nc1,€ 5\n", "EUR"],
  ])("should see the currency in %j", async (text, currency) => {
    expect((await datasetOf(text)).currency).toBe(currency);
  });

  test.each([
    ["in a column", ["Customer,Amount,Currency\nc1,5,CAD\nc1,5,USD\n"]],
    ["in headers", ["Customer,Amount (CAD)\nc1,5\n", "Customer,Amount (USD)\nc1,5\n"]],
  ])("should refuse to add several currencies %s, and take those of report.yaml alone", async (_, texts) => {
    expect(await refusal(() => datasetOf(texts))).toMatch(
      /several currencies: CAD \(1 row\), USD \(1 row\)[\s\S]*currency: CAD/,
    );
    const { account, currency } = await datasetOf(texts, { currency: "USD" });
    expect({ ...account, currency }).toMatchObject({ purchases: 1, dropped: 1, currency: "USD" });
  });

  test("should name a report.yaml beside the data, wherever the data are", async () => {
    const advice = await Promise.all([
      refusal(() => datasetOf("Customer,Amount\nc1,abc\n")),
      refusal(() => datasetOf("Customer,Amount\nc1,0\n")),
      refusal(() => datasetOf("Customer,Age\nc1,0\n")),
      refusal(() => datasetOf("Customer,Amount,amount\nc1,0,1\n")),
    ]);
    for (const message of advice) {
      expect(message).toContain("report.yaml beside the data");
      expect(message).not.toContain("data/report.yaml");
    }
  });

  test("should be the same for the same input", async () => {
    const text = "Order,Customer,Amount,Category\n1,c1,5,Hats\n2,c2,x,hats\n3,c2,6,hats\n".replace("x", "7");
    const [first, second] = [await datasetOf(text), await datasetOf(text)];
    expect({ ...first, store: null }).toEqual({ ...second, store: null });
    expect(await ask(first, "SELECT * FROM transactions")).toEqual(
      await ask(second, "SELECT * FROM transactions"),
    );
  });

  test("should read more rows than it reserves room for at first", async () => {
    const rows = Array.from({ length: 10_000 }, (_, row) => `c${row % 7},${row + 1}\n`).join("");
    const dataset = await datasetOf(`Customer,Amount\n${rows}`);
    expect(await ask(dataset, "SELECT SUM(amount) AS total, COUNT(*) AS n FROM transactions")).toEqual([
      { total: 50_005_000, n: 10_000 },
    ]);
    expect(dataset.account.duplicates).toBe(0);
  });
});

const shopify = new URL("../fixtures/shopify/orders.csv", import.meta.url);

describe("a Shopify orders export", () => {
  const head =
    "Name,Email,Financial Status,Currency,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Shipping Province,Cancelled at,Location\n";

  test("should fill order-level fields down to an order's later lines, and no further", async () => {
    const dataset = await datasetOf(
      `${head}#1,a@example.com,paid,CAD,2025-01-02 10:00:00 -0500,1,Hat,5.00,H,ON,,\n#1,,,,2025-01-02 10:00:00 -0500,2,Sock,2.00,S,,,\n` +
        "#2,,paid,CAD,2025-01-03 10:00:00 -0500,1,Hat,5.00,H,QC,,Till\n#3,b@example.com,voided,CAD,2025-01-04,1,Hat,5.00,H,QC,,\n#3,,,,2025-01-04,1,Sock,2.00,S,,,\n" +
        "#4,b@example.com,refunded,CAD,2025-01-05,1,Hat,5.00,H,QC,,\n#5,b@example.com,paid,CAD,2025-01-05,1,Hat,5.00,H,QC,2025-01-06,\n#5,,,,2025-01-05,1,Sock,2.00,S,,,\n",
    );
    expect(dataset.account).toMatchObject({
      read: 8,
      purchases: 3,
      returns: 1,
      notSales: 4,
      returnsValue: -5,
      guestPurchases: 1,
    });
    expect(
      await ask(
        dataset,
        "SELECT amount, value AS place, customer_id IS NULL AS guest FROM transactions JOIN traits ON trait_id = location_id ORDER BY transaction_id",
      ),
    ).toEqual([
      { amount: 5, place: "ON", guest: 0 },
      { amount: 4, place: "ON", guest: 0 },
      { amount: 5, place: "QC", guest: 1 },
    ]);
    expect(await ask(dataset, "SELECT COUNT(*) AS n FROM orders")).toEqual([{ n: 2 }]);
    expect(dataset.currency).toBe("CAD");
  });

  test("should read the fixture: 40 orders of which 3 are cancelled, refunded or voided", async ({
    skip,
  }) => {
    if (!existsSync(shopify)) skip("tests/fixtures/shopify/orders.csv is not there");
    const dataset = await datasetOf(readFileSync(shopify, "utf8"));
    const { account } = dataset;
    expect(account).toMatchObject({ read: 79, dropped: 0, unpriced: 0 });
    expect(account.purchases + account.returns + account.notSales).toBe(79);
    expect(await ask(dataset, "SELECT COUNT(*) AS n FROM orders")).toEqual([{ n: 37 }]);
    // Of 30 people two only ever got their money back (14, 19); two are known by name alone (11, 23), and so is a third (7)
    // in one of two orders.
    expect(await ask(dataset, "SELECT COUNT(*) AS n FROM customers")).toEqual([{ n: 29 }]);
    expect(JSON.stringify(dataset.findings)).not.toContain("@");
  });
});

// Counts of real files, worked out apart from this code with Python's csv module.
describe("real data", () => {
  test("should read shopping_trends.csv without a finding", async (context) => {
    const dataset = await realDataset("shopping_trends.csv", context);
    expect(dataset.account).toEqual({
      read: 3900,
      purchases: 3900,
      returns: 0,
      notSales: 0,
      reversed: 0,
      reversedValue: 0,
      returnsValue: 0,
      unpriced: 0,
      excluded: 0,
      dropped: 0,
      droppedByReason: [],
      guestPurchases: 0,
      duplicates: 0,
    });
    expect(dataset.findings).toEqual([]);
    expect(dataset.unmapped).toEqual([]);
    expect(dataset.columns).toHaveLength(19);
    expect(dataset.currency).toBe("USD");
    // ../shared/golden/shopping-metrics.json: mean 59.764358974358974, rating 3.749948717948718.
    const [means] = await ask(
      dataset,
      "SELECT AVG(amount) AS amount, AVG(rating) AS rating FROM transactions",
    );
    expect(means?.["amount"]).toBeCloseTo(59.76435897435897, 9);
    await dataset.store.close();
  });

  test("should read online_retail.csv.gz with every row accounted for", async (context) => {
    const dataset = await realDataset("online_retail.csv.gz", context, { reversals: "keep" });
    const { account } = dataset;
    expect(account).toMatchObject({
      read: 541_909,
      purchases: 530_104,
      duplicates: 5_268,
      guestPurchases: 132_220,
    });
    expect(account.purchases + account.returns + account.unpriced + account.excluded + account.dropped).toBe(
      541_909,
    );
    const [totals] = await ask(
      dataset,
      "SELECT SUM(amount) AS revenue, COUNT(DISTINCT customer_id) AS customers FROM transactions",
    );
    expect(totals?.["customers"]).toBe(4_338);
    expect(totals?.["revenue"]).toBeCloseTo(10_666_684.544, 3);
    expect(dataset.findings.filter(({ severity }) => severity === "dropped")).toEqual([]);
    await dataset.store.close();
  });
});
