import { describe, expect, test } from "vitest";
import { meaningsOf } from "../../src/fields/headers.ts";

const fieldsOf = (header: string) => meaningsOf(header).map(({ field }) => field);

describe("headers", () => {
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
