import type { Report } from "../report/report.ts";
import { affinity } from "./affinity/index.ts";
import { changes } from "./changes/index.ts";
import { comingBack } from "./coming-back/index.ts";
import { customers } from "./customers/index.ts";
import { data } from "./data/index.ts";
import { locations } from "./locations/index.ts";
import { lookup } from "./lookup/index.ts";
import { methods } from "./methods/index.ts";
import { overview } from "./overview/index.ts";
import { products } from "./products/index.ts";
import { reviews } from "./reviews/index.ts";
import { sales } from "./sales/index.ts";
import type { Section } from "./section.ts";
import { segments } from "./segments/index.ts";
import { value } from "./value/index.ts";

/** A new section is a folder and a line here, among those of its place in the navigation. */
const list = [
  overview,
  sales,
  customers,
  segments,
  comingBack,
  value,
  lookup,
  products,
  affinity,
  reviews,
  locations,
  data,
  methods,
  changes,
] as const satisfies readonly Section[];

/** Every section, in the order of the document: place by place. */
export const sections: readonly Section[] = list;

type HeldBy<Listed> = Listed extends Section<infer Holds, infer _> ? Holds : never;

/** What the sections put into the Report. */
export type SectionParts = Pick<Report, HeldBy<(typeof list)[number]>>;
