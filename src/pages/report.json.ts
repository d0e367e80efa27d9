import type { APIRoute } from "astro";
import { currentReport } from "../input/current-report.ts";

/** The whole Report, for machines. */
export const GET: APIRoute = async () =>
  new Response(`${JSON.stringify(await currentReport(), null, 1)}\n`, {
    headers: { "Content-Type": "application/json" },
  });
