/** What is measured: our presets, and the rules of another configuration beside them. */
import path from "node:path";
import { pathToFileURL } from "node:url";

import { PRESETS } from "../ecosystem/figures.mjs";
import { root } from "../ecosystem/root.mjs";

/**
 * Loads the engines: a name and a flat configuration each. They are the presets of the built plugin, the smaller one first;
 * with a file also what that module exports by default, under the name `name`.
 */
export async function loadEngines({ configFile, name }) {
  const plugin = await load(path.join(root, "dist/index.js"));
  const own = PRESETS.map((preset) => ({ name: preset, config: [plugin.configs[preset]].flat() }));
  return configFile === undefined ? own : [...own, await loadOther({ configFile, name })];
}

/** Loads the rules of another configuration alone. */
export async function loadOther({ configFile, name }) {
  return { name, config: [await load(path.resolve(configFile))].flat() };
}

async function load(file) {
  return (await import(pathToFileURL(file).href)).default;
}
