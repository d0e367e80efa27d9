import type { LookupMode } from "../../config/config.ts";
import { pageNames } from "../../report/words/sections.ts";
import type { Section } from "../section.ts";
import type { Lookup } from "./lookup.ts";
import { lookupCsv } from "./lookup-csv.ts";
import { lookupNote, lookupWords } from "./words.ts";

declare module "../../report/report.ts" {
  interface Report {
    /** How the customers lookup names each customer; null where there is none. */
    lookup: LookupMode | null;
  }
}

declare module "../section.ts" {
  interface Apart {
    /** Each customer; null where report.yaml does not ask for them. */
    lookup: Lookup | null;
  }
}

/** Customers one by one, where report.yaml asks for them. */
export const lookup: Section<"lookup", never> = {
  id: "lookup",
  name: pageNames.lookup,
  slug: "lookup",
  place: "customers",
  needs: [],
  uses: [],
  part: ({ config: { privacy } }) => ({
    part: { lookup: privacy.customers === "none" ? null : privacy.customers },
  }),
  pages: ({ report }) =>
    report.lookup === null
      ? []
      : [
          {
            path: "lookup/",
            name: pageNames.lookup,
            description: lookupWords.title,
            unlisted: true,
            // The document goes from hand to hand: no list of customers goes with it.
            apartFromDocument: true,
          },
        ],
  downloads: ({ apart: { lookup } }) =>
    lookup === null
      ? []
      : [
          {
            file: "customers-lookup.csv",
            mediaType: "text/csv; charset=utf-8",
            content: () => lookupCsv(lookup),
          },
        ],
  footnote: ({ report: { lookup } }) => (lookup === null ? null : lookupNote(lookup)),
};
