import { describe, expect, test } from "vitest";
import { cloudElement, escapeXml, heightOf, shapesOf, textElement } from "../../src/charts/svg.ts";
import type { TextMark } from "../../src/charts/text.ts";

describe("escapeXml", () => {
  test("should write what XML means something by as its entity", () => {
    expect(escapeXml(`<b a="1">Tom & Jerry's</b> & <i>`)).toBe(
      "&lt;b a=&quot;1&quot;&gt;Tom &amp; Jerry's&lt;/b&gt; &amp; &lt;i&gt;",
    );
  });

  // XML 1.0, 2.2 Characters.
  test("should drop what is no character of XML, and keep tabs and ends of lines", () => {
    expect(escapeXml("a\u0000b\u0008c\u001fd\u007fe")).toBe("abcde");
    expect(escapeXml("a\tb\nc\rd")).toBe("a\tb\nc\rd");
    expect(escapeXml("a\ud800b\udfffc\ufffed\uffffe")).toBe("abcde");
    expect(escapeXml("😀 שלום")).toBe("😀 שלום");
  });
});

describe("textElement", () => {
  const mark: TextMark = { text: "A & B", x: 10.04, y: 20.25, align: "left", tone: "ink", bold: false };

  test("should write a text at its place, in tenths of a unit", () => {
    expect(textElement(mark)).toBe('<text x="10" y="20.3">A &amp; B</text>');
    expect(textElement({ ...mark, x: -0.04, y: -3.26 })).toBe('<text x="0" y="-3.3">A &amp; B</text>');
  });

  test("should write how it is set, its weight and its tone where they are not the usual", () => {
    expect(textElement({ ...mark, align: "center", bold: true })).toContain(
      'y="20.3" text-anchor="middle" font-weight="600">',
    );
    expect(textElement({ ...mark, align: "right", tone: "muted" })).toContain(
      'y="20.3" text-anchor="end" fill="var(--muted)">',
    );
  });

  test("should draw a rim behind it where it lies on a line", () => {
    expect(textElement({ ...mark, rim: true })).toContain(
      ' stroke="var(--card)" stroke-width="4" stroke-linejoin="round" paint-order="stroke">',
    );
  });
});

test("A cloud is strokes of no length whose caps are its marks", () => {
  const cloud = { mark: "dot", role: "second", size: 7, opacity: 0.65 } as const;
  const places = [
    { x: 1.04, y: 2 },
    { x: 30, y: 40.55 },
  ];
  expect(cloudElement({ ...cloud, places })).toBe(
    '<path d="M1 2h0M30 40.6h0" stroke="var(--chart-second)" stroke-width="7" stroke-linecap="round" stroke-opacity="0.65"/>',
  );
  expect(cloudElement({ ...cloud, places, mark: "square", opacity: 1 })).toBe(
    '<path d="M1 2h0M30 40.6h0" stroke="var(--chart-second)" stroke-width="7" stroke-linecap="square"/>',
  );
});

test("The height of a drawing is that of its field", () => {
  expect(heightOf('<svg class="chart-svg" viewBox="0 0 520 366.5" role="img">')).toBe(366.5);
  expect(heightOf("<svg>")).toBe(0);
});

describe("shapesOf", () => {
  const colors = new Map([["#FE0100", "var(--chart-accent)"]]);
  const shapes = (inner: string) =>
    shapesOf(`<?xml version="1.0"?>\n<svg width="9" height="9">${inner}</svg>\n`, colors);

  test("should leave the shapes alone, without the frame and the pale field around them", () => {
    expect(shapes('<rect x="1" width="2" height="3"/>')).toBe('<rect x="1" width="2" height="3"/>');
    expect(shapes('<rect fill-opacity="0" width="520" height="200"/>')).toBe("");
    expect(shapes('<rect fill-opacity="0.5" width="5"/>')).toBe('<rect fill-opacity="0.5" width="5"/>');
  });

  test("should name colours that are known, and write numbers in tenths", () => {
    expect(shapes('<rect fill="#FE0100" x="1.25" y="-2.34999" width="30.04" height="7"/>')).toBe(
      '<rect fill="var(--chart-accent)" x="1.3" y="-2.3" width="30" height="7"/>',
    );
    expect(shapes('<path stroke="#FE0109" d="M1.25 -2.36L10 20.06"/>')).toBe(
      '<path stroke="#FE0109" d="M1.3 -2.4L10 20.1"/>',
    );
  });

  test("should make a rectangle of the path of one with round corners", () => {
    const path = "M13 0L67 0Q70 0 70 3L70 97Q70 100 67 100L13 100Q10 100 10 97L10 3Q10 0 13 0Z";
    expect(shapes(`<path fill="#FE0100" d="${path}"/>`)).toBe(
      '<rect x="10" y="0" width="60" height="100" rx="3" fill="var(--chart-accent)"/>',
    );
    // A bar of 4 has no room for corners of 3.
    const thin = "M12 0L12 0Q14 0 14 2L14 98Q14 100 12 100L12 100Q10 100 10 98L10 2Q10 0 12 0Z";
    expect(shapes(`<path fill="#FE0100" d="${thin}"/>`)).toContain('width="4" height="100" rx="2"');
    const low = "M12 0L98 0Q100 0 100 1L100 1Q100 2 98 2L12 2Q10 2 10 1L10 1Q10 0 12 0Z";
    expect(shapes(`<path fill="#FE0100" d="${low}"/>`)).toContain('width="90" height="2" rx="1"');
    expect(shapes('<path fill="#FE0100" d="M1e-15 0L8 0Q9 0 9 1L9 9L0 9Z"/>')).toContain(
      'x="0" y="0" width="9"',
    );
    expect(shapes('<path fill="#FE0100" d="M1e-3 0L8 0Q9 0 9 1L9 9L0 9Z"/>')).toContain(
      'x="0" y="0" width="9"',
    );
  });

  test("should make a round rectangle of a point, filled or its outline alone", () => {
    const circle = "M20 15Q20 20 15 20Q10 20 10 15Q10 10 15 10Q20 10 20 15Z";
    expect(shapes(`<path fill="#FE0100" d="${circle}"/>`)).toBe(
      '<rect x="10" y="10" width="10" height="10" rx="5" fill="var(--chart-accent)"/>',
    );
    expect(
      shapes(`<path fill="none" stroke="#FE0100" stroke-width="2" stroke-miterlimit="10" d="${circle}"/>`),
    ).toBe(
      '<rect x="10" y="10" width="10" height="10" rx="5" fill="none" stroke="var(--chart-accent)" stroke-width="2"/>',
    );
  });

  test("should leave lines and straight paths as they are", () => {
    const line = '<path fill="none" stroke="#000000" stroke-width="2" d="M0 0L10 10Q12 12 14 10L20 0"/>';
    const square = '<path fill="#000000" d="M0 0L10 0L10 10Z"/>';
    expect(shapes(line + square)).toBe(line + square);
  });
});
