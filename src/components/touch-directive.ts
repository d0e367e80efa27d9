import type { ClientDirective } from "astro";

// Events that bubble: the island's own element is `display: contents` and is never the target.
const touches = ["pointerover", "pointerdown", "focusin"] as const;

/**
 * `client:touch`: an island comes alive when somebody first points at it, taps it or reaches it by keyboard,
 * and at once where the address has a parameter with the name of one of its controls.
 * Where a finger touched it stands in `data-touched-at` ("x y" in the window): a tap is over before the
 * island is there to answer it. For the same reason a button that was pressed meanwhile has `data-pressed`.
 */
const touch: ClientDirective = (load, _options, island) => {
  const comeAlive = async (event?: Event) => {
    for (const name of touches) island.removeEventListener(name, comeAlive);
    if (event instanceof PointerEvent && event.pointerType === "touch") {
      island.dataset["touchedAt"] = `${event.clientX} ${event.clientY}`;
    }
    island.addEventListener("click", keepPress);
    const hydrate = await load();
    island.removeEventListener("click", keepPress);
    await hydrate();
  };
  for (const name of touches) island.addEventListener(name, comeAlive, { passive: true });
  const named = [...new URLSearchParams(location.search).keys()];
  if (named.some((name) => island.querySelector(`[name="${CSS.escape(name)}"]`))) void comeAlive();
};

function keepPress({ target }: Event) {
  if (target instanceof Element) target.closest("button")?.setAttribute("data-pressed", "");
}

export default touch;
