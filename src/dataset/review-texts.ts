import type { Findings } from "./findings.ts";
import type { MappedFile } from "./join-keys.ts";
import { longestText, mostTextBytes } from "./long-texts.ts";
import type { TablePart } from "./raw-table.ts";

/** The texts of a file's reviews, each behind its title. */
export function reviewReader({ file, mapping }: MappedFile): TablePart["review"] {
  const text = mapping.columns.get("review");
  const title = mapping.columns.get("reviewTitle");
  if (text === undefined) return undefined;
  return (row) => {
    const body = file.textAt(text, row);
    const head = title === undefined ? "" : file.textAt(title, row).trim();
    if (head === "" || body.startsWith(head)) return body;
    return `${head}${/[.!?…]$/u.test(head) ? "" : "."} ${body}`;
  };
}

/** What of a file's reviews is not kept, and what its rows are. */
export function tellTexts({ file, mapping }: MappedFile, isApart: boolean, findings: Findings): void {
  const index = mapping.columns.get("review");
  const texts = index === undefined ? undefined : file.long.get(index);
  if (isApart)
    findings.note(
      `reviews-${file.name}`,
      `${file.name} was read for its reviews: its rows are no purchases.`,
      file.rows,
    );
  if (texts === undefined) return;
  if (texts.shortened > 0)
    findings.note(
      `reviews-long-${file.name}`,
      `Reviews of ${file.name} that are longer than ${longestText.toLocaleString("en-US")} characters were read up to there.`,
      texts.shortened,
    );
  if (texts.left > 0)
    findings.warn(
      `reviews-left-${file.name}`,
      `${file.name} holds more than ${mostTextBytes / 1e6} MB of reviews: those behind were not read. Split the file, and read the newest part.`,
      texts.left,
    );
}
