import { expect, test } from "vitest";
import { createFormatter } from "../../../../src/report/format.ts";
import { locationsLead } from "../../../../src/sections/locations/words/leads.ts";
import { reportOf, snapshot, times } from "../../../questions/open-rows.ts";

const format = createFormatter("en-US", "USD");

test("locationsLead should say how many are not named, one or many", async () => {
  const plain = await reportOf(snapshot(["Amount"], times(6, [10])));
  const of = (folded: number) =>
    locationsLead(
      {
        ...plain,
        breakdowns: {
          location: {
            field: "location",
            header: "Location",
            groups: [],
            withoutValue: { customers: 0, purchases: 0 },
            folded,
            leftover: null,
          },
        },
      },
      format,
    );
  expect(of(0)).toBe("A customer counts in every place they bought from.");
  expect(of(1)).toMatch(/from\. 1 place of fewer than 5 customers is not named\.$/);
  expect(of(2)).toMatch(/from\. 2 places of fewer than 5 customers are not named\.$/);
  expect(locationsLead({ ...plain, breakdowns: {} }, format)).toBe("");
});
