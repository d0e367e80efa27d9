/// <reference types="astro/client" />

declare namespace Astro {
  interface ClientDirectives {
    /** Hydrates on pointerover, pointerdown or focusin. */
    "client:touch"?: boolean;
  }
}

declare module "us-atlas/states-albers-10m.json" {
  import type { GeometryCollection, Topology } from "topojson-specification";

  const topology: Topology<{ states: GeometryCollection<{ name: string }> }>;
  export default topology;
}

declare module "world-atlas/countries-110m.json" {
  import type { GeometryCollection, Topology } from "topojson-specification";

  const topology: Topology<{ countries: GeometryCollection<{ name: string }> }>;
  export default topology;
}

/** Lists of words that say nothing alone, by ISO 639-3. The package has no types of its own. */
declare module "stopword" {
  type List = readonly string[];
  export const eng: List,
    deu: List,
    fra: List,
    spa: List,
    por: List,
    ita: List,
    nld: List,
    tur: List,
    pol: List;
  export const swe: List,
    dan: List,
    ces: List,
    rus: List,
    ara: List,
    heb: List,
    hin: List,
    jpn: List,
    zho: List;
  export const kor: List;
}
