import { describe, expect, test } from "vitest";
import { toCsv } from "../support/csv.ts";
import { ask, datasetOf } from "../support/dataset.ts";

async function numbersOf(rows: readonly (readonly string[])[]) {
  const dataset = await datasetOf(toCsv(rows));
  const [sums] = await ask(
    dataset,
    "SELECT COUNT(*) AS lines, COUNT(DISTINCT customer_id) AS customers, ROUND(SUM(amount), 4) AS revenue FROM transactions",
  );
  await dataset.store.close();
  return { ...sums, returns: dataset.account.returns, notSales: dataset.account.notSales };
}

describe("exports of platforms", () => {
  test("should be read from columns whose headers mean nothing elsewhere", async () => {
    // Clover: what an item brought is before the discounts, which are below zero.
    const clover = [
      [
        "Line Item Date",
        "Order ID",
        "Item Name",
        "Item Revenue",
        "Modifiers Revenue",
        "Total Revenue",
        "Discounts",
        "Refunded",
      ],
      ["05-Jan-2025 10:12 AM CST", "A1", "Cup", "10.00", "2.00", "12.00", "-1.00", "false"],
      ["06-Jan-2025 10:12 AM CST", "A2", "Pan", "20.00", "0.00", "20.00", "0.00", "true"],
    ];
    expect(await numbersOf(clover)).toMatchObject({ lines: 1, revenue: 11, returns: 1 });
  });

  test("should be read from WooCommerce's report of orders", async () => {
    const rows = [
      [
        "Date",
        "Order #",
        "N. Revenue (formatted)",
        "Status",
        "Customer",
        "Product(s)",
        "Items sold",
        "N. Revenue",
      ],
      ["2025-01-03 10:00:00", "1", "$12.50", "completed", "Ada Ash", "2× Cup", "2", "12.5"],
      ["2025-01-04 10:00:00", "2", "$40.00", "failed", "Ben Elm", "1× Pan, 1× Cup", "2", "40"],
    ];
    expect(await numbersOf(rows)).toEqual({ lines: 1, customers: 1, revenue: 12.5, returns: 0, notSales: 1 });
  });

  test("should not stop for two numbers of an order that group its lines alike", async () => {
    const rows = [
      ["order_id", "order_key", "billing_email", "order_total"],
      ["1", "wc_order_a", "a@example.com", "5.00"],
      ["2", "wc_order_b", "b@example.com", "6.00"],
    ];
    expect(await numbersOf(rows)).toMatchObject({ lines: 2, revenue: 11 });
  });

  test("should be read from Toast's orders, dated by when they were opened, without customers", async () => {
    const rows = [
      [
        "Location",
        "Order Id",
        "Order #",
        "Opened",
        "# of Guests",
        "Revenue Center",
        "Discount Amount",
        "Amount",
        "Tax",
        "Tip",
        "Total",
        "Voided",
      ],
      ["Main St", "90001", "1", "1/5/25 1:05 PM", "2", "Bar", "0", "20.00", "1.60", "3", "24.60", "false"],
      ["Main St", "90002", "2", "1/6/25 1:05 PM", "4", "Bar", "5", "35.00", "2.80", "0", "37.80", "true"],
    ];
    expect(await numbersOf(rows)).toEqual({ lines: 1, customers: 0, revenue: 20, returns: 0, notSales: 1 });
  });

  test.each([
    [
      [
        "Date",
        "Name",
        "Type",
        "Status",
        "Gross",
        "Fee",
        "Net",
        "From Email Address",
        "To Email Address",
        "Transaction ID",
        "Shipping and Handling Amount",
        "Sales Tax",
      ],
      ["Express Checkout Payment", "Payment Refund", "General Withdrawal", "Completed"],
    ],
    [
      [
        "Datum",
        "Name",
        "Typ",
        "Status",
        "Brutto",
        "Gebühr",
        "Netto",
        "Absender E-Mail-Adresse",
        "Empfänger E-Mail-Adresse",
        "Transaktionscode",
        "Versand- und Bearbeitungsgebühr",
        "Umsatzsteuer",
      ],
      ["PayPal Express-Zahlung", "Rückzahlung", "Allgemeine Abbuchung", "Abgeschlossen"],
    ],
  ])(
    "should be read from PayPal's activity: %j",
    async (head, [sale = "", back = "", out = "", done = ""]) => {
      const row = (type: string, gross: string, from: string, id: string) => [
        "2025-01-15",
        "Ada Ash",
        type,
        done,
        gross,
        "-0.50",
        "0",
        from,
        "shop@example.com",
        id,
        gross.startsWith("-") ? "0" : "4.00",
        "1.00",
      ];
      const rows = [
        head,
        row(sale, "25.00", "a@example.com", "T1"),
        row(sale, "45.00", "b@example.com", "T2"),
        row(back, "-5.00", "shop@example.com", "T3"),
        row(out, "-500.00", "", "T4"),
      ];
      expect(await numbersOf(rows)).toEqual({ lines: 2, customers: 2, revenue: 60, returns: 1, notSales: 1 });
    },
  );
});
