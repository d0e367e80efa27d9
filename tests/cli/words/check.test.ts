import { expect, test } from "vitest";
import { checkText } from "../../../src/cli/words/check.ts";
import { defaultConfig } from "../../../src/config/config.ts";
import { dataCheck } from "../../../src/edition/data-check.ts";
import { createFormatter } from "../../../src/report/format.ts";
import { datasetOf } from "../../support/dataset.ts";

test("the check should count all that looks like no goods, and list the first twenty", async () => {
  const rows = Array.from({ length: 25 }, (_, row) => `${row},c${row},Postage ${row},1,5\n`).join("");
  const dataset = await datasetOf(`Order,Customer,Product,Quantity,Price\n${rows}99,c1,Cup,1,5\n`);
  const check = await dataCheck(dataset, defaultConfig);
  await dataset.store.close();
  expect(check.likelyNotGoods).toHaveLength(25);
  const text = checkText(check, createFormatter("en-US", null));
  expect(text).toContain("25 products look like no goods");
  expect(text).toContain("the first 20");
  expect(text.match(/Postage \d+/g)).toHaveLength(20);
});
