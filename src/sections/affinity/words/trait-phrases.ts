import { listed, quoted } from "../../../report/words/general.ts";
import { people } from "../../../report/words/insights.ts";
import type { AffinityItem } from "../affinity.ts";

/** What a yes or no is about, as `a discount`. */
const things = new Map([
  ["Discount", "a discount"],
  ["Promo code", "a promo code"],
]);

/** What a trait says behind the word `purchases`: `by women`, `in size M`, `with a discount`. */
function phrase({ field, name }: AffinityItem): string {
  const thing = things.get(field);
  if (thing !== undefined && (name === "Yes" || name === "No"))
    return name === "Yes" ? `with ${thing}` : `without ${thing}`;
  switch (field) {
    case "Gender":
      return people[name] === undefined ? `with Gender ${quoted(name)}` : `by ${people[name]}`;
    case "Age group":
      return `by customers aged ${name}`;
    case "Subscription":
      return name === "Yes"
        ? "by subscribers"
        : name === "No"
          ? "by customers without a subscription"
          : `with Subscription ${quoted(name)}`;
    case "Persona":
      return `by ${quoted(name)} customers`;
    case "Payment method":
      return `paid with ${quoted(name)}`;
    case "Preferred payment method":
      return `by customers who prefer ${quoted(name)}`;
    case "Color tone":
      return `in ${name.toLowerCase()} colors`;
    case "Season":
      return `in ${quoted(name)}`;
    case "Size":
      return `in size ${quoted(name)}`;
    case "Location":
      return `from ${quoted(name)}`;
    case "Product":
    case "Category":
      return `of ${quoted(name)}`;
    default:
      return `with ${field} ${quoted(name)}`;
  }
}

/** Purchases that have all of some traits: `purchases by men in Winter`. */
export function purchasesInWords(items: readonly AffinityItem[]): string {
  return `purchases ${items.map(phrase).join(" ")}`;
}

/** What is said of purchases that have all of some traits: `were by women and had a discount`. */
export function traitsInWords(items: readonly AffinityItem[]): string {
  return listed(
    items.map((item) => {
      const [first = "", ...rest] = phrase(item).split(" ");
      const words = rest.join(" ");
      if (first === "with") return `had ${words}`;
      if (first === "without") return `had no ${words.replace(/^an? /, "")}`;
      return first === "of" ? `were ${words}` : `were ${first} ${words}`;
    }),
  );
}
