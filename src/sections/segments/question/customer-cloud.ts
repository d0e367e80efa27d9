import type { Gate } from "../../../disclosure/gate.ts";
import { alikeGroups } from "../../../statistics/clusters/alike-groups.ts";
import { standardize } from "../../../statistics/describe/standardize.ts";
import { sum } from "../../../statistics/describe/sum.ts";
import type { Features } from "./features.ts";
import type { Personas } from "./personas.ts";

/** The most points of a cloud, nearly. */
const mostPoints = 1_000;

/** Customers of each persona, alike ones together, so that no point is one of them. */
export interface CustomerCloud {
  /** Each point stands for at least so many customers. */
  size: number;
  /** One place a point: its persona, and the means of its customers, rounded to two digits. */
  persona: number[];
  frequency: number[];
  monetary: number[];
}

/** The customers by frequency and monetary value, in groups of one persona that are large enough. */
export function customerCloud(
  { frequency, monetary }: Pick<Features, "frequency" | "monetary">,
  { labels, personas, transform }: Pick<Personas, "labels" | "personas" | "transform">,
  gate: Gate,
): CustomerCloud {
  const size = gate.groupSize(Math.ceil(labels.length / mostPoints));
  const scaled = [frequency, monetary].map(
    (values) => standardize(transform === "log1p" ? values.map(Math.log1p) : values)?.z ?? values,
  );
  const cloud: CustomerCloud = { size, persona: [], frequency: [], monetary: [] };
  personas.forEach((_, persona) => {
    const members = Uint32Array.from(labels.keys()).filter((index) => labels[index] === persona);
    const axes = scaled.map((values) => Float64Array.from(members, (index) => values[index] ?? 0));
    for (const group of alikeGroups(axes, size)) {
      const mean = (values: Float64Array) =>
        sum(Array.from(group, (place) => values[members[place] ?? 0] ?? 0)) / group.length;
      cloud.persona.push(persona);
      cloud.frequency.push(Number(mean(frequency).toPrecision(2)));
      cloud.monetary.push(Number(mean(monetary).toPrecision(2)));
    }
  });
  return cloud;
}
