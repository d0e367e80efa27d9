// Applies the remembered theme and accent before the first paint, then lets the switches change them.
// A file of its own, loaded in the head: a module would come after the first paint.
(() => {
  const allowed = {
    theme: ["light", "dark"],
    accent: ["ocean", "emerald", "sunset", "midnight"],
  };
  const root = document.documentElement;
  const initial = { theme: undefined, accent: root.dataset.accent };

  const remembered = (name) => {
    try {
      const value = localStorage.getItem(`shopper-report-${name}`);
      return allowed[name].includes(value) ? value : undefined;
    } catch {
      return undefined;
    }
  };
  // A colour of the report's own, "own", is its initial one: to choose it is to forget another choice.
  const apply = (name, value) => {
    if (value === undefined) delete root.dataset[name];
    else root.dataset[name] = value;
  };
  const choose = (name, value) => {
    const chosen = allowed[name].includes(value) ? value : undefined;
    apply(name, chosen ?? initial[name]);
    try {
      if (chosen === undefined) localStorage.removeItem(`shopper-report-${name}`);
      else localStorage.setItem(`shopper-report-${name}`, chosen);
    } catch {
      // Without storage the choice holds for this page.
    }
  };

  for (const name of ["theme", "accent"]) apply(name, remembered(name) ?? initial[name]);

  document.addEventListener("DOMContentLoaded", () => {
    const panel = document.querySelector(".appearance");
    if (panel === null) return;
    for (const input of panel.querySelectorAll("input")) {
      input.checked = input.value === (root.dataset[input.name] ?? "system");
    }
    panel.addEventListener("change", ({ target }) => choose(target.name, target.value));
    panel.addEventListener("keydown", ({ key }) => {
      if (key !== "Escape") return;
      panel.open = false;
      panel.querySelector("summary").focus();
    });
    document.addEventListener("click", ({ target }) => {
      if (!panel.contains(target)) panel.open = false;
    });
    panel.hidden = false;
  });
})();
