import { expect, test, vi } from "vitest";
import { keepDrawings } from "../../src/charts/kept-drawings.ts";
import { ages, category } from "./specs.ts";

test("each distinct spec is drawn once a size, whoever asks", () => {
  const draw = vi.fn((spec: { title: string }, size: string) => `${spec.title} ${size}`);
  const kept = keepDrawings(draw);
  const asked = [category, ages, structuredClone(category)].flatMap((spec) => [
    kept(spec, "wide"),
    kept(spec, "narrow"),
  ]);
  expect(asked).toEqual(
    [category, ages, category].flatMap(({ title }) => [`${title} wide`, `${title} narrow`]),
  );
  expect(draw).toHaveBeenCalledTimes(4);
  expect(kept({ ...category, caption: "Another" }, "wide")).toBe(`${category.title} wide`);
  expect(draw).toHaveBeenCalledTimes(5);
});
