import { expect, test } from "vitest";
import { createFormatter } from "../../../../src/report/format.ts";
import { droppedWords, guestWords, returnWords } from "../../../../src/sections/data/words/insights.ts";
import { someAccount } from "../../../report/some-account.ts";

const format = createFormatter("en-US", "USD");
const sentence = ({ lead, rest }: { lead: string; rest: string }) => `${lead} ${rest}`;

test("droppedWords should give the part of the rows, and why most of them were left out", () => {
  const reasons = [
    { reason: "no amount", rows: 5 },
    { reason: "no date", rows: 15 },
  ];
  const of = droppedWords(someAccount({ read: 1000, dropped: 20, droppedByReason: reasons }), format);
  expect(sentence(of)).toBe("2.0% of rows could not be used; the numbers are about the others.");
  expect(of.evidence).toBe("20 of 1,000 rows · mostly: no date");
  expect(droppedWords(someAccount({ read: 1000, dropped: 20 }), format).evidence).toBe("20 of 1,000 rows");
});

test("guestWords should give the part of the purchases, and how many", () => {
  const account = someAccount({ purchases: 2000, guestPurchases: 500 });
  const of = guestWords({ share: 0.25, account }, format);
  expect(sentence(of)).toBe(
    "25% of purchases name no customer; whatever is said of customers leaves them out.",
  );
  expect(of.evidence).toBe("500 of 2,000 purchases");
  expect(sentence(guestWords({ share: 1, account }, format))).toBe(
    "No purchase names a customer; nothing can be said of customers.",
  );
});

test("returnWords should give what came back without its sign, and its part of the revenue", () => {
  const of = (returns: number) =>
    returnWords({ account: someAccount({ read: 1000, returns }), value: -1234, revenue: 24_680 }, format);
  expect(sentence(of(60))).toBe("Returns come to $1,234, 5.0% of revenue, and are not taken off it.");
  expect(of(60).evidence).toBe("60 lines of 1,000");
  expect(of(1).evidence).toBe("1 line of 1,000");
});
