import { pageNames } from "../../report/words/sections.ts";
import type { Section } from "../section.ts";
import { changeSections } from "./change-sections.ts";
import type { Changes } from "./changes.ts";
import { changesSummary } from "./job-summary.ts";
import { changesMore, changesTitle } from "./words.ts";

declare module "../../report/report.ts" {
  interface Report {
    /** What sets it apart from the previous report; null where none was given. */
    changes: Changes | null;
  }
}

/** What is different from the report before. */
export const changes: Section<"changes", never> = {
  id: "changes",
  name: pageNames.changes,
  slug: "changes",
  place: "data",
  needs: [],
  uses: [],
  // The finished report is held against the earlier one.
  part: () => ({ part: { changes: null } }),
  pages: ({ report: { changes }, format }) =>
    changes === null
      ? []
      : [
          {
            path: "changes/",
            name: pageNames.changes,
            description: `${changesTitle}. ${changeSections(changes, format).lead}`,
          },
        ],
  more: () => changesMore,
  summary: { write: changesSummary },
};
