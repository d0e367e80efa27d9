import { expect, test } from "vitest";
import { identifiersOf } from "../../src/disclosure/identifiers.ts";
import { datasetOf } from "../support/dataset.ts";

test("identifiersOf should hold the e-mail addresses of columns that no field took, whatever they are called", async () => {
  const dataset = await datasetOf(
    [
      "Customer ID,Amount,Who is it,Billing Email,Remark",
      ...Array.from(
        { length: 8 },
        (_, at) => `c10${at},5,who${at}@example.com,bill${at}@example.com,fine @ ${at}`,
      ),
    ].join("\n"),
  );
  const { customers } = await identifiersOf(dataset);
  expect(customers).toEqual(expect.arrayContaining(["c100", "who3@example.com", "bill7@example.com"]));
  expect(customers.filter((text) => text.includes("fine"))).toEqual([]);
});
