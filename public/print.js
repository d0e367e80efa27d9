// The button that prints the page, and what style sheets alone cannot do for paper.
(() => {
  const root = document.documentElement;
  // Paper has a page's name in its margin: generated content, which reads a variable but no element.
  const name = document.querySelector(".brand")?.textContent.trim() ?? "";
  root.style.setProperty("--report-name", JSON.stringify(name));

  // Browsers without ::details-content print a closed disclosure closed.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("main details:not([open])")];
    for (const details of opened) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
    opened = [];
  });

  const button = document.querySelector(".print-button");
  if (button === null) return;
  button.addEventListener("click", () => print());
  button.hidden = false;
})();
