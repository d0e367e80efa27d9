import type { AxisFormat, ChartColor, ChartSpec, MarkShape, ScatterSpec } from "../../src/charts/spec.ts";

const base = { caption: "What it shows.", labelHeading: "Group", labelColumn: null };

export const category: ChartSpec = {
  ...base,
  id: "purchases-by-category",
  kind: "bars",
  title: "Purchases by category",
  labels: ["Clothing", "Accessories", "Footwear", "Outerwear"],
  series: [
    {
      name: "Purchases",
      column: null,
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
      column: null,
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
      column: null,
      values: [2652, 1248],
      display: ["68 %", "32 %"],
      notes: ["2,652", "1,248"],
      color: "accent",
    },
  ],
};

/** Bars to both sides of zero, and bars that begin where others end. */
export const steps: ChartSpec = {
  ...base,
  id: "steps",
  kind: "bars",
  title: "Steps",
  labels: ["Gross", "Returns", "Net"],
  series: [
    {
      name: "Money",
      column: null,
      values: [100, -30, 70],
      display: ["$100", "−$30", "$70"],
      starts: [0, 100, 0],
      color: "accent",
      colors: ["quiet", "alarm", "accent"],
    },
  ],
};
export const bothSides: ChartSpec = {
  ...base,
  id: "both-sides",
  kind: "bars",
  title: "Both sides",
  labels: ["More", "Less"],
  series: [
    {
      name: "Money",
      column: null,
      values: [40, -60],
      display: ["+$40", "−$60"],
      color: "accent",
      colors: ["accent", "alarm"],
    },
  ],
};

/** A line that ends before another, its last point a part. */
export const unfinished: ChartSpec = {
  ...base,
  id: "unfinished",
  kind: "line",
  title: "This year and the last",
  labels: ["Jan", "Feb", "Mar", "Apr"],
  series: [
    {
      name: "2025",
      column: null,
      values: [10, 12, 4],
      display: ["$10", "$12", "$4"],
      parts: [2],
      bold: true,
      color: "accent",
    },
    { name: "2024", column: null, values: [9, 9, 9, 11], display: ["$9", "$9", "$9", "$11"], color: "quiet" },
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
    series: [
      { name: "Revenue", column: null, values, display: values.map((value) => `$${value}`), color: "second" },
    ],
  };
}

const hostileLabels = [
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
  series: [
    {
      name: "Rows",
      column: null,
      values: [5, 4, 3, 2, 1],
      display: ["5", "4", "3", "2", "<i>"],
      color: "quiet",
    },
  ],
};

/** A single line on which points are marked. */
export function elbow(values: number[], marked: number[], markedNames: string[]): ChartSpec {
  const display = values.map((value) => value.toLocaleString("en"));
  return {
    ...base,
    id: `elbow-${values.length}-${marked.join("-")}`,
    kind: "line",
    title: "Distance to the nearest centre",
    labels: values.map((_, index) => String(index + 2)),
    series: [{ name: "Distance", column: null, values, display, color: "accent", marked, markedNames }],
  };
}

const dollars: AxisFormat = { locale: "en-US", currency: "USD", digits: 0 };
const decimals: AxisFormat = { locale: "en-US", currency: null, digits: 1 };
const colors: ChartColor[] = ["accent", "second", "third", "fourth", "quiet"];
const marks: MarkShape[] = ["dot", "square"];

/** Customers in that many segments: points around a centre each, of spend from 10 to about 4,000. */
export function segments(points: number, count: number): ScatterSpec {
  const series = Array.from({ length: count }, (_, index) => {
    const members = Array.from({ length: Math.floor(points / count) }, (_, member) => member + index * 7919);
    const [right, up] = [((index * 5) % count) / count, ((index * 3) % count) / count];
    return {
      name: `Segment ${index + 1}`,
      color: colors[index % 5] ?? "quiet",
      mark: marks[Math.floor(index / 5)] ?? "dot",
      x: members.map((member) => 10 ** (1 + (right + (noise(member) + noise(member + 0.5)) / 1.5) * 1.6)),
      y: members.map((member) => 1 + (up + (noise(member + 0.2) + noise(member + 0.7)) / 1.5) * 1.8),
    };
  });
  return {
    id: `segments-${points}-${count}`,
    kind: "scatter",
    title: "Customers by spend and rating",
    caption: "What it shows.",
    x: {
      name: "Spend per customer (logarithmic)",
      scale: "log",
      ticks: [10, 20, 50, 100, 200, 500, 1000, 2000].map((at) => ({
        at,
        label: `$${at.toLocaleString("en")}`,
      })),
      format: dollars,
    },
    y: {
      name: "Average rating",
      scale: "linear",
      ticks: [1, 2, 3, 4, 5].map((at) => ({ at, label: `${at}.0` })),
      format: decimals,
    },
    series,
    table: {
      headings: ["Segment", "Customers", "Median spend"],
      columns: [null, "customers", null],
      rows: series.map(({ name, x }, index) => [name, String(x.length), `$${100 * (index + 1)}`]),
    },
  };
}

/** Steady noise from 0 to 1. */
function noise(seed: number): number {
  const wave = Math.sin(seed * 12.9898 + 4.1) * 43758.5453;
  return wave - Math.floor(wave);
}
