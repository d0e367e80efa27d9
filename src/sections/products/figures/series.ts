import type { ChartSpec } from "../../../charts/spec.ts";
import type { Formatter } from "../../../report/format.ts";
import type { Thing } from "../../../report/things.ts";
import type { ProductNumbers, ThingNumbers } from "../product-numbers.ts";
import { productColumns } from "../words/columns.ts";
import { figureTitle, priceCaption, seriesCaption, thingWords } from "../words/numbers.ts";

/** Sales and price of a product or category over time; nothing where fewer than three periods may be told. */
export function thingFigures(
  thing: Pick<Thing, "field" | "slug" | "name">,
  own: ThingNumbers,
  { compared, knows }: Pick<ProductNumbers, "compared" | "knows">,
  format: Formatter,
): ChartSpec[] {
  const { series } = own;
  const periods = series?.periods.filter(({ partial }) => !partial) ?? [];
  if (series === null || periods.length < 3 || !knows.money) return [];
  const label = (name: string) => (series.length === 1 ? format.month(name) : name);
  const chart = (
    what: "sales" | "price",
    of: typeof periods,
    values: number[],
    write: (value: number) => string,
    caption: string,
  ): ChartSpec => ({
    id: `${what}-${thing.field}-${thing.slug}`,
    definedBy: `${what}-over-time`,
    kind: "line",
    title: figureTitle(what, thing.name),
    caption,
    labelHeading: thingWords.period,
    labelColumn: "period",
    labels: of.map(({ name }) => label(name)),
    series: [
      {
        name: what === "sales" ? thingWords.revenue : thingWords.price,
        column: what === "sales" ? "revenue" : productColumns.price,
        values,
        display: values.map(write),
        color: what === "sales" ? "accent" : "second",
      },
    ],
  });
  // Where nothing was sold there is no price.
  const sold = periods.filter(({ units }) => units > 0);
  return [
    chart(
      "sales",
      periods,
      periods.map(({ revenue }) => revenue),
      format.roundMoney,
      seriesCaption(own, compared, format),
    ),
    ...(sold.length < 3
      ? []
      : [
          chart(
            "price",
            sold,
            sold.map(({ revenue, units }) => revenue / units),
            format.money,
            priceCaption(knows.units),
          ),
        ]),
  ];
}
