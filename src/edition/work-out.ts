import type { Report } from "../report/report.ts";
import type { SectionParts } from "../sections/index.ts";
import type { Inputs } from "../sections/inputs.ts";
import { isMet } from "../sections/listed.ts";
import type { Results, Section } from "../sections/section.ts";

/** What the sections made of the data. */
export interface WorkedOut {
  /** Their parts of the Report. */
  parts: SectionParts;
  /** What they hand to those that use them. */
  results: Partial<Results>;
}

/**
 * Works out the part of every section, each after those whose results it uses. Throws where sections use each other in
 * a circle, or one that is not in the list.
 */
export async function workOut(
  sections: readonly Section[],
  inputs: Inputs,
  report: Parameters<typeof isMet>[1],
): Promise<WorkedOut> {
  const parts: Partial<Report> = {};
  const results: Partial<Results> = {};
  const done = new Set<Section>();
  const begun = new Set<Section>();
  const work = async (section: Section): Promise<void> => {
    if (done.has(section)) return;
    if (begun.has(section)) throw new Error(`the section ${section.id} uses what uses it`);
    begun.add(section);
    for (const id of section.uses) {
      const used = sections.find((each) => each.id === id);
      if (used === undefined)
        throw new Error(`the section ${section.id} uses ${id}, which is not in the list`);
      await work(used);
    }
    if (!isMet(section.needs, report)) Object.assign(parts, section.none);
    else {
      const used = Object.fromEntries(section.uses.map((id) => [id, results[id]]));
      const made = await section.part?.(inputs, used);
      Object.assign(parts, made?.part);
      Object.assign(results, made?.result);
    }
    done.add(section);
  };
  for (const section of sections) await work(section);
  const isWhole = (_: Partial<Report>): _ is Partial<Report> & SectionParts => done.size === sections.length;
  if (!isWhole(parts)) throw new Error("a section was not worked out");
  return { parts, results };
}
