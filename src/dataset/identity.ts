import { InputError } from "../errors.ts";
import type { FieldName } from "../fields/fields.ts";
import { plainWord } from "../fields/headers.ts";
import { caseKey, foldSpaces, identifierKey } from "./clean/text.ts";
import type { Findings } from "./findings.ts";
import type { RawTable } from "./raw-table.ts";
import { TextColumn } from "./text-column.ts";

/** What a customer is known by, best first. */
const identities = ["customer", "email", "phone", "customerName"] as const satisfies readonly FieldName[];

/** What shops write where nobody is known, without accents and in small letters. */
const guests = new Set(
  (
    "0,0.0,-1,00,guest,guests,guest customer,guest user,guest checkout,guest order,guest buyer,guest account,(guest),anonymous,anonymous customer,unknown,walk-in,walk in,walkin,walk-in customer,walk in customer,cash customer,cash sale,cash sales,cash,counter sale,pos customer,no customer,none,not provided," +
    "gast,gastkunde,gastbestellung,laufkunde,laufkundschaft,barverkauf,barkunde,thekenverkauf,unbekannt,anonym,invite,client invite,anonyme,inconnu,client de passage,client comptoir,vente comptoir,client divers,invitado,cliente invitado,anonimo,desconocido,consumidor final,publico general,publico en general,cliente general,cliente generico,mostrador," +
    "convidado,visitante,ospite,cliente occasionale,sconosciuto,onbekend,anoniem,passant,contante verkoop,misafir,gosc,nieznany,ゲスト,匿名,非会員,游客,匿名用户,散客"
  )
    .split(",")
    .map(plainWord),
);

/** A number that a spreadsheet has shortened: its last digits are lost. */
const shortened = /^\d(?:[.,]\d+)?E\+?\d+$/i;
/** From this part of the ids on the column is not used. */
const mostShortened = 0.02;

/**
 * Gives each row the customer that it names: by id, else by e-mail, phone or name. Guests have none. `101` and `101.0`
 * are one, and so are `00101` and `101` where no file has both. A row without an id whose e-mail or phone
 * stands beside one id elsewhere is that customer's. Throws an InputError where a spreadsheet has shortened the ids and
 * nothing else says who bought.
 */
export function identifyCustomers(table: RawTable, findings: Findings): void {
  joinNames(table);
  forgetShortenedOrders(table, findings);
  const there = identities.filter((field) => table.column(field) !== undefined);
  refuseShortened(table, there, findings);
  const columns = identities.flatMap((field) => {
    const column = table.column(field);
    return column === undefined
      ? []
      : [{ field, column, names: column.texts.map((text) => nameOf(text, field)) }];
  });
  const [first, ...others] = columns;
  if (first === undefined) return;
  for (const each of columns) mergeCases(each);
  mergeZeros(table, first);
  const unchanged =
    first.field === "customer" &&
    first.names.every((name, code) => (name === "" ? code === 0 : name === first.column.text(code)));
  const complete = others.length === 0 || isComplete(table, first);
  if (unchanged && complete) return;
  const found = new TextColumn(table.rows);
  const codesOf = columns.map(({ names }) => names.map((name) => found.codeOf(name)));
  const linked = linkedIds(table, columns);
  const used = new Set<FieldName>();
  for (let row = 0; row < table.rows; row += 1) {
    for (const [index, { column, field }] of columns.entries()) {
      const own = column.code(row);
      const name = codesOf[index]?.[own] ?? 0;
      if (name === 0) continue;
      const id = linked[index]?.get(own);
      found.setCode(row, id === undefined ? name : (codesOf[0]?.[id] ?? name));
      used.add(field);
      break;
    }
  }
  table.replace("customer", found);
  table.addHeaders(
    "customer",
    others.map(({ field }) => field).filter((field) => used.has(field)),
  );
}

/** Puts first and last names together where no column has the whole. */
function joinNames(table: RawTable): void {
  const first = table.column("firstName");
  const last = table.column("lastName");
  if (first !== undefined && last !== undefined && table.column("customerName") === undefined) {
    const found = new TextColumn(table.rows);
    for (let row = 0; row < table.rows; row += 1)
      found.set(row, foldSpaces(`${first.text(first.code(row))} ${last.text(last.code(row))}`));
    table.replace("customerName", found);
    table.addHeaders("customerName", ["firstName", "lastName"]);
  }
  table.replace("firstName", undefined);
  table.replace("lastName", undefined);
}

interface Identity {
  field: FieldName;
  column: TextColumn;
  /** By the column's codes: what the text names, empty for nobody. */
  names: string[];
}

/** The customer that a text names; empty for nobody. */
function nameOf(text: string, field: FieldName): string {
  const folded = foldSpaces(text);
  if (folded === "" || guests.has(plainWord(folded))) return "";
  if (field === "customer") return folded.replace(/^(\d+)\.0+$/, "$1").replace(/^'(?=\d)/, "");
  if (field === "phone") {
    const digits = folded.replace(/[^\d+]/g, "").replace(/^00/, "+");
    return /\d{5}/.test(digits) ? digits : "";
  }
  if (field === "email") return folded.includes("@") ? identifierKey(folded) : "";
  return folded;
}

/** E-mail addresses and names are the same in any case: the first spelling stands. */
function mergeCases({ field, names }: Identity): void {
  if (field !== "customerName" && field !== "email") return;
  const spelling = new Map<string, string>();
  names.forEach((name, code) => {
    const key = caseKey(name);
    const first = spelling.get(key) ?? name;
    spelling.set(key, first);
    names[code] = first;
  });
}

function isComplete(table: RawTable, { column, names }: Identity): boolean {
  for (let row = 0; row < table.rows; row += 1) if ((names[column.code(row)] ?? "") === "") return false;
  return true;
}

/** Ids that differ by leading zeros alone are one, where no file has both. The longest spelling stands. */
function mergeZeros(table: RawTable, { field, column, names }: Identity): void {
  if (field !== "customer") return;
  const spellings = new Map<string, Set<string>>();
  for (const name of names) {
    if (!/^\d+$/.test(name)) continue;
    const bare = name.replace(/^0+(?=\d)/, "");
    const known = spellings.get(bare);
    if (known === undefined) spellings.set(bare, new Set([name]));
    else known.add(name);
  }
  const several = [...spellings.values()].filter((each) => each.size > 1);
  if (several.length === 0) return;
  const together = new Map(several.flatMap((each) => [...each].map((name) => [name, each] as const)));
  const apart = new Set<Set<string>>();
  for (const { firstRow, endRow } of table.files()) {
    const seen = new Map<Set<string>, string>();
    for (let row = firstRow; row < endRow; row += 1) {
      const name = names[column.code(row)] ?? "";
      const group = together.get(name);
      if (group === undefined) continue;
      const before = seen.get(group);
      if (before !== undefined && before !== name) apart.add(group);
      else seen.set(group, name);
    }
  }
  // One pair in a file shows that zeros tell ids apart there.
  if (apart.size > 0) return;
  names.forEach((name, code) => {
    const group = together.get(name);
    if (group !== undefined)
      names[code] = [...group].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))[0] ?? name;
  });
}

/** For e-mails and phones: the code of the one id that stands beside it. */
function linkedIds(
  table: RawTable,
  columns: readonly Identity[],
): (ReadonlyMap<number, number> | undefined)[] {
  const [ids] = columns;
  return columns.map(({ field, column, names }) => {
    if (ids === undefined || ids.field !== "customer" || (field !== "email" && field !== "phone"))
      return undefined;
    const idOf = new Map<string, number>();
    for (let row = 0; row < table.rows; row += 1) {
      const id = ids.column.code(row);
      const own = names[column.code(row)] ?? "";
      if ((ids.names[id] ?? "") === "" || own === "") continue;
      const before = idOf.get(own);
      if (before === undefined) idOf.set(own, id);
      else if (before < 0 || ids.names[before] !== ids.names[id]) idOf.set(own, -1);
    }
    return new Map(
      names.flatMap((own, code) => {
        const id = idOf.get(own) ?? -1;
        return id < 0 ? [] : [[code, id] as const];
      }),
    );
  });
}

/** Order numbers that a spreadsheet has shortened put many orders into one: the column is not used. */
function forgetShortenedOrders(table: RawTable, findings: Findings): void {
  const column = table.column("order");
  const broken = column?.texts.map((text) => shortened.test(text.trim()));
  if (column === undefined || broken?.includes(true) !== true) return;
  let filled = 0;
  let lost = 0;
  for (let row = 0; row < table.rows; row += 1) {
    if (column.code(row) !== 0) filled += 1;
    if (broken[column.code(row)] === true) lost += 1;
  }
  if (lost <= filled * mostShortened) return;
  findings.warn(
    "order-shortened",
    `Order numbers in ${JSON.stringify(table.header("order"))} were shortened by a spreadsheet (1.23E+11): different orders look like one, so the column was not used. Export the data again and open them in no spreadsheet.`,
    lost,
  );
  table.replace("order", undefined);
}

function refuseShortened(
  table: RawTable,
  there: readonly (typeof identities)[number][],
  findings: Findings,
): void {
  for (const field of ["customer", "phone"] as const) {
    const column = table.column(field);
    const broken = column?.texts.map((text) => shortened.test(text.trim()));
    if (column === undefined || broken?.includes(true) !== true) continue;
    let filled = 0;
    let lost = 0;
    let first = -1;
    for (let row = 0; row < table.rows; row += 1) {
      const code = column.code(row);
      if (code !== 0) filled += 1;
      if (broken[code] !== true) continue;
      lost += 1;
      if (first < 0) first = row;
    }
    const others = there.filter((each) => each !== field);
    if (lost > filled * mostShortened && others.length === 0) {
      throw new InputError(
        `${JSON.stringify(column.text(column.code(first)))} is an identifier that a spreadsheet has shortened`,
        `${lost} of ${filled} values are written as powers of ten (E+): their last digits are lost, and different customers look like one. Export the data anew and open them in no spreadsheet, or format the column as text first.`,
        table.place(first, field),
      );
    }
    findings.warn(
      `${field}-shortened`,
      `Identifiers in ${JSON.stringify(table.header(field))} that a spreadsheet has shortened (1.23E+11) name nobody and were left empty.`,
      lost,
    );
    for (let row = 0; row < table.rows; row += 1)
      if (broken[column.code(row)] === true) column.setCode(row, 0);
  }
}
