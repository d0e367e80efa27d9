/** What a drawing writes, as it stands in the SVG. */
export function textsOf(svg: string): string[] {
  return Array.from(svg.matchAll(/<text [^>]*>([^<]*)<\/text>/gu), ([, text]) => text ?? "");
}
