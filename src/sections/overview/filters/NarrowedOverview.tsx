import { useEffect, useMemo } from "react";
import type { ChartSpec } from "../../../charts/spec.ts";
import type { FigureGroup } from "../../../components/figure-group.ts";
import { createFormatter, type Formatter } from "../../../report/format.ts";
import { definitionTitle } from "../../../report/words/frame.ts";
import { metricValue } from "../../../report/words/general.ts";
import type { OverviewPart } from "../../narrowed.ts";
import { narrowableGroups } from "../figure-groups.ts";
import { FilterReader } from "./filter-reader.ts";
import type { FilterTables } from "./filter-tables.ts";
import { NarrowedFigure, NarrowedHeatmap } from "./NarrowedFigure.tsx";
import { narrow } from "./narrow.ts";
import {
  type ChosenValue,
  filterWords,
  joinedWords,
  matchWords,
  narrowedKinds,
  narrowedTitle,
  partNotes,
  tooFewWords,
} from "./words.ts";

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
  const choices = useMemo(
    () =>
      chosen.flatMap(({ field, value }) => {
        const code = (tables.fields.find((each) => each.field === field)?.values.indexOf(value) ?? -1) + 1;
        return code === 0 ? [] : [{ field, code }];
      }),
    [tables, chosen],
  );
  const part = useMemo(() => narrow(reader, choices), [reader, choices]);
  const notes = useMemo(
    () =>
      part === null
        ? []
        : partNotes(
            chosen.map((choice, place) => ({
              ...choice,
              shown: choices[place] === undefined ? choice.value : reader.nameOf(choices, choices[place]),
              countedWith: tables.fields.find(({ field }) => field === choice.field)?.countedWith ?? null,
            })),
          ),
    [part, reader, choices, chosen, tables],
  );
  const sections = useMemo(
    () => (part === null ? [] : partGroups(part, tables, format)),
    [part, tables, format],
  );
  const customers = part === null ? null : (metricValue(part, "customers") ?? null);

  useEffect(
    () => onTold(matchWords(format, { customers, isPart: part !== null }, chosen, minimumGroup)),
    [onTold, format, customers, part, chosen, minimumGroup],
  );

  if (part === null) return <p className="narrowed-none">{tooFewWords(minimumGroup)}</p>;
  if (customers === 0) return <p className="narrowed-none">{filterWords.nobody}</p>;
  return (
    <>
      <header className="page-head">
        <h1>{narrowedTitle(part, chosen, tables.common.change, format)}</h1>
        {tables.common.change !== null && <p>{filterWords.wholePeriod}</p>}
      </header>
      {notes.map((note) => (
        <p key={note} className="lead">
          {note}
        </p>
      ))}
      <NarrowedHeadlines tables={tables} part={part} format={format} />
      {sections.map(({ id, title, lead, figures, heatmap }) => (
        <section key={id} aria-labelledby={`narrowed-${id}`}>
          <h2 id={`narrowed-${id}`}>{title}</h2>
          <p className="lead">{lead}</p>
          <div className="grid">
            {figures.map((spec) => (
              <NarrowedFigure key={spec.id} spec={spec} />
            ))}
            {heatmap && <NarrowedHeatmap spec={heatmap} />}
          </div>
        </section>
      ))}
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
                  {definitionTitle}
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

/** The groups of a part, with words on what its figures lack. */
function partGroups(part: OverviewPart, tables: FilterTables, format: Formatter): FigureGroup[] {
  return narrowableGroups({ report: part, format }, narrowedKinds).map((section) => ({
    ...section,
    figures: section.figures.map((spec) => withJoined(spec, tables)),
  }));
}

/** Says that the chart has fewer bars than the whole Overview's. */
function withJoined(spec: ChartSpec, tables: FilterTables): ChartSpec {
  const all = { spend: tables.spend.bins.length, ratings: tables.rating?.bins.length ?? 0 };
  if (spec.id !== "spend" && spec.id !== "ratings") return spec;
  return { ...spec, caption: spec.caption + joinedWords(all[spec.id] - spec.labels.length) };
}
