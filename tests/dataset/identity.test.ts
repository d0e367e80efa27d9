import { describe, expect, test } from "vitest";
import { ask, datasetOf, findingOf } from "../support/dataset.ts";

async function customersOf(text: string) {
  const dataset = await datasetOf(text);
  const [count] = await ask(dataset, "SELECT COUNT(*) AS n FROM customers");
  await dataset.store.close();
  return { customers: count?.["n"], guests: dataset.account.guestPurchases };
}

describe("customers", () => {
  test("should be known by first and last name where nothing else names them", async () => {
    const text = "Order,First Name,Last Name,Amount\n1,Ada,Ash,5\n2,Ada,Birch,5\n3,Ada,Ash,5\n4,,,5\n";
    expect(await customersOf(text)).toEqual({ customers: 2, guests: 1 });
    const german = "Bestellnummer,Vorname,Nachname,Betrag\n1,Ada,Ash,5\n2,Ben,Ash,5\n3,Ada,Ash,5\n";
    expect(await customersOf(german)).toEqual({ customers: 2, guests: 0 });
  });

  test("should be one whose name or address is written in capitals now and then", async () => {
    expect(await customersOf("Order,Customer Name,Amount\n1,Ada Ash,5\n2,ADA ASH,5\n")).toMatchObject({
      customers: 1,
    });
    expect(await customersOf("Order,Email,Amount\n1,a@example.com,5\n2,A@Example.com,5\n")).toMatchObject({
      customers: 1,
    });
  });

  test.each([
    "Guest Checkout",
    "Barverkauf",
    "Client comptoir",
    "Laufkundschaft",
    "Cash Sale",
    "público general",
  ])("should not be %s", async (word) => {
    expect(await customersOf(`Order,Customer,Amount\n1,K1,5\n2,${word},5\n`)).toEqual({
      customers: 1,
      guests: 1,
    });
  });

  test("should be the same with and without the mark of a spreadsheet's text", async () => {
    expect(
      await customersOf(`Order,Customer ID,Amount\n1,'0012,5\n2,"=""0012""",5\n3,0012,5\n`),
    ).toMatchObject({ customers: 1 });
  });

  test("should not be counted off a number of guests", async () => {
    expect(await customersOf("Order Id,# of Guests,Amount\n1,2,5\n2,4,5\n")).toEqual({
      customers: 0,
      guests: 2,
    });
  });
});

// https://www.kaggle.com/datasets/olistbr/brazilian-ecommerce: customer_id is one an order, customer_unique_id the person.
describe("files that are looked up", () => {
  test("should tell who a customer is, and where, by a key that has another name there", async () => {
    const dataset = await datasetOf([
      "order_id,customer_id,order_purchase_timestamp\no1,k1,2025-01-01\no2,k2,2025-01-02\no3,k3,2025-01-03\n",
      "order_id,order_item_id,product_id,price\no1,1,P,5\no2,1,P,5\no3,1,P,5\n",
      "customer_id,customer_unique_id,customer_state\nk1,u1,SP\nk2,u1,SP\nk3,u2,RJ\n",
    ]);
    expect(await ask(dataset, "SELECT COUNT(*) AS n FROM customers")).toEqual([{ n: 2 }]);
    expect(await ask(dataset, "SELECT COUNT(DISTINCT location_id) AS n FROM transactions")).toEqual([
      { n: 2 },
    ]);
  });

  test("should not be orders of numbers that a spreadsheet has shortened", async () => {
    const rows = Array.from({ length: 6 }, (_, row) => `4.05E+11,c${row % 2},2025-01-0${row + 1},5\n`);
    const dataset = await datasetOf(`Order ID,Customer ID,Order Date,Amount\n${rows.join("")}`);
    expect(findingOf(dataset, "order-shortened")?.severity).toBe("warning");
    expect(await ask(dataset, "SELECT COUNT(*) AS n FROM orders")).toEqual([{ n: 6 }]);
    await dataset.store.close();
  });
});
