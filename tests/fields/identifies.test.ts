import { expect, test } from "vitest";
import { fieldDefinition, fieldNames, fieldsThatIdentify } from "../../src/fields/fields.ts";

test("fields that name a customer or an order should be told in one place", () => {
  expect(fieldsThatIdentify("customer")).toEqual([
    "customer",
    "email",
    "phone",
    "customerName",
    "firstName",
    "lastName",
  ]);
  expect(fieldsThatIdentify("order")).toEqual(["order", "orderKey", "line"]);
});

test("no field by whose words people are grouped should be one that names them", () => {
  const traits = fieldNames.map(fieldDefinition).filter(({ trait }) => trait !== undefined);
  expect(traits.filter(({ identifies }) => identifies !== undefined)).toEqual([]);
});
