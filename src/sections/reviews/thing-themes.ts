import type { Report } from "../../report/report.ts";
import type { Theme } from "./theme-measures.ts";

/** A theme among the texts on a product or category. */
export interface ThingTheme {
  theme: Theme;
  own: Theme["products"][number];
}

/** What customers write about a product or a category, the commonest there first; empty where nothing may be told. */
export function thingThemes(
  { reviews }: Pick<Report, "reviews">,
  { field, name }: { field: "category" | "product"; name: string },
): ThingTheme[] {
  const found = (reviews?.themes?.themes ?? []).flatMap((theme): ThingTheme[] => {
    const groups = field === "category" ? theme.categories : theme.products;
    const own = groups.find((group) => group.name === name && group.texts > 0);
    return own === undefined ? [] : [{ theme, own }];
  });
  return found.sort((a, b) => b.own.share - a.own.share || (a.theme.id < b.theme.id ? -1 : 1));
}
