import type { FigureTable } from "../spec.ts";
import type { NumberColumn } from "../table.ts";
import { type MapOf, mapField } from "./outlines.ts";

/** A map whose shades are the drawing; what each place has stands in the table. */
export interface MapSpec {
  /** Unique in the report, kebab-case; the name of downloads. */
  id: string;
  title: string;
  caption: string;
  of: MapOf;
  /** By the id of an outline: what is told of the place, and its part of what is shaded; null for one set apart. */
  places: ReadonlyMap<string, { words: string; share: number | null }>;
  /** How each of the shades is told, lightest first. */
  legend: readonly string[];
  table: FigureTable;
  numbers: NumberColumn[];
}

/** One outline as it is drawn. */
export interface DrawnPlace {
  path: string;
  /** `map-0` for land of which nothing is told, 1 to 5 for shades, `map-apart`. */
  shade: string;
  words: string | null;
}

export const shades = 5;

/** The outlines of a map with their shades: equal steps from nothing to the largest share. */
export function drawnPlaces({ of, places }: Pick<MapSpec, "of" | "places">): {
  width: number;
  height: number;
  drawn: DrawnPlace[];
} {
  const { width, height, outlines } = mapField(of);
  const largest = largestShare(places);
  const drawn = outlines.map(({ id, path }): DrawnPlace => {
    const place = places.get(id);
    if (place === undefined) return { path, shade: "map-0", words: null };
    if (place.share === null) return { path, shade: "map-apart", words: place.words };
    const step = largest === 0 ? 0 : Math.min(shades - 1, Math.floor((place.share / largest) * shades));
    return { path, shade: `map-${step + 1}`, words: place.words };
  });
  return { width, height, drawn };
}

/** The largest share that is shaded. */
export function largestShare(places: MapSpec["places"]): number {
  return Math.max(0, ...[...places.values()].map(({ share }) => share ?? 0));
}
