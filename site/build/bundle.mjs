/** Bundles the scripts of the site: what the pages load, and the worker that lints, with stand-ins for what only Node has. */
import { createRequire } from "node:module";
import path from "node:path";

import { rolldown } from "rolldown";

const here = path.resolve(import.meta.dirname, "..");
const load = createRequire(path.join(here, "package.json"));

/** Bundles the scripts of the pages and the worker into a folder. */
export async function bundleScripts(folder) {
  await bundle({ input: { site: path.join(here, "app/site.ts") }, folder, plugins: [] });
  await bundle({ input: { worker: path.join(here, "app/lint/worker.ts") }, folder, plugins: [withoutNode()], intro: STAND_IN_FOR_PROCESS });
}

async function bundle({ input, folder, plugins, intro }) {
  const build = await rolldown({ input, platform: "browser", logLevel: "warn", checks: { pluginTimings: false }, plugins, tsconfig: false, transform: { define: { "process.env.NODE_ENV": '"production"' } } });
  await build.write({ dir: folder, format: "esm", minify: true, entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js", ...(intro && { banner: intro }) });
  await build.close();
}

/** What ESLint and the parser ask of `process`; without `nextTick` TypeScript knows that it is not in Node. */
const STAND_IN_FOR_PROCESS = 'globalThis.process ??= { env: {}, platform: "linux", argv: [], versions: {}, cwd: () => "/", emitWarning: () => {} };';

const EMPTY = "\0empty";
/** Modules that nothing calls where there are no files: look-ups on the disk, workspaces, ESLint's own rules. */
const UNUSED = /^(?:node:(?:fs|fs\/promises|os|url|module|util|assert)|fs|os|module|perf_hooks|inspector|tinyglobby|@typescript-eslint\/project-service|source-map-support)$/u;
const RULES_OF_ESLINT = path.join("eslint", "lib", "rules", "index.js");

function withoutNode() {
  return {
    name: "without-node",
    async resolveId(id, importer) {
      if (UNUSED.test(id)) return EMPTY;
      if (id === "node:path" || id === "path") return load.resolve("path-browserify");
      if (!id.endsWith("rules") && !id.endsWith("rules/index.js")) return null;
      const resolved = await this.resolve(id, importer, { skipSelf: true });
      return resolved?.id.endsWith(RULES_OF_ESLINT) ? `${EMPTY}-rules` : null;
    },
    load(id) {
      if (id === EMPTY) return "module.exports = {};";
      return id === `${EMPTY}-rules` ? "module.exports = new Map();" : null;
    },
  };
}
