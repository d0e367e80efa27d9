import { describe, expect, test } from "vitest";
import { mapHeaders } from "../../src/dataset/map.ts";
import { type FieldName, fieldDefinition, fieldNames } from "../../src/fields/fields.ts";
import { meaningsOf } from "../../src/fields/headers.ts";
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
    expect(mapped(shopify)).toMatchObject({
      Name: "order",
      Id: "orderKey",
      Email: "email",
      Phone: "phone",
      "Billing Name": "customerName",
      "Financial Status": "status",
      Currency: "currency",
      Subtotal: "subtotal",
      Shipping: "shippingAmount",
      Taxes: "taxAmount",
      Total: "orderTotal",
      "Discount Code": "discountCode",
      "Discount Amount": "discountAmount",
      "Lineitem discount": "lineDiscount",
      "Refunded Amount": "refund",
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
    expect(mapped(shopify)).not.toHaveProperty("Location");
  });

  test("should not take a name for an order outside a Shopify export", () => {
    expect(mapped(["Name", "Customer ID", "Amount"])).not.toMatchObject({ Name: "order" });
  });

  test("should understand every header of its table", () => {
    for (const field of fieldNames) {
      for (const header of fieldDefinition(field).headers) {
        const words = header.replace(/with(out)?Tax/g, (_, without) =>
          without === undefined ? "incl" : "excl",
        );
        expect(
          meaningsOf(words).map((meaning) => meaning.field),
          header,
        ).toContain(field);
      }
    }
  });

  test.each<[string, Partial<Record<string, FieldName>>]>([
    [
      "German",
      {
        Bestellnummer: "order",
        Bestelldatum: "date",
        Artikelbezeichnung: "product",
        Menge: "quantity",
        Einzelpreis: "price",
        Betrag: "amount",
        Kundennummer: "customer",
      },
    ],
    [
      "French",
      {
        "N° de commande": "order",
        "Date de commande": "date",
        Produit: "product",
        Quantité: "quantity",
        "Prix unitaire": "price",
        "Montant TTC": "amount",
        Client: "customer",
      },
    ],
    [
      "Spanish",
      {
        "Número de pedido": "order",
        "Fecha del pedido": "date",
        Producto: "product",
        Cantidad: "quantity",
        "Precio unitario": "price",
        Importe: "amount",
        Cliente: "customer",
      },
    ],
    [
      "Portuguese",
      {
        "Número do pedido": "order",
        "Data do pedido": "date",
        Produto: "product",
        Quantidade: "quantity",
        "Preço unitário": "price",
        "Valor total": "amount",
        Cliente: "customer",
      },
    ],
    [
      "Italian",
      {
        "Numero ordine": "order",
        "Data ordine": "date",
        Prodotto: "product",
        Quantità: "quantity",
        "Prezzo unitario": "price",
        Importo: "amount",
        Cliente: "customer",
      },
    ],
    [
      "Dutch",
      {
        Bestelnummer: "order",
        Besteldatum: "date",
        Productnaam: "product",
        Aantal: "quantity",
        "Prijs per stuk": "price",
        Totaalbedrag: "amount",
        Klantnummer: "customer",
      },
    ],
    [
      "Turkish",
      {
        "Sipariş No": "order",
        "Sipariş Tarihi": "date",
        "Ürün Adı": "product",
        Adet: "quantity",
        "Birim Fiyat": "price",
        "Toplam Tutar": "amount",
        "Müşteri No": "customer",
      },
    ],
    [
      "Polish",
      {
        "Numer zamówienia": "order",
        "Data zamówienia": "date",
        "Nazwa produktu": "product",
        Ilość: "quantity",
        "Cena jednostkowa": "price",
        Kwota: "amount",
        Klient: "customer",
      },
    ],
    [
      "Japanese",
      {
        注文番号: "order",
        注文日: "date",
        商品名: "product",
        数量: "quantity",
        単価: "price",
        金額: "amount",
        顧客ID: "customer",
      },
    ],
    [
      "Chinese",
      {
        订单编号: "order",
        下单时间: "date",
        商品名称: "product",
        数量: "quantity",
        单价: "price",
        金额: "amount",
        客户编号: "customer",
      },
    ],
  ])("should map headers in %s", (_, wanted) => {
    expect(mapped(Object.keys(wanted))).toEqual(wanted);
  });

  test("should take the header that says most, where several mean a field", () => {
    expect(mapped(["Customer ID", "Customer", "Amount", "Order ID", "Transaction ID"])).toMatchObject({
      "Customer ID": "customer",
      "Order ID": "order",
    });
    expect(mapped(["Customer", "Region", "State/Province", "City", "Net Sales", "Total"])).toMatchObject({
      "State/Province": "location",
      "Net Sales": "amount",
    });
  });

  test("should pass over an empty column, and take one of two that hold the same", () => {
    const headers = ["State", "City", "Order ID", "order_id", "Customer", "Amount"];
    const cells = {
      look: (index: number) => ({ filled: index !== 0, texts: [] }),
      same: (one: number, other: number) => one === 2 && other === 3,
      groupAlike: () => false,
      variety: () => 0,
    };
    const { columns } = mapHeaders("orders.csv", headers, {}, cells);
    expect([columns.get("location"), columns.get("order")]).toEqual([1, 2]);
  });

  test("should list the columns that no field took", () => {
    expect(mapHeaders("orders.csv", ["Customer", "Shoe size", "Amount", ""], {}).unmapped).toEqual([1, 3]);
  });

  test("should put report.yaml's columns above the table", () => {
    const columns = mapped(["Kunde", "Summe", "Customer", "Amount"], { customer: "kunde ", amount: "Summe" });
    expect(columns).toMatchObject({ Kunde: "customer", Summe: "amount" });
    expect(Object.values(columns).filter((field) => field === "customer" || field === "amount")).toHaveLength(
      2,
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
    ["customer_id", "Customer ID", "customer"],
    ["Unit Price", "unit-price", "price"],
  ])(
    "should ask which of %s and %s is meant, where they hold different values",
    async (first, second, field) => {
      const message = await refusal(() => mapHeaders("orders.csv", [first, "Amount", second], {}));
      expect(message).toContain(`"${first}"`);
      expect(message).toMatch(new RegExp(`columns:\\n\\s+${field}: "`));
    },
  );

  test("should do with a price in place of an amount", () => {
    expect(mapped(["Customer", "Price"])).toEqual({ Customer: "customer", Price: "price" });
  });
});
