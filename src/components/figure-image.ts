const space = "http://www.w3.org/2000/svg";
const margin = 20;
const titleType = 17;
const titleLine = 23;
/** For where the report's own font is not: programs that draw SVG know no `system-ui`. */
const fonts = "Inter Variable, Inter, Helvetica, Arial, sans-serif";

/** A figure's wide drawing under its title as an SVG file, in the colours of the moment. */
export function svgOf(figure: Element): string {
  const drawing = figure.querySelector(".chart-wide");
  if (!(drawing instanceof SVGSVGElement)) throw new Error("The figure has no drawing");
  const { width, height } = drawing.viewBox.baseVal;
  const svg = document.createElementNS(space, "svg");
  for (const [name, value] of Object.entries({
    fill: "var(--ink)",
    "font-size": drawing.getAttribute("font-size") ?? "",
  })) {
    svg.setAttribute(name, value);
  }
  svg.setAttribute("font-family", fonts);
  svg.append(...drawing.cloneNode(true).childNodes);

  const title = figure.querySelector("figcaption > :first-child")?.textContent?.trim() ?? "";
  const lines = inLines(title, width);
  const top = margin + lines.length * titleLine + 8;
  const whole = { width: width + 2 * margin, height: top + height + margin };
  const ground = shape("rect", { x: -margin, y: -top, ...whole, fill: "var(--card)" });
  const words = lines.map((line, index) => {
    const y = margin - top + titleType + index * titleLine - 2;
    const text = shape("text", { x: 0, y, "font-size": titleType, "font-weight": 650 });
    text.textContent = line;
    return text;
  });
  svg.prepend(ground, ...words);
  svg.setAttribute("width", String(whole.width));
  svg.setAttribute("height", String(whole.height));
  svg.setAttribute("viewBox", `${-margin} ${-top} ${whole.width} ${whole.height}`);
  withColors(svg);
  return new XMLSerializer().serializeToString(svg);
}

/** The same as a PNG of twice the dots, in the page's font. */
export async function pngOf(figure: Element): Promise<Blob> {
  const svg = svgOf(figure).replace(">", `>${await fontStyle()}`);
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = 2 * image.width;
  canvas.height = 2 * image.height;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, failed) =>
    canvas.toBlob((blob) => (blob === null ? failed(new Error("The canvas gives no picture")) : done(blob))),
  );
}

/** Puts the colours that the page's variables have now in their places. */
function withColors(svg: Element): void {
  const probe = document.createElement("span");
  document.body.append(probe);
  for (const element of [svg, ...svg.querySelectorAll("*")]) {
    for (const attribute of element.attributes) {
      if (!attribute.value.startsWith("var(")) continue;
      probe.style.color = attribute.value;
      attribute.value = getComputedStyle(probe).color;
    }
  }
  probe.remove();
}

function shape(name: string, attributes: Record<string, string | number>): Element {
  const element = document.createElementNS(space, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

function inLines(text: string, width: number): string[] {
  const context = document.createElement("canvas").getContext("2d");
  if (context === null) return [text];
  context.font = `650 ${titleType}px ${fonts}`;
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const longer = `${lines.at(-1) ?? ""} ${word}`.trim();
    if (lines.length > 0 && context.measureText(longer).width <= width) lines.splice(-1, 1, longer);
    else lines.push(word);
  }
  return lines;
}

/** The page's font inside the picture, which sees nothing outside itself; none where it cannot be had. */
async function fontStyle(): Promise<string> {
  const preload = document.querySelector<HTMLLinkElement>('link[as="font"]');
  if (preload === null) return "";
  const blob = await (await fetch(preload.href)).blob();
  const data = await new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.readAsDataURL(blob);
  });
  return `<style>@font-face{font-family:"Inter Variable";font-weight:100 900;src:url(${data})}</style>`;
}
