import type { ChartSpec } from "../../src/charts/spec.ts";

const base = { caption: "What it shows.", labelHeading: "Group" };

export const category: ChartSpec = {
  ...base,
  id: "purchases-by-category",
  kind: "bars",
  title: "Purchases by category",
  labels: ["Clothing", "Accessories", "Footwear", "Outerwear"],
  series: [
    {
      name: "Purchases",
      values: [1737, 1240, 599, 324],
      display: ["1,737", "1,240", "599", "324"],
      notes: ["45 %", "32 %", "15 %", "8 %"],
      color: "accent",
    },
  ],
};

export const ages: ChartSpec = {
  ...base,
  id: "customers-by-age-group",
  kind: "columns",
  title: "Customers by age group",
  labels: ["18–24", "25–34", "35–44", "45–54", "55–64", "65+"],
  series: [
    {
      name: "Customers",
      values: [486, 755, 729, 752, 751, 427],
      display: ["486", "755", "729", "752", "751", "427"],
      color: "third",
    },
  ],
};

export const gender: ChartSpec = {
  ...base,
  id: "customers-by-gender",
  kind: "share",
  title: "Customers by gender",
  labels: ["Men", "Women"],
  series: [
    {
      name: "Customers",
      values: [2652, 1248],
      display: ["68 %", "32 %"],
      notes: ["2,652", "1,248"],
      color: "accent",
    },
  ],
};

/** Revenue of that many months, with its highest in the middle. */
export function months(count: number): ChartSpec {
  const values = Array.from({ length: count }, (_, month) => 100 + month * (count - month));
  return {
    ...base,
    id: `revenue-${count}`,
    kind: "line",
    title: "Revenue by month",
    labels: values.map((_, month) => `Month ${month + 1}`),
    series: [{ name: "Revenue", values, display: values.map((value) => `$${value}`), color: "second" }],
  };
}

export const hostileLabels = [
  "<script>alert(1)</script>",
  "\"quotes\" & </text> 'more'",
  "שלום עולם",
  "👩‍👩‍👧‍👦 😀",
  "long ".repeat(40),
];

export const hostile: ChartSpec = {
  ...base,
  id: "hostile",
  kind: "bars",
  title: 'A "title" <b> & more',
  labels: hostileLabels,
  series: [{ name: "Rows", values: [5, 4, 3, 2, 1], display: ["5", "4", "3", "2", "<i>"], color: "quiet" }],
};
