import type { APIRoute } from "astro";
import { accentColor, shareImage } from "../charts/share-image.ts";
import { currentReport } from "../edition/current-report.ts";
import { createFormatter } from "../report/format.ts";
import { shareCard } from "../sections/overview/share-card.ts";

/** The picture that a link to the report shows. */
export const GET: APIRoute = async () => {
  const report = await currentReport();
  const card = shareCard(report, createFormatter(report.locale, report.currency));
  const png = shareImage({ ...card, accent: accentColor(report.accent) });
  return new Response(new Uint8Array(png), { headers: { "Content-Type": "image/png" } });
};
