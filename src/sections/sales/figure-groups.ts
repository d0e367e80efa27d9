import { type FigureGroup, figureGroup, withFigures } from "../../components/figure-group.ts";
import type { Source } from "../../report/source.ts";
import { mixChart } from "../coming-back/figures.ts";
import { revenueByMonth, spendDistribution } from "../overview/figures/sales.ts";
import { spendLead } from "../overview/words/leads.ts";
import { revenueByCategory } from "../products/figures/categories.ts";
import { bridge, discountedOrders } from "./figures/kept.ts";
import {
  ordersByHour,
  ordersByWeekday,
  salesByQuarter,
  salesByWeek,
  salesByYear,
  yearOverYear,
} from "./figures/time.ts";
import { whyChanged } from "./figures/why.ts";
import { keptLead, salesWords, timeLead, timesLead } from "./words/page.ts";
import { moversLead, whyLead, whyTitle } from "./words/verdict.ts";

/** What the page of sales shows, as far as the data support it. */
export function salesGroups(source: Source): FigureGroup[] {
  const { report, format } = source;
  const { sales, comingBack } = report;
  const change = sales?.change ?? null;
  return withFigures([
    figureGroup("kept", salesWords.kept, keptLead(report.definitions), [
      bridge(source),
      discountedOrders(source),
    ]),
    figureGroup("time", salesWords.time, sales === null ? "" : timeLead(sales, format), [
      yearOverYear(source),
      revenueByMonth(source),
      salesByQuarter(source),
      salesByYear(source),
    ]),
    figureGroup(
      "why",
      change === null ? "" : whyTitle(change, format),
      change === null ? "" : `${whyLead(change, format)} ${moversLead(change, format)}`.trim(),
      [whyChanged(source)],
    ),
    figureGroup(
      "when",
      salesWords.when,
      timesLead,
      [salesByWeek(source), ordersByWeekday(source)],
      ordersByHour(source),
    ),
    figureGroup("mix", salesWords.mix, salesWords.mixLead, [
      comingBack === null ? null : mixChart(comingBack, format),
    ]),
    figureGroup("size", salesWords.size[report.spend.of], spendLead(report, format), [
      spendDistribution(source),
      sales === null ? revenueByCategory(source) : null,
    ]),
  ]);
}
