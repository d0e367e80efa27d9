import { describe, expect, test } from "vitest";
import { meaningsOf } from "../../src/fields/headers.ts";

const fieldsOf = (header: string) => meaningsOf(header).map(({ field }) => field);

describe("headers", () => {
  test("should not be made of words too small to mean anything", () => {
    // Sales, per, s, on.
    expect(fieldsOf("Salesperson")).toEqual([]);
  });

  test.each([
    ["Shipping Address City", "location"],
    ["billing_region", "location"],
    ["State Code (Billing)", "location"],
    ["billing_country_id", "country"],
    ["Discount Percent", "discountAmount"],
    ["Rabatt in Prozent", "discountAmount"],
    ["Number of Items", "quantity"],
    ["Vorname", "firstName"],
    ["Apellidos", "lastName"],
    ["line_item.quantity", "quantity"],
    ["transaction_qty", "quantity"],
    ["Q.tà", "quantity"],
    ["數量", "quantity"],
    ["Cena brutto", "price"],
    ["Preis netto", "price"],
    ["P.U. HT", "price"],
    ["Unit Retail Price", "price"],
    ["VK-Preis", "price"],
    ["实付款", "amount"],
    ["Final Price", "amount"],
    ["Correo electrónico", "email"],
    ["CPF do cliente", "customer"],
    ["Ragione sociale", "customerName"],
    ["beleg_kundennummer", "customer"],
    ["Numéro d'ordre", "order"],
    ["配送先都道府県", "location"],
    ["Teslimat Şehri", "location"],
    ["Kd.-Nr.", "customer"],
    ["買家帳號", "customer"],
    ["訂單成立日期", "date"],
    ["Art.-Nr.", "productCode"],
    ["Order Lines/Product", "product"],
    ["Order Lines/Unit Price", "price"],
    ["Ingresos por productos (ARS)", "amount"],
    ["MwSt.", "taxAmount"],
    ["Disc.", "discountAmount"],
    ["RETAIL_DISC", "discountAmount"],
    ["Sipariş Statüsü", "status"],
    ["Receipt type", "event"],
    ["Partial Refund ($)", "refund"],
    ["Order Currency Code", "currency"],
  ])("should mean in %s: %s", (header, field) => {
    expect(fieldsOf(header)).toContain(field);
  });

  test.each(["# of Guests", "Number of Customers", "No. of Orders"])(
    "should name nobody by the count in %s",
    (header) => {
      for (const field of ["customer", "order"]) expect(fieldsOf(header)).not.toContain(field);
    },
  );

  test.each(["Número de pedido", "N° de commande", "Numero di ordine", "Order No."])(
    "should name an order in %s",
    (header) => {
      expect(fieldsOf(header)).toContain("order");
    },
  );
});
