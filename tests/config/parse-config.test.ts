import { describe, expect, test } from "vitest";
import { accents } from "../../src/config/accent.ts";
import { configSchema, defaultConfig } from "../../src/config/config.ts";
import { dateFormats } from "../../src/config/date-format.ts";
import { defaultIngest } from "../../src/config/ingest.ts";
import { parseConfig } from "../../src/config/parse-config.ts";
import { fieldNames } from "../../src/fields/fields.ts";
import { refusal } from "../support/refusal.ts";

const parse = (text: string) => parseConfig(text, "data/report.yaml");

describe("defaultConfig", () => {
  // Issue 2, paragraphs Map and Work out; design.md, Honesty (groups of fewer than 5).
  test("should hold the defaults that the issue names", () => {
    expect(defaultConfig).toEqual({
      locale: "en-US",
      accent: "ocean",
      columns: {},
      ageGroups: [18, 25, 35, 45, 55, 65],
      join: "auto",
      reversals: "net",
      exclude: [],
      goods: [],
      onBadRows: { action: "drop", failFrom: 0.05 },
      segments: { k: 4 },
      affinity: {
        minSupport: { orders: 0.01, categories: 0.01, products: 0.05, traits: 0.01 },
        minConfidence: { orders: 0.1, categories: 0.1, products: 0.1, traits: 0.1 },
        maxLength: 3,
        maxConsequent: 1,
        maxItemsets: 2_000_000,
      },
      value: { discountRate: 0.1 },
      privacy: { minimumGroup: 5, customers: "none" },
      reviews: { quotes: false },
    });
  });
});

describe("parseConfig", () => {
  test.each(["", "\n# nothing but a comment\n", "---\n", "{}"])("should take %j for the defaults", (text) => {
    expect(parse(text)).toEqual(defaultConfig);
  });

  test("should read every key", () => {
    const text = `
title: " My shop "
currency: EUR
locale: de-DE
subtitle: For the board
logo: logo.svg
footer: 2024
accent: "#0B66A8"
files: [orders.csv]
columns: { customer: Kunde, amount: Betrag }
dateFormat: dmy
ageGroups: [20, 40]
exclude: [POST, Postage]
goods: [08514]
join: ["lines.csv:id = orders.csv:id"]
reversals: keep
onBadRows: { action: fail, failFrom: 0.2 }
segments: { k: auto }
affinity: { minSupport: { orders: 0.02 }, minConfidence: { traits: 0.5 }, maxLength: 2, maxConsequent: 2, maxItemsets: 10 }
value: { discountRate: 0.05, margin: 0.4, acquisitionCost: 12, holdoutFrom: 2024-10-01 }
privacy: { minimumGroup: 10 }
reviews: { quotes: true }
gates: { metrics.revenue: { min: 1, max: 2, maxChange: 0.5 }, maxDroppedShare: 0.1, freshWithin: { days: 7, of: 2026-01-31 } }
ingest: {}
`;
    expect(parse(text)).toEqual({
      title: "My shop",
      currency: "EUR",
      locale: "de-DE",
      subtitle: "For the board",
      logo: "logo.svg",
      footer: "2024",
      accent: "#0b66a8",
      files: ["orders.csv"],
      columns: { customer: "Kunde", amount: "Betrag" },
      dateFormat: "dmy",
      ageGroups: [20, 40],
      exclude: ["POST", "Postage"],
      goods: ["08514"],
      join: ["lines.csv:id = orders.csv:id"],
      reversals: "keep",
      onBadRows: { action: "fail", failFrom: 0.2 },
      segments: { k: "auto" },
      affinity: {
        minSupport: { orders: 0.02, categories: 0.01, products: 0.05, traits: 0.01 },
        minConfidence: { orders: 0.1, categories: 0.1, products: 0.1, traits: 0.5 },
        maxLength: 2,
        maxConsequent: 2,
        maxItemsets: 10,
      },
      value: { discountRate: 0.05, margin: 0.4, acquisitionCost: 12, holdoutFrom: "2024-10-01" },
      privacy: { minimumGroup: 10, customers: "none" },
      reviews: { quotes: true },
      gates: {
        "metrics.revenue": { min: 1, max: 2, maxChange: 0.5 },
        maxDroppedShare: 0.1,
        freshWithin: { days: 7, of: "2026-01-31" },
      },
      ingest: defaultIngest,
    });
  });

  test("should read a word for onBadRows as its action", () => {
    expect(parse("onBadRows: fail").onBadRows).toEqual({ action: "fail", failFrom: 0.05 });
    expect(parse("onBadRows: drop").onBadRows).toEqual({ action: "drop", failFrom: 0.05 });
  });

  test("should have a wrong value of every key in the table below", () => {
    const tried = new Set(wrongValues.map(([text]) => /^\w+/.exec(text)?.[0]));
    expect(Object.keys(configSchema.shape).filter((key) => !tried.has(key))).toEqual([]);
  });

  // Issue 2: "An unknown key or a wrong value names the key, the value, and what is allowed."
  const wrongValues: readonly [text: string, key: string, value: string, allowed: RegExp][] = [
    ["value: { discountRate: 3 }", `"value.discountRate"`, "3", /a share from 0 to 1/],
    ["value: { margin: 0 }", `"value.margin"`, "0", /a share above 0/],
    ["value: { acquisitionCost: none }", `"value.acquisitionCost"`, '"none"', /money above 0/],
    ["value: { holdoutFrom: soon }", `"value.holdoutFrom"`, '"soon"', /a day, such as 2024-10-01/],
    ["reviews: { quotes: some }", `"reviews.quotes"`, '"some"', /true or false/],
    ["reviews: true", '"reviews"', "true", /the key quotes/],
    ["title: [7]", '"title"', "[7]", /a text/],
    ["title: '  '", '"title"', '"  "', /a text/],
    ["currency: usd", '"currency"', '"usd"', /ISO 4217/],
    ["currency: 5", '"currency"', "5", /ISO 4217/],
    ["locale: en_US", '"locale"', '"en_US"', /BCP 47.*en-US/],
    ["locale: 1", '"locale"', "1", /BCP 47/],
    [
      'accent: "#ffee00"',
      '"accent"',
      '"#ffee00"',
      /contrast is 1\.1 to 1, at least 4\.5 to 1 is needed; "#[\da-f]{6}" would do/,
    ],
    ['accent: "#fff"', '"accent"', '"#fff"', /a colour such as "#0b66a8" in quotes/],
    ["accent: 123456", '"accent"', "123456", /a colour such as "#0b66a8" in quotes/],
    ["accent: red", '"accent"', '"red"', new RegExp(accents.join(", "))],
    ["encoding: latin-8", '"encoding"', '"latin-8"', /the name of an encoding, such as windows-1250/],
    ["encoding: 1250", '"encoding"', "1250", /the name of an encoding/],
    ["header: none", '"header"', '"none"', /true or false/],
    ["subtitle: [7]", '"subtitle"', "[7]", /a text/],
    ["logo: ''", '"logo"', '""', /a file name/],
    ["footer: { a: 1 }", '"footer"', '{"a":1}', /a text/],
    ["files: orders.csv", '"files"', '"orders.csv"', /a list of file names/],
    ["files: []", '"files"', "[]", /at least one/],
    ["files: [3]", '"files.0"', "3", /a file name/],
    ["columns: 5", '"columns"', "5", /field.*header/],
    ["columns: { age: 5 }", '"columns.age"', "5", /a header/],
    ["columns: { age: '' }", '"columns.age"', '""', /a header/],
    ["dateFormat: dd/mm", '"dateFormat"', '"dd/mm"', new RegExp(dateFormats.join(", "))],
    ["ageGroups: 18", '"ageGroups"', "18", /a list of whole numbers/],
    ["ageGroups: []", '"ageGroups"', "[]", /at least one/],
    ["ageGroups: [18, old]", '"ageGroups.1"', '"old"', /from 1 to 120/],
    ["ageGroups: [0]", '"ageGroups.0"', "0", /from 1 to 120/],
    ["ageGroups: [121]", '"ageGroups.0"', "121", /from 1 to 120/],
    ["ageGroups: [18.5]", '"ageGroups.0"', "18.5", /from 1 to 120/],
    ["ageGroups: [30, 20]", '"ageGroups"', "[30,20]", /ascend/],
    ["goods: POST", '"goods"', '"POST"', /a list/],
    ["exclude: POST", '"exclude"', '"POST"', /a list/],
    ["exclude: [true]", '"exclude.0"', "true", /code or name/],
    ["join: yes", '"join"', '"yes"', /auto, none, or a list/],
    ["reversals: drop", '"reversals"', '"drop"', /net, keep/],
    ["onBadRows: skip", '"onBadRows"', '"skip"', /drop, fail/],
    ["onBadRows: 5", '"onBadRows"', "5", /drop.*fail/],
    ["onBadRows: { action: skip }", '"onBadRows.action"', '"skip"', /drop, fail/],
    ["onBadRows: { failFrom: 0 }", '"onBadRows.failFrom"', "0", /above 0, up to 1/],
    ["onBadRows: { failFrom: 1.5 }", '"onBadRows.failFrom"', "1.5", /above 0, up to 1/],
    ["onBadRows: { failFrom: 5 % }", '"onBadRows.failFrom"', '"5 %"', /above 0, up to 1/],
    ["segments: 4", '"segments"', "4", /the key k/],
    ["segments: { k: 1 }", '"segments.k"', "1", /from 2 to 10, or auto/],
    ["segments: { k: 11 }", '"segments.k"', "11", /from 2 to 10, or auto/],
    ["segments: { k: 3.5 }", '"segments.k"', "3.5", /from 2 to 10, or auto/],
    ["segments: { k: best }", '"segments.k"', '"best"', /from 2 to 10, or auto/],
    ["affinity: 5", '"affinity"', "5", /keys such as minSupport/],
    [
      "affinity: { minSupport: 0.01 }",
      '"affinity.minSupport"',
      "0.01",
      /orders, categories, products or traits/,
    ],
    ["affinity: { minSupport: { orders: 0 } }", '"affinity.minSupport.orders"', "0", /above 0, up to 1/],
    [
      "affinity: { minConfidence: { traits: 2 } }",
      '"affinity.minConfidence.traits"',
      "2",
      /above 0, up to 1/,
    ],
    ["affinity: { maxLength: 1 }", '"affinity.maxLength"', "1", /from 2 to 8/],
    ["affinity: { maxConsequent: 0 }", '"affinity.maxConsequent"', "0", /from 1 to 7/],
    ["affinity: { maxItemsets: 0 }", '"affinity.maxItemsets"', "0", /from 1 on/],
    ["privacy: 5", '"privacy"', "5", /minimumGroup/],
    ["privacy: { minimumGroup: 1 }", '"privacy.minimumGroup"', "1", /from 2 on/],
    ["privacy: { minimumGroup: 2.5 }", '"privacy.minimumGroup"', "2.5", /from 2 on/],
    ["privacy: { customers: all }", '"privacy.customers"', '"all"', /none, pseudonymous, full/],
    ["privacy: { minimumGroup: few }", '"privacy.minimumGroup"', '"few"', /from 2 on/],
    ["gates: 5", '"gates"', "5", /paths of numbers with bounds/],
    ["gates: { metrics.revenue: 5 }", '"gates.metrics.revenue"', "5", /min, max or maxChange/],
    ["gates: { metrics.revenue: {} }", '"gates.metrics.revenue"', "{}", /min, max or maxChange/],
    ["gates: { a: { min: much } }", '"gates.a.min"', '"much"', /a number/],
    ["gates: { a: { max: [] } }", '"gates.a.max"', "[]", /a number/],
    ["gates: { a: { min: 2, max: 1 } }", '"gates.a"', '{"min":2,"max":1}', /min that is at most its max/],
    ["gates: { a: { maxChange: 0 } }", '"gates.a.maxChange"', "0", /a share above 0/],
    ["gates: { maxDroppedShare: 5 }", '"gates.maxDroppedShare"', "5", /from 0 to 1/],
    ["gates: { maxDroppedShare: 5 % }", '"gates.maxDroppedShare"', '"5 %"', /from 0 to 1/],
    ["gates: { freshWithin: 7 }", '"gates.freshWithin"', "7", /hold days/],
    ["gates: { freshWithin: { days: -1 } }", '"gates.freshWithin.days"', "-1", /from 0 on/],
    ["ingest: 5", '"ingest"', "5", /keys such as http, amqp or kafka/],
    ["ingest: { amqp: { queue: '' } }", '"ingest.amqp.queue"', '""', /a queue's name/],
    ["ingest: { amqp: {} }", '"ingest.amqp.queue"', "missing", /a queue's name/],
    [
      "ingest: { amqp: { queue: q, queueType: mirrored } }",
      '"ingest.amqp.queueType"',
      '"mirrored"',
      /stream/,
    ],
    ["ingest: { amqp: { queue: q, prefetchCount: 0 } }", '"ingest.amqp.prefetchCount"', "0", /1 to 65,535/],
    ["ingest: { amqp: { queue: q, urls: [broker] } }", '"ingest.amqp.urls.0"', '"broker"', /amqps:\/\//],
    ["ingest: { kafka: { topics: [a] } }", '"ingest.kafka.seedBrokers"', "missing", /a list of brokers/],
    [
      "ingest: { kafka: { seedBrokers: [host], topics: [a] } }",
      '"ingest.kafka.seedBrokers.0"',
      '"host"',
      /a port/,
    ],
    [
      "ingest: { kafka: { seedBrokers: ['h:1'], topics: [a/b] } }",
      '"ingest.kafka.topics.0"',
      '"a/b"',
      /a topic's name/,
    ],
    ["ingest: { http: { listen: 8081 } }", '"ingest.http.listen"', "8081", /127\.0\.0\.1:8081/],
    ["ingest: { http: { listen: 'h:70000' } }", '"ingest.http.listen"', '"h:70000"', /a host with a port/],
    ["ingest: { http: { path: events } }", '"ingest.http.path"', '"events"', /\/events/],
    ["ingest: { fields: { order: '' } }", '"ingest.fields.order"', '""', /a key/],
    ["ingest: { batching: { count: 0 } }", '"ingest.batching.count"', "0", /1 to 100,000/],
    ["ingest: { batching: { period: 5 } }", '"ingest.batching.period"', "5", /500ms, 1s or 5m/],
    ["ingest: { rebuild: { debounce: soon } }", '"ingest.rebuild.debounce"', '"soon"', /500ms, 1s or 5m/],
    ["ingest: { rejected: ../bad }", '"ingest.rejected"', '"../bad"', /without a path/],
    ["ingest: { rejected: .. }", '"ingest.rejected"', '".."', /without a path/],
    ["gates: { freshWithin: { days: 1, of: today } }", '"gates.freshWithin.of"', '"today"', /2026-01-31/],
  ];
  test.each(wrongValues)("should refuse `%s`", async (text, key, value, allowed) => {
    const [what = ""] = (await refusal(() => parse(text))).split("\n");
    expect(what).toMatch(/^data\/report\.yaml: /);
    expect(what).toContain(`${key} is ${value}; `);
    expect(what).toMatch(allowed);
  });

  test.each([
    ["colour: red", '"colour"', Object.keys(configSchema.shape)],
    ["columns: { sex: Geschlecht }", '"columns.sex"', fieldNames],
    ["onBadRows: { share: 1 }", '"onBadRows.share"', ["action", "failFrom"]],
    ["segments: { number: 5 }", '"segments.number"', ["k"]],
    ["affinity: { support: 5 }", '"affinity.support"', ["minSupport", "maxItemsets"]],
    ["affinity: { minSupport: { baskets: 0.1 } }", '"affinity.minSupport.baskets"', ["orders", "traits"]],
    ["privacy: { minimum: 5 }", '"privacy.minimum"', ["minimumGroup", "customers"]],
    ["ingest: { mqtt: 5 }", '"ingest.mqtt"', ["amqp", "kafka", "http", "rebuild"]],
    ["ingest: { amqp: { topic: a } }", '"ingest.amqp.topic"', ["queue", "prefetchCount"]],
    ["ingest: { kafka: { tls: { verify: false } } }", '"ingest.kafka.tls.verify"', ["enabled"]],
    ["ingest: { fields: { sex: a.b } }", '"ingest.fields.sex"', fieldNames],
    ["gates: { a: { least: 5 } }", '"gates.a.least"', ["min", "max", "maxChange"]],
    ["gates: { freshWithin: { days: 5, from: 2026-01-01 } }", '"gates.freshWithin.from"', ["days", "of"]],
  ] as const)("should refuse the unknown key in `%s` and list the known", async (text, key, allowed) => {
    const message = await refusal(() => parse(text));
    expect(message).toContain(key);
    for (const name of allowed) expect(message).toContain(name);
  });

  test.each([
    ["currency: EUR\n\ntitel: My shop\n", 3, '"titel" (did you mean "title"?)'],
    ["privacy:\n  # few\n  minimumgroup: 5\n", 3, '"privacy.minimumgroup" (did you mean "minimumGroup"?)'],
    ["gates: { a: { mim: 5 } }", 1, '"gates.a.mim" (did you mean "min"?)'],
  ])(
    "should say of %j in which line the unknown key stands, and what was meant",
    async (text, line, words) => {
      expect(await refusal(() => parse(text))).toContain(
        `data/report.yaml, line ${line}: unknown key ${words}`,
      );
    },
  );

  test("should guess nothing where no key is near", async () => {
    const message = await refusal(() => parse("theme: dark"));
    expect(message).toContain('data/report.yaml, line 1: unknown key "theme"; allowed are title');
  });

  test("should read where orders stream in from, durations in milliseconds, and every default", () => {
    const text = `
ingest:
  amqp: { urls: ["amqps://broker.example/shop"], queue: sales, queueDeclare: { enabled: true } }
  kafka: { seedBrokers: ["host:9092"], topics: [sales] }
  http: { listen: "[::1]:8081" }
  fields: { order: order_id, customer: customer.id }
  rebuild: { debounce: 2s }
`;
    expect(parse(text).ingest).toEqual({
      amqp: {
        urls: ["amqps://broker.example/shop"],
        queue: "sales",
        queueType: "quorum",
        prefetchCount: 4000,
        queueDeclare: { enabled: true },
      },
      kafka: {
        seedBrokers: ["host:9092"],
        topics: ["sales"],
        startOffset: "earliest",
        tls: { enabled: false },
      },
      http: { listen: { host: "::1", port: 8081 }, path: "/events" },
      fields: { order: "order_id", customer: "customer.id" },
      batching: { count: 2000, period: 1000 },
      rebuild: { debounce: 2000, maxWait: 300_000 },
      rejected: "rejected",
      metrics: {},
    });
  });

  test.each(["amqp://shop:geheim@host/", "amqp://:geheim@host/", "amqp://shop:ein@geheim@host/"])(
    "should refuse the password in %s without repeating it",
    async (url) => {
      const message = await refusal(() => parse(`ingest: { amqp: { queue: q, urls: ['${url}'] } }`));
      expect(message).toContain("REPORT_AMQP_URL");
      expect(message).not.toContain("geheim");
    },
  );

  test("should repeat no password of an address that is none either", async () => {
    const message = await refusal(() =>
      parse("ingest: { amqp: { queue: q, urls: ['amqp://shop:ein/geheim@host/'] } }"),
    );
    expect(message).toContain("must be an address");
    expect(message).not.toContain("geheim");
  });

  test("should take numbers for texts in exclude and title, as they are written", () => {
    expect(parse("title: 2024\nexclude: [85123, 08514, 1.50, POST]")).toMatchObject({
      title: "2024",
      exclude: ["85123", "08514", "1.50", "POST"],
    });
  });

  test("should name everything that is wrong at once", async () => {
    const message = await refusal(() => parse("colour: red\naccent: red\nlocale: x_y"));
    expect(message).toContain('"colour"');
    expect(message).toContain('"accent"');
    expect(message).toContain('"locale"');
  });

  test.each(["- a\n- b", "just words", "42"])("should refuse a file that holds %j", async (text) => {
    expect(await refusal(() => parse(text))).toMatch(/must hold keys and values/);
  });

  test.each([
    ["a key twice", "title: A\ntitle: B", 2],
    ["a bracket left open", "files: [a.csv\ntitle: B", 2],
    ["a tab for an indent", "columns:\n\tage: Alter", 2],
  ])("should name the line of YAML with %s", async (_, text, line) => {
    expect(await refusal(() => parse(text))).toMatch(
      new RegExp(`^data/report\\.yaml, line ${line}: not valid YAML`),
    );
  });

  test("should refuse aliases that multiply without end", async () => {
    const bomb = Array.from({ length: 12 }, (_, level) =>
      level === 0
        ? "a0: &a0 [x, x]"
        : `a${level}: &a${level} [${Array(10)
            .fill(`*a${level - 1}`)
            .join(", ")}]`,
    ).join("\n");
    expect(await refusal(() => parse(bomb))).toMatch(/not valid YAML/);
  });

  test("should refuse an anchor that refers to itself", async () => {
    for (const text of ["columns: &a\n  age: *a", "exclude: &a [POST, *a]"])
      expect(await refusal(() => parse(text))).toMatch(/refers to itself|not valid YAML/);
  });
});
