import type { APIRoute } from "astro";
import { accentStyles } from "../components/accent-styles.ts";
import { currentReport } from "../edition/current-report.ts";

/** `accent.css` where the report has a colour of its own, `logo.svg` or the like where it has a logo. */
export async function getStaticPaths() {
  const { accent, logo } = await currentReport();
  const styles = accentStyles(accent);
  return [
    ...(styles === null
      ? []
      : [{ params: { brand: "accent.css" }, props: { body: styles, mediaType: "text/css; charset=utf-8" } }]),
    ...(logo === null
      ? []
      : [
          {
            params: { brand: `logo.${logo.type}` },
            props: { body: Buffer.from(logo.content, "base64"), mediaType: logo.mediaType },
          },
        ]),
  ];
}

export const GET: APIRoute<{ body: string | Buffer<ArrayBuffer>; mediaType: string }> = ({ props }) =>
  new Response(props.body, { headers: { "Content-Type": props.mediaType } });
