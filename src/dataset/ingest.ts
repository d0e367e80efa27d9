import type { Config } from "../config/config.ts";
import { InputError } from "../errors.ts";
import { type FieldName, fieldDefinition, fieldNames } from "../fields/fields.ts";
import type { Progress } from "../read/progress.ts";
import type { ReadSummary, RowSource } from "../read/row-source.ts";
import type { MappedColumn, SourceFile } from "./account.ts";
import { isEmail } from "./clean/mask-names.ts";
import { blankMissing } from "./clean/missing.ts";
import { type Look, lookAt } from "./column-kinds.ts";
import { FileTable } from "./file-table.ts";
import { fillDown } from "./fill-down.ts";
import type { Findings } from "./findings.ts";
import { noteForm } from "./form-remarks.ts";
import { fillGroups } from "./group-headings.ts";
import { joinFiles } from "./join.ts";
import type { MappedFile } from "./join-keys.ts";
import { type JoinTree, treeColumns } from "./joined-columns.ts";
import { type Cells, mapHeaders } from "./map.ts";
import { tellLink, tellMapping } from "./mapping-remarks.ts";
import { holdsPurchases, holdsReviews, refuse } from "./missing-fields.ts";
import { RawTable, type TablePart } from "./raw-table.ts";
import { reviewReader, tellTexts } from "./review-texts.ts";

/** All files as text by field, with what they were. */
export interface Ingested {
  table: RawTable;
  /** The rows of files that hold reviews and no purchases; null where there are none. */
  reviews: RawTable | null;
  files: SourceFile[];
  hashes: string[];
  unmapped: string[];
  /** The e-mail addresses of columns that no field took. */
  emails: string[];
  /** Headers that may hold what no column was understood as, by field. */
  guessed: Record<string, string>;
}

/**
 * Reads every source into one table of mapped cells. Throws an InputError for a source that is no table,
 * has no rows, or does not map.
 */
export async function ingest(
  sources: readonly RowSource[],
  config: Config,
  findings: Findings,
  progress: Progress,
): Promise<Ingested> {
  const read: FileTable[] = [];
  const files: SourceFile[] = [];
  const hashes: string[] = [];
  for (const source of sources) {
    progress.stage(`Reading ${source.name}`);
    const { file, summary } = await readSource(source, config, progress);
    if (file.rows === 0) {
      throw new InputError(
        "the file has a header and no rows",
        "Export the data again, or remove the file.",
        { file: source.name },
      );
    }
    const { bytes, encoding, delimiter, hash } = summary;
    files.push({ name: source.name, bytes, rows: file.rows, encoding, delimiter });
    noteForm(source.name, summary, findings);
    const twin = hashes.indexOf(hash);
    hashes.push(hash);
    if (twin < 0) read.push(file);
    else
      findings.warn(
        "same-file",
        `${source.name} is the same file as ${files[twin]?.name}: its rows were read once.`,
      );
  }
  const all = read.map((file): MappedFile => ({ file, mapping: mapFile(file, read, config) }));
  const reviewFiles = all.filter(({ mapping }) => holdsReviews(mapping));
  const mapped = all.filter((each) => !reviewFiles.includes(each));
  const { trees, unused } = joinFiles(mapped, config, holdsPurchases);
  for (const { root, links } of trees) {
    const columns = new Map(
      [root, ...links.map(({ to }) => to)].flatMap(({ mapping }) => [...mapping.columns]),
    );
    if (!holdsPurchases({ columns })) throw refuse(root.file, root.mapping);
  }
  const table = new RawTable(trees.map(partOf));
  const reviews =
    reviewFiles.length === 0 ? null : new RawTable(reviewFiles.map((root) => partOf({ root, links: [] })));
  for (const each of all) tellTexts(each, reviewFiles.includes(each), findings);
  for (const { links } of trees) for (const link of links) tellLink(link, findings);
  for (const { file } of unused)
    findings.warn(
      `unused-${file.name}`,
      `${file.name} was not used: its rows hold no purchases, and no key joins them to the other files. In report.yaml join: names a key, such as "orders.csv:customer_id = ${file.name}:${file.headers[0]}".`,
    );
  const guessed: Record<string, string> = {};
  for (const { root } of trees) Object.assign(guessed, tellMapping(root, table, findings));
  blankMissing(table, findings);
  if (reviews !== null) blankMissing(reviews, findings);
  fillGroups(table);
  fillDown(table);
  const used = [...trees.flatMap(({ root, links }) => [root, ...links.map(({ to }) => to)]), ...reviewFiles];
  const unmapped = new Set(
    used.flatMap(({ mapping }) => mapping.unmapped.map((index) => mapping.headers[index] ?? "")),
  );
  for (const { links } of trees)
    for (const { to, toColumn } of links) unmapped.delete(to.file.headers[toColumn] ?? "");
  const emails = new Set(used.flatMap(unmappedEmails));
  return {
    table,
    reviews,
    files,
    hashes,
    emails: [...emails],
    unmapped: [...unmapped].filter((header) => header.trim() !== ""),
    guessed,
  };
}

function unmappedEmails({ file, mapping }: MappedFile): string[] {
  const kept = mapping.unmapped.flatMap((index) => file.columns[index]?.texts ?? []).filter(isEmail);
  return [...file.emails, ...kept.map((text) => text.trim())];
}

/** How the headers were understood, with the rows that have a value. */
export function describeColumns(table: RawTable): MappedColumn[] {
  return fieldNames.flatMap((field) => {
    const column = table.column(field);
    if (column === undefined) return [];
    let filled = 0;
    for (let row = 0; row < table.rows; row += 1) if (column.code(row) !== 0) filled += 1;
    return [{ field, label: fieldDefinition(field).label, header: table.header(field), filled }];
  });
}

/** Reads the fields of a file's columns off its headers and cells. Overrides name a header of any of the files. */
function mapFile(file: FileTable, all: readonly FileTable[], { columns }: Config) {
  const has = ({ headers }: FileTable, header: string) =>
    headers.some((each) => each.trim().toLowerCase() === header.trim().toLowerCase());
  const overrides: Partial<Record<FieldName, string>> = {};
  for (const field of fieldNames) {
    const header = columns[field];
    if (header === undefined) continue;
    if (has(file, header) || !all.some((other) => has(other, header))) overrides[field] = header;
  }
  const looks: (Look | undefined)[] = [];
  const cells: Cells = {
    look(index) {
      const own = file.long.has(index) ? undefined : file.columns[index]?.texts;
      const texts = own ?? [...(file.samples[index] ?? [])];
      const look = looks[index] ?? lookAt(texts);
      looks[index] = look;
      return look;
    },
    variety(index) {
      const column = file.columns[index];
      if (column === undefined) return 0;
      let filled = 0;
      for (let row = 0; row < file.rows; row += 1) if (column.code(row) !== 0) filled += 1;
      return filled === 0 ? 0 : (column.texts.length - 1) / filled;
    },
    same(one, other) {
      const [a, b] = [file.columns[one], file.columns[other]];
      if (a === undefined || b === undefined || file.long.has(one) || file.long.has(other)) return false;
      for (let row = 0; row < file.rows; row += 1) {
        const [mine, its] = [a.text(a.code(row)).trim(), b.text(b.code(row)).trim()];
        if (mine !== its && !(mine !== "" && Number(mine) === Number(its))) return false;
      }
      return true;
    },
    groupAlike(one, other) {
      const [a, b] = [file.columns[one], file.columns[other]];
      if (a === undefined || b === undefined) return false;
      const pairs = new Map<number, number>();
      const back = new Map<number, number>();
      for (let row = 0; row < file.rows; row += 1) {
        const [mine, its] = [a.code(row), b.code(row)];
        if ((pairs.get(mine) ?? its) !== its || (back.get(its) ?? mine) !== mine) return false;
        pairs.set(mine, its);
        back.set(its, mine);
      }
      return true;
    },
  };
  return mapHeaders(file.name, file.headers, overrides, cells);
}

function partOf(tree: JoinTree): TablePart {
  const { file, mapping } = tree.root;
  return {
    name: file.name,
    rows: file.rows,
    lines: file.lines,
    columns: treeColumns(tree),
    rest: restOf(tree.root),
    platform: mapping.platform,
    review: reviewReader(tree.root),
  };
}

/** The hash of what no field took, columns included that were kept for a field that another column has. */
function restOf({ file, mapping }: MappedFile): Int32Array {
  const left = mapping.unmapped.flatMap((index) => file.columns[index] ?? []);
  if (left.length === 0) return file.rest;
  const { rest } = file;
  for (const column of left) {
    const hashes = Int32Array.from(column.texts, textHash);
    for (let row = 0; row < file.rows; row += 1)
      rest[row] = Math.imul((rest[row] ?? 0) ^ (hashes[column.code(row)] ?? 0), 0x01000193);
  }
  return rest;
}

function textHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash;
}

async function readSource(
  source: RowSource,
  config: Config,
  progress: Progress,
): Promise<{ file: FileTable; summary: ReadSummary }> {
  const wanted = new Set(
    [...Object.values(config.columns), ...joinHeaders(config)].map((header) => header.trim().toLowerCase()),
  );
  const { review, reviewTitle } = config.columns;
  const reviews = new Set([review, reviewTitle].flatMap((header) => header?.trim().toLowerCase() ?? []));
  let file: FileTable | undefined;
  const summary = await source.read({
    onHeader(header, line) {
      file = new FileTable(source.name, header, wanted, line, reviews);
    },
    onRows(rows) {
      const breaks = file?.add(rows) ?? 0;
      progress.rows(file?.rows ?? 0);
      return breaks;
    },
    onRestart() {
      file = undefined;
    },
  });
  file?.end();
  if (file === undefined) {
    throw new InputError("the file is empty", "Export the data again, or remove the file.", {
      file: source.name,
    });
  }
  return { file, summary };
}

function joinHeaders({ join }: Config): string[] {
  return join === "auto" || join === "none"
    ? []
    : join.flatMap((text) => text.split("=").map((side) => side.slice(side.indexOf(":") + 1)));
}
