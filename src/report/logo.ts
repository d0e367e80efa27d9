/** A picture beside the report's title. */
export interface Logo {
  /** The ending of its file: `svg`, `png`, … */
  type: string;
  mediaType: string;
  /** In pixels, or in the units of an SVG. */
  width: number;
  height: number;
  /** Base64. */
  content: string;
}
