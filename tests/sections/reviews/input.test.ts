import { describe, expect, test } from "vitest";
import { buildReport } from "../../../src/edition/build-report.ts";
import { products } from "../../../src/questions/products.ts";
import { createFormatter } from "../../../src/report/format.ts";
import { reviewGroups } from "../../../src/sections/reviews/figure-groups.ts";
import { reviewsBasis, themesLead, trustLead } from "../../../src/sections/reviews/words/page.ts";
import { configOf, datasetOf, findingOf } from "../../support/dataset.ts";

const format = createFormatter("en-US", null);

/** A file of reviews: texts and ratings, each by a customer of its own. */
function fileOf(
  rows: readonly (readonly [text: string, rating: number | ""])[],
  header = "Customer ID,Review Text,Rating",
) {
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  return [header, ...rows.map(([text, rating], index) => `cust-${index},${cell(text)},${rating}`)].join("\n");
}

async function reviewsOf(csv: string) {
  const dataset = await datasetOf(csv);
  const report = await buildReport(dataset, configOf());
  return { dataset, report, reviews: report.reviews };
}

const good = [
  "Lovely and soft",
  "Warm and very well made",
  "Perfect colour",
  "Great for every day",
  "So pretty",
];
const bad = [
  "The zip broke at once",
  "Itchy and far too tight",
  "The seam came apart",
  "Zip stuck and seam open",
  "Itchy",
];
const mixed = (count: number): [string, number][] =>
  Array.from({ length: count }, (_, index) =>
    index % 3 === 0
      ? [`${bad[index % 5]} no ${word(index)}`, 1 + (index % 2)]
      : [`${good[index % 5]} no ${word(index)}`, 5],
  );

function word(index: number): string {
  return [676, 26, 1].map((size) => String.fromCharCode(97 + (Math.floor(index / size) % 26))).join("");
}

describe("a file of reviews alone", () => {
  test("should be a report of its reviews, and its rows no purchases", async () => {
    const { dataset, report, reviews } = await reviewsOf(fileOf(mixed(300)));
    expect(report.shape).toBe("reviews");
    expect(report.dataset.account).toMatchObject({ read: 0, purchases: 0 });
    expect(report.dataset.reviews?.rows).toBe(300);
    expect(report.dataset.reviews?.columns.map(({ field }) => field)).toEqual([
      "customer",
      "rating",
      "review",
    ]);
    expect(report.metrics).toEqual([]);
    expect(findingOf(dataset, "reviews-orders.csv")?.message).toContain("its rows are no purchases");
    expect(reviews).toMatchObject({ texts: 300, customers: 300, rated: 300, hasCustomers: true });
    expect(reviews?.method).toMatchObject({ kind: "learned" });
    expect(reviews?.themes?.themes.map(({ kind }) => kind)).toContain("complaint");
  });

  test("should count each text as a person's where nobody is named", async () => {
    const rows = mixed(60).map(([text, rating]) => `${text},${rating}`);
    const { reviews } = await reviewsOf(["Review,Stars", ...rows].join("\n"));
    expect(reviews).toMatchObject({ texts: 60, customers: 60, hasCustomers: false });
  });

  test("should take a title of its own for one of the review, and join both", async () => {
    const rows = mixed(40).map(
      ([text, rating], index) => `c${index},Headline ${word(index)} here,${text},${rating}`,
    );
    const { report, reviews } = await reviewsOf(["Customer ID,Title,Review Text,Rating", ...rows].join("\n"));
    expect(report.dataset.reviews?.columns.map(({ field }) => field)).toContain("reviewTitle");
    expect(reviews?.texts).toBe(40);
    const again = mixed(40).map(
      ([text, rating], index) => `c${index},${index % 2 ? "Scarf" : "Hat"},${text},${rating}`,
    );
    const goods = await datasetOf(["Customer ID,Title,Review Text,Rating", ...again].join("\n"));
    expect(goods.reviews?.products).toEqual(["Hat", "Scarf"]);
  });

  test("should be read beside orders, whose rows stay what they are", async () => {
    const orders = [
      "Order ID,Customer ID,Date,Product,Amount",
      ...Array.from(
        { length: 30 },
        (_, index) => `o${index},cust-${index},2024-01-${(index % 28) + 1},Hat,10`,
      ),
    ].join("\n");
    const dataset = await datasetOf([orders, fileOf(mixed(50))]);
    expect([dataset.table.rows, dataset.reviews?.count]).toEqual([30, 50]);
    const report = await buildReport(dataset, configOf());
    expect(report.shape).toBe("orderLines");
    expect(report.dataset.account.purchases).toBe(30);
    expect(report.reviews?.texts).toBe(50);
  });

  test("should be of the products that the report knows, however a file of reviews calls them", async () => {
    const line = (code: string, name: string, quantity: number, index: number) =>
      `o${index},cust-${index},2024-01-${(index % 28) + 1},${code},${name},${quantity},10`;
    const orders = [
      "Order ID,Customer ID,Date,Product Code,Product,Quantity,Price",
      ...Array.from({ length: 30 }, (_, index) => line("A1", "Wool Hat", 1, index)),
      ...Array.from({ length: 30 }, (_, index) => line("B2", "Scarf", 1, 30 + index)),
      ...Array.from({ length: 30 }, (_, index) => line("C3", "Scarf", 1, 60 + index)),
      // Returns are called otherwise, and say nothing of what was bought.
      ...Array.from({ length: 40 }, (_, index) => line("A1", "RETURNED", -1, 90 + index)),
    ].join("\n");
    const reviewed = mixed(60).map(
      ([text, rating], index) =>
        `cust-${index},${["a1", "B2", "C3"][index % 3]},${["A hat of wool", "scarf", "Shawl"][index % 3]},${text},${rating}`,
    );
    const file = ["Customer ID,Product Code,Product,Review Text,Rating", ...reviewed].join("\n");
    const { store, reviews } = await datasetOf([orders, file]);
    const known = (await products(store)).map(({ name }) => name);
    expect(known).toEqual(expect.arrayContaining(["Wool Hat", "Scarf (B2)", "Scarf (C3)"]));
    expect([...(reviews?.products ?? [])].sort()).toEqual(["Scarf (B2)", "Scarf (C3)", "Wool Hat"]);
  });

  test("should not take notes to the shop for reviews", async () => {
    const rows = Array.from(
      { length: 20 },
      (_, index) => `o${index},c${index},10,Please ring twice ${word(index)}`,
    );
    const dataset = await datasetOf(["Order ID,Customer ID,Amount,Comments", ...rows].join("\n"));
    expect(dataset.reviews).toBeNull();
    expect(dataset.columns.map(({ field }) => field)).not.toContain("review");
  });
});

describe("bad input", () => {
  test("should be refused where there are ratings without a text, and nothing else", async () => {
    const refused = datasetOf(fileOf(mixed(30).map(([, rating]) => ["", rating])));
    await expect(refused).rejects.toThrow("no column holds an amount");
    await expect(refused).rejects.toThrow("Ratings without texts make no report");
  });

  test("should have no section and say why where no row that counts has a text", async () => {
    const rows = ["c1,o1,Hat,10,Too small", "c2,o2,Scarf,10,", "c3,o3,Scarf,10,"];
    const dataset = await datasetOf(["Customer ID,Order ID,Product,Amount,Review", ...rows].join("\n"), {
      exclude: ["Hat"],
    });
    expect(dataset.reviews).toBeNull();
    expect(findingOf(dataset, "reviews-none")?.message).toContain("no row has a text");
  });

  test("should have none and say why where fewer persons wrote than may be told of", async () => {
    const { dataset, reviews } = await reviewsOf(fileOf(mixed(4)));
    expect(reviews).toBeNull();
    expect(findingOf(dataset, "reviews-few")?.message).toContain("Fewer than 5 persons");
  });

  test("should have a smaller section of texts without ratings, scored by the word list alone", async () => {
    const { reviews } = await reviewsOf(fileOf(mixed(300).map(([text]) => [text, ""])));
    if (reviews === null) throw new Error("there is no section");
    expect(reviews).toMatchObject({
      rated: 0,
      rating: null,
      themes: null,
      byStars: null,
      disagreement: null,
    });
    expect(reviews.method).toMatchObject({ kind: "wordList", quality: null });
    expect(trustLead(reviews, format)).toContain("cannot be told");
    expect(themesLead(reviews, format)).toContain("without ratings there are none");
    expect(trustLead(reviews, format)).toContain("the texts have no ratings to learn from");
    expect(reviewGroups(reviews, format).map(({ id }) => id)).toEqual(["themes", "reads"]);
  });

  test("should have no themes where all ratings are the same", async () => {
    const { reviews } = await reviewsOf(fileOf(mixed(300).map(([text]) => [text, 5])));
    if (reviews === null) throw new Error("there is no section");
    expect(reviews.themes).toBeNull();
    expect(reviews.method).toMatchObject({ kind: "wordList", quality: null });
    expect(themesLead(reviews, format)).toContain("too few of one kind");
  });

  test("should have no score where there are emoji alone, and say so", async () => {
    const { reviews } = await reviewsOf(
      fileOf(mixed(30).map(([, rating], index) => [index % 2 ? "👍👍" : "😡", rating])),
    );
    if (reviews === null) throw new Error("there is no section");
    expect(reviews.method).toEqual({ kind: "none", why: "words" });
    expect(trustLead(reviews, format)).toContain("hardly any words");
  });

  test("should have no score for few texts in another language, and say so", async () => {
    const { reviews } = await reviewsOf(
      fileOf(
        mixed(40).map(([, rating], index) => [
          `Die Jacke ist leider nicht so warm wie gedacht ${word(index)}`,
          rating,
        ]),
      ),
    );
    if (reviews === null) throw new Error("there is no section");
    expect(reviews).toMatchObject({ languages: ["de"], method: { kind: "none", why: "language" } });
    expect(trustLead(reviews, format)).toContain("not in English");
  });

  test("should read single words, mark-up, right-to-left and mixed languages", async () => {
    const rows = mixed(300).map(([text, rating], index): [string, number] => {
      if (index % 5 === 0) return [rating === 5 ? "Perfect" : "Broken", rating];
      if (index % 5 === 1) return [`<p>${text}</p><script>alert(1)</script>`, rating];
      if (index % 5 === 2) return [`${rating === 5 ? "ממש יפה" : "קטן מדי"} ${word(index)}`, rating];
      if (index % 5 === 3) return [`${rating === 5 ? "Sehr schön" : "Zu klein"} ${word(index)}`, rating];
      return [text, rating];
    });
    const { reviews } = await reviewsOf(fileOf(rows));
    expect(reviews).toMatchObject({ texts: 300, method: { kind: "learned" } });
    expect(JSON.stringify(reviews)).not.toMatch(/script|alert/);
  });

  test("should read a text of a megabyte up to its ten thousandth character, and say so", async () => {
    const long = "too tight and itchy ".repeat(50_000);
    const { dataset, reviews } = await reviewsOf(fileOf([...mixed(50), [long, 1]]));
    expect(reviews?.texts).toBe(51);
    expect(dataset.reviews?.textAt(50).length).toBe(10_000);
    expect(findingOf(dataset, "reviews-long-orders.csv")?.count).toBe(1);
  });
});

describe("privacy of reviews", () => {
  const rows = (name: string) =>
    Array.from({ length: 400 }, (_, index) => {
      const isBad = index % 2 === 0;
      const text = isBad ? `${name} said the zip broke ${word(index)}` : `Soft and warm ${word(index)}`;
      return `c${index},${index < 3 ? name : "Somebody Else"},${index % 7 === 0 ? "Smalltown" : "Elsewhere"},${text} Smalltown,${isBad ? 1 : 5}`;
    });
  const csv = (name: string) =>
    ["Customer ID,Customer Name,City,Review Text,Rating", ...rows(name)].join("\n");

  test("should publish no word of customers' names and places, and no text", async () => {
    const { report, reviews } = await reviewsOf(csv("Quintessa"));
    expect(reviews?.themes?.themes.some(({ words }) => words.some((each) => /zip/.test(each)))).toBe(true);
    expect(JSON.stringify(report)).not.toMatch(/quintessa|smalltown/i);
    expect(JSON.stringify(report)).not.toContain("said the zip broke");
  });

  test("should publish no word of first and last names that stand in columns of their own", async () => {
    const named = csv("Quintessa").replace("Customer Name,City", "First Name,Last Name");
    expect(JSON.stringify((await reviewsOf(named)).report)).not.toMatch(/quintessa|smalltown/i);
  });

  test("should quote texts only where report.yaml asks for it, without names and places", async () => {
    const dataset = await datasetOf(
      csv("Quintessa").replaceAll("said the zip broke", "said that the zip of the coat broke again in"),
    );
    const [plain, quoting] = await Promise.all(
      [false, true].map((quotes) => buildReport(dataset, configOf({ reviews: { quotes } }))),
    );
    expect(plain?.reviews?.themes?.themes.every(({ quotes }) => quotes === undefined)).toBe(true);
    const quotes = quoting?.reviews?.themes?.themes.flatMap((theme) => theme.quotes ?? []);
    expect(quotes?.[0] ?? "").toContain("said that the zip of the coat broke again in …");
    expect(JSON.stringify(quoting)).not.toMatch(/quintessa|smalltown/i);
    if (plain?.reviews == null || quoting?.reviews == null) throw new Error("there is no section");
    expect(reviewsBasis(plain.reviews, format)).toContain("No text is shown here");
    expect(reviewsBasis(quoting.reviews, format)).toContain("Do not publish it");
  });

  test("should publish no count of texts by which a few persons are told", async () => {
    // Three texts without a rating in one file, of a middle one in the other; three in another language.
    const german = Array.from({ length: 3 }, (): [string, number] => ["Das ist nicht so schön", 1]);
    const withThree = (rating: number | "") =>
      reviewsOf(
        fileOf([
          ...mixed(303).map(([text, given], index): [string, number | ""] => [
            text,
            index < 3 ? rating : given,
          ]),
          ...german,
        ]),
      );
    const [{ reviews }, middle] = [await withThree(""), await withThree(3)];
    expect(reviews).toMatchObject({ rated: null, languages: ["en"] });
    expect(middle.reviews).toMatchObject({ rated: 306, themes: { persons: null } });
    const { method } = reviews ?? {};
    if (method?.kind !== "learned") throw new Error("nothing was learned");
    expect(Object.keys(method.quality ?? {})).not.toContain("low");
    expect(method.learned % 10).toBe(0);
  });

  test("should publish no word that fewer customers use than may be told of", async () => {
    // One customer writes the word two hundred times.
    const chatty = Array.from({ length: 400 }, (_, index) =>
      index % 2 === 0
        ? `c1,Scrumptious lid leaks ${word(index)},1`
        : `c${index},Soft and warm ${word(index)},5`,
    );
    const { reviews } = await reviewsOf(["Customer ID,Review Text,Rating", ...chatty].join("\n"));
    expect(JSON.stringify(reviews)).not.toMatch(/lid|leaks/);
  });
});
