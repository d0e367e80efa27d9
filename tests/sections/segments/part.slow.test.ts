import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InputError } from "../../../src/errors.ts";
import { rfmSegments } from "../../../src/report/rfm-segments.ts";
import { measures } from "../../../src/sections/segments/question/scores.ts";
import { segmentAt } from "../../../src/sections/segments/segment-grid.ts";
import { hasPersonas, type Segments } from "../../../src/sections/segments/segments.ts";
import { noPersonasWords } from "../../../src/sections/segments/words/segments.ts";
import { type Cell, configOf, reportOf, type Table } from "../../questions/open-rows.ts";
import { orderHeader, orderKinds, personasIn, statedHeader, statedKinds } from "./some-personas.ts";

type Keys = Parameters<typeof configOf>[0];

async function segmentsOf(table: Table, keys?: Keys): Promise<Segments> {
  const { segments } = await reportOf(table, configOf(keys));
  if (segments === null) throw new Error("no segments");
  return segments;
}

const reversed = ({ header, rows }: Table): Table => ({ header, rows: [...rows].reverse() });
const add = (counts: readonly (number | null)[]) =>
  counts.reduce<number>((all, count) => all + (count ?? 0), 0);
const statedWords = ["Weekly", "Bi-Weekly", "Fortnightly", "Monthly", "Quarterly", "Annually"] as const;

/** Snapshots of 10 to 60 customers. */
const snapshots: fc.Arbitrary<Table> = fc
  .array(
    fc.tuple(
      fc.constantFrom(...statedWords),
      fc.integer({ min: 1, max: 30 }),
      fc.constantFrom("Bern", "Rome", ""),
      fc.constantFrom("Male", "Female"),
      fc.integer({ min: 1, max: 9_999 }),
    ),
    { minLength: 10, maxLength: 60 },
  )
  .map((customers) => ({
    header: statedHeader,
    rows: customers.map(([stated, times, place, gender, cents], index): Cell[] => [
      `customer ${index}`,
      stated,
      times,
      place,
      gender,
      cents / 100,
    ]),
  }));

/** Order lines of up to 30 customers and of guests. */
const orderLines: fc.Arbitrary<Table> = fc
  .array(
    fc.tuple(
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 0, max: 4 }),
      fc.integer({ min: 1, max: 9_999 }),
    ),
    { minLength: 30, maxLength: 120 },
  )
  .map((lines) => ({
    header: orderHeader,
    rows: lines.map(([customer, order, product, cents]): Cell[] => [
      customer === 0 ? "" : `customer ${customer}`,
      `o${customer}-${order}`,
      `2024-${String(((customer * order) % 12) + 1).padStart(2, "0")}-${10 + order}`,
      `Product ${product}`,
      ["Bern", "Rome", "Oslo"][product % 3] ?? "",
      customer % 2 === 0 ? "Male" : "Female",
      cents / 100,
    ]),
  }));

/** The same rows in another order. */
const shuffled = (tables: fc.Arbitrary<Table>) =>
  tables.chain(({ header, rows }) =>
    fc
      .shuffledSubarray([...rows], { minLength: rows.length, maxLength: rows.length })
      .map((other) => ({ table: { header, rows }, other: { header, rows: other } })),
  );

describe("the segments of a report", () => {
  test.each([
    ["order lines", orderKinds(), "orders", "log1p"],
    ["a snapshot", statedKinds(), "stated", "none"],
  ] as const)("should hold the four kinds that were put into %s", async (_, table, basis, transform) => {
    const segments = await segmentsOf(table);
    expect(segments).toMatchObject({ basis, customers: 80, withoutValue: 0 });
    const personas = personasIn(segments);
    expect(personas).toMatchObject({ k: 4, chosenBy: "setting", transform, resamples: 50, trainedOn: 80 });
    expect(personas.personas.map(({ id, name, customers }) => [id, name, customers])).toEqual([
      ["platinum", "Platinum", 20],
      ["gold", "Gold", 20],
      ["silver", "Silver", 20],
      ["bronze", "Bronze", 20],
    ]);
    for (const { stability } of personas.personas) expect(stability).toBeGreaterThan(0.99);
    expect(personas.inertia.map(({ k }) => k)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(personas.silhouette.map(({ k }) => k)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const best = personas.silhouette.reduce((a, b) => (b.value > a.value ? b : a));
    expect(best.k).toBe(4);
  });

  test("should count back from the day after the last with a purchase, and from none in a snapshot", async () => {
    const last = orderKinds()
      .rows.map((row) => String(row[2]))
      .sort()
      .at(-1);
    const { countedFrom } = await segmentsOf(orderKinds());
    expect(Date.parse(countedFrom ?? "") - Date.parse(last ?? "")).toBe(86_400_000);
    expect((await segmentsOf(statedKinds())).countedFrom).toBeNull();
  });

  test("should give each persona its means, medians and shares", async () => {
    const table = statedKinds();
    const { personas } = personasIn(await segmentsOf(table));
    const days = { Weekly: 7, Monthly: 30, Quarterly: 90, Annually: 365 };
    const stated = ["Weekly", "Monthly", "Quarterly", "Annually"] as const;
    const revenue = table.rows.reduce((all, row) => all + Number(row[5]), 0);
    personas.forEach((persona, index) => {
      const rows = table.rows.filter((row) => row[1] === stated[index]);
      const values = (column: number) => rows.map((row) => Number(row[column])).sort((a, b) => a - b);
      const total = (column: number) => values(column).reduce((all, value) => all + value, 0);
      expect(persona.centroid.recency).toBe(days[stated[index] ?? "Weekly"]);
      expect(persona.centroid.frequency).toBeCloseTo(total(2) / rows.length, 12);
      expect(persona.centroid.monetary).toBeCloseTo(total(5) / rows.length, 12);
      // The mean of the six in the middle: as few as are five persons, evenly on both sides.
      const middle = values(5).slice(7, 13);
      expect(persona.typical.monetary.median).toBeCloseTo(
        middle.reduce((all, value) => all + value, 0) / middle.length,
        8,
      );
      expect(persona.revenue).toBeCloseTo(total(5), 9);
      expect(persona.revenueShare).toBeCloseTo(total(5) / revenue, 12);
      expect(persona.customersShare).toBe(0.25);
    });
  });

  test.each([2, 3, 5, 7] as const)("should give %i personas plain names", async (k) => {
    const personas = personasIn(
      await segmentsOf(orderKinds(), { segments: { k }, privacy: { minimumGroup: 2 } }),
    );
    expect(personas.k).toBe(k);
    expect(personas.personas.map(({ name }) => name)).toEqual(
      Array.from({ length: k }, (_, place) => `Persona ${place + 1}`),
    );
    const values = personas.personas.map(({ value }) => value);
    expect(values).toEqual([...values].sort((a, b) => b - a));
  });

  test("should find the number itself where it is asked to", async () => {
    const personas = personasIn(await segmentsOf(orderKinds(), { segments: { k: "auto" } }));
    expect(personas).toMatchObject({ k: 4, chosenBy: "silhouette" });
    expect(personas.personas[0]?.name).toBe("Platinum");
  });

  test("should be null where the data lack one of the three", async () => {
    const { segments } = await reportOf({ header: ["Customer ID", "Amount"], rows: [["c", 1]] });
    expect(segments).toBeNull();
  });

  test("should add up: scores, grid, segments and personas each hold every customer", async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(snapshots, orderLines), async (table) => {
        const segments = await segmentsOf(table, { privacy: { minimumGroup: 2 } });
        const isNamed = segments.namesHeldBack === null;
        const sums = [
          ...measures.map((measure) => segments.scores[measure]),
          segments.grid.flat(),
          ...(isNamed ? [segments.segments.map(({ customers }) => customers)] : []),
        ];
        for (const counts of sums) {
          // Segments of few are counted with the largest; other counts are shown all or none.
          if (counts.includes(null)) expect(add(counts)).toBeLessThanOrEqual(segments.customers);
          else expect(add(counts)).toBe(segments.customers);
        }
        expect(segments.segments.map(({ name }) => name)).toEqual(isNamed ? rfmSegments : []);
        if (segments.basis === "stated") expect(segments.namesHeldBack).toBe("noDates");
        expect(segments.grid.map((row) => row.length)).toEqual([5, 5, 5, 5, 5]);
        for (const { name, customers } of segments.segments) {
          const cells = segments.grid.flatMap((row, down) =>
            row.filter((_, across) => segmentAt(5 - down, across + 1) === name),
          );
          if (customers !== null && !cells.includes(null)) expect(add(cells)).toBe(customers);
        }
        if (!hasPersonas(segments)) return;
        const { personas } = segments.personas;
        expect(add(personas.map(({ customers }) => customers))).toBe(segments.customers);
        expect(add(personas.map(({ customersShare }) => customersShare))).toBeCloseTo(1, 9);
        expect(add(personas.map(({ revenueShare }) => revenueShare))).toBeCloseTo(1, 9);
      }),
      { numRuns: 20 },
    );
  });

  test("should not change when rows come in another order", async () => {
    await fc.assert(
      fc.asyncProperty(shuffled(fc.oneof(snapshots, orderLines)), async ({ table, other }) => {
        const keys: Keys = { privacy: { minimumGroup: 2 }, segments: { k: 3 } };
        expect(await segmentsOf(other, keys)).toEqual(await segmentsOf(table, keys));
      }),
      { numRuns: 20 },
    );
    for (const table of [orderKinds(), statedKinds()]) {
      expect(await segmentsOf(reversed(table))).toEqual(await segmentsOf(table));
    }
  });

  test("should not change when rows come in another order where rows of a customer contradict each other", async () => {
    const { header, rows } = statedKinds(10);
    const [first = [], second = []] = rows;
    // The second row of customer 0 states another rhythm, number of purchases and gender.
    const contradicting = { header, rows: [...rows, [first[0] ?? "", ...second.slice(1)]] };
    expect(await segmentsOf(reversed(contradicting))).toEqual(await segmentsOf(contradicting));
  });

  test("should give no customer another persona when a snapshot's currency is scaled", async () => {
    await fc.assert(
      fc.asyncProperty(snapshots, fc.constantFrom(0.5, 2, 8, 100), async ({ header, rows }, factor) => {
        const keys: Keys = { privacy: { minimumGroup: 2 } };
        const scaled = rows.map((row) => [...row.slice(0, 5), String(Number(row[5]) * factor)]);
        const one = await segmentsOf({ header, rows }, keys);
        const other = await segmentsOf({ header, rows: scaled }, keys);
        expect(other.scores).toEqual(one.scores);
        expect(other.grid).toEqual(one.grid);
        expect(hasPersonas(other)).toBe(hasPersonas(one));
        if (!hasPersonas(one) || !hasPersonas(other)) return;
        const shape = ({ personas }: typeof one.personas) =>
          personas.map(({ customers, traits, typical: { frequency, recency } }) => ({
            customers,
            traits,
            frequency,
            recency,
          }));
        expect(shape(other.personas)).toEqual(shape(one.personas));
        expect(other.personas.cloud.persona).toEqual(one.personas.cloud.persona);
      }),
      { numRuns: 15 },
    );
  });

  test("should be the same every time, to the last byte", async () => {
    for (const table of [orderKinds(), statedKinds()]) {
      expect(JSON.stringify(await segmentsOf(table))).toBe(JSON.stringify(await segmentsOf(table)));
    }
  });

  test("should be JSON-safe: no NaN, nothing infinite, nothing undefined", async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(snapshots, orderLines), async (table) => {
        const segments = await segmentsOf(table, { privacy: { minimumGroup: 2 } });
        const read: unknown = JSON.parse(JSON.stringify(segments));
        expect(read).toStrictEqual(segments);
      }),
      { numRuns: 15 },
    );
  });
});

describe("a report without personas", () => {
  /** A snapshot of customers with these days, purchases and amounts. */
  const snapshot = (customers: readonly (readonly [string, number, number])[]): Table => ({
    header: ["Customer ID", "Frequency of Purchases", "Previous Purchases", "Amount"],
    rows: customers.map(([stated, times, amount], index) => [`customer ${index}`, stated, times, amount]),
  });
  const list = (count: number, of: (index: number) => readonly [string, number, number]) =>
    snapshot(Array.from({ length: count }, (_, index) => of(index)));
  const word = (index: number) => statedWords[index % statedWords.length] ?? "Weekly";

  test.each<[string, Table, Keys, object]>([
    [
      "fewer customers than personas",
      list(3, (index) => [word(index), index + 1, index + 5]),
      { privacy: { minimumGroup: 2 } },
      { why: "few", customers: 3, k: 4 },
    ],
    ["customers all alike", list(20, () => ["Weekly", 3, 10]), {}, { why: "alike", different: 1 }],
    [
      "fewer kinds of customers than personas",
      list(30, (index) => [word(index % 3), index % 3, 10 + (index % 3)]),
      {},
      { why: "alike", different: 3, k: 4 },
    ],
    [
      "one rhythm",
      list(30, (index) => ["Monthly", index, 10 + ((index * 7) % 11)]),
      {},
      { why: "constant", measure: "recency", value: 30 },
    ],
    [
      "one number of purchases",
      list(30, (index) => [word(index), 4, 10 + ((index * 7) % 11)]),
      {},
      { why: "constant", measure: "frequency", value: 4 },
    ],
    [
      "one amount",
      list(30, (index) => [word(index), index, 10]),
      {},
      { why: "constant", measure: "monetary", value: 10 },
    ],
    [
      "a persona of too few",
      // Nine in ten are near each other; two stand alone.
      list(40, (index) =>
        index < 2
          ? ["Annually", 900, 9_000]
          : [index % 2 ? "Weekly" : "Monthly", (index % 3) + 1, 10 + index],
      ),
      {},
      { why: "small", minimum: 5 },
    ],
  ])("should say why: %s", async (_, table, keys, reason) => {
    const segments = await segmentsOf(table, keys);
    expect(segments.personas).toMatchObject(reason);
    if (hasPersonas(segments) || !("why" in segments.personas)) throw new Error("there are personas");
    expect(noPersonasWords(segments.personas, segments.basis)).toMatch(/^[A-Z0-9].*\.$/);
    expect(segments.customers).toBe(table.rows.length);
    expect(segments.segments).toHaveLength(segments.namesHeldBack === null ? 11 : 0);
  });

  test("should say why a single customer is no persona, and show nothing of him", async () => {
    const segments = await segmentsOf(list(1, () => ["Weekly", 3, 10]));
    expect(segments.personas).toHaveProperty("why");
    expect(Object.values(segments.edges).flat()).toEqual([]);
    expect(add(segments.grid.flat())).toBe(0);
    expect(add(segments.segments.map(({ customers, revenue }) => customers ?? revenue))).toBe(0);
    const orders = await segmentsOf({
      header: orderHeader,
      rows: [["ann", "1", "2024-03-01", "Cup", "Bern", "Female", 5]],
    });
    expect(orders.personas).toHaveProperty("why");
  });

  test("should not advise fewer personas where too few customers for two are there", async () => {
    const { personas, basis } = await segmentsOf(list(3, (index) => [word(index), index + 1, index + 5]));
    if (!("why" in personas)) throw new Error("there are personas");
    expect(noPersonasWords(personas, basis)).not.toContain("Fewer personas");
  });

  test("should not call an amount the same for every customer that is only too large", async () => {
    const table = list(20, (index) => [word(index), index, 10 + index]);
    const rows = table.rows.map((row, index) =>
      index === 3 ? [...row.slice(0, 3), `1${"0".repeat(200)}`] : row,
    );
    const { personas } = await segmentsOf({ ...table, rows });
    expect(personas).toMatchObject({ why: "infinite", measure: "monetary" });
  });

  test("should never throw, whatever the cells hold", async () => {
    const cell = fc.oneof(
      fc.constantFrom("", "0", "-3", "NaN", "Infinity", "1e308", "1e400", "abc", "12", "3.5", "1,5"),
      fc.integer({ min: 1, max: 99 }).map(String),
    );
    const rows = fc.array(fc.tuple(fc.constantFrom(...statedWords, "never", ""), cell, cell), {
      minLength: 1,
      maxLength: 25,
    });
    await fc.assert(
      fc.asyncProperty(rows, async (some) => {
        const table = {
          header: ["Customer ID", "Frequency of Purchases", "Previous Purchases", "Amount"],
          rows: some.map((row, index): Cell[] => [`customer ${index}`, ...row]),
        };
        const config = configOf({
          privacy: { minimumGroup: 2 },
          onBadRows: { action: "drop", failFrom: 1 },
        });
        // Data that hold no purchase are refused before there is a report.
        const report = await reportOf(table, config).catch((error: unknown) => {
          if (error instanceof InputError) return null;
          throw error;
        });
        if (report === null || report.segments === null || !("why" in report.segments.personas)) return;
        expect(noPersonasWords(report.segments.personas, report.segments.basis)).toMatch(/^[A-Z0-9].*\.$/);
      }),
      { numRuns: 40 },
    );
  });
});

describe("what sets personas apart", () => {
  test("should find the trait that was planted, and no other", async () => {
    for (const table of [orderKinds(40), statedKinds(40)]) {
      const [platinum] = personasIn(await segmentsOf(table)).personas;
      expect(platinum?.traits[0]).toMatchObject({
        field: "Location",
        name: "Bern",
        count: 40,
        members: 40,
        share: 1,
        shareOfAll: 0.25,
        lift: 4,
        more: true,
      });
      expect(platinum?.traits[0]?.q).toBeLessThan(1e-30);
      expect(platinum?.traits.filter(({ field }) => field !== "Location")).toEqual([]);
    }
  });

  test("should not list what decides personas itself", async () => {
    const { personas } = personasIn(await segmentsOf(statedKinds(40)));
    const fields = personas.flatMap(({ traits }) => traits.map(({ field }) => field));
    expect(fields).not.toContain("Stated purchase frequency");
  });

  test("should name the products and locations of most purchases", async () => {
    // Without the guest, whose one order elsewhere would be the only one of the persona that it counts with.
    const { header, rows } = orderKinds(20);
    const [platinum] = personasIn(await segmentsOf({ header, rows: rows.slice(1) })).personas;
    expect(platinum?.locations).toEqual([
      expect.objectContaining({ name: "Bern", customers: 20, purchases: 180, share: 1 }),
    ]);
    // Nine orders each, of which five are of a pot; of all 320 purchases Bern has 180.
    expect(platinum?.locations?.[0]?.shareOfAll).toBeCloseTo(180 / 320, 12);
    expect(platinum?.products?.map(({ name, purchases }) => [name, purchases])).toEqual([
      ["Pot", 100],
      ["Cup", 80],
    ]);
  });
});

describe("the privacy of segments", () => {
  const minimum = 5;

  test("should publish no count of fewer customers than the minimum", async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(snapshots, orderLines), async (table) => {
        const segments = await segmentsOf(table, { segments: { k: 2 } });
        const counts = [
          ...measures.flatMap((measure) => segments.scores[measure]),
          ...segments.grid.flat(),
          ...segments.segments.map(({ customers }) => customers),
          ...(hasPersonas(segments)
            ? segments.personas.personas.flatMap(({ customers, traits, products, locations }) => [
                customers,
                ...traits.map(({ count }) => count),
                ...(products ?? []).map((top) => top.customers),
                ...(locations ?? []).map((top) => top.customers),
              ])
            : []),
        ];
        for (const count of counts) expect(count === null || count === 0 || count >= minimum).toBe(true);
        for (const { customers, revenue, customersShare, revenueShare } of segments.segments) {
          if (customers === null) expect([revenue, customersShare, revenueShare]).toEqual([null, null, null]);
        }
      }),
      { numRuns: 25 },
    );
  });

  test("should hold no customer's identifier, and a cloud of customers in groups", async () => {
    const name = (index: number) => `CANARY-${String(index).padStart(5, "0")}`;
    for (const table of [orderKinds(300, name), statedKinds(300, name)]) {
      const segments = await segmentsOf(table);
      const { cloud } = personasIn(segments);
      expect(JSON.stringify(segments)).not.toMatch(/canary/i);
      expect(cloud.size).toBe(5);
      // 1,200 customers, five to nine a point.
      expect(cloud.persona.length).toBeLessThanOrEqual(1200 / 5);
      expect(cloud.persona.length).toBeGreaterThan(1200 / 10);
      expect(cloud.frequency).toHaveLength(cloud.persona.length);
      for (const amount of cloud.monetary) expect(Number(amount.toPrecision(2))).toBe(amount);
    }
  });

  /** Hidden counts that follow from totals of lines in which only one is hidden, over and over. */
  function workedOut(segments: Segments): number[] {
    const grid = segments.grid.map((row) => [...row]);
    const at = (cell: number) => grid[Math.floor(cell / 5)]?.[cell % 5] ?? null;
    const cells = Array.from({ length: 25 }, (_, cell) => cell);
    const lines = [
      ...[0, 1, 2, 3, 4].map((row) => ({
        total: segments.scores.recency[4 - row] ?? null,
        cells: cells.filter((cell) => Math.floor(cell / 5) === row),
      })),
      ...[0, 1, 2, 3, 4].map((column) => ({
        total: segments.scores.frequency[column] ?? null,
        cells: cells.filter((cell) => cell % 5 === column),
      })),
      ...segments.segments.map(({ name, customers }) => ({
        total: customers,
        cells: cells.filter((cell) => segmentAt(5 - Math.floor(cell / 5), (cell % 5) + 1) === name),
      })),
    ];
    const found: number[] = [];
    for (let more = true; more; ) {
      more = false;
      for (const line of lines) {
        const hidden = line.cells.filter((cell) => at(cell) === null);
        const [only = 0] = hidden;
        if (line.total === null || hidden.length !== 1) continue;
        const count = line.total - line.cells.reduce((all, cell) => all + (at(cell) ?? 0), 0);
        const row = grid[Math.floor(only / 5)];
        if (row !== undefined) row[only % 5] = count;
        found.push(count);
        more = true;
      }
    }
    return found;
  }

  test("should let nobody work out a hidden cell of the grid from the counts of scores and segments", async () => {
    // The fewer the more they bought, so that all five scores occur; but only 2 of high recency and low frequency.
    const stated = ["Weekly", "Bi-Weekly", "Monthly", "Quarterly", "Annually"];
    const rows = stated.flatMap((rhythm, row) =>
      [12, 9, 8, 7, 6].flatMap((size, column) =>
        Array.from({ length: row === 0 && column === 0 ? 2 : size }, (): Cell[] => [rhythm, column + 1]),
      ),
    );
    const table = {
      header: ["Customer ID", "Frequency of Purchases", "Previous Purchases", "Amount"],
      rows: rows.map((row, index) => [`customer ${index}`, ...row, 10 + (index % 7)]),
    };
    const segments = await segmentsOf(table);
    expect(segments.grid[0]?.[0]).toBeNull();
    expect(workedOut(segments).filter((count) => count > 0 && count < minimum)).toEqual([]);
  });

  test("should let nobody work out a hidden number of members from the only other word of the field", async () => {
    // The 40 customers of the best persona are men but for two; of the others every second is a man.
    const table = statedKinds(40);
    const rows = table.rows.map((row, index) => [
      ...row.slice(0, 4),
      index % 4 === 0 ? (index < 8 ? "Female" : "Male") : index % 8 < 4 ? "Female" : "Male",
      row[5] ?? "",
    ]);
    const [platinum] = personasIn(await segmentsOf({ ...table, rows })).personas;
    const genders = platinum?.traits.filter(({ field }) => field === "Gender") ?? [];
    for (const { count, members } of genders) {
      const others = count === null || members === null ? 0 : members - count;
      expect(others === 0 || others >= minimum, `${members} members, ${count} of them one gender`).toBe(true);
    }
  });
});
