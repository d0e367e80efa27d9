import type { Section } from "../section.ts";
import { methodsMore, methodsPage, methodsPlace } from "./words/methods-page.ts";

/** How every number is defined. */
export const methods: Section<never, never> = {
  id: "methods",
  name: methodsPage.name,
  slug: "methods",
  place: "data",
  needs: [],
  uses: [],
  pages: () => [{ ...methodsPlace, description: methodsPage.description }],
  more: () => methodsMore,
};
