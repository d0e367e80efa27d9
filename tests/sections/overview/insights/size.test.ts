import { expect, test } from "vitest";
import { createFormatter } from "../../../../src/report/format.ts";
import { sizeInsights } from "../../../../src/sections/overview/insights/size.ts";
import { reportOf, snapshot, times } from "../../../questions/open-rows.ts";

test("sizeInsights should always offer what any data give", async () => {
  const plain = await reportOf(snapshot(["Amount"], times(6, [10])));
  const found = sizeInsights(plain, createFormatter("en-US", "USD"));
  expect(found.map(({ id }) => id)).toEqual(["size/0", "size/1"]);
});
