import { type GeoContext, geoIdentity, geoNaturalEarth1, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import states from "us-atlas/states-albers-10m.json" with { type: "json" };
import countries from "world-atlas/countries-110m.json" with { type: "json" };

/** What a map shows: the states of the United States, or the countries of the world. */
export type MapOf = "states" | "countries";

/** The outline of a place on a map. */
interface Outline {
  /** FIPS code of a state, ISO 3166-1 number of a country; empty for land that has none. */
  id: string;
  /** SVG path of whole units. */
  path: string;
}

/** Outlines with the size of the field that they lie in. */
export interface MapField {
  width: number;
  height: number;
  outlines: readonly Outline[];
}

/** Whole units are fine enough: drawn, one is about a dot and a half. */
const statesWidth = 500;
const statesScale = statesWidth / 975;
const world = { width: 520, height: 270 };

const kept = new Map<MapOf, MapField>();

/** The field of a map; made once. States lie in the Albers projection with Alaska and Hawaii set in. */
export function mapField(of: MapOf): MapField {
  const field = kept.get(of) ?? (of === "states" ? statesField() : worldField());
  kept.set(of, field);
  return field;
}

/** Whether the map has an outline of a place: small countries have none. */
export function isDrawn(of: MapOf, id: string): boolean {
  return mapField(of).outlines.some((outline) => outline.id === id);
}

function statesField(): MapField {
  const { features } = feature(states, states.objects.states);
  const projection = geoIdentity().scale(statesScale);
  return {
    width: statesWidth,
    height: Math.ceil(610 * statesScale),
    outlines: features.flatMap(({ id, geometry }) =>
      outline(id, (pen) => geoPath(projection, pen)(geometry)),
    ),
  };
}

function worldField(): MapField {
  const all = feature(countries, countries.objects.countries);
  // Without Antarctica: nobody buys there, and it takes a fifth of the field.
  const features = all.features.filter(({ id }) => id !== "010");
  const projection = geoNaturalEarth1().fitSize([world.width, world.height], {
    type: "FeatureCollection",
    features,
  });
  return {
    ...world,
    outlines: features.flatMap(({ id, geometry }) =>
      outline(id, (pen) => geoPath(projection, pen)(geometry)),
    ),
  };
}

function outline(id: string | number | undefined, draw: (pen: GeoContext) => void): Outline[] {
  const pen = new WholePen();
  draw(pen);
  const path = pen.path();
  return path === "" ? [] : [{ id: String(id ?? ""), path }];
}

/** Draws rings of whole units: neighbours round the same point alike, so that borders meet. */
class WholePen implements GeoContext {
  readonly #rings: [number, number][][] = [];

  beginPath(): void {}

  arc(): void {}

  closePath(): void {}

  moveTo(x: number, y: number): void {
    this.#rings.push([[Math.round(x), Math.round(y)]]);
  }

  lineTo(x: number, y: number): void {
    const ring = this.#rings.at(-1);
    const last = ring?.at(-1);
    const [left, top] = [Math.round(x), Math.round(y)];
    if (last?.[0] === left && last[1] === top) return;
    ring?.push([left, top]);
  }

  /** Rings that enclose something, each from its first point by steps. */
  path(): string {
    return this.#rings
      .filter((ring) => ring.length > 3)
      .map((ring) => {
        const [[x, y] = [0, 0], ...rest] = ring;
        let [left, top] = [x, y];
        const steps = rest.map(([nextX, nextY]) => {
          const step = `${nextX - left}${nextY - top < 0 ? "" : " "}${nextY - top}`;
          [left, top] = [nextX, nextY];
          return step;
        });
        return ["M", x, " ", y, "l", steps.join(" "), "z"].join("");
      })
      .join("");
  }
}
