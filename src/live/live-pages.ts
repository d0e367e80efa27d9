import type { ServerResponse } from "node:http";
import { offerReload } from "./offer-reload.ts";
import { offerWords } from "./words.ts";

/** What a server of a report that is built anew adds to its pages. The files of the report hold nothing of it. */
export interface LivePages {
  /** A page with what offers to load it again; `prefix` is where the site starts, with a slash at its end. */
  page(html: string, prefix: string): string;
  /** What is shown until there is a report. */
  waiting(prefix: string): string;
  /** Answers a request for what the pages got; false for any other name. */
  answer(name: string, response: ServerResponse): boolean;
}

/** The folder, below the site, of what is not of the report. */
const own = "_live/";
/** Proxies cut connections that are silent for a minute. In milliseconds. */
const breath = 25_000;

const style = `.live-offer:not(:empty) {
  position: fixed;
  inset-block-end: 1rem;
  inset-inline: 1rem;
  inline-size: fit-content;
  margin-inline: auto;
  padding: 0.6rem 1rem;
  display: flex;
  gap: 1rem;
  align-items: center;
  border-radius: 14px;
  border: 1px solid var(--line);
  background: var(--card);
  color: var(--ink);
  box-shadow: var(--shadow);
  z-index: 10;
}
.live-offer button {
  font: inherit;
  font-weight: 600;
  padding: 0.3rem 0.9rem;
  border: 0;
  border-radius: 999px;
  background: var(--accent);
  color: var(--on-accent);
  cursor: pointer;
}
@media print {
  .live-offer { display: none; }
}
`;

/**
 * Pages that hear when another report stands, and offer to load it: a script and a style from the site itself, and a
 * stream of events, which the pages' policy allows to no other host.
 *
 * @param current what tells one report from another, in digits
 */
export function livePages(current: () => string): { pages: LivePages; published(): void; close(): void } {
  const open = new Set<ServerResponse>();
  const breathing = setInterval(() => {
    for (const each of open) each.write(":\n\n");
  }, breath);
  breathing.unref();
  const tell = (response: ServerResponse) => response.write(`event: report\ndata: ${current()}\n\n`);
  const head = (prefix: string) =>
    `<link rel="stylesheet" href="${prefix}${own}offer.css"><script defer src="${prefix}${own}offer.js?report=${current()}"></script>`;
  return {
    pages: {
      page: (html, prefix) => html.replace("</head>", `${head(prefix)}</head>`),
      waiting: (prefix) =>
        `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${offerWords.waiting}</title>${head(prefix)}</head><body><p>${offerWords.waiting}</p></body></html>`,
      answer(name, response) {
        switch (name) {
          case `${own}offer.js`:
            send(
              response,
              "text/javascript; charset=utf-8",
              `(${offerReload})(${JSON.stringify(offerWords)});\n`,
            );
            return true;
          case `${own}offer.css`:
            send(response, "text/css; charset=utf-8", style);
            return true;
          case `${own}events`:
            response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
            response.write("retry: 2000\n\n");
            tell(response);
            open.add(response);
            response.on("close", () => open.delete(response));
            return true;
          default:
            return false;
        }
      },
    },
    published() {
      for (const response of open) tell(response);
    },
    close() {
      clearInterval(breathing);
      for (const response of open) response.end();
    },
  };
}

function send(response: ServerResponse, type: string, text: string): void {
  response.writeHead(200, { "content-type": type, "cache-control": "no-cache" }).end(text);
}
