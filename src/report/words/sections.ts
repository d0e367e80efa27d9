/** Headings of the parts of pages; a lead stands here where it says the same of all data. */
export const sectionWords = {
  who: "Who they are",
  habits: { title: "How they buy", lead: "How purchases were paid, shipped and reduced." },
  top: { title: "What sells", lead: "By number of purchases, and by what they bring." },
  categories: {
    title: "Categories and seasons",
    lead: "How purchases spread over categories and the year.",
  },
  variants: { title: "Colors and sizes", lead: "Which variants of the products were purchased." },
  where: "Where customers buy",
  spend: "What they spend",
  spendAndThink: "What they spend and think",
  kinds: "What kinds of customers there are",
  what: { title: "What and where they buy", lead: "The largest groups; the pages behind show more." },
};

/** The places of the navigation, in its order. */
export const placeNames = {
  overview: "Overview",
  sales: "Sales",
  customers: "Customers",
  products: "Products",
  places: "Places",
  data: "About the data",
} as const;

export const pageNames = {
  overview: "Overview",
  customers: "Customers",
  products: "Products",
  locations: "Places",
  segments: "Segments",
  affinity: "Bought together",
  changes: "Changes",
  lookup: "Customers lookup",
  data: "Data",
  methods: "Methods",
};

/** What is known of how customers come back, and of what they think. */
export function loyaltyTitle(known: { orders: boolean; previous: boolean; ratings: boolean }): string {
  const back = known.orders
    ? "How often they come back"
    : known.previous
      ? "How often they had bought"
      : undefined;
  if (back === undefined) return "What they think";
  return known.ratings ? `${back}, and what they think` : back;
}
