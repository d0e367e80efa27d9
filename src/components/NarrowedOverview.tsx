import { useEffect, useMemo } from "react";
import { seasonHeatmap } from "../charts/figures/heatmaps.ts";
import type { ChartSpec } from "../charts/spec.ts";
import { tableOf } from "../charts/table.ts";
import { FilterReader } from "../report/filter-reader.ts";
import type { FilterTables } from "../report/filter-tables.ts";
import { createFormatter, type Formatter } from "../report/format.ts";
import { narrow } from "../report/narrow.ts";
import type { OverviewPart } from "../report/overview-part.ts";
import type { CrossTable } from "../report/report.ts";
import {
  type ChosenValue,
  filterWords,
  leftOutWords,
  matchWords,
  narrowedKinds,
  tooFewWords,
} from "../report/words/filters.ts";
import { metricValue } from "../report/words/general.ts";
import { heatShade } from "./heat-shade.ts";
import { LiveChart } from "./LiveChart.tsx";
import { narrowableSections } from "./sections.ts";

export interface NarrowedProps {
  tables: FilterTables;
  chosen: readonly ChosenValue[];
  /** Hears how many customers match. */
  onTold: (words: string) => void;
}

/** The Overview's numbers and figures of a selection. */
export function NarrowedOverview({ tables, chosen, onTold }: NarrowedProps) {
  const reader = useMemo(() => new FilterReader(tables), [tables]);
  const { locale, currency, minimumGroup } = tables.common;
  const format = useMemo(() => createFormatter(locale, currency), [locale, currency]);
  const part = useMemo(() => {
    const choices = chosen.flatMap(({ field, value }) => {
      const code = (tables.fields.find((each) => each.field === field)?.values.indexOf(value) ?? -1) + 1;
      return code === 0 ? [] : [{ field, code }];
    });
    return narrow(reader, choices);
  }, [reader, tables, chosen]);
  const customers = part === null ? null : (metricValue(part, "customers") ?? null);

  useEffect(
    () => onTold(matchWords(format, customers, chosen, minimumGroup)),
    [onTold, format, customers, chosen, minimumGroup],
  );

  if (part === null) return <p className="narrowed-none">{tooFewWords(minimumGroup)}</p>;
  return (
    <>
      <NarrowedHeadlines tables={tables} part={part} format={format} />
      {narrowableSections({ report: part, format }, narrowedKinds).map(
        ({ id, title, lead, figures, heatmap }) => (
          <section key={id} aria-labelledby={`narrowed-${id}`}>
            <h2 id={`narrowed-${id}`}>{title}</h2>
            <p className="lead">{lead}</p>
            <div className="grid">
              {figures.map((spec) => (
                <NarrowedFigure key={spec.id} spec={withLeftOut(spec, tables, format)} />
              ))}
              {heatmap && <NarrowedHeatmap counts={heatmap} format={format} minimum={minimumGroup} />}
            </div>
          </section>
        ),
      )}
    </>
  );
}

function NarrowedHeadlines({
  tables,
  part,
  format,
}: {
  tables: FilterTables;
  part: OverviewPart;
  format: Formatter;
}) {
  return (
    <dl className="headlines">
      {tables.common.headlines.map(({ id, name, words, unit }) => {
        const value = metricValue(part, id);
        return (
          <div key={id} className="headline">
            <dt>{name}</dt>
            <dd className={value === undefined ? "headline-none" : "number"}>
              {value === undefined ? filterWords.notShown : format.unit(value, unit)}
            </dd>
            <dd className="headline-definition">
              <details className="definition">
                <summary>
                  {filterWords.definition}
                  <span className="visually-hidden">{`: ${name}`}</span>
                </summary>
                <p>{words}</p>
              </details>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** Says how many bars of too few customers the chart lacks. */
function withLeftOut(spec: ChartSpec, tables: FilterTables, format: Formatter): ChartSpec {
  const all = { spend: tables.spend.bins.length, ratings: tables.rating?.bins.length ?? 0 };
  if (spec.id !== "spend" && spec.id !== "ratings") return spec;
  return { ...spec, caption: spec.caption + leftOutWords(format, all[spec.id] - spec.labels.length) };
}

function NarrowedFigure({ spec }: { spec: ChartSpec }) {
  const { headings, rows } = tableOf(spec);
  return (
    <figure className="card chart-figure">
      <figcaption>
        <h3>{spec.title}</h3>
        <p>{spec.caption}</p>
      </figcaption>
      <LiveChart spec={spec} />
      <details>
        <summary>{filterWords.table}</summary>
        {/* biome-ignore lint/a11y/useSemanticElements: a section would be one of the page's */}
        <div
          className="chart-table"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must by keyboard too
          tabIndex={0}
          role="region"
          aria-label={`${filterWords.table}: ${spec.title}`}
        >
          <table>
            <thead>
              <tr>
                {headings.map((heading) => (
                  <th key={heading} scope="col">
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([heading = "", ...cells]) => (
                <tr key={heading}>
                  <th scope="row" dir="auto">
                    {heading}
                  </th>
                  {cells.map((cell, column) => (
                    <td key={headings[column + 1]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}

function NarrowedHeatmap({
  counts,
  format,
  minimum,
}: {
  counts: CrossTable;
  format: Formatter;
  minimum: number;
}) {
  const { title, caption, table } = seasonHeatmap(counts, { format, minimum });
  const shade = heatShade(counts.counts);
  return (
    <figure className="card">
      <figcaption>
        <h3>{title}</h3>
        <p>{caption}</p>
      </figcaption>
      {/* biome-ignore lint/a11y/useSemanticElements: a section would be one of the page's */}
      <div
        className="scroll"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must by keyboard too
        tabIndex={0}
        role="region"
        aria-label={title}
      >
        <table className="heat">
          <thead>
            <tr>
              <td />
              {counts.columns.map((column) => (
                <th key={column} scope="col" dir="auto">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map(([heading = "", ...cells], row) => (
              <tr key={heading}>
                <th scope="row" dir="auto">
                  {heading}
                </th>
                {cells.map((cell, column) => (
                  <td key={counts.columns[column]} className={shade(counts.counts[row]?.[column] ?? null)}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
