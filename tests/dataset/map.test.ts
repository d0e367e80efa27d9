import { describe, expect, test } from "vitest";
import { mapHeaders } from "../../src/dataset/map.ts";
import { type FieldName, fieldDefinition, fieldNames, normalHeader } from "../../src/fields/fields.ts";
import { refusal } from "../support/refusal.ts";

/** Field by header, as the headers are understood. */
function mapped(
  headers: readonly string[],
  overrides: Partial<Record<FieldName, string>> = {},
): Record<string, string> {
  const { columns } = mapHeaders("orders.csv", headers, overrides);
  return Object.fromEntries([...columns].map(([field, index]) => [headers[index] ?? "", field]));
}

/** The 19 columns of the Kaggle dataset "Customer Shopping Trends", and their fields. */
const shoppingTrends: Readonly<Record<string, FieldName>> = {
  "Customer ID": "customer",
  Age: "age",
  Gender: "gender",
  "Item Purchased": "product",
  Category: "category",
  "Purchase Amount (USD)": "amount",
  Location: "location",
  Size: "size",
  Color: "color",
  Season: "season",
  "Review Rating": "rating",
  "Subscription Status": "subscription",
  "Payment Method": "paymentMethod",
  "Shipping Type": "shippingType",
  "Discount Applied": "discount",
  "Promo Code Used": "promoCode",
  "Previous Purchases": "previousPurchases",
  "Preferred Payment Method": "preferredPaymentMethod",
  "Frequency of Purchases": "purchaseFrequency",
};

/** The columns of "Online Retail" (UCI) and their fields. */
const onlineRetail: Readonly<Record<string, FieldName>> = {
  InvoiceNo: "order",
  StockCode: "productCode",
  Description: "product",
  Quantity: "quantity",
  InvoiceDate: "date",
  UnitPrice: "price",
  CustomerID: "customer",
  Country: "country",
};

/** The header of a Shopify orders export as Shopify writes it (2024). */
const shopify = (
  "Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal," +
  "Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name," +
  "Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable," +
  "Lineitem fulfillment status,Billing Name,Billing Street,Billing City,Billing Zip,Billing Province," +
  "Billing Country,Billing Phone,Shipping Name,Shipping Street,Shipping City,Shipping Zip,Shipping Province," +
  "Shipping Country,Shipping Phone,Notes,Note Attributes,Cancelled at,Payment Method,Payment Reference," +
  "Refunded Amount,Vendor,Outstanding Balance,Employee,Location,Device ID,Id,Tags,Risk Level,Source," +
  "Lineitem discount,Tax 1 Name,Tax 1 Value,Phone,Receipt Number,Duties,Billing Province Name," +
  "Shipping Province Name,Payment ID,Payment Terms Name,Next Payment Due At"
).split(",");

describe("mapHeaders", () => {
  test("should map the 19 columns of shopping_trends", () => {
    expect(mapped(Object.keys(shoppingTrends))).toEqual(shoppingTrends);
  });

  test.each<[string, (header: string) => string]>([
    [
      "snake_case",
      (header) =>
        header
          .toLowerCase()
          .replace(/\s*\(usd\)/, "")
          .replaceAll(" ", "_"),
    ],
    ["snake_case with the unit", (header) => header.toLowerCase().replaceAll(" ", "_")],
    ["capitals", (header) => header.toUpperCase()],
    ["camelCase", (header) => header.replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase())],
    ["no spaces and no capitals", (header) => header.toLowerCase().replaceAll(" ", "")],
    ["hyphens", (header) => header.replaceAll(" ", "-")],
    ["spaces around and doubled", (header) => `  ${header.replaceAll(" ", "  ")} `],
    ["square brackets", (header) => header.replace("(USD)", "[US $]")],
  ])("should map the 19 columns in %s", (_, spelling) => {
    const wanted = Object.fromEntries(
      Object.entries(shoppingTrends).map(([header, field]) => [spelling(header), field]),
    );
    expect(mapped(Object.keys(wanted))).toEqual(wanted);
  });

  test("should map shopping_trends without the preferred payment method", () => {
    const { "Preferred Payment Method": _, ...rest } = shoppingTrends;
    expect(mapped(Object.keys(rest))).toEqual(rest);
  });

  test("should map online_retail", () => {
    expect(mapped(Object.keys(onlineRetail))).toEqual(onlineRetail);
  });

  test("should map the later edition of online_retail", () => {
    const later: Record<string, FieldName> = {
      Invoice: "order",
      StockCode: "productCode",
      Description: "product",
      Quantity: "quantity",
      InvoiceDate: "date",
      Price: "price",
      "Customer ID": "customer",
      Country: "country",
    };
    expect(mapped(Object.keys(later))).toEqual(later);
  });

  test("should map a Shopify orders export, in which the name is the order and the location the till", () => {
    expect(mapped(shopify)).toEqual({
      Name: "order",
      Email: "customer",
      "Financial Status": "status",
      Currency: "currency",
      "Discount Code": "discountCode",
      "Shipping Method": "shippingType",
      "Created at": "date",
      "Lineitem quantity": "quantity",
      "Lineitem name": "product",
      "Lineitem price": "price",
      "Lineitem sku": "productCode",
      "Shipping Province": "location",
      "Shipping Country": "country",
      "Cancelled at": "cancelledAt",
      "Payment Method": "paymentMethod",
    });
    expect(mapHeaders("orders.csv", shopify, {}).ordersFirstLineOnly).toBe(true);
  });

  test("should not take a name for an order outside a Shopify export", () => {
    expect(mapped(["Name", "Customer ID", "Amount"])).toEqual({
      "Customer ID": "customer",
      Amount: "amount",
    });
  });

  test("should understand every synonym and fallback of its table", () => {
    for (const field of fieldNames) {
      const { synonyms, fallbacks = [] } = fieldDefinition(field);
      const others = ["customer", "amount"].filter((other) => other !== field);
      for (const header of [...synonyms, ...fallbacks]) {
        expect(mapped([header, ...others])).toMatchObject({ [header]: field });
      }
    }
  });

  test("should let a header mean one field only", () => {
    const seen = new Map<string, FieldName>();
    for (const field of fieldNames) {
      for (const synonym of fieldDefinition(field).synonyms) {
        const key = synonym.replaceAll(" ", "");
        expect(seen.get(key) ?? field, `"${synonym}"`).toBe(field);
        seen.set(key, field);
        expect(normalHeader(synonym)).toBe(synonym);
      }
    }
  });

  test("should take a fallback only where no better header is there", () => {
    expect(mapped(["Customer ID", "Email", "Amount"])).toEqual({
      "Customer ID": "customer",
      Amount: "amount",
    });
    expect(mapped(["Email", "Amount"])).toEqual({ Email: "customer", Amount: "amount" });
    expect(mapped(["Customer", "Amount", "Order ID", "Transaction ID"])).toMatchObject({
      "Order ID": "order",
    });
  });

  test("should list the columns that no field took", () => {
    expect(mapHeaders("orders.csv", ["Customer", "Shoe size", "Amount", ""], {}).unmapped).toEqual([1, 3]);
  });

  test("should put report.yaml's columns above the table", () => {
    expect(mapped(["Kunde", "Summe", "Customer", "Amount"], { customer: "kunde ", amount: "Summe" })).toEqual(
      {
        Kunde: "customer",
        Summe: "amount",
      },
    );
  });

  test("should let report.yaml choose between two headers of one field", () => {
    expect(mapped(["Customer", "Amount", "Sales Amount"], { amount: "Sales Amount" })).toEqual({
      Customer: "customer",
      "Sales Amount": "amount",
    });
  });

  test("should let report.yaml give a header to another field than the table does", () => {
    expect(mapped(["Customer", "Amount", "Category"], { product: "Category" })).toEqual({
      Customer: "customer",
      Amount: "amount",
      Category: "product",
    });
  });

  test("should refuse a header of report.yaml that is not there", async () => {
    const message = await refusal(() => mapHeaders("orders.csv", ["Customer", "Amount"], { age: "Alter" }));
    expect(message).toMatch(/^orders\.csv, line 1: there is no header "Alter".*columns\.age/);
    expect(message).toContain('"Customer", "Amount"');
  });

  test.each([
    ["Color", "Colour", "color"],
    ["Age", "Age", "age"],
    ["customer_id", "Customer ID", "customer"],
  ])("should refuse %s beside %s", async (first, second, field) => {
    const message = await refusal(() =>
      mapHeaders("orders.csv", [first, ...(field === "customer" ? [] : ["Customer"]), "Amount", second], {}),
    );
    expect(message).toContain(`"${first}"`);
    expect(message).toMatch(new RegExp(`columns:\\n\\s+${field}: "`));
  });

  // Issue 2, Bad input: "say which headers were there, what was looked for, and how to map".
  test.each([
    ["customer", ["Amount", "Product"]],
    ["amount", ["Customer", "Product"]],
  ])("should refuse a table without %s", async (field, headers) => {
    const message = await refusal(() => mapHeaders("orders.csv", headers, {}));
    expect(message).toMatch(new RegExp(`^orders\\.csv, line 1: no column holds .*${field}`));
    expect(message).toContain(headers.map((header) => `"${header}"`).join(", "));
    expect(message).toContain(`Looked for: ${field === "customer" ? "customer id" : "purchase amount"}`);
    expect(message).toMatch(new RegExp(`columns:\\n\\s+${field}: "<your header>"`));
  });

  test("should do with a price in place of an amount", () => {
    expect(mapped(["Customer", "Price"])).toEqual({ Customer: "customer", Price: "price" });
  });
});
