import { InputError } from "../errors.ts";
import { archiveFiles } from "./archive.ts";
import { type ByteSource, fileBytes } from "./byte-source.ts";
import { type FileForm, type OnBytes, textSource } from "./csv-source.ts";
import { type DataFiles, isReadable } from "./find-files.ts";
import type { RowSource } from "./row-source.ts";
import { looksLikeTable } from "./sniff.ts";
import { workbookSource } from "./workbook-source.ts";

/**
 * The tables of the data files, archives opened: in code order, one source a file. A `.txt` that is no table, such as a
 * licence, is passed over where another file is one. Throws an InputError for an archive without a table.
 */
export async function openSources(
  { folder, names }: DataFiles,
  form: FileForm,
  onBytes: OnBytes,
): Promise<RowSource[]> {
  const files: ByteSource[] = [];
  for (const name of names) {
    if (/\.zip$/i.test(name)) files.push(...(await tablesOf(folder, name)));
    else files.push(fileBytes(folder, name));
  }
  const tables: ByteSource[] = [];
  for (const file of files) if (await isTable(file)) tables.push(file);
  return (tables.length === 0 ? files : tables).map((file) =>
    /\.xlsx$/i.test(file.name) ? workbookSource(file, onBytes, form) : textSource(file, onBytes, form),
  );
}

async function tablesOf(folder: string, name: string): Promise<ByteSource[]> {
  const files = await archiveFiles(folder, name, (path) => isReadable(path) && !/\.zip$/i.test(path));
  if (files.length > 0) return files;
  throw new InputError(
    "the archive holds no table",
    "Put a *.csv, *.tsv, *.txt or *.xlsx into it, or unpack an archive within it.",
    { file: name },
  );
}

async function isTable(file: ByteSource): Promise<boolean> {
  if (!/\.txt(?:\.gz)?$/i.test(file.name)) return true;
  for await (const piece of file.open(() => {})) {
    return looksLikeTable(new TextDecoder("latin1").decode(piece.subarray(0, 1 << 16)).replaceAll("\0", ""));
  }
  return false;
}
