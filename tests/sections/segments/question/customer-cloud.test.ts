import { expect, test } from "vitest";
import { Gate } from "../../../../src/disclosure/gate.ts";
import { customerCloud } from "../../../../src/sections/segments/question/customer-cloud.ts";

const persona = {
  customers: 0,
  centroid: { recency: 0, frequency: 0, monetary: 0 },
  value: 0,
  worth: 1,
  stability: 1,
};

test("customerCloud should give means of five and more customers of one persona, rounded to two digits", () => {
  const frequency = Float64Array.from([1, 1, 1, 1, 1, 9, 9, 9, 9, 10]);
  const monetary = Float64Array.from([10, 20, 30, 40, 51, 1000, 1000, 1000, 1000, 1234]);
  const labels = Uint8Array.from([0, 0, 0, 0, 0, 1, 1, 1, 1, 1]);
  const cloud = customerCloud(
    { frequency, monetary },
    { labels, personas: [persona, persona], transform: "log1p" },
    new Gate(5),
  );
  expect(cloud).toEqual({ size: 5, persona: [0, 1], frequency: [1, 9.2], monetary: [30, 1000] });
});

test("customerCloud should draw some 1,000 points of however many customers", () => {
  const many = Float64Array.from({ length: 40_000 }, (_, index) => 1 + (index % 977));
  const cloud = customerCloud(
    { frequency: many, monetary: many },
    { labels: new Uint8Array(40_000), personas: [persona], transform: "none" },
    new Gate(5),
  );
  expect(cloud.size).toBe(40);
  expect(cloud.persona.length).toBeGreaterThan(500);
  expect(cloud.persona.length).toBeLessThanOrEqual(1_000);
});
