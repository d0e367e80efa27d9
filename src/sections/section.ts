import type { ChartSpec } from "../charts/spec.ts";
import type { PlacedFigure } from "../components/placed-figure.ts";
import type { FieldName } from "../fields/fields.ts";
import type { Column } from "../report/columns.ts";
import type { FindInsights } from "../report/find-insights.ts";
import type { HeldFigure } from "../report/held-figure.ts";
import type { Report, Shape } from "../report/report.ts";
import type { Source } from "../report/source.ts";
import type { placeNames } from "../report/words/sections.ts";
import type { Inputs } from "./inputs.ts";

/** A place of the navigation. */
export type Place = keyof typeof placeNames;

/** What the data must have: a field, one of several fields, or a shape. */
export type Need = FieldName | readonly FieldName[] | { shape: Shape };

/**
 * What sections hand to those that build on them, by section: more than the Report may say, and nothing of how it
 * was found. A section adds its own (`declare module "../section.ts"`).
 */
// biome-ignore lint/suspicious/noEmptyInterface: sections fill it
export interface Results {}

/**
 * What is shown beside the Report and is no part of it, as each row of a customer is. Sections add their own.
 *
 * @public
 */
// biome-ignore lint/suspicious/noEmptyInterface: sections fill it
export interface Apart {}

/** What pages are made from. */
export interface Shown extends Source {
  apart: Apart;
}

/** A page of a section. */
export interface SectionPage {
  /** Within the site, with a slash at its end: `segments/gold/`; empty for the Overview. */
  path: string;
  /** In the title; the section's own for its first page. */
  name: string;
  description: string;
  /** Not for search engines. */
  unlisted?: true;
  /** No chapter of the document: it is about single people, or one of very many. */
  apartFromDocument?: true;
}

/** A file that a section offers, beside its figures. */
export interface Download {
  /** Its name in the site's folder. */
  file: string;
  mediaType: string;
  content: () => string;
}

/** What Methods says of a section, under a heading of its own. */
export interface MethodsPart {
  /** Of the heading; `-title` behind it is the heading's own. */
  id: string;
  title: string;
  lead?: string;
  rules: readonly { name: string; words: string }[];
  /** What an analyst looks for, and no page for managers needs. */
  figures?: readonly ChartSpec[];
}

/**
 * A subject of the report. All that is listed of sections follows from the list of them: navigation, sitemap, the
 * document's chapters, embedded figures, downloads, Methods, "More" on the Overview and the summary of a job.
 */
export interface Section<Holds extends keyof Report = never, Uses extends keyof Results = keyof Results> {
  /** The name of its folder. */
  id: string;
  /** Among the pages of its place. */
  name: string;
  /** Of its first page: `segments`; empty for the Overview. */
  slug: string;
  place: Place;
  /** Where the data lack one of these, the section is absent everywhere. */
  needs: readonly Need[];
  /** Sections whose results it builds on, where they are there. */
  uses: readonly Uses[];
  /** Its part of the Report where the section is absent; one without needs never is. */
  none?: Pick<Report, Holds>;
  /** Works out its part of the Report. */
  part?(inputs: Inputs, used: Used<Uses>): Made<Holds> | Promise<Made<Holds>>;
  /** The definitions of its figures, in the order in which Methods lists them. */
  definitions?: readonly HeldFigure[];
  /** Columns of its tables that are no figures: Methods lists them with those of its figures. */
  columns?: readonly Column[];
  /** What it offers the Overview to say first. */
  insights?: readonly FindInsights[];
  /** Its pages, its own first; none where there is nothing to show. */
  pages(shown: Shown): SectionPage[];
  /** Its figures, each on one of its pages, for what is made of each: a page to be embedded, a file. */
  figures?(shown: Shown): PlacedFigure[];
  downloads?(shown: Shown): Download[];
  methods?(shown: Shown): MethodsPart[];
  /** Why it has no page, in a sentence for Methods; null where it has one. */
  absent?(shown: Shown): string | null;
  /** What the Overview says behind its name under "More"; without it, it is not listed there. */
  more?(shown: Shown): string;
  /** In the footer of every page. */
  footnote?(shown: Shown): string | null;
  summary?: JobSummary;
}

/** What a section says in the summary of a job. */
interface JobSummary {
  /** Stands before what others say: whether the report can be relied on. */
  first?: true;
  /**
   * Parts as Markdown.
   *
   * @param notices what whoever builds should know beside the report
   */
  write(shown: Shown, notices: readonly string[]): string[];
}

/** Results of other sections, as far as they are there. */
export type Used<Uses extends keyof Results> = Partial<Pick<Results, Uses>>;

/** What a section makes: its part of the Report, and what it hands to those that use it. */
interface Made<Holds extends keyof Report> {
  part: Pick<Report, Holds>;
  result?: Partial<Results>;
}
