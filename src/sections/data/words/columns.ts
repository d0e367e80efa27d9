import type { Column } from "../../../report/columns.ts";

const file = { id: "file", name: "File", words: "The file's name." };

/** Of the account of the rows, by their headings' keys, as all that follow. */
export const accountColumns = {
  name: {
    id: "outcome",
    name: "What became of the rows",
    words: "Whether rows count as purchases, are kept apart or were left out.",
  },
  rows: { id: "rows", name: "Rows", words: "Rows of the file, its header not counted." },
  remark: { id: "remark", name: "Remark", words: "What else is to be known of these rows." },
} as const satisfies Record<string, Column>;

/** Of the files. */
export const fileColumns = {
  file,
  rows: accountColumns.rows,
  bytes: { id: "bytes", name: "Bytes", words: "The file's size." },
  encoding: {
    id: "encoding",
    name: "Encoding",
    words: "How the file writes its characters as bytes, as recognised.",
  },
  delimiter: {
    id: "delimiter",
    name: "Delimiter",
    words: "What stands between two values of a row, as recognised.",
  },
} as const satisfies Record<string, Column>;

/** Of the columns that were understood. */
export const mappedColumns = {
  header: { id: "header", name: "Header", words: "The column's name as the file has it." },
  field: { id: "field", name: "Field", words: "What the column was understood as." },
  name: {
    id: "fieldName",
    name: "Name in report.yaml",
    words: "What the field is called where report.yaml maps columns.",
  },
  filled: {
    id: "filled",
    name: "Rows with a value",
    words: "Rows whose value in the column could be read.",
  },
} as const satisfies Record<string, Column>;

/** Of the examples of a finding. */
export const exampleColumns = {
  file,
  line: { id: "line", name: "Line", words: "The line of the file, its header being the first." },
  column: { id: "column", name: "Column", words: "The column's header." },
  value: {
    id: "value",
    name: "Value",
    words: "What the file says there; withheld where only a few customers have it.",
  },
  reason: {
    id: "reason",
    name: "Reason",
    words: "What is the matter with the value, or was done about it.",
  },
} as const satisfies Record<string, Column>;

/** Of the products that may be no goods. */
export const goodsColumns = {
  product: "product",
  code: { id: "code", name: "Code", words: "The product's code, where the data give one." },
  purchases: "purchases",
  revenue: "revenue",
} as const satisfies Record<string, Column>;

/** Of the gates. */
export const gateColumns = {
  gate: {
    id: "gate",
    name: "Gate",
    words: "The path of a number in report.json, or one of the gates with a name of their own.",
  },
  number: { id: "number", name: "Number", words: "What this report has there." },
  bound: { id: "bound", name: "Bound", words: "What report.yaml demands of it." },
  result: {
    id: "result",
    name: "Result",
    words: "Whether the number keeps its bound; not checked where there is nothing to hold it against.",
  },
} as const satisfies Record<string, Column>;
