import type { LeftOut, ReadSummary } from "../read/row-source.ts";
import type { Findings } from "./findings.ts";

/** What of a file's form whoever reads the report should know. */
export function noteForm(
  file: string,
  { encoding, leftOut, replaced }: ReadSummary,
  findings: Findings,
): void {
  if (!unmistakable.has(encoding)) {
    findings.note(
      `encoding-${encoding}`,
      `A file is not valid UTF-8 and was read as ${encoding}. Check that names with accents read well on the pages; else save the file as UTF-8, or say encoding in report.yaml.`,
    );
  }
  if (replaced > 0) {
    findings.note(
      "damaged-characters",
      `${file} is UTF-8 but for single bytes; the characters there show as \uFFFD.`,
      replaced,
    );
  }
  for (const { kind, line } of leftOut) {
    findings.add({ kind: `lines-${kind}`, severity: "note", message: linesLeftOut[kind] }, () => ({
      file,
      line,
      column: "",
      value: null,
      reason: "is no row of the table",
    }));
  }
}

/** What needs no look at its accents. */
const unmistakable = new Set(["UTF-8", "UTF-16", "XLSX"]);

const linesLeftOut: Readonly<Record<LeftOut["kind"], string>> = {
  above: "Lines above the header were passed over.",
  below: "Lines below the table that are none of its rows were passed over.",
  total: "Lines of totals at the end of a file were passed over.",
  header: "The header stands within the data again; it was passed over.",
};
