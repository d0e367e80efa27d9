import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eventReader } from "../../src/live/event.ts";
import { segmentCsv } from "../../src/live/segment-csv.ts";
import { configOf, datasetOf } from "../support/dataset.ts";

const order = {
  order_id: "A-1",
  order_line: 1,
  customer: { id: "C-1" },
  date: "2026-01-31T10:00:00Z",
  product: { name: "Cup", id: 77 },
  quantity: 2,
  unit_price: 4.5,
};

function reader(fields: Record<string, string> = {}, keys: Parameters<typeof configOf>[0] = {}) {
  const config = configOf({ ...keys, ingest: { fields } });
  return eventReader(config, { fields: config.ingest?.fields ?? {} });
}

function read(event: unknown, ...options: Parameters<typeof reader>) {
  return reader(...options)(typeof event === "string" ? event : JSON.stringify(event));
}

function rowOf(event: unknown, ...options: Parameters<typeof reader>) {
  const parsed = read(event, ...options);
  if (parsed.kind === "rejected") throw new Error(parsed.reasons.join("; "));
  return Object.fromEntries(parsed.row);
}

function reasonsOf(event: unknown, ...options: Parameters<typeof reader>) {
  const parsed = read(event, ...options);
  return parsed.kind === "rejected" ? parsed.reasons : [];
}

describe("an event", () => {
  test("should be understood by its keys, as headers are, within objects as well", () => {
    expect(rowOf(order)).toEqual({
      order: "A-1",
      line: "1",
      customer: "C-1",
      date: "2026-01-31T10:00:00Z",
      product: "Cup",
      productCode: "77",
      quantity: "2",
      price: "4.5",
    });
  });

  test("should be understood by the keys that report.yaml names, dots going down", () => {
    const event = { no: 5, when: "2026-01-31", who: { key: { id: "x" } }, sum: 3, n: 1, lin: 2 };
    const fields = {
      order: "no",
      date: "when",
      customer: "who.key.id",
      amount: "sum",
      quantity: "n",
      line: "lin",
    };
    expect(rowOf(event, fields)).toEqual({
      order: "5",
      date: "2026-01-31",
      customer: "x",
      amount: "3",
      quantity: "1",
      line: "2",
    });
  });

  test("should name the keys that no field took", () => {
    expect(read({ ...order, note: "x", meta: { sent: 1 } })).toMatchObject({ unused: ["note", "meta.sent"] });
  });

  test.each([
    [{ ...order, order_id: "" }, /order_id: has no order/],
    [{ ...order, order_id: undefined }, /order: has no order/],
    [{ ...order, date: "soon" }, /date: "soon" is not a date/],
    [{ ...order, date: undefined }, /date: has no date/],
    [{ ...order, date: "2026-02-30" }, /is not a date/],
    [{ ...order, date: "03/04/2026" }, /day\/month or month\/day/],
    [{ ...order, quantity: 0 }, /the quantity is 0/],
    [{ ...order, quantity: "two" }, /"two" is not a quantity/],
    [{ ...order, quantity: null }, /has no quantity/],
    [{ ...order, quantity: undefined }, /has no quantity/],
    [{ ...order, unit_price: "free" }, /"free" is not a number/],
    [{ ...order, unit_price: undefined }, /neither a price nor an amount/],
    [{ ...order, order_id: 2 ** 60 }, /more than 15 digits/],
    [{ ...order, order_id: ["A-1"] }, /neither a text nor a number/],
    [{ ...order, ORDER_ID: "A-2" }, /"order_id" and "ORDER_ID" both mean order/],
    ["{", /not JSON/],
    ["", /not JSON/],
    ["[1]", /not a JSON object/],
  ])("should be rejected for what cannot be used: %j", (event, reason) => {
    expect(reasonsOf(event).join("\n")).toMatch(reason);
  });

  test("should be rejected where it is larger than any order line", () => {
    expect(reasonsOf({ ...order, note: "x".repeat(1 << 20) })).toEqual(["larger than 1 MiB"]);
  });

  test("should be rejected with every reason at once", () => {
    expect(reasonsOf({ ...order, date: "soon", quantity: 0 })).toHaveLength(2);
  });

  test("should keep a return, a guest, and a line without a price, as the build does", () => {
    expect(rowOf({ ...order, quantity: -1 })).toMatchObject({ quantity: "-1" });
    expect(rowOf({ ...order, customer: null })).toMatchObject({ customer: "" });
    expect(rowOf({ ...order, unit_price: null })).toMatchObject({ price: "" });
  });

  test("should count one where an amount stands without a quantity", () => {
    const { unit_price: _, quantity: __, ...rest } = order;
    expect(rowOf({ ...rest, amount: 9 })).toMatchObject({ amount: "9", quantity: "1" });
  });

  test("should get a line of its own from all that it says, the same each time", () => {
    const { order_line: _, ...rest } = order;
    const { line } = rowOf(rest);
    expect(line).toMatch(/^e[\da-f]{20}$/);
    expect(rowOf(rest)).toMatchObject({ line });
    expect(rowOf({ ...rest, sent: 2 })["line"]).not.toBe(line);
  });

  // What "1.234" means is for the column to say, and a column of such says a thousand in some languages.
  test.each([
    [1.234, "1.2340"],
    ["1.234", "1.2340"],
    ["1,234.50", "1234.5"],
    ["12,50", "12.5"],
    ["€ 12.50", "12.5"],
    [1e-7, "0.0000001"],
    [12, "12"],
  ])("should write the money %j so that it reads one way: %s", (price, text) => {
    expect(rowOf({ ...order, unit_price: price }, {}, { locale: "de-DE" })).toMatchObject({ price: text });
  });

  test.each([
    ["31.01.2026", undefined, "2026-01-31"],
    ["01/31/2026 10:05", undefined, "2026-01-31 10:05"],
    ["03/04/2026", "dmy", "2026-04-03"],
    ["03/04/2026", "mdy", "2026-03-04"],
    ["20260131", undefined, "2026-01-31"],
  ] as const)("should write the date %j by the order %s: %s", (date, dateFormat, text) => {
    const keys = dateFormat === undefined ? {} : { dateFormat };
    expect(rowOf({ ...order, date }, {}, keys)).toMatchObject({ date: text });
  });

  test("should lose a NUL character, which would stop every build", () => {
    expect(rowOf({ ...order, product: "C\0up" })).toMatchObject({ product: "Cup" });
  });
});

/** The build takes C1 beside 1 for a cancelled order. */
const isNotCancelled = (text: string) => !/^\s*C/i.test(text);

test("what the watcher takes, the build takes as well, and reads the same money from it", async () => {
  const money = fc.oneof(
    fc.integer({ min: 1, max: 100_000 }),
    fc.integer({ min: 1, max: 99_999_999 }).map((cents) => cents / 1000),
    fc.integer({ min: 100, max: 9_999_999 }).map((cents) => (cents / 100).toFixed(2)),
  );
  const event = fc.record({
    order_id: fc.oneof(
      fc.integer({ min: 1 }),
      fc.string({ minLength: 1 }).filter(isNotCancelled),
      fc.constant("NULL"),
    ),
    customer_id: fc.oneof(fc.constant(null), fc.string(), fc.integer()),
    date: fc.oneof(
      fc.date({ min: new Date("2020-01-01"), max: new Date("2026-01-01"), noInvalidDate: true }).map(String),
      fc
        .date({ min: new Date("2020-01-01"), max: new Date("2026-01-01"), noInvalidDate: true })
        .map((date) => date.toISOString()),
      fc.constant("31/01/2026"),
    ),
    product: fc.string({ unit: "binary" }),
    quantity: fc.integer({ min: -2, max: 2000 }),
    price: money,
    rating: fc.oneof(fc.constant("good"), fc.double({ min: 0, max: 7, noNaN: true })),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 30 }), async (events) => {
      const accepted = events
        .map((each) => ({ each, parsed: read(each, {}, { locale: "de-DE" }) }))
        .flatMap(({ each, parsed }) => (parsed.kind === "row" ? [{ each, row: parsed.row }] : []));
      const rows = [...new Map(accepted.map((pair) => [pair.row.get("line"), pair])).values()];
      // Something that is a purchase for sure: a build without any is refused.
      const sure = read({
        order_id: "sure",
        line: 1,
        date: "2024-01-01",
        quantity: 1,
        price: 2,
        customer_id: "s",
      });
      if (sure.kind !== "row") throw new Error("the sure one is not taken");
      const csv = segmentCsv([sure.row, ...rows.map(({ row }) => row)], {});
      const dataset = await datasetOf(csv, { locale: "de-DE", onBadRows: { action: "drop", failFrom: 1 } });
      const { account } = dataset;
      await dataset.store.close();
      const returned = rows
        .filter(({ each }) => each.quantity < 0)
        .reduce((sum, { each }) => sum + each.quantity * Number(each.price), 0);
      expect({ read: account.read, dropped: account.dropped }).toEqual({ read: rows.length + 1, dropped: 0 });
      expect(account.returnsValue).toBeCloseTo(returned, 4);
    }),
    { numRuns: 25 },
  );
});
