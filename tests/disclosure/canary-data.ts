import { toCsv } from "../support/csv.ts";

/** In whatever must not leave the build: who somebody is, what they wrote, what only few have. */
export const canary = "qxcanary";

/** In the names of groups of six customers: may be told from 2 to 6, must not from 7 on. */
export const ofSix = "Sixfold";

/** What one customer spent at a time, more than anybody else: nobody's amount may be told, the highest neither. */
export const largest = 61.37;

const columns = [
  "Order ID",
  "Order Date",
  "Customer ID",
  "Email",
  "Billing Name",
  "Phone",
  "Item Purchased",
  "Category",
  "Location",
  "Gender",
  "Age",
  "Season",
  "Color",
  "Size",
  "Payment Method",
  "Shipping Type",
  "Discount Code",
  "Subscription Status",
  "Frequency of Purchases",
  "Preferred Payment Method",
  "Review Rating",
  "Review Text",
  "Internal remarks",
  "Quantity",
  "Price",
] as const;
type Row = Record<(typeof columns)[number], string>;

const one = <Item>(items: readonly Item[], at: number): Item | undefined => items[at % items.length];

/** The line that everybody is made of: names and words of 80 customers, none of whom stands out. */
function ordinary(customer: number, order: number): Row {
  const at = customer * 3 + order;
  return {
    "Order ID": `${canary}-order-${customer}-${order}`,
    "Order Date": `2024-${String((at % 6) + 1).padStart(2, "0")}-${String((at % 27) + 1).padStart(2, "0")}`,
    "Customer ID": `${canary}-id-${customer}`,
    Email: `person${customer}@${canary}.example`,
    "Billing Name": `Person ${canary} ${customer}`,
    Phone: `${canary} 0123 ${customer}`,
    "Item Purchased": one(["Cup", "Pot", "Pan", "Bowl"], at) ?? "",
    Category: one(["Kitchen", "Table", "Garden"], at + customer) ?? "",
    Location: one(["Oslo", "Rome", "Lima"], customer) ?? "",
    Gender: one(["Female", "Male"], customer) ?? "",
    Age: String(20 + (customer % 40)),
    Season: one(["Spring", "Summer", "Fall", "Winter"], at) ?? "",
    Color: one(["Red", "Blue"], at) ?? "",
    Size: one(["S", "M", "L"], at) ?? "",
    "Payment Method": one(["Card", "Cash"], at) ?? "",
    "Shipping Type": one(["Standard", "Express"], at) ?? "",
    "Discount Code": one(["", "SPRING"], at) ?? "",
    "Subscription Status": one(["Yes", "No"], customer) ?? "",
    "Frequency of Purchases": one(["Weekly", "Monthly"], customer) ?? "",
    "Preferred Payment Method": one(["Card", "Cash"], customer) ?? "",
    "Review Rating": String((at % 5) + 1),
    "Review Text": `${canary} wrote that it broke`,
    "Internal remarks": `call ${canary} back`,
    Quantity: "1",
    Price: String(5 + (at % 30)),
  };
}

const betraying = [
  "Item Purchased",
  "Category",
  "Location",
  "Gender",
  "Season",
  "Color",
  "Size",
  "Payment Method",
  "Shipping Type",
  "Discount Code",
  "Frequency of Purchases",
  "Preferred Payment Method",
] as const;

/**
 * Order lines in which identifiers, names, addresses, reviews and columns that nobody maps hold the canary, and so does
 * every label of one, two and four customers in each field, every unreadable value, and a product that looks like a
 * discount. Groups of six have a name of their own.
 */
export function canaryCsv(): string {
  const rows: Row[] = [];
  const people = 80;
  for (let customer = 0; customer < people; customer += 1)
    for (let order = 0; order < 3; order += 1) rows.push(ordinary(customer, order));
  let customer = people;
  for (const field of betraying) {
    for (const [name, size] of [
      [`${canary} ${field} alone`, 1],
      [`${canary} ${field} of two`, 2],
      [`${canary} ${field} of four`, 4],
      [`${ofSix} ${field}`, 6],
    ] as const) {
      for (let member = 0; member < size; member += 1) {
        rows.push({ ...ordinary(customer, 0), [field]: name }, { ...ordinary(customer, 1), [field]: name });
        customer += 1;
      }
    }
  }
  const bad: Partial<Row>[] = [
    { Age: `${canary} years` },
    { "Review Rating": `${canary} stars` },
    { "Subscription Status": `${canary} maybe` },
    { "Item Purchased": `Discount for ${canary}` },
    { "Item Purchased": `  ${canary.toUpperCase()} item purchased ALONE ` },
    { Location: ` ${canary.toUpperCase()} location alone` },
    { "Order Date": `${canary} of May` },
    { Price: `${canary} 5` },
    { Price: String(largest) },
    { Price: `-7${canary}` },
    { Quantity: "-1", "Item Purchased": `Returned by ${canary}` },
  ];
  bad.forEach((change, index) => {
    rows.push({ ...ordinary(index, 2), "Order ID": `${canary}-bad-${index}`, ...change });
  });
  return toCsv([[...columns], ...rows.map((row) => columns.map((column) => row[column]))]);
}
