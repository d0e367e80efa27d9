import { z } from "zod";
import { InputError } from "../../errors.ts";
import { type ComparedReport, comparedReportSchema } from "./compared-report.ts";

/** An earlier report.json. */
export interface PreviousReport extends ComparedReport {
  /** All that stood in it, as JSON. */
  content: unknown;
}

/** The only form of report.json that there has been. */
const knownVersion = 1;
const versioned = z.object({ schemaVersion: z.number() });

/**
 * What is compared, read from the text of a report.json. Throws an InputError where it is no JSON, no report,
 * or in a form of another version.
 *
 * @param name how messages call the file
 */
export function readPreviousReport(text: string, name = "report.json"): PreviousReport {
  const content = parseJson(text, name);
  const found = versioned.safeParse(content);
  if (!found.success)
    throw new InputError(
      "this is no report.json: it has no schemaVersion",
      "Name the report.json of an earlier build.",
      { file: name },
    );
  const { schemaVersion } = found.data;
  if (schemaVersion > knownVersion)
    throw new InputError(
      `its schemaVersion is ${schemaVersion}; this version of Shopper Report knows ${knownVersion}`,
      "It was written by a newer version: build with that one.",
      { file: name },
    );
  if (schemaVersion !== knownVersion)
    throw new InputError(
      `its schemaVersion is ${schemaVersion}; no version of Shopper Report has written that`,
      `Build it again from its data: reports have schemaVersion ${knownVersion}.`,
      { file: name },
    );
  const parsed = comparedReportSchema.safeParse(content);
  if (parsed.success) return { ...parsed.data, content };
  const [issue] = parsed.error.issues;
  throw new InputError(
    `this is no whole report.json: "${issue?.path.join(".") ?? ""}" is missing or not as it should be`,
    "Name a report.json as a build wrote it.",
    { file: name },
  );
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError("this is no JSON", "Name the report.json of an earlier build.", { file: name });
  }
}
