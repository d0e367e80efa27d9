import { describe, expect, test } from "vitest";
import { reachOf } from "../../../../src/charts/axis.ts";
import { createFormatter } from "../../../../src/report/format.ts";
import type { RfmSegment } from "../../../../src/report/rfm-segments.ts";
import type { Source } from "../../../../src/report/source.ts";
import { personaShares, rfmSegments } from "../../../../src/sections/segments/figures/segment-shares.ts";
import { customerCloud, elbow, silhouettes } from "../../../../src/sections/segments/figures/segments.ts";
import type { PersonaReport, Segments } from "../../../../src/sections/segments/segments.ts";
import { sourceOf, sourceOfTable } from "../../../charts/source.ts";
import type { Cell } from "../../../questions/open-rows.ts";
import {
  orderHeader,
  orderKinds,
  personasIn,
  somePersonas,
  someSegments,
  statedKinds,
} from "../some-personas.ts";

const orders = sourceOfTable(orderKinds());
const stated = sourceOfTable(statedKinds());
const figures = [personaShares, rfmSegments, elbow, silhouettes, customerCloud];

/** The source of figures for a report that has these segments. */
async function sourceWith(segments: Partial<Segments>): Promise<Source> {
  const { report, format } = await orders;
  return { report: { ...report, segments: someSegments(segments) }, format };
}

const withPersonas = (changes: Partial<PersonaReport>) => sourceWith({ personas: somePersonas(changes) });

describe("figures of segments", () => {
  test("should compare personas by customers and revenue", async () => {
    const spec = personaShares(await orders);
    expect(spec?.labels).toEqual(["Platinum", "Gold", "Silver", "Bronze"]);
    expect(spec?.series.map(({ name }) => name)).toEqual(["Share of customers", "Share of revenue"]);
    expect(spec?.series[0]).toMatchObject({
      values: [0.25, 0.25, 0.25, 0.25],
      notes: ["20", "20", "20", "20"],
    });
    const total = spec?.series[1]?.values.reduce((all, share) => all + share, 0);
    expect(total).toBeCloseTo(1, 12);
    expect(spec?.caption).toMatch(/^Platinum is 25% of customers and brings \d+% of customers' revenue/);
  });

  const group = (name: RfmSegment, customers: number | null) => ({
    name,
    customers,
    customersShare: customers === null ? null : customers / 100,
    revenue: customers,
    revenueShare: customers === null ? null : customers / 100,
  });

  test("should show the segments that hold enough, and count the others", async () => {
    const source = await sourceWith({
      segments: [
        group("Champions", 30),
        group("Loyal", 60),
        group("New", 0),
        group("Promising", 0),
        group("Hibernating", null),
        group("Lost", null),
      ],
    });
    expect(rfmSegments(source)).toMatchObject({
      labels: ["Champions", "Loyal"],
      caption:
        "Loyal is the largest with 60% of customers. 2 of 11 are empty. 2 of too few customers are not shown.",
      series: [{ values: [30, 60], display: ["30", "60"] }],
    });
    expect(rfmSegments(await sourceWith({ segments: [group("Champions", 30)] }))).toBeNull();
  });

  test("should use the singular of a single segment that is empty, or not shown", async () => {
    const source = await sourceWith({
      segments: [group("Champions", 30), group("Loyal", 60), group("New", 0), group("Lost", null)],
    });
    expect(rfmSegments(source)?.caption).not.toMatch(/ 1 of [^.]* are /);
  });

  test("should mark the knee and the number chosen on the inertia", async () => {
    const together = elbow(await withPersonas({ k: 4, knee: 4 }));
    expect(together?.series[0]).toMatchObject({ marked: [3], markedNames: ["knee, chosen"] });
    const apart = elbow(await withPersonas({ k: 2, knee: 4 }));
    expect(apart?.labels).toEqual(["1", "2", "3", "4", "5"]);
    expect(apart?.series[0]).toMatchObject({
      marked: [1, 3],
      markedNames: ["chosen", "knee"],
      display: ["400", "200", "100", "30", "25"],
    });
    const none = elbow(await withPersonas({ k: 3, knee: null }));
    expect(none?.series[0]).toMatchObject({ marked: [2], markedNames: ["chosen"] });
    expect(none?.caption).toContain("falls without a knee");
  });

  test("should mark the highest silhouette and the number chosen", async () => {
    const together = silhouettes(await withPersonas({ k: 4 }));
    expect(together?.series[0]).toMatchObject({ marked: [2], markedNames: ["highest, chosen"] });
    const apart = silhouettes(await withPersonas({ k: 2 }));
    expect(apart?.labels).toEqual(["2", "3", "4", "5"]);
    expect(apart?.series[0]).toMatchObject({ marked: [0, 2], markedNames: ["chosen", "highest"] });
    expect(apart?.caption).toContain("highest for 4 groups (0.62); 2, the number chosen, has 0.40.");
    expect(together?.caption).toContain("highest for 4 groups (0.62), the number chosen.");
  });

  test("should draw the points of each persona in its series", async () => {
    for (const [source, scale] of [
      [await orders, "log"],
      [await stated, "linear"],
    ] as const) {
      const spec = customerCloud(source);
      const { cloud, personas } = personasIn(source.report.segments);
      expect([spec?.x.scale, spec?.y.scale]).toEqual([scale, scale]);
      expect(spec?.series.map(({ name }) => name)).toEqual(personas.map(({ name }) => name));
      // Of 20 customers each: halves of halves, five a point.
      expect(spec?.series.map(({ x }) => x.length)).toEqual([4, 4, 4, 4]);
      spec?.series.forEach(({ x, y }, persona) => {
        const members = cloud.persona.flatMap((each, index) => (each === persona ? [index] : []));
        expect(x).toEqual(members.map((index) => cloud.frequency[index]));
        expect(y).toEqual(members.map((index) => cloud.monetary[index]));
      });
      expect(spec?.table.rows.map(([name]) => name)).toEqual(personas.map(({ name }) => name));
      for (const row of spec?.table.rows ?? []) expect(row).toHaveLength(spec?.table.headings.length ?? 0);
      expect(spec?.caption).toMatch(/^Each point stands for 5 or more similar customers of one persona/);
    }
  });

  test("should have ticks around all points, and values above 0 on a logarithmic scale", async () => {
    for (const source of [await orders, await stated]) {
      const spec = customerCloud(source);
      for (const [axis, side] of [
        [spec?.x, "x"],
        [spec?.y, "y"],
      ] as const) {
        const values = spec?.series.flatMap((series) => series[side]) ?? [];
        const ticks = axis?.ticks.map(({ at }) => at) ?? [];
        expect(ticks[0]).toBeLessThanOrEqual(Math.min(...values));
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(Math.max(...values));
        if (axis?.scale === "log") expect(Math.min(...values, ...ticks)).toBeGreaterThan(0);
      }
    }
  });

  test("should draw customers whose orders were all free on even axes, where 0 has a place", async () => {
    const { report, format } = await orders;
    const personas = personasIn(report.segments);
    const cloud = {
      ...personas.cloud,
      monetary: personas.cloud.monetary.map((value, at) => (at === 0 ? 0 : value)),
    };
    const segments = someSegments({ ...report.segments, personas: { ...personas, cloud } });
    const spec = customerCloud({ report: { ...report, segments }, format });
    expect([spec?.x.scale, spec?.y.scale]).toEqual(["linear", "linear"]);
    if (spec === null) throw new Error("there is no cloud");
    expect(
      reachOf(
        spec.y,
        spec.series.flatMap(({ y }) => y),
      ).min,
    ).toBeLessThanOrEqual(0);
  });

  test("should not write the same at two ticks, however small the amounts", async () => {
    // Amounts of 0.01 to 1.00, and 1 or 2 previous purchases.
    const { header, rows } = statedKinds();
    const small = rows.map((row, index): Cell[] => [
      ...row.slice(0, 2),
      1 + (index % 2),
      ...row.slice(3, 5),
      (1 + ((index * 37) % 100)) / 100,
    ]);
    const spec = customerCloud(await sourceOfTable({ header, rows: small }));
    for (const axis of [spec?.x, spec?.y]) {
      const labels = axis?.ticks.map(({ label }) => label) ?? [];
      expect(labels.length).toBeGreaterThan(1);
      expect(new Set(labels).size, labels.join(" ")).toBe(labels.length);
    }
  });

  test("should tell ten personas apart by colour and mark", async () => {
    const personas = Array.from({ length: 10 }, (_, place) => ({
      ...(somePersonas().personas[0] ?? { id: "" }),
      name: `Persona ${place + 1}`,
    })) as PersonaReport["personas"];
    const cloud = {
      size: 5,
      persona: personas.map((_, place) => place),
      frequency: personas.map((_, place) => place + 1),
      monetary: personas.map((_, place) => place + 1),
    };
    const spec = customerCloud(await withPersonas({ k: 10, personas, cloud }));
    expect(new Set(spec?.series.map(({ color, mark }) => `${color} ${mark}`)).size).toBe(10);
    expect(spec?.caption).toMatch(/^Each point stands for 5 or more similar customers/);
  });

  test("should have values, display and notes for every label, and nothing that is not JSON", async () => {
    for (const source of [await orders, await stated]) {
      for (const figure of [personaShares, rfmSegments, elbow, silhouettes]) {
        const spec = figure(source);
        // Without dates segments have no names.
        if (figure === rfmSegments && source === (await stated)) expect(spec).toBeNull();
        else expect(spec).not.toBeNull();
        for (const { values, display, notes } of spec?.series ?? []) {
          expect(values).toHaveLength(spec?.labels.length ?? 0);
          expect(display).toHaveLength(spec?.labels.length ?? 0);
          if (notes !== undefined) expect(notes).toHaveLength(spec?.labels.length ?? 0);
          expect(values.every(Number.isFinite)).toBe(true);
        }
      }
      for (const figure of figures) {
        const spec = figure(source);
        const read: unknown = JSON.parse(JSON.stringify(spec));
        expect(read).toStrictEqual(spec);
        expect(JSON.stringify(spec)).not.toMatch(/undefined|NaN/);
      }
    }
  });

  test("should be absent without segments, and without personas but for the RFM segments", async () => {
    const none = await sourceOf(["Amount"], [[1], [2]]);
    for (const figure of figures) expect(figure(none)).toBeNull();
    // Everybody spends the same: scores, but no personas.
    const rows = orderKinds().rows.map((row) => [...row.slice(0, -1), 10]);
    const spent = new Map<unknown, number>();
    for (const [who] of rows) spent.set(who, (spent.get(who) ?? 0) + 1);
    const same = rows.map((row) => [...row.slice(0, -1), 100 / (spent.get(row[0]) ?? 1)]);
    const source = await sourceOfTable({ header: orderHeader, rows: same });
    expect(source.report.segments?.personas).toHaveProperty("why", "constant");
    expect(rfmSegments(source)).not.toBeNull();
    for (const figure of [personaShares, elbow, silhouettes, customerCloud])
      expect(figure(source)).toBeNull();
  });

  test("should write in the report's language and currency", async () => {
    const { report } = await orders;
    const euros = {
      report: { ...report, currency: "EUR", locale: "de-DE" },
      format: createFormatter("de-DE", "EUR"),
    };
    expect(personaShares(euros)?.series[1]?.notes?.[0]).toMatch(/€$/);
    expect(customerCloud(euros)?.y).toMatchObject({
      name: "Revenue (EUR)",
      format: { locale: "de-DE", currency: "EUR" },
    });
  });
});
