import type { ChartSpec } from "../../../charts/spec.ts";
import type { Source } from "../../../report/source.ts";
import { metricValue } from "../../../report/words/general.ts";
import { salesColumns } from "../words/columns.ts";
import { bridgeCaption, discountedCaption, salesWords } from "../words/page.ts";

/** From gross sales to what is left; null where nothing is taken off, or too few had it to be told. */
export function bridge({ report, format }: Source): ChartSpec | null {
  const [gross, net] = [metricValue(report, "grossSales"), metricValue(report, "netSales")];
  if (gross === undefined || net === undefined || !(gross > 0)) return null;
  const discounts = metricValue(report, "discounts") ?? 0;
  const returns = metricValue(report, "returnsValue") ?? 0;
  const steps = [
    { name: salesWords.gross, start: 0, value: gross, color: "quiet" as const },
    { name: salesWords.discounts, start: gross, value: discounts, color: "alarm" as const },
    { name: salesWords.returns, start: gross + discounts, value: returns, color: "alarm" as const },
    { name: salesWords.net, start: 0, value: net, color: "accent" as const },
  ].filter(({ value }) => value !== 0);
  const { title, labels, values } = salesWords.bridge;
  return {
    id: "gross-to-net",
    kind: "bars",
    title: title(format.share(net / gross)),
    caption: bridgeCaption({ gross, discounts, returns, net }, format),
    labelHeading: labels,
    labelColumn: salesColumns.step,
    labels: steps.map(({ name }) => name),
    series: [
      {
        name: values,
        column: salesColumns.money,
        values: steps.map(({ value }) => value),
        display: steps.map(({ value }) => (value < 0 ? format.signedMoney(value) : format.roundMoney(value))),
        notesName: salesWords.ofGross,
        notesColumn: salesColumns.ofGross,
        notes: format.shares(steps.map(({ value }) => Math.abs(value) / gross)),
        color: "accent",
        colors: steps.map(({ color }) => color),
        starts: steps.map(({ start }) => start),
      },
    ],
  };
}

/** Orders with a discount beside the others. */
export function discountedOrders({ report, format }: Source): ChartSpec | null {
  const discounted = report.sales?.discounted ?? null;
  if (discounted === null) return null;
  const averages = [discounted.averageOrder, discounted.averageOther];
  const shares = [discounted.share, 1 - discounted.share];
  const { title, labels, values } = salesWords.discounted;
  return {
    id: "discounted-orders",
    kind: "bars",
    title: title(format.share(discounted.share)),
    caption: discountedCaption(discounted, format),
    labelHeading: labels,
    labelColumn: salesColumns.withDiscount,
    labels: [salesWords.withDiscount, salesWords.withoutDiscount],
    series: [
      {
        name: values,
        column: salesColumns.averageOrder,
        values: averages,
        display: averages.map((average) => format.money(average)),
        notesName: salesWords.shareOfOrders,
        notesColumn: salesColumns.shareOfOrders,
        notes: shares.map((share) => salesWords.ofOrders(format.share(share))),
        color: "accent",
        colors: ["accent", "quiet"],
      },
    ],
  };
}
