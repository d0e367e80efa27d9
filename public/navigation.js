// Rows of links scroll sideways where they are too long: the page that is open is brought into view.
(() => {
  for (const current of document.querySelectorAll(":is(.nav, .subnav) [aria-current]")) {
    const row = current.closest("ul");
    const { left, width } = current.getBoundingClientRect();
    const { left: start, width: room } = row.getBoundingClientRect();
    row.scrollLeft += left + width / 2 - start - room / 2;
  }
})();
