import { expect, test } from "vitest";
import { personaId, personaName } from "../../../../src/sections/segments/words/persona-names.ts";

const places = (k: number) => Array.from({ length: k }, (_, place) => place);

test("four personas should be Platinum, Gold, Silver and Bronze, from the top", () => {
  expect(places(4).map((place) => personaName(place, 4))).toEqual(["Platinum", "Gold", "Silver", "Bronze"]);
  expect(places(4).map((place) => personaId(place, 4))).toEqual(["platinum", "gold", "silver", "bronze"]);
});

test("any other number of personas should get plain names and addresses, each once", () => {
  for (const k of [2, 3, 5, 6, 7, 8, 9, 10]) {
    expect(places(k).map((place) => personaName(place, k))).toEqual(
      places(k).map((place) => `Persona ${place + 1}`),
    );
    const ids = places(k).map((place) => personaId(place, k));
    expect(new Set(ids).size).toBe(k);
    for (const id of ids) expect(id).toMatch(/^persona-\d+$/);
  }
});
