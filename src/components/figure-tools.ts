import { toolAnswers } from "../report/words/sharing.ts";
import { pngOf, svgOf } from "./figure-image.ts";

type Answer = keyof typeof toolAnswers;

/** What each button does to its figure. */
const tools: Record<string, (figure: HTMLElement) => Promise<Answer>> = {
  downloadPng: async (figure) => download(`${figure.id}.png`, await pngOf(figure)),
  downloadSvg: async (figure) => download(`${figure.id}.svg`, svgFile(figure)),
  copyPng(figure) {
    const png = pngOf(figure);
    // Handed over as a promise: some browsers only copy what is asked for at the press itself.
    return copy(
      () => navigator.clipboard.write([new ClipboardItem({ "image/png": png })]),
      async (): Promise<Answer> => {
        download(`${figure.id}.png`, await png);
        return "downloadedInstead";
      },
    );
  },
  copySvg: (figure) =>
    copy(
      () => navigator.clipboard.writeText(svgOf(figure)),
      () => {
        download(`${figure.id}.svg`, svgFile(figure));
        return "downloadedInstead";
      },
    ),
  copyEmbed(figure) {
    const code = figure.querySelector(".figure-embed pre");
    return copy(
      () => navigator.clipboard.writeText(code?.textContent ?? ""),
      () => {
        if (code !== null) getSelection()?.selectAllChildren(code);
        return "selected";
      },
    );
  },
};

for (const element of document.querySelectorAll<HTMLElement>(".figure-tools [hidden]"))
  element.hidden = false;
for (const code of document.querySelectorAll(".figure-embed pre")) {
  // The site's address, where the build did not know it.
  code.textContent = code.textContent?.replace('src="/', `src="${location.origin}/`) ?? "";
}

document.addEventListener("click", async ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLElement>("[data-tool]") : null;
  const figure = button?.closest("figure");
  const tool = tools[button?.dataset["tool"] ?? ""];
  const answer = figure?.querySelector(".figure-answer");
  if (!figure || !answer || tool === undefined) return;
  // Emptied first, so that the same answer is heard twice.
  answer.textContent = "";
  answer.textContent = toolAnswers[await tool(figure).catch((): Answer => "failed")];
});

/** Copies; where the browser does not, does the other. */
async function copy(write: () => Promise<void>, other: () => Answer | Promise<Answer>): Promise<Answer> {
  try {
    await write();
    return "copied";
  } catch {
    return other();
  }
}

function svgFile(figure: HTMLElement): Blob {
  return new Blob([svgOf(figure)], { type: "image/svg+xml" });
}

function download(name: string, file: Blob): Answer {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // After the browser has taken the file.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  return "downloaded";
}
