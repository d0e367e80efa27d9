import type { APIRoute } from "astro";
import { currentShown } from "../edition/current-report.ts";
import { sections } from "../sections/index.ts";
import { downloads } from "../sections/listed.ts";
import type { Download } from "../sections/section.ts";

/** The files that sections offer, such as `affinity-rules.csv`. */
export async function getStaticPaths() {
  return downloads(sections, await currentShown()).map((download) => ({
    params: { download: download.file },
    props: { download },
  }));
}

export const GET: APIRoute<{ download: Download }> = ({ props: { download } }) =>
  new Response(download.content(), { headers: { "Content-Type": download.mediaType } });
