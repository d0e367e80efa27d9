import type { PlacedFigure } from "../components/placed-figure.ts";
import { type ColumnDefinition, definedColumns } from "../report/columns.ts";
import type { Report } from "../report/report.ts";
import { placeNames } from "../report/words/sections.ts";
import type { Download, MethodsPart, Need, Place, Section, SectionPage, Shown } from "./section.ts";

/** In the order of the navigation. */
const places = ["overview", "sales", "customers", "products", "places", "data"] as const satisfies Place[];

/** A page with the section it is of. */
export interface SitePage extends SectionPage {
  section: Section;
  /** Whether it is the section's own, to which the navigation leads. */
  isFirst: boolean;
}

/** What is listed, with the path it stands at. */
export interface MoreLink {
  path: string;
  name: string;
  words: string;
}

const found = new WeakMap<Shown, Map<readonly Section[], SitePage[]>>();

/** Whether the data have what a section needs. */
export function isMet(
  needs: readonly Need[],
  { dataset, shape }: { dataset: Pick<Report["dataset"], "columns">; shape: Report["shape"] },
): boolean {
  const mapped = new Set<string>(dataset.columns.map(({ field }) => field));
  return needs.every((need) => {
    if (typeof need === "string") return mapped.has(need);
    return "shape" in need ? need.shape === shape : need.some((field) => mapped.has(field));
  });
}

/** Every page of the report: those of each section in turn, as far as the data support them. */
export function sitePages(sections: readonly Section[], shown: Shown): SitePage[] {
  const known = found.get(shown) ?? new Map<readonly Section[], SitePage[]>();
  found.set(shown, known);
  const pages =
    known.get(sections) ??
    sections
      .filter(({ needs }) => isMet(needs, shown.report))
      .flatMap((section) =>
        section.pages(shown).map((page, index) => ({ ...page, section, isFirst: index === 0 })),
      );
  known.set(sections, pages);
  return pages;
}

/** The sections that have a page, in their order. */
function presentSections(sections: readonly Section[], shown: Shown): Section[] {
  return sitePages(sections, shown).flatMap(({ section, isFirst }) => (isFirst ? [section] : []));
}

/** The first page of each section, in the order of the sections. */
export function firstPages(sections: readonly Section[], shown: Shown): SitePage[] {
  return sitePages(sections, shown).filter(({ isFirst }) => isFirst);
}

/** A place of the navigation. */
export interface PlaceLink {
  place: Place;
  name: string;
  /** Where it leads: its first page. */
  path: string;
  /** The first pages of its sections. */
  pages: SitePage[];
}

/** The places that have a page. */
export function navigation(sections: readonly Section[], shown: Shown): PlaceLink[] {
  const firsts = firstPages(sections, shown);
  return places.flatMap((place) => {
    const pages = firsts.filter(({ section }) => section.place === place);
    const [first] = pages;
    return first === undefined ? [] : [{ place, name: placeNames[place], path: first.path, pages }];
  });
}

/** The paths within the site of every page that a search engine may list. */
export function listedPaths(sections: readonly Section[], shown: Shown): string[] {
  return sitePages(sections, shown).flatMap(({ path, unlisted }) => (unlisted ? [] : [path]));
}

/** The pages that the document is made of. */
export function chapters(sections: readonly Section[], shown: Shown): SitePage[] {
  return sitePages(sections, shown).filter(({ apartFromDocument }) => apartFromDocument !== true);
}

/**
 * Every figure of the report once, for what is made of each: its CSV, its page to be embedded. One that stands
 * on several pages is placed on its own page rather than on the Overview.
 */
export function siteFigures(sections: readonly Section[], shown: Shown): PlacedFigure[] {
  const present = presentSections(sections, shown);
  const ordered = [
    ...present.filter(({ place }) => place !== "overview"),
    ...present.filter(({ place }) => place === "overview"),
  ];
  const all = ordered.flatMap((section) => section.figures?.(shown) ?? []);
  return [...new Map(all.reverse().map((figure) => [figure.id, figure])).values()].reverse();
}

/** The files that sections offer. */
export function downloads(sections: readonly Section[], shown: Shown): Download[] {
  return presentSections(sections, shown).flatMap((section) => section.downloads?.(shown) ?? []);
}

/** Where there is more than the Overview shows, and what. */
export function moreLinks(sections: readonly Section[], shown: Shown): MoreLink[] {
  return firstPages(sections, shown).flatMap(({ path, section }) => {
    const words = section.more?.(shown);
    return words === undefined ? [] : [{ path, name: section.name, words }];
  });
}

/** What Methods says of the sections. */
export function methodsParts(sections: readonly Section[], shown: Shown): MethodsPart[] {
  return presentSections(sections, shown).flatMap((section) => section.methods?.(shown) ?? []);
}

/** What the columns of the report's tables mean, each once. */
export function listedColumns(sections: readonly Section[], shown: Shown): ColumnDefinition[] {
  const present = presentSections(sections, shown);
  return definedColumns([
    ...present.flatMap((section) =>
      (section.figures?.(shown) ?? []).flatMap(({ table: { columns } }) => columns),
    ),
    ...present.flatMap(({ columns = [] }) => columns),
  ]);
}

/** Why sections that a reader may look for are not there. */
export function absences(sections: readonly Section[], shown: Shown): { name: string; words: string }[] {
  const present = new Set(presentSections(sections, shown));
  return sections.flatMap((section) => {
    const words = present.has(section) ? null : (section.absent?.(shown) ?? null);
    return words === null ? [] : [{ name: section.name, words }];
  });
}

/** What sections say in the footer of every page. */
export function footnotes(sections: readonly Section[], shown: Shown): string[] {
  return presentSections(sections, shown).flatMap((section) => section.footnote?.(shown) ?? []);
}

/**
 * What sections say in the summary of a job, as Markdown; first what decides whether the report can be relied on.
 *
 * @param notices what whoever builds should know beside the report
 */
export function summaries(sections: readonly Section[], shown: Shown, notices: readonly string[]): string[] {
  const saying = sections
    .filter(({ needs }) => isMet(needs, shown.report))
    .flatMap(({ summary }) => summary ?? []);
  return [...saying.filter(({ first }) => first), ...saying.filter(({ first }) => !first)].flatMap(
    ({ write }) => write(shown, notices),
  );
}
