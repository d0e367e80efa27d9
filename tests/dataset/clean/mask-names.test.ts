import { expect, test } from "vitest";
import { nameMasker } from "../../../src/dataset/clean/mask-names.ts";
import { datasetOf, findingOf } from "../../support/dataset.ts";

const mask = nameMasker(new Set(["kx0001q", "1234567"]));

test("nameMasker should mask e-mail addresses, phone numbers and identifiers, numeric ones too", () => {
  expect(mask("Gift for jane.doe@shop.example")).toBe("Gift for [e-mail]");
  expect(mask("Call +49 30 1234 5678")).toBe("Call [phone]");
  expect(mask("Ring 030/123/456789")).toBe("Ring [phone]");
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
  ])
    expect(mask(name)).toBe(name);
});

test("should remark on a masked name once, as masked and not as another spelling", async () => {
  const rows = Array.from({ length: 6 }, (_, row) => `${row},c${row},Gift for jane.doe@shop.example,5`);
  const dataset = await datasetOf(`Order,Customer,Product,Amount\n${rows.join("\n")}\n`);
  expect(findingOf(dataset, "names-masked")?.count).toBe(1);
  expect(findingOf(dataset, "product-words")).toBeUndefined();
});
