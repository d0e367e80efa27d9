import type { Formatter } from "../../../report/format.ts";
import { listed, quoted } from "../../../report/words/general.ts";
import { capitalized } from "../../../report/words/insights.ts";
import type { BeforeAfter, ChangePart, Mover, PartName, SalesChange } from "../sales.ts";

/** What is within this part of what it was is called the same. */
const same = 0.005;
/** … and what is within this, slightly more or less. */
const slight = 0.05;

/** What the two compared periods are called: `2025` and `2024`, `Jan to May 2025`. */
export function changeName(
  { kind, current, previous }: Pick<SalesChange, "kind" | "current" | "previous">,
  format: Formatter,
): { current: string; previous: string; short: string } {
  if (kind === "year")
    return {
      current: format.year(current.first),
      previous: format.year(previous.first),
      short: format.year(previous.first),
    };
  const span = ({ first, last }: SalesChange["current"]) =>
    `${format.monthName(first.slice(0, 7))} to ${format.month(last.slice(0, 7))}`;
  return {
    current: span(current),
    previous: kind === "months" ? `the same months of ${format.year(previous.first)}` : span(previous),
    short: kind === "months" ? format.year(previous.first) : span(previous),
  };
}

/** How much a value changed, as a part of what it was; null where it was not above 0. */
export function partOf({ before, after }: BeforeAfter): number | null {
  return before > 0 ? after / before - 1 : null;
}

/** The verdict: what the period brought beside the one before, and by what; without its full stops. */
export function verdict(change: SalesChange, format: Formatter): { lead: string; rest: string } {
  const { current, previous } = changeName(change, format);
  const part = partOf(change.sales);
  const brought = `${capitalized(current)} brought ${format.roundMoney(change.sales.after)}`;
  const lead =
    part === null
      ? `${brought}, after ${format.roundMoney(change.sales.before)} in ${previous}`
      : Math.abs(part) < same
        ? `${brought}, ${isEqual(change.sales) ? "" : "about "}as much as ${previous}`
        : `${brought}, ${format.share(Math.abs(part))} ${part < 0 ? "less" : "more"} than ${previous}`;
  return { lead, rest: `${ordersWords(change.orders, format)}, ${basketWords(change.averageOrder, format)}` };
}

function isEqual({ before, after }: BeforeAfter): boolean {
  return before === after;
}

function ordersWords(orders: BeforeAfter, format: Formatter): string {
  const part = partOf(orders) ?? 0;
  if (Math.abs(part) < same) return isEqual(orders) ? "as many orders" : "about as many orders";
  return `${format.share(Math.abs(part))} ${part < 0 ? "fewer" : "more"} orders`;
}

function basketWords(average: BeforeAfter, format: Formatter): string {
  const part = partOf(average) ?? 0;
  const side = part < 0 ? "smaller" : "larger";
  if (Math.abs(part) < same)
    return isEqual(average) ? "baskets of the same size" : "baskets of about the same size";
  return Math.abs(part) < slight
    ? `slightly ${side} baskets`
    : `${format.share(Math.abs(part))} ${side} baskets`;
}

/** `Why sales fell by $59,335` */
export function whyTitle({ sales: { before, after } }: SalesChange, format: Formatter): string {
  const change = after - before;
  if (format.roundMoney(Math.abs(change)) === format.roundMoney(0)) return "What moved within sales";
  return `Why sales ${change < 0 ? "fell" : "rose"} by ${format.roundMoney(Math.abs(change))}`;
}

export const partNames: Record<PartName, string> = {
  customers: "Customers",
  frequency: "Orders per customer",
  orders: "Orders",
  items: "Items per order",
  price: "Price per item",
  discounts: "Discounts",
  known: "Known customers",
  guests: "Guests",
  returns: "Returns",
};

const moves: Record<PartName, { up: string; down: string }> = {
  customers: { up: "more customers", down: "fewer customers" },
  frequency: { up: "more orders per customer", down: "fewer orders per customer" },
  orders: { up: "more orders", down: "fewer orders" },
  items: { up: "more items per order", down: "fewer items per order" },
  price: { up: "a higher price per item", down: "a lower price per item" },
  discounts: { up: "smaller discounts", down: "larger discounts" },
  known: { up: "more sales to known customers", down: "fewer sales to known customers" },
  guests: { up: "more sales to guests", down: "fewer sales to guests" },
  returns: { up: "fewer returns", down: "more returns" },
};

export const whyWords = { part: "Part", amount: "Change of sales", was: "What it was" };

/** The groups that moved most, as sentences; nothing where none is told. */
export function moversLead(change: SalesChange, format: Formatter): string {
  const { movers } = change;
  if (movers.length === 0) return "";
  const told = movers.slice(0, 3).map((mover) => {
    const { name, rest } = moverWords(mover, format);
    return `${name} ${rest}`;
  });
  return [...told, moversNote(change)].filter((sentence) => sentence !== "").join(" ");
}

/** What did it, in a sentence: the largest part on the side of the change, and what worked against it. */
export function whyLead({ sales, parts }: SalesChange, format: Formatter): string {
  const fell = sales.after < sales.before;
  const amount = (part: ChangePart) => (fell ? -part.amount : part.amount);
  const told = parts.filter((part) => format.roundMoney(Math.abs(part.amount)) !== format.roundMoney(0));
  const name = ({ part, amount: by }: ChangePart) => moves[part][by < 0 ? "down" : "up"];
  const with_ = told.filter((part) => amount(part) > 0).sort((one, other) => amount(other) - amount(one));
  const against = told.filter((part) => amount(part) < 0).sort((one, other) => amount(one) - amount(other));
  const money = (some: readonly ChangePart[]) =>
    format.roundMoney(Math.abs(some.reduce((sum, part) => sum + part.amount, 0)));
  const [first, second] = with_;
  if (first === undefined) return "";
  const also =
    second === undefined || amount(second) < amount(first) / 4 ? "" : `, ${name(second)} ${money([second])}`;
  const back = against.slice(0, 2);
  const rest =
    back.length === 0 ? "" : `; ${listed(back.map(name))} ${fell ? "won back" : "took away"} ${money(back)}`;
  return `${capitalized(name(first))} ${fell ? "cost" : "brought"} ${money([first])}${also}${rest}.`;
}

/** What a part was, before and after: `1.97 → 1.67`. */
export function partNote({ part, before, after }: ChangePart, format: Formatter): string {
  const write = (value: number) => {
    switch (part) {
      case "customers":
      case "orders":
        return format.count(value);
      case "frequency":
      case "items":
        return format.decimal(value, 2);
      case "price":
        return format.money(value);
      case "discounts":
        return `${format.share(1 - value)} off`;
      case "known":
      case "guests":
        return format.roundMoney(value);
      case "returns":
        return unbroken(format.signedMoney(value));
    }
  };
  return `${write(before)} → ${write(after)}`;
}

/** A minus is not parted from its amount at the end of a line. */
function unbroken(money: string): string {
  return money.replace("−", "−\u2060");
}

/** What the parts are, and what they sum to: as they are written, or but for rounding. */
export function whyCaption(
  change: Pick<SalesChange, "kind" | "current" | "previous" | "sales" | "parts">,
  format: Formatter,
): string {
  const { current, previous } = changeName(change, format);
  const whole = change.sales.after - change.sales.before;
  const written = change.parts.reduce((sum, { amount }) => sum + Math.round(amount), 0);
  const rounding = written === Math.round(whole) ? "" : ", but for rounding";
  return `Each bar is what that part alone did to sales from ${previous} to ${current}. Together they make ${unbroken(format.signedMoney(whole))}${rounding}.`;
}

const ofAll: Record<Exclude<Mover["field"], "customerKind">, string> = {
  category: "the most of any category",
  location: "the most of any place",
  persona: "the most of any customer group",
};

/** What moved most in a field: the group, and what became of its sales. */
export function moverWords(
  { field, name, before, after }: Mover,
  format: Formatter,
): { name: string; rest: string } {
  const verb =
    field === "customerKind"
      ? `spent ${after < before ? "less" : "more"}`
      : `${after < before ? "lost" : "gained"} ${ofAll[field]}`;
  // The difference of what is written: a reader who checks it finds no dollar missing.
  const change = Math.round(after) - Math.round(before);
  return {
    name: quoted(name),
    rest: `${verb}: ${unbroken(format.signedMoney(change))}, from ${format.roundMoney(before)} to ${format.roundMoney(after)}.`,
  };
}

/** Under the groups that moved most: what is counted, where the verdict counts otherwise, and a trap of groups. */
export function moversNote({ movers, parts }: Pick<SalesChange, "movers" | "parts">): string {
  const notes: string[] = [];
  if (parts.some(({ part }) => part === "returns")) notes.push("These are sales before returns.");
  if (movers.slice(0, 3).some(({ field }) => field === "persona"))
    notes.push(
      "Customer groups reflect what customers have done up to now, so a group that has gone quiet always shows a loss.",
    );
  return notes.join(" ");
}
