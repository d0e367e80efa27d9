import type { ClientDirective } from "astro";

// Events that bubble: the island's own element is `display: contents` and is never the target.
const touches = ["pointerover", "pointerdown", "focusin"] as const;

/**
 * `client:touch`: an island comes alive when somebody first points at it, taps it or reaches it by keyboard.
 * Where a finger touched it stands in `data-touched-at` ("x y" in the window): a tap is over before the
 * island is there to answer it.
 */
const touch: ClientDirective = (load, _options, island) => {
  const comeAlive = async (event: Event) => {
    for (const name of touches) island.removeEventListener(name, comeAlive);
    if (event instanceof PointerEvent && event.pointerType === "touch") {
      island.dataset["touchedAt"] = `${event.clientX} ${event.clientY}`;
    }
    const hydrate = await load();
    await hydrate();
  };
  for (const name of touches) island.addEventListener(name, comeAlive, { passive: true });
};

export default touch;
