import { toCsv } from "./csv.ts";

/** An order as a shop has it, before any platform writes it down. */
export interface Order {
  number: number;
  customer: number;
  /** Of 2025. */
  month: number;
  day: number;
  hour: number;
  cancelled: boolean;
  /** In cents; shipping and taxes are no revenue. */
  shipping: number;
  tax: number;
  lines: readonly Line[];
}

/** A line of an order, a product once an order. Prices and discounts are of one piece, in cents. */
interface Line {
  product: number;
  quantity: number;
  price: number;
  off: number;
}

type Row = Readonly<Record<string, string>>;
type Writer = (orders: readonly Order[]) => string;

const names = ["Cup", "Teapot", "Candle", "Poster", "Tray"];
const people = ["Ada Ash", "Ben Birch", "Cara Cedar", "Dan Dogwood", "Elin Elm", "Finn Fir", "Gus Gorse"];
const states = ["TX", "MA", "CO"];

const two = (value: number) => String(value).padStart(2, "0");
const iso = ({ month, day }: Order) => `2025-${two(month)}-${two(day)}`;
const person = ({ customer }: Order) => people[customer] ?? "";
const email = ({ customer }: Order) => `k${customer}@example.com`;
const state = ({ customer }: Order) => states[customer % states.length] ?? "";
const sku = ({ product }: Line) => `SKU-${product}`;
const title = ({ product }: Line) => names[product] ?? "";
const gross = ({ quantity, price }: Line) => quantity * price;
const discount = ({ quantity, off }: Line) => quantity * off;
const net = (line: Line) => gross(line) - discount(line);
const sum = (lines: readonly Line[], of: (line: Line) => number) =>
  lines.reduce((all, line) => all + of(line), 0);
const total = ({ lines, shipping, tax }: Order) => sum(lines, net) + shipping + tax;

const dollars = (cents: number) => (cents / 100).toFixed(2);
const signed = (cents: number) => `${cents < 0 ? "-" : ""}$${dollars(Math.abs(cents))}`;
const comma = (cents: number) => dollars(cents).replace(".", ",");

/** Rows under the headers that any of them has, in the order in which they come. */
function table(rows: readonly Row[]): string {
  const head = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return toCsv([head, ...rows.map((row) => head.map((name) => row[name] ?? ""))]);
}

function lines(orders: readonly Order[], row: (order: Order, line: Line, index: number) => Row): Row[] {
  return orders.flatMap((order) => order.lines.map((line, index) => row(order, line, index)));
}

/** A table of lines in a language: number, customer, date, product, quantity, price, discount and total of the line, status. */
function plain(
  head: readonly string[],
  money: (cents: number) => string,
  [done, cancelled]: readonly [string, string],
  date: (order: Order) => string = iso,
): Writer {
  return (orders) =>
    toCsv([
      head,
      ...orders.flatMap((order) =>
        order.lines.map((line) => [
          String(order.number),
          email(order),
          date(order),
          sku(line),
          title(line),
          String(line.quantity),
          money(line.price),
          money(discount(line)),
          money(net(line)),
          order.cancelled ? cancelled : done,
          state(order),
        ]),
      ),
    ]);
}

const sold = (orders: readonly Order[]) => orders.filter(({ cancelled }) => !cancelled);

/** The same orders as shops in different languages and on different platforms export them. */
export const exports: Readonly<Record<string, Writer>> = {
  english: plain(
    [
      "Order ID",
      "Customer ID",
      "Order Date",
      "SKU",
      "Product",
      "Quantity",
      "Unit Price",
      "Discount Amount",
      "Line Total",
      "Status",
      "State",
    ],
    dollars,
    ["completed", "cancelled"],
  ),
  german: plain(
    [
      "Bestellnummer",
      "Kundennummer",
      "Bestelldatum",
      "Artikelnummer",
      "Artikelbezeichnung",
      "Menge",
      "Einzelpreis",
      "Rabatt",
      "Gesamtpreis",
      "Status",
      "Bundesland",
    ],
    comma,
    ["Versandt", "Storniert"],
    ({ month, day }) => `${two(day)}.${two(month)}.2025`,
  ),
  french: plain(
    [
      "N° de commande",
      "Client",
      "Date de commande",
      "SKU",
      "Produit",
      "Quantité",
      "Prix unitaire",
      "Remise",
      "Total ligne",
      "Statut",
      "Région",
    ],
    (cents) => `${comma(cents)} €`,
    ["Expédiée", "Annulée"],
  ),
  spanish: plain(
    [
      "Número de pedido",
      "Cliente",
      "Fecha del pedido",
      "SKU",
      "Producto",
      "Cantidad",
      "Precio unitario",
      "Descuento",
      "Total línea",
      "Estado",
      "Provincia",
    ],
    comma,
    ["Enviado", "Cancelado"],
  ),
  turkish: plain(
    [
      "Sipariş No",
      "Müşteri No",
      "Sipariş Tarihi",
      "Stok Kodu",
      "Ürün Adı",
      "Adet",
      "Birim Fiyat",
      "İndirim",
      "Toplam Tutar",
      "Sipariş Durumu",
      "Bölge",
    ],
    (cents) => `${comma(cents)} TL`,
    ["Teslim edildi", "İptal edildi"],
  ),
  polish: plain(
    [
      "Numer zamówienia",
      "ID klienta",
      "Data zamówienia",
      "SKU",
      "Nazwa produktu",
      "Ilość",
      "Cena jednostkowa",
      "Rabat",
      "Wartość",
      "Status zamówienia",
      "Województwo",
    ],
    (cents) => `${comma(cents)} zł`,
    ["Wysłane", "Anulowane"],
  ),
  japanese: plain(
    [
      "注文番号",
      "顧客ID",
      "注文日",
      "商品コード",
      "商品名",
      "数量",
      "単価",
      "値引額",
      "小計",
      "ステータス",
      "都道府県",
    ],
    dollars,
    ["発送済み", "キャンセル"],
    ({ month, day }) => `2025年${month}月${day}日`,
  ),
  chinese: plain(
    [
      "订单编号",
      "客户编号",
      "下单时间",
      "商品编码",
      "商品名称",
      "数量",
      "单价",
      "优惠金额",
      "实付金额",
      "订单状态",
      "省份",
    ],
    dollars,
    ["交易成功", "交易关闭"],
  ),
  shopify: (orders) =>
    table(
      lines(orders, (order, line, index) => ({
        Name: `#${order.number}`,
        Email: email(order),
        "Financial Status": index > 0 ? "" : order.cancelled ? "voided" : "paid",
        Subtotal: index > 0 ? "" : dollars(sum(order.lines, net)),
        Shipping: index > 0 ? "" : dollars(order.shipping),
        Taxes: index > 0 ? "" : dollars(order.tax),
        Total: index > 0 ? "" : dollars(total(order)),
        "Discount Amount": index > 0 ? "" : dollars(sum(order.lines, discount)),
        "Created at": `${iso(order)} ${two(order.hour)}:00:00 -0500`,
        "Lineitem quantity": String(line.quantity),
        "Lineitem name": title(line),
        "Lineitem price": dollars(line.price),
        "Lineitem sku": sku(line),
        "Shipping Province": index > 0 ? "" : state(order),
        Id: index > 0 ? "" : String(7_000_000 + order.number),
        "Lineitem discount": dollars(discount(line)),
      })),
    ),
  woocommerce: (orders) =>
    table(
      lines(orders, (order, line, index) => ({
        "Order Number": String(order.number),
        "Order Status": order.cancelled ? "Cancelled" : "Completed",
        "Order Date": `${iso(order)} ${two(order.hour)}:00`,
        "City (Billing)": `Town ${order.customer % 5}`,
        "State Code (Billing)": state(order),
        "Email (Billing)": email(order),
        "Cart Discount Amount": dollars(sum(order.lines, discount)),
        "Order Subtotal Amount": dollars(sum(order.lines, gross)),
        "Order Shipping Amount": dollars(order.shipping),
        "Order Total Amount": dollars(total(order)),
        "Order Total Tax Amount": dollars(order.tax),
        SKU: sku(line),
        "Item #": String(index + 1),
        "Item Name": title(line),
        "Quantity (- Refund)": String(line.quantity),
        "Item Cost": dollars(line.price),
      })),
    ),
  magento: (orders) =>
    table(
      lines(orders, (order, line, index) => ({
        order_id: String(order.number - 900),
        increment_id: String(order.number).padStart(9, "0"),
        created_at: `${iso(order)} ${two(order.hour)}:00:00`,
        status: order.cancelled ? "canceled" : "complete",
        customer_email: email(order),
        item_id: String(order.number * 10 + index),
        sku: sku(line),
        name: title(line),
        qty_ordered: `${line.quantity}.0000`,
        price: `${dollars(line.price)}00`,
        row_total: `${dollars(gross(line))}00`,
        discount_amount: `${dollars(discount(line))}00`,
        subtotal: `${dollars(sum(order.lines, gross))}00`,
        shipping_amount: `${dollars(order.shipping)}00`,
        grand_total: `${dollars(total(order))}00`,
        billing_region: state(order),
      })),
    ),
  square: (orders) =>
    table(
      lines(sold(orders), (order, line) => ({
        Date: iso(order),
        Time: `${two(order.hour)}:00:00`,
        Item: title(line),
        Qty: `${line.quantity}.0`,
        SKU: sku(line),
        "Gross Sales": signed(gross(line)),
        Discounts: signed(-discount(line)),
        "Net Sales": signed(net(line)),
        Tax: "$0.00",
        "Transaction ID": `TX${order.number}`,
        "Event Type": "Payment",
        Location: state(order),
        "Customer ID": `CUST${order.customer}`,
        "Customer Name": person(order),
      })),
    ),
  etsy: (orders) =>
    table(
      lines(sold(orders), (order, line) => ({
        "Sale Date": `${two(order.month)}/${two(order.day)}/25`,
        "Item Name": title(line),
        Buyer: `buyer${order.customer}`,
        Quantity: String(line.quantity),
        Price: dollars(line.price),
        "Discount Amount": dollars(discount(line)),
        "Shipping Discount": "0",
        "Order Shipping": dollars(order.shipping),
        "Order Sales Tax": dollars(order.tax),
        "Item Total": dollars(gross(line)),
        "Transaction ID": `${order.number}${line.product}`,
        "Listing ID": `9${line.product}`,
        "Ship State": state(order),
        "Order ID": String(order.number),
        SKU: sku(line),
      })),
    ),
  ebay: (orders) =>
    table(
      sold(orders).flatMap((order) => {
        const shared = {
          "Sales Record Number": String(order.number),
          "Order Number": `12-${order.number}`,
          "Buyer Username": `buyer${order.customer}`,
          "Sale Date": `${iso(order)}`,
        };
        const where = { "Ship To State": state(order) };
        const rows = order.lines.map((line) => ({
          ...shared,
          ...(order.lines.length === 1 ? where : {}),
          "Item Number": `11${line.product}`,
          "Item Title": title(line),
          "Custom Label": sku(line),
          Quantity: String(line.quantity),
          "Sold For": signed(line.price - line.off),
        }));
        const head = {
          ...shared,
          ...where,
          Quantity: String(sum(order.lines, ({ quantity }) => quantity)),
          "Sold For": signed(sum(order.lines, net)),
        };
        return order.lines.length === 1 ? rows : [head, ...rows];
      }),
    ),
  lightspeed: (orders) =>
    table(
      orders.flatMap((order) => {
        const shared = {
          Date: `${iso(order)} ${two(order.hour)}:00:00`,
          "Receipt Number": String(order.number),
          "Customer Code": `CODE-${order.customer}`,
          "Customer Name": person(order),
          Register: "Main",
          Status: order.cancelled ? "VOIDED" : "CLOSED",
        };
        const details = order.lines.map(title).join(" + ");
        return [
          {
            ...shared,
            "Line Type": "Sale",
            Quantity: String(sum(order.lines, ({ quantity }) => quantity)),
            Subtotal: dollars(sum(order.lines, net)),
            Total: dollars(total(order)),
            Details: details,
          },
          ...order.lines.map((line) => ({
            ...shared,
            "Line Type": "Sale Line",
            Quantity: String(line.quantity),
            Subtotal: dollars(net(line)),
            Discount: dollars(discount(line)),
            Total: dollars(net(line)),
            Details: title(line),
            Sku: sku(line),
          })),
          { ...shared, "Line Type": "Payment", Paid: dollars(total(order)), Details: "Card" },
        ];
      }),
    ),
};
