/**
 * Puts the plugin's modules into two files, after the compiler has written them: Node needs about a third of a
 * millisecond for each file it loads, and they are some hundred and fifty.
 *
 * - `dist/engine.cjs` holds the rules with all they stand on. Compiling it is nearly the whole cost of a start.
 * - `dist/index.js` is what ESLint loads: names, metas, presets. Where the modules import the rules, it has a front of
 *   each instead: the same meta, and a `create` that loads the engine. So a run that lints nothing pays nothing for it.
 *
 * `dist/cli/heap/expect-no-growth.cjs` is the test helper: CommonJS, which every test runner loads, Jest without a flag as well.
 *
 * The source knows nothing of this: the one seam is the import of `rules/index.ts`. The engine is CommonJS because a
 * `create` cannot wait, and every Node we support loads that at once and without a warning. The command stays as it
 * is; it loads the plugin by `dist/index.js`.
 */
import { readFile, rename, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";

import { rolldown } from "rolldown";

const dist = path.resolve(import.meta.dirname, "../dist");
const rulesFile = path.join(dist, "rules/index.js");
const engineFile = path.join(dist, "engine.cjs");

await bundle(rulesFile, engineFile, "cjs");
const { rules } = createRequire(import.meta.url)(engineFile);
await bundle(path.join(dist, "index.js"), path.join(dist, "index.js"), "esm", {
  name: "front-of-rules",
  load: (id) => (path.relative(id, rulesFile) === "" ? writeFront(rules) : null),
});

const helper = path.join(dist, "cli/heap/expect-no-growth");
await bundle(`${helper}.js`, `${helper}.cjs`, "cjs");
for (const file of [helper, path.join(dist, "cli/heap/describe-trips")]) await writeFile(`${file}.d.cts`, (await readFile(`${file}.d.ts`, "utf8")).replaceAll('.ts";', '.cjs";'));

/** Writes the module that stands for `rules/index.js`. A rule's options decide nothing about its meta, so that is written as data. */
function writeFront(rules) {
  const fronts = Object.entries(rules).map(([name, { meta }]) => `${JSON.stringify(name)}: frontOf(${JSON.stringify(name)}, ${writeData(name, meta)}),`);
  return `
    import { createRequire } from "node:module";

    const load = createRequire(import.meta.url);
    const frontOf = (name, meta) => ({ meta, create: (context) => load("./engine.cjs").rules[name].create(context) });

    export const rules = {
      ${fronts.join("\n")}
    };
  `;
}

function writeData(name, meta) {
  const text = JSON.stringify(meta);
  if (!isDeepStrictEqual(JSON.parse(text), meta)) throw new Error(`The meta of ${name} holds what JSON cannot: it is needed before the rule is.`);
  return text;
}

/** Bundles `input` with all it imports. Written beside `file` first, so that whoever loads the plugin meanwhile finds a whole file. */
async function bundle(input, file, format, ...plugins) {
  const written = `${file}.new`;
  const build = await rolldown({ input, platform: "node", logLevel: "warn", plugins });
  await build.write({ file: written, format, codeSplitting: false });
  await build.close();
  await rename(written, file);
}
