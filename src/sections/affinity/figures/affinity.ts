import type { Axis, ChartColor, ScatterSpec } from "../../../charts/spec.ts";
import { ticksOf } from "../../../charts/ticks.ts";
import type { Report } from "../../../report/report.ts";
import type { Source } from "../../../report/source.ts";
import { shareWithInterval } from "../../../report/words/intervals.ts";
import { surenessShort } from "../../../report/words/sureness.ts";
import type { Affinity, AffinityItem, AffinityKind, AffinityRule } from "../affinity.ts";
import { itemKey } from "../findings.ts";
import { isNews, isPair } from "../pairs.ts";
import { basketNames, itemsInWords, timesWords } from "../words/affinity.ts";
import {
  liftBand,
  networkCaption,
  networkWords,
  rulesCaption,
  rulesChartWords,
  shortBand,
} from "../words/affinity-charts.ts";
import { bandColumns, pairColumns } from "../words/columns.ts";
import type { NetworkSpec } from "./network.ts";

const fewestPoints = 5;
const mostPoints = 1000;
const mostPairs = 40;
const mostNodes = 24;

const colors: readonly ChartColor[] = ["quiet", "second", "third", "fourth"];
const steps = [1, 1.1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 7, 10, 15, 20, 30, 50, 70, 100, 150, 200, 300, 500, 1000];

/** Support against confidence of a kind's rules, coloured by lift; null where they are few. */
export function rulesScatter(
  { report, format }: Source<Pick<Report, "locale">>,
  kind: AffinityKind,
): ScatterSpec | null {
  const rules = kind.rules.slice(0, mostPoints);
  if (rules.length < fewestPoints) return null;
  const names = basketNames[kind.kind];
  const edges = liftEdges(rules.map(({ adjustedLift }) => adjustedLift));
  const points = rules.map((rule) => ({
    band: edges.filter((edge) => edge <= rule.adjustedLift).length,
    x: Number((100 * rule.support).toPrecision(3)),
    y: Number((100 * rule.confidence).toPrecision(3)),
  }));
  const bands = [...edges, Number.POSITIVE_INFINITY]
    .map((upper, band) => ({
      name: liftBand(
        band === 0 ? null : edgeWords(edges[band - 1] ?? 0),
        upper === Number.POSITIVE_INFINITY ? null : edgeWords(upper),
      ),
      members: points.filter((point) => point.band === band),
    }))
    .filter(({ members }) => members.length > 0);
  const axis = (name: string, values: number[]): Axis => {
    const highest = Math.max(...values);
    const scale = highest > 20 * Math.min(...values) ? "log" : "linear";
    const ticks = ticksOf(values, scale);
    return {
      name,
      scale,
      ticks: ticks.map((at) => ({ at, label: format.decimal(at, decimalsOf(ticks)) })),
      format: { locale: report.locale, currency: null, digits: decimalsOf(values) },
    };
  };
  const words = rulesChartWords(names);
  const lifts = rules.map(({ adjustedLift }) => adjustedLift);
  const [low, high] = [Math.min(...lifts), Math.max(...lifts)].map((lift) => timesWords(lift, format));
  return {
    id: `rules-${kind.kind}`,
    definedBy: "rules",
    kind: "scatter",
    title: words.title,
    caption: rulesCaption(
      names,
      { drawn: rules.length, all: kind.rules.length + kind.more, low: low ?? "", high: high ?? "" },
      format,
    ),
    x: axis(
      words.support,
      points.map(({ x }) => x),
    ),
    y: axis(
      words.confidence,
      points.map(({ y }) => y),
    ),
    series: bands.map(({ name, members }, band) => ({
      name,
      color: bands.length === 1 ? "accent" : (colors[band] ?? "quiet"),
      mark: "dot",
      x: members.map(({ x }) => x),
      y: members.map(({ y }) => y),
    })),
    table: {
      headings: words.headings,
      columns: [...bandColumns],
      rows: bands.map(({ name, members }) => [
        shortBand(name),
        format.count(members.length),
        reach(members.map(({ x }) => x)),
        reach(members.map(({ y }) => y)),
      ]),
    },
  };

  function edgeWords(edge: number): string {
    return format.decimal(edge, decimalsOf([edge]));
  }

  function reach(values: readonly number[]): string {
    const [low, high] = [Math.min(...values), Math.max(...values)].map((value) => format.share(value / 100));
    return low === high ? `${low}` : `${low} – ${high}`;
  }
}

/** The rules of the first kind that has enough of them: one figure stands on the page. */
export function firstScatter(
  source: Source<Pick<Report, "locale">>,
  { kinds }: Affinity,
): ScatterSpec | null {
  for (const kind of kinds) {
    const spec = rulesScatter(source, kind);
    if (spec !== null) return spec;
  }
  return null;
}

/** Round numbers near the quartiles, so that up to four bands hold like numbers of rules. */
function liftEdges(lifts: readonly number[]): number[] {
  const sorted = lifts.toSorted((a, b) => a - b);
  const [low = 0, high = 0] = [sorted[0], sorted.at(-1)];
  const edges = [0.25, 0.5, 0.75].map((part) => {
    const value = sorted[Math.floor(part * sorted.length)] ?? 0;
    return steps.reduce((near, step) =>
      Math.abs(Math.log(step / value)) < Math.abs(Math.log(near / value)) ? step : near,
    );
  });
  return [...new Set(edges)].filter((edge) => edge > low && edge <= high);
}

/** The strongest pairs that chance does not explain, as a network; null where there are fewer than two. */
export function pairNetwork({
  report: { affinity },
  format,
}: Pick<Source, "format"> & {
  report: Pick<Source["report"], "affinity">;
}): NetworkSpec | null {
  const found = (["orders", "products", "traits"] as const)
    .flatMap((wanted) => affinity?.kinds.filter(({ kind }) => kind === wanted) ?? [])
    .map((kind) => ({ kind, all: pairsOf(kind) }))
    .find(({ all }) => all.length >= 2);
  if (found === undefined) return null;
  const { kind, all } = found;
  const names = basketNames[kind.kind];

  const nodes = new Map<string, { item: AffinityItem; count: number }>();
  const pairs: AffinityRule[] = [];
  for (const rule of all) {
    const [one, other] = [rule.antecedent[0], rule.consequent[0]];
    if (one === undefined || other === undefined) continue;
    const added = [one, other].filter((item) => !nodes.has(itemKey(item))).length;
    if (pairs.length === mostPairs || nodes.size + added > mostNodes) continue;
    nodes.set(itemKey(one), { item: one, count: rule.antecedentCount });
    nodes.set(itemKey(other), { item: other, count: rule.consequentCount });
    pairs.push(rule);
  }
  const places = new Map([...nodes.keys()].map((key, place) => [key, place]));
  const placeOf = (item: AffinityItem | undefined) =>
    (item === undefined ? undefined : places.get(itemKey(item))) ?? 0;
  const weightOf = partsOf(pairs.map(({ adjustedLift }) => Math.log(adjustedLift)));
  const sizeOf = partsOf([...nodes.values()].map(({ count }) => count));
  const lifts = pairs.map(({ adjustedLift }) => adjustedLift);
  const [low, high] = [Math.min(...lifts), Math.max(...lifts)].map((lift) => timesWords(lift, format));
  return {
    id: "pair-network",
    title: kind.kind === "traits" ? networkWords.traits : networkWords.products,
    caption: networkCaption(
      names,
      { pairs: pairs.length, all: kind.pairsReal, items: nodes.size, low: low ?? "", high: high ?? "" },
      format,
    ),
    nodes: [...nodes.values()].map(({ item, count }) => ({
      name: itemsInWords([item]),
      size: sizeOf(count),
    })),
    links: pairs.map(({ antecedent, consequent, adjustedLift }) => ({
      from: placeOf(antecedent[0]),
      to: placeOf(consequent[0]),
      weight: weightOf(Math.log(adjustedLift)),
    })),
    table: {
      headings: [
        networkWords.pair,
        networkWords.baskets,
        ...(names.baskets === "customers" ? [] : [networkWords.customers]),
        networkWords.lift,
        networkWords.rawLift,
        networkWords.confidence,
        networkWords.back,
        networkWords.chance,
      ],
      columns: [
        pairColumns.pair,
        pairColumns.baskets,
        ...(names.baskets === "customers" ? [] : (["customers"] as const)),
        pairColumns.lift,
        pairColumns.rawLift,
        pairColumns.confidence,
        pairColumns.back,
        "chance",
      ],
      rows: pairs.map((rule) => {
        return [
          `${itemsInWords(rule.antecedent)} → ${itemsInWords(rule.consequent)}`,
          format.count(rule.count),
          ...(names.baskets === "customers" ? [] : [format.count(rule.customers)]),
          timesWords(rule.adjustedLift, format),
          timesWords(rule.lift, format),
          shareWithInterval(rule.confidence, rule.confidenceInterval, format),
          shareWithInterval(rule.confidenceBack, rule.confidenceBackInterval, format),
          surenessShort(rule.q),
        ];
      }),
    },
  };
}

/** The pairs that are told as news, the strongest first. */
function pairsOf({ rules }: AffinityKind): AffinityRule[] {
  return rules
    .filter((rule) => isPair(rule) && isNews(rule))
    .sort((a, b) => b.adjustedLift - a.adjustedLift || b.count - a.count);
}

/** Where a value lies between the least and the most, from 0 to 1; a half where all are equal. */
function partsOf(values: readonly number[]): (value: number) => number {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return (value) => (high - low < 1e-9 ? 0.5 : (value - low) / (high - low));
}

/** The decimals that the values need, at most 6. */
function decimalsOf(values: readonly number[]): number {
  return Math.max(...values.map((value) => Number(value.toFixed(6)).toString().split(".")[1]?.length ?? 0));
}
