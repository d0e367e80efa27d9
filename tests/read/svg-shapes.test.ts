import { describe, expect, test } from "vitest";
import { shapesOf } from "../../src/read/svg-shapes.ts";

const picture = (inner: string, attributes = "") =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"${attributes}>${inner}<rect width="9" height="9" fill="#123"/></svg>`;
const plain = picture("");

describe("shapesOf", () => {
  test.each([
    ["a script", picture("<script>alert(1)</script>")],
    [
      "a script in a name space",
      picture('<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>'),
    ],
    ["a handler", picture("", ' onload="alert(1)"')],
    ["a page", picture("<foreignObject><iframe src='https://a.example'/></foreignObject>")],
    ["a picture", picture('<image href="https://a.example/b.png"/>')],
    [
      "an animation that sets an address",
      picture('<animate attributeName="href" to="javascript:alert(1)"/>'),
    ],
    [
      "a comment, and an instruction",
      `<?xml-stylesheet href="https://a.example/b.css"?>${picture("<!-- -->")}`,
    ],
    [
      "a document type",
      `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">${plain}`,
    ],
    ["text that is no markup", picture("<![CDATA[<script>alert(1)</script>]]>")],
  ])("should leave the shapes of a picture with %s", (_, svg) => {
    expect(shapesOf(svg)).toBe(plain);
  });

  test("should keep parts of the picture, and no address of anything else", () => {
    const own = picture(
      '<defs><linearGradient id="a"><stop offset="0" stop-color="red"/></linearGradient></defs><path d="M0 0h9" fill="url(#a)"/><use href="#a"/>',
    );
    expect(shapesOf(own)).toBe(own);
    const stripped = shapesOf(
      picture(
        '<path d="M0 0h9" fill="url(https://a.example/x#a)"/><use href="https://a.example/b.svg#c"/><use xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="https://a.example/b.svg#d"/>',
      ),
    );
    expect(stripped).not.toContain("a.example");
    expect(stripped).toContain('d="M0 0h9"');
  });

  test("should keep a name of a part of the picture in quotes, and no file's", () => {
    const own = picture('<path d="M0 0h9" fill="url(\'#a\')" mask="url( \'#b\' )"/>');
    expect(shapesOf(own)).toBe(own);
    const file = picture('<path d="M0 0h9" fill="url(\'b.svg#a\')" mask="url(b#a)"/>');
    expect(shapesOf(file)).toBe(picture('<path d="M0 0h9"/>'));
  });

  test("should keep the shapes of a choice of languages", () => {
    expect(shapesOf(picture('<switch><path d="M0 0h9"/></switch>'))).toBe(
      picture('<g><path d="M0 0h9"/></g>'),
    );
  });

  test("should keep the shapes within a link, without its address", () => {
    const shapes = shapesOf(picture('<a href="https://a.example"><path d="M0 0h9" onclick="x()"/></a>'));
    expect(shapes).toBe(picture('<g><path d="M0 0h9"/></g>'));
  });

  test("should draw what a style sheet colours in its colours", () => {
    const styled = shapesOf(
      picture(
        '<style>@import url(https://a.example/b.css);.c{fill:#0a0}</style><path class="c" d="M0 0h9"/><path class="c" d="M0 1h9"/>',
      ),
    );
    expect(styled.match(/fill="#0a0"/g)).toHaveLength(2);
    expect(styled).not.toMatch(/style|class|example/);
  });

  test("should throw for what is not well-formed", () => {
    expect(() => shapesOf("<svg><g></svg>")).toThrow();
    expect(() => shapesOf("<svg onload=alert(1)></svg>")).toThrow();
  });
});
