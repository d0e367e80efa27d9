import type { Surface } from "../charts/drawing.ts";
import { createMeasure, font, rimWidth } from "../charts/text.ts";
import { type ChartSize, paintVariables, sizes } from "../charts/theme.ts";

/** Draws as the page looks at this moment: its colours, its font. Null where the browser gives no canvas. */
export function pageSurface(size: ChartSize): Surface | null {
  const context = document.createElement("canvas").getContext("2d");
  if (context === null) return null;
  const { type } = sizes[size];
  const colors = pageColors();
  return {
    color: (role) => colors.get(role) ?? "",
    measure: createMeasure(context, type),
    write(target, { text, x, y, align, tone, bold, rim = false }) {
      target.font = font(type, bold);
      target.textAlign = align;
      target.textBaseline = "alphabetic";
      if (rim) {
        target.strokeStyle = colors.get("card") ?? "";
        target.lineWidth = rimWidth;
        target.lineJoin = "round";
        target.strokeText(text, x, y);
      }
      target.fillStyle = colors.get(tone) ?? "";
      target.fillText(text, x, y);
    },
  };
}

/** Whether the page is dark at this moment: as the reader chose, else as the system asks. */
export function isPageDark(): boolean {
  const chosen = document.documentElement.dataset["theme"];
  return chosen === undefined ? matchMedia("(prefers-color-scheme: dark)").matches : chosen === "dark";
}

/** The variables' colours worked out by the browser, whatever functions of CSS they are written with. */
function pageColors(): ReadonlyMap<string, string> {
  const probe = document.createElement("span");
  document.body.append(probe);
  const colors = new Map<string, string>();
  for (const [role, variable] of Object.entries(paintVariables)) {
    probe.style.color = `var(${variable})`;
    colors.set(role, getComputedStyle(probe).color);
  }
  probe.remove();
  return colors;
}
