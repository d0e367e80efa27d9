import { expect, test } from "vitest";
import { softened } from "../../../src/report/words/names.ts";

test.each([
  ["WHITE HANGING HEART T-LIGHT HOLDER", "White hanging heart T-light holder"],
  ["SET OF 3 CAKE TINS", "Set of 3 cake tins"],
  ["USB LED LAMP XJ900", "USB LED lamp XJ900"],
  ["ÉCHARPE ROUGE", "Écharpe rouge"],
  ["IKEA", "IKEA"],
  ["Wool Coat", "Wool Coat"],
  ["A4", "A4"],
  ["", ""],
])("softened should write %j as %j", (name, soft) => {
  expect(softened(name)).toBe(soft);
});
