/**
 * Runs in the page, as text: nothing from outside of it may be named. Hears which report stands, and where that is
 * another than the page's, offers to load it.
 */
export function offerReload(words: { news: string; reload: string }): void {
  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement)) return;
  const address = new URL(script.src);
  const current = address.searchParams.get("report");
  const offer = document.createElement("aside");
  offer.className = "live-offer";
  // It must be there, and empty, before it can be heard filling.
  offer.setAttribute("role", "status");
  document.body.append(offer);
  const stream = new EventSource(new URL("events", address));
  stream.addEventListener("report", ({ data }) => {
    if (data === current || offer.childElementCount > 0) return;
    const text = document.createElement("span");
    text.textContent = words.news;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = words.reload;
    button.addEventListener("click", () => location.reload());
    offer.append(text, button);
  });
}
