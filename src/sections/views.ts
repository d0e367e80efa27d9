import type { AstroComponentFactory } from "astro/runtime/server/index.js";

type Views = Record<string, { default: AstroComponentFactory }>;

const views: Views = import.meta.glob<{ default: AstroComponentFactory }>("./*/View.astro", { eager: true });
const drawings: Views = import.meta.glob<{ default: AstroComponentFactory }>("./*/Figure.astro", {
  eager: true,
});

/** What shows a section's pages: `View.astro` in its folder. It takes `shown` and `page`. */
export function viewOf(section: string): AstroComponentFactory {
  return of(views, section, "View.astro");
}

/** What draws a section's own kinds of figures: `Figure.astro` in its folder. It takes `shown` and the figure's `id`. */
export function drawingOf(section: string): AstroComponentFactory {
  return of(drawings, section, "Figure.astro");
}

function of(found: Views, section: string, file: string): AstroComponentFactory {
  const view = found[`./${section}/${file}`];
  if (view === undefined) throw new Error(`the section ${section} has no ${file}`);
  return view.default;
}
