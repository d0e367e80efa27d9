import { expect, test } from "vitest";
import { nameMasker } from "../../../src/dataset/clean/mask-names.ts";
import { type Cell, configOf, reportOf } from "../../questions/open-rows.ts";
import { datasetOf, findingOf } from "../../support/dataset.ts";

const mask = nameMasker({
  identifiers: new Set(["kx0001q", "1234567"]),
  phones: new Set(["491705550108", "1705550108"]),
});

test.each(["Bosch 0986 494524", "Set 01 20231215", "Jan 0123 456789"])(
  "nameMasker should take no part number for a phone: %s",
  (name) => {
    expect(nameMasker({ identifiers: new Set(), phones: new Set() })(name)).toBe(name);
  },
);

test("nameMasker should mask e-mail addresses, phone numbers and identifiers, numeric ones too", () => {
  expect(mask("Gift for jane.doe@shop.example")).toBe("Gift for [e-mail]");
  expect(mask("Call +49 30 1234 5678")).toBe("Call [phone]");
  expect(mask("Ring 030/123/456789")).toBe("Ring [phone]");
  expect(mask("Rome (call 0170 5550109)")).toBe("Rome (call [phone])");
  expect(mask("Rome 0170 555-0108")).toBe("Rome [phone]");
  expect(mask("Rome 1705550108")).toBe("Rome [phone]");
  expect(mask("Refund KX0001Q")).toBe("Refund [identifier]");
  expect(mask("Voucher 1234567")).toBe("Voucher [identifier]");
});

test("nameMasker should leave names of goods as they are", () => {
  for (const name of [
    "T-Shirt 42",
    "Poster 1950-60",
    "USB 3.0 hub, 4 ports",
    "Set of 3 @ home",
    "12345678 pieces",
    "Screws 4.0 x 40, 1000 pieces",
    "Part 0815",
    "EAN 4006381333931",
  ])
    expect(mask(name)).toBe(name);
});

test("should remark on a masked name once, as masked and not as another spelling", async () => {
  const rows = Array.from({ length: 6 }, (_, row) => `${row},c${row},Gift for jane.doe@shop.example,5`);
  const dataset = await datasetOf(`Order,Customer,Product,Amount\n${rows.join("\n")}\n`);
  expect(findingOf(dataset, "names-masked")?.count).toBe(1);
  expect(findingOf(dataset, "product-words")).toBeUndefined();
});

test("should mask names of files and what report.yaml says, and remark on it", async () => {
  const rows = Array.from({ length: 8 }, (_, row): Cell[] => [
    `7000${row}`,
    `0170 55501${row}9`,
    `90${row}12`,
    row === 0 ? "Fee 70003" : "Cup",
    5,
  ]);
  const report = await reportOf(
    { header: ["Customer ID", "Phone", "Order ID", "Product", "Amount"], rows },
    configOf({
      title: "Shop of 70001",
      footer: "Ask 030 1234567 or +49 170 5550139",
      exclude: ["Fee 70003"],
    }),
    "orders 70002 a.b@shop.example.csv",
  );
  expect(report.title).toBe("Shop of [identifier]");
  // The number of the shop is no customer's.
  expect(report.footer).toBe("Ask 030 1234567 or [phone]");
  expect(report.dataset.files.map(({ name }) => name)).toEqual(["orders [identifier] [e-mail]"]);
  expect(report.dataset.excluded.map(({ name }) => name)).toEqual(["Fee [identifier]"]);
  expect(report.dataset.findings.find(({ kind }) => kind === "texts-masked")?.count).toBe(4);
});

test("should take no title from the name of a file that holds an identifier", async () => {
  const rows = Array.from({ length: 8 }, (_, row): Cell[] => [`7000${row}`, "Cup", 5]);
  const report = await reportOf(
    { header: ["Customer ID", "Product", "Amount"], rows },
    configOf(),
    "of 70002.csv",
  );
  expect(report.title).toBe("Shopper report");
});

test("should exclude a product by the name that the data give it, though it is masked", async () => {
  const rows = Array.from({ length: 9 }, (_, row): Cell[] => [
    `7000${row}`,
    row < 6 ? "Fee 70003" : "Cup",
    5,
  ]);
  const table = { header: ["Customer ID", "Product", "Amount"], rows };
  const { dataset } = await reportOf(table, configOf({ exclude: ["Fee 70003"] }));
  expect(dataset.excluded).toEqual([{ name: "Fee [identifier]", lines: 6 }]);
  expect(dataset.account.excluded).toBe(6);
});
