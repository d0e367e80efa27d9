import { optimize } from "svgo";

/** What draws. Everything else goes: scripts, pictures, pages, animations, links and whatever comes later. */
const drawing = new Set(
  (
    "svg g defs symbol use path rect circle ellipse line polyline polygon text tspan title desc " +
    "linearGradient radialGradient stop clipPath mask pattern marker"
  ).split(" "),
);
const attributes = new Set(
  (
    "xmlns viewBox width height x y x1 y1 x2 y2 cx cy r rx ry fx fy fr dx dy d points id transform " +
    "preserveAspectRatio fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap " +
    "stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset opacity color stop-color stop-opacity " +
    "offset gradientUnits gradientTransform spreadMethod clip-path clip-rule clipPathUnits mask maskUnits " +
    "maskContentUnits patternUnits patternContentUnits patternTransform markerWidth markerHeight markerUnits " +
    "refX refY orient marker-start marker-mid marker-end font-family font-size font-weight font-style text-anchor " +
    "dominant-baseline letter-spacing display visibility vector-effect paint-order href xlink:href xmlns:xlink"
  ).split(" "),
);

/**
 * An SVG stripped to its shapes, by a list of what may stay: no scripts and handlers, nothing that is loaded, no
 * address but of parts of the picture itself. Rules of its style sheet become attributes. Throws an Error where it is
 * not well-formed.
 */
export function shapesOf(svg: string): string {
  return optimize(svg, {
    multipass: false,
    plugins: [
      { name: "inlineStyles", params: { onlyMatchedOnce: false } },
      "convertStyleToAttrs",
      {
        name: "shapes",
        fn: () => ({
          doctype: { enter: (node, parent) => remove(node, parent) },
          instruction: { enter: (node, parent) => remove(node, parent) },
          comment: { enter: (node, parent) => remove(node, parent) },
          cdata: { enter: (node, parent) => remove(node, parent) },
          element: {
            enter: (node, parent) => {
              // What a link or a choice of languages holds is part of the picture.
              if (node.name === "a" || node.name === "switch") node.name = "g";
              if (!drawing.has(node.name)) remove(node, parent);
              for (const [name, value] of Object.entries(node.attributes))
                if (!attributes.has(name) || loads(name, value)) delete node.attributes[name];
            },
          },
        }),
      },
    ],
  }).data;
}

function remove<Node>(node: Node, parent: { children: Node[] }): void {
  parent.children = parent.children.filter((child) => child !== node);
}

/** Whether a value names anything but a part of the picture. */
function loads(name: string, value: string): boolean {
  if (name === "href" || name === "xlink:href") return !value.startsWith("#");
  return /url\(\s*(?!\s*['"]?#)/i.test(value);
}
