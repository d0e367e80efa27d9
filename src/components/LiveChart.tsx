import type { Chart as ChartInstance } from "chart.js";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { Chart } from "react-chartjs-2";
import { type ConfiguredChart, configure } from "../charts/configuration.ts";
import type { DrawnData, DrawnType } from "../charts/drawing.ts";
import { registerParts } from "../charts/parts.ts";
import type { FigureSpec } from "../charts/spec.ts";
import { countStops, marksAt, wordsAt } from "../charts/stops.ts";
import { isPageDark, pageSurface } from "./page-surface.ts";
import { useFrameSize } from "./use-frame-size.ts";
import { useThemeVersion } from "./use-theme-version.ts";

registerParts();

interface Props {
  spec: FigureSpec;
  /** Whether the figure has a row to itself, and a drawing for that. */
  broad?: boolean;
  /** The baked drawings; they stay in place, hidden, and keep the room of the live one. */
  children?: ReactNode;
}

/**
 * The frame of a chart: the baked drawing until it is touched, then the same drawing by Chart.js with
 * tooltips. Arrow keys go from label to label, in a scatter from series to series; Escape leaves them.
 */
export function LiveChart({ spec, broad = false, children }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const chart = useRef<ChartInstance<DrawnType, DrawnData, string>>(undefined);
  const active = useRef(-1);
  const redraws = useRef(0);
  const size = useFrameSize(frame, broad);
  const theme = useThemeVersion();
  const [drawn, setDrawn] = useState<(ConfiguredChart & { key: string; onDark: boolean }) | null>(null);
  const [spoken, setSpoken] = useState("");

  useEffect(() => {
    if (size === null) return;
    const surface = pageSurface(size);
    const key = `${size}-${theme}-${redraws.current++}`;
    setDrawn(surface && { ...configure(spec, size, surface), key, onDark: isPageDark() });
  }, [spec, size, theme]);

  // The tap that brought the chart to life is answered now.
  useEffect(() => {
    const island = frame.current?.closest<HTMLElement>("[data-touched-at]");
    const [clientX, clientY] = island?.dataset["touchedAt"]?.split(" ").map(Number) ?? [];
    if (drawn === null || !island || clientX === undefined || clientY === undefined) return;
    delete island.dataset["touchedAt"];
    chart.current?.canvas.dispatchEvent(new MouseEvent("mousemove", { clientX, clientY }));
  }, [drawn]);

  function show(stop: number) {
    active.current = stop;
    const marks = stop < 0 ? [] : marksAt(spec, stop);
    chart.current?.setActiveElements(marks);
    // A whole series of points is no tooltip.
    chart.current?.tooltip?.setActiveElements(spec.kind === "scatter" ? [] : marks, { x: 0, y: 0 });
    chart.current?.update("none");
    setSpoken(stop < 0 ? "" : wordsAt(spec, stop));
  }

  function onKeyDown(event: KeyboardEvent) {
    const count = countStops(spec);
    const next: Record<string, number> = {
      ArrowRight: Math.min(count - 1, active.current + 1),
      ArrowDown: Math.min(count - 1, active.current + 1),
      ArrowLeft: Math.max(0, active.current - 1),
      ArrowUp: Math.max(0, active.current - 1),
      Home: 0,
      End: count - 1,
      Escape: -1,
    };
    const stop = next[event.key];
    if (stop === undefined || drawn === null) return;
    event.preventDefault();
    show(stop);
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div
      ref={frame}
      className="chart-frame"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys read the values one by one
      tabIndex={0}
      role="group"
      aria-label={`Chart: ${spec.title}`}
      onKeyDown={onKeyDown}
      onBlur={() => show(-1)}
    >
      <div className={drawn ? "chart-box is-live" : "chart-box"}>
        {children ?? (drawn && <svg className="chart-room" viewBox={`0 0 ${drawn.width} ${drawn.height}`} />)}
        {drawn && (
          <Chart
            key={drawn.key}
            ref={chart}
            className={drawn.onDark ? "chart-live is-on-dark" : "chart-live"}
            role="img"
            aria-label={spec.title}
            width={drawn.width}
            height={drawn.height}
            type={drawn.configuration.type}
            data={drawn.configuration.data}
            // The canvas is stretched to its frame: drawn with twice the dots, it stays sharp.
            options={{
              ...drawn.configuration.options,
              devicePixelRatio: Math.max(2, window.devicePixelRatio),
            }}
            plugins={drawn.configuration.plugins}
          />
        )}
      </div>
      <p className="chart-spoken" aria-live="polite">
        {spoken}
      </p>
    </div>
  );
}
