/** What is measured: our presets, or the rules of another configuration. */
import path from "node:path";
import { pathToFileURL } from "node:url";

import { PRESETS } from "../ecosystem/figures.mjs";
import { root } from "../ecosystem/root.mjs";

/**
 * Loads the engines: a name and a flat configuration each. Without a file these are the presets of the built plugin, the
 * smaller one first; with one, what the module exports by default, under the name `name`.
 */
export async function loadEngines({ configFile, name }) {
  if (configFile !== undefined) return [{ name, config: [await load(path.resolve(configFile))].flat() }];
  const plugin = await load(path.join(root, "dist/index.js"));
  return PRESETS.map((preset) => ({ name: preset, config: [plugin.configs[preset]].flat() }));
}

async function load(file) {
  return (await import(pathToFileURL(file).href)).default;
}
