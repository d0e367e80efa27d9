import type { HeatmapSpec } from "../../../charts/heatmap.ts";
import type { ChartSpec } from "../../../charts/spec.ts";
import { tableOf } from "../../../charts/table.ts";
import { heatShade } from "../../../components/heat-shade.ts";
import { LiveChart } from "../../../components/LiveChart.tsx";
import { filterWords } from "./words.ts";

/** A live chart with its words and its table. */
export function NarrowedFigure({ spec }: { spec: ChartSpec }) {
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

/** A heatmap of counts, as a table. */
export function NarrowedHeatmap({ spec }: { spec: HeatmapSpec }) {
  const { title, caption, table, counts } = spec;
  const columns = table.headings.slice(1);
  const shade = heatShade(counts);
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
              {columns.map((column) => (
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
                  <td key={columns[column]} className={shade(counts[row]?.[column] ?? null)}>
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
