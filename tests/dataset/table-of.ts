import { FileTable } from "../../src/dataset/file-table.ts";
import { treeColumns } from "../../src/dataset/joined-columns.ts";
import { mapHeaders } from "../../src/dataset/map.ts";
import { RawTable } from "../../src/dataset/raw-table.ts";

/** A table of files as they would be read, mapped by their headers alone. */
export function tableOf(
  ...files: readonly { name: string; headers: readonly string[]; rows: readonly (readonly string[])[] }[]
): RawTable {
  return new RawTable(
    files.map(({ name, headers, rows }) => {
      const file = new FileTable(name, headers);
      file.add(rows);
      const mapping = mapHeaders(name, headers, {});
      const columns = treeColumns({ root: { file, mapping }, links: [] });
      return {
        name,
        rows: file.rows,
        columns,
        lines: file.lines,
        rest: file.rest,
        platform: mapping.platform,
      };
    }),
  );
}
