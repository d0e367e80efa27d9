import { readFile, writeFile } from "node:fs/promises";
import { Document, parseDocument } from "yaml";
import { checkData } from "../../edition/open-report.ts";
import { InputError, type Settings } from "../../errors.ts";
import { configPath, findDataFiles } from "../../read/find-files.ts";
import { codeOf, reachable } from "../disk-fault.ts";
import { type Streams, say } from "../streams.ts";
import { fixed, nothingToFix } from "../words/check.ts";

/** Each guess may bring another to light. */
const mostRounds = 5;

/**
 * Writes the best guesses for what the data do not say into the report.yaml beside them, and says on stderr what was
 * written. What stands there already is left as it is. Throws an InputError for a report.yaml that cannot be read.
 */
export async function fixConfig(data: string, { stderr }: Streams): Promise<void> {
  const { folder } = await findDataFiles(data, undefined).catch(() => ({ folder: data }));
  const path = configPath({ folder });
  let written = 0;
  for (let round = 0; round < mostRounds; round += 1) {
    const added = await write(path, await suggested(data));
    for (const [key, value] of added) say(stderr, fixed(key, value));
    if (added.length === 0) break;
    written += added.length;
  }
  if (written === 0) say(stderr, nothingToFix);
}

/** What a check of the data suggests, whether it gets through or not. */
async function suggested(data: string): Promise<Settings> {
  try {
    const { guessed } = await checkData(data);
    return { columns: guessed };
  } catch (error) {
    if (error instanceof InputError) return error.settings;
    throw error;
  }
}

/** Adds settings that are not there yet; comments and everything else stay. Gives what was added. */
async function write(
  path: string,
  { columns = {}, encoding }: Settings,
): Promise<[key: string, value: string][]> {
  const settings: [keys: string[], value: string][] = Object.entries(columns).map(([field, header]) => [
    ["columns", field],
    header,
  ]);
  if (encoding !== undefined) settings.push([["encoding"], encoding]);
  const document = await readDocument(path);
  const added = settings.filter(([keys]) => !document.hasIn(keys));
  if (added.length === 0) return [];
  for (const [keys, value] of added) document.setIn(keys, value);
  await reachable(path, writeFile(path, document.toString({ lineWidth: 0 })));
  return added.map(([keys, value]) => [keys.join("."), value]);
}

async function readDocument(path: string): Promise<Document> {
  try {
    const document = parseDocument(await readFile(path, "utf8"));
    return document.contents === null ? withComment(document.commentBefore ?? document.comment) : document;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return new Document({});
    return reachable(path, Promise.reject(error));
  }
}

/** A document that is empty but for its comment. */
function withComment(comment: string | null | undefined): Document {
  const document = new Document({});
  document.commentBefore = comment ?? null;
  return document;
}
