import type { Config } from "../config/config.ts";
import { Gate } from "../disclosure/gate.ts";
import { publishedMonths } from "../disclosure/published-months.ts";
import { likelyNotGoods } from "../questions/not-goods.ts";
import { periods } from "../questions/periods.ts";
import { linePersons } from "../questions/persons.ts";
import { products as askProducts } from "../questions/products.ts";
import { discounted, returners } from "../questions/returners.ts";
import { previousPurchases, ratings, spend } from "../questions/spend.ts";
import { calendar } from "../questions/time.ts";
import { guestsGroup } from "../questions/traits.ts";
import type { Progress } from "../read/progress.ts";
import { type Breakdowns, breakDown } from "../report/breakdowns.ts";
import type { Inputs } from "../sections/inputs.ts";
import type { Dataset } from "../store/open-dataset.ts";
import { type MeasuredMetric, measureAll } from "./metrics.ts";

/** What the sections build on, and what of it stands in the Report as it is. */
export interface Asked {
  inputs: Inputs;
  measured: MeasuredMetric[];
  breakdowns: Pick<Breakdowns, "breakdowns" | "locationsByRevenue" | "productsByRevenue">;
}

/** Of reviews alone, whose rows are no purchases. */
function nothingSpent(): Inputs["amounts"] {
  return { of: "purchase", amounts: { values: new Float64Array(0), persons: new Float64Array(0) }, bins: [] };
}

/** Asks, once a build, what several sections build on. */
export async function ask(dataset: Dataset, config: Config, progress: Progress): Promise<Asked> {
  const { store } = dataset;
  const gate = new Gate(config.privacy.minimumGroup);
  const returned = await returners(store);
  // What gross sales hold beside the revenue tells of those who had a discount, or gave something back.
  const few = [returned, await discounted(store)].some((persons) => persons > 0 && !gate.isEnough(persons));
  const measured = (await measureAll(store)).filter(
    ({ definition: { id, unit } }) =>
      (dataset.hasMoney || unit !== "money") &&
      !(few && (id === "grossSales" || id === "discounts" || id === "netSales")),
  );
  const customers = measured.find(({ definition }) => definition.id === "customers")?.value ?? 0;
  const products = await askProducts(store);
  const notGoods = new Set(likelyNotGoods(products, config.goods).map(({ id }) => id));
  const amounts = (await spend(store)) ?? nothingSpent();
  // The gate learns here how fields are folded: lines come after.
  gate.learnSeasons(await store.lines());
  const { age, ageBounds, productGroups, ...breakdowns } = await breakDown(
    store,
    dataset.columns,
    products,
    notGoods,
    config,
    gate,
    customers,
  );
  const lines = gate.lines(await store.lines());
  const time = await calendar(store, lines);
  const compared = await periods(store);
  const weeksTellOfFew = compared !== null && (await gate.weeksTellOfFew(store, compared));
  const months = publishedMonths(weeksTellOfFew ? [] : (time?.months ?? []), gate);
  return {
    inputs: {
      dataset,
      store,
      config,
      progress,
      gate,
      lines,
      customers,
      products,
      notGoods,
      productGroups,
      amounts,
      rated: await ratings(store),
      age,
      ageBounds,
      previousPurchases: await previousPurchases(store),
      returners: returned,
      guests: await guestsGroup(store, linePersons(lines)),
      time,
      periods: compared,
      months: { ...months, weeksTellOfFew },
    },
    measured,
    breakdowns,
  };
}
