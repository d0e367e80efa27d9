import react from "@astrojs/react";
import { defineConfig } from "astro/config";

/** Registers `client:touch`. */
const touch = {
  name: "client-touch",
  hooks: {
    /** @param {Pick<import("astro").HookParameters<"astro:config:setup">, "addClientDirective">} setup */
    "astro:config:setup"({ addClientDirective }) {
      addClientDirective({ name: "touch", entrypoint: "./src/components/touch-directive.ts" });
    },
  },
};

/** What React's names stand for in the browser. */
const inBrowser = new Map([
  ["react", "preact/compat"],
  ["react-dom", "preact/compat"],
  ["react-dom/client", "preact/compat/client"],
  ["react/jsx-runtime", "preact/jsx-runtime"],
]);

/** Islands are React; in the browser Preact runs them, a sixth of react-dom's bytes. Pages are baked by React itself. */
const preactInBrowser = {
  name: "preact-in-browser",
  // In `astro dev` React itself runs them: reloading without a full load asks for it.
  apply: "build",
  enforce: "pre",
  /** @param {{ name: string }} environment */
  applyToEnvironment: ({ name }) => name === "client",
  /** @param {string} source */
  resolveId(source) {
    const preact = inBrowser.get(source);
    return preact === undefined ? undefined : this.resolve(preact, import.meta.filename, { skipSelf: true });
  },
};

/**
 * In `astro dev` changed data count as changed sources: before the next page all of them are made anew, the list of
 * pages as well.
 */
const freshData = {
  name: "fresh-data",
  apply: "serve",
  /** @param {import("vite").ViteDevServer} server */
  configureServer({ config, environments, middlewares }) {
    const source = "/src/edition/current-report.ts";
    /** @type {string | undefined} */
    let known;
    middlewares.use(async (request, _response, next) => {
      // What Vite serves itself, to pages that are already there.
      if (/^\/(?:@|src\/|node_modules\/)/.test(request.url ?? "")) return next();
      try {
        const { runner } = environments.ssr;
        const { currentStamp } = await runner.import(source);
        const stamp = await currentStamp();
        if (known !== undefined && stamp !== known) {
          const { evaluatedModules } = runner;
          for (const module of evaluatedModules.idToModuleMap.values())
            if (module.file.startsWith(`${config.root}/src/`)) evaluatedModules.invalidateModule(module);
        }
        known = stamp;
        next();
      } catch (error) {
        next(error);
      }
    });
  },
};

// `root`, `site`, `base` and `outDir` come from src/cli/build.ts.
export default defineConfig({
  output: "static",
  // A folder with index.html for every page, linked with the slash: what GitHub Pages serves without a redirect.
  trailingSlash: "always",
  build: { format: "directory", inlineStylesheets: "never" },
  integrations: [react(), touch],
  // No code is shown; the default highlighter writes inline styles, which the policy forbids.
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'none'",
      ],
    },
  },
  vite: {
    plugins: [preactInBrowser, freshData],
    // Scripts are files: the policy wants none in the page.
    build: { assetsInlineLimit: 0 },
    // Without it, the configuration of a project around the data folder would be looked for and used.
    css: { postcss: {} },
    // Native code, WebAssembly and CommonJS: left to Node while pages are prerendered.
    ssr: { external: ["@napi-rs/canvas", "sql.js", "papaparse"] },
  },
});
