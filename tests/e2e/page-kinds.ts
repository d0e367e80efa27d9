import type { SiteName } from "./sites.ts";
import { filesOf, isPage, pages } from "./test.ts";

/** A page that stands for all of its kind. */
interface PageKind {
  site: SiteName;
  path: string;
}

/** Every page of the navigation, one of each kind that these lead to, those in a frame, and what is not there. */
export const pageKinds: readonly PageKind[] = [
  ...[
    ...pages,
    "segments/platinum/",
    "products/category/clothing/",
    "products/product/jeans/",
    "embed/revenue-by-month/",
    "embed/rfm-grid/",
    "404.html",
  ].map((path) => ({ site: "sample" as const, path })),
  { site: "changed", path: "changes/" },
  { site: "naughty", path: "lookup/" },
];

/** What a page is one of: pages in a folder of alike ones share it. */
export function kindOf(path: string): string {
  return path.replace(/^(?<folder>.+\/)[^/]+\/$/, "$<folder>*");
}

/** The pages of a site, by address within it, by `isPage`. */
export function allPagesOf(site: SiteName): string[] {
  const files = [...filesOf(site).keys()].filter(isPage);
  return files.map((file) => file.replace(/index\.html$/, "")).sort();
}
