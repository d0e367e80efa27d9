/** Shows of the list of customers only the rows that hold what was typed. */
const search = document.querySelector<HTMLElement>(".customer-search");
const input = search?.querySelector("input");
const found = search?.querySelector("p");
const rows = [...document.querySelectorAll<HTMLTableRowElement>(".customer-list tbody tr")];

if (search && input && found) {
  const texts = rows.map((row) => (row.textContent ?? "").toLowerCase());
  const { one = "", many = "" } = search.dataset;
  input.addEventListener("input", () => {
    const wanted = input.value.trim().toLowerCase();
    let count = 0;
    rows.forEach((row, index) => {
      row.hidden = !(texts[index] ?? "").includes(wanted);
      if (!row.hidden) count += 1;
    });
    found.textContent = wanted === "" ? "" : `${count} ${count === 1 ? one : many}`;
  });
  search.hidden = false;
}

// A file without an import or an export would share its names with every other.
export {};
