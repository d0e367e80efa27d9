/** A stream of events as a shop would send it, with what must come of it. */
export interface ShopEvents {
  /** In the order in which they are sent; every 20th is sent twice, the second time a little later. */
  messages: readonly string[];
  /** Order lines that are good, each once. */
  valid: number;
  /** Their orders, sorted. */
  orders: readonly string[];
  /** The bad ones, each once, sorted. */
  bad: readonly string[];
}

const products = ["Cup", "Pot", "Lamp", "Rug", "Fan"];

/** So many different events; every 97th is bad, in one of five ways. The same each time. */
export function shopEvents(count: number): ShopEvents {
  const messages: string[] = [];
  const orders: string[] = [];
  const bad: string[] = [];
  const later: { at: number; text: string }[] = [];
  for (let number = 0; number < count; number += 1) {
    const order = `SO-${String(number).padStart(7, "0")}`;
    const isBad = number % 97 === 13;
    const event = {
      order_id: order,
      order_line: 1,
      customer: { id: `C-${(number * 7919) % 2500}` },
      date: new Date(Date.UTC(2025, 0, 1 + (number % 360), number % 24)).toISOString(),
      product: products[number % products.length],
      quantity: 1 + (number % 3),
      unit_price: ((number * 31) % 9000) / 100 + 1,
    };
    const text = isBad ? spoilt(event, number) : JSON.stringify(event);
    if (isBad) bad.push(text);
    else orders.push(order);
    messages.push(text);
    if (number % 20 === 19) later.push({ at: messages.length + 37, text });
    while ((later[0]?.at ?? Number.POSITIVE_INFINITY) <= messages.length)
      messages.push(later.shift()?.text ?? "");
  }
  messages.push(...later.map(({ text }) => text));
  return { messages, valid: orders.length, orders: orders.sort(), bad: bad.sort() };
}

function spoilt(event: object, number: number): string {
  switch (Math.floor(number / 97) % 5) {
    case 0:
      return `{"cut off": ${number}`;
    case 1:
      return JSON.stringify({ ...event, date: "soon" });
    case 2:
      return JSON.stringify({ ...event, quantity: 0 });
    case 3:
      return JSON.stringify({ ...event, order_id: undefined, n: number });
    default:
      return JSON.stringify([event]);
  }
}
