import { chosenRows, type TableChoice } from "./product-sort.ts";
import type { TableRow } from "./product-table.ts";
import { shownRows, tableWords } from "./words/table.ts";

// Search, sort and page a table whose first rows stand in the page already: the others come with the first touch.
for (const box of document.querySelectorAll<HTMLElement>(".product-table")) start(box);

function start(box: HTMLElement): void {
  const [body, state] = [box.querySelector("tbody"), box.querySelector("[role=status]")];
  const search = box.querySelector("input");
  const sort = box.querySelector("select");
  const controls = box.querySelectorAll<HTMLElement>("[hidden]");
  const length = Number(box.dataset["length"]);
  const first = body === null ? [] : [...body.rows];
  const links = new Map<string, Node>();
  if (body === null || state === null || search === null || sort === null) return;
  const textColumns = (box.dataset["text"] ?? "").split(" ").map(Number);
  const numeric = new Intl.NumberFormat(box.dataset["locale"]);
  const choice: TableChoice = { search: "", column: 0, isDescending: false, page: 0 };
  let rows: TableRow[] | null = null;
  const [back, on] = box.querySelectorAll<HTMLButtonElement>("button[data-step]");
  for (const row of first) {
    const link = row.querySelector("a");
    if (link !== null) links.set(link.textContent ?? "", link);
  }
  for (const control of controls) control.hidden = false;

  const load = async (): Promise<TableRow[]> => {
    const address = box.dataset["rows"];
    const answer = address === undefined ? null : await fetch(address).catch(() => null);
    const found: unknown = answer?.ok ? await answer.json() : null;
    return isRows(found) ? found : first.map(rowOf);
  };
  const show = async () => {
    rows ??= await load();
    const chosen = chosenRows(rows, textColumns, choice);
    choice.page = Math.min(choice.page, Math.max(0, Math.ceil(chosen.length / length) - 1));
    const from = choice.page * length;
    const shown = chosen.slice(from, from + length);
    body.replaceChildren(...shown.map(({ cells }) => drawn(first[0], cells, links)));
    state.textContent =
      shown.length === 0
        ? tableWords.nothing
        : shownRows(from + 1, from + shown.length, chosen.length, {
            count: (value) => numeric.format(value),
          });
    if (back !== undefined) back.disabled = from === 0;
    if (on !== undefined) on.disabled = from + length >= chosen.length;
  };
  search.addEventListener("input", () => {
    Object.assign(choice, { search: search.value, page: 0 });
    void show();
  });
  sort.addEventListener("change", () => {
    const [column = "0", order] = sort.value.split(" ");
    Object.assign(choice, { column: Number(column), isDescending: order === "down", page: 0 });
    void show();
  });
  for (const button of [back, on])
    button?.addEventListener("click", () => {
      choice.page += Number(button.dataset["step"]);
      void show();
    });
}

/** A row of the page as one of the file, where that cannot be had. */
function rowOf(row: HTMLTableRowElement): TableRow {
  return {
    cells: [...row.cells].map((cell) => cell.textContent?.trim() ?? ""),
    keys: [...row.cells].map(({ dataset }) => {
      const key = dataset["key"] ?? "";
      return key === "" ? null : dataset["number"] === undefined ? key : Number(key);
    }),
  };
}

/** A row like another with other texts; a name that has a page keeps its link. */
function drawn(
  like: HTMLTableRowElement | undefined,
  cells: readonly string[],
  links: ReadonlyMap<string, Node>,
): Node {
  const row = like?.cloneNode(true);
  if (!(row instanceof HTMLTableRowElement)) return document.createElement("tr");
  [...row.cells].forEach((cell, place) => {
    const text = cells[place] ?? "";
    const link = cell.tagName === "TH" ? links.get(text) : undefined;
    cell.replaceChildren(link === undefined ? text : link.cloneNode(true));
  });
  return row;
}

function isRows(value: unknown): value is TableRow[] {
  return (
    Array.isArray(value) &&
    value.every((row: unknown) => typeof row === "object" && row !== null && "cells" in row && "keys" in row)
  );
}
