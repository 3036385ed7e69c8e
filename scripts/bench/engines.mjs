/** What is measured beside each other: nothing, the six plugins that match names, and our presets. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

import { root } from "../ecosystem/root.mjs";
import { loadEngines } from "../truth/engines.mjs";

const PEERS = path.join(root, "scripts/truth/peers");

const PEER_NAME = "six plugins";

/** The names of what is measured, in the order of the table; the others are measured beyond the first, and beside the second. */
export const ENGINES = ["nothing", PEER_NAME, "recommended", "strict"];

/** Installs the plugins that only measurements need, as their lockfile pins them, unless they are there. */
export function installPeers() {
  if (existsSync(path.join(PEERS, "node_modules"))) return;
  console.error("Installing the six plugins into scripts/truth/peers ...");
  execFileSync("npm", ["ci", "--prefix", PEERS, "--no-audit", "--no-fund", "--ignore-scripts"], { stdio: ["ignore", "ignore", "inherit"] });
}

/** Loads what is measured, by name in the order of the table: `plugins` and `rules` of each; without the six plugins where they are not wanted. */
export async function loadConfigs({ withPeers }) {
  const loaded = await loadEngines({ configFile: withPeers ? path.join(PEERS, "config.mjs") : undefined, name: PEER_NAME });
  const configs = new Map(loaded.map(({ name, config: [{ plugins, rules }] }) => [name, { plugins, rules }]));
  const ordered = ENGINES.flatMap((name) => (configs.has(name) ? [[name, configs.get(name)]] : []));
  return Object.fromEntries([["nothing", idle], ...ordered]);
}

/** A rule that visits nothing: what it takes is the linter's own. */
const idle = { plugins: { bench: { rules: { nothing: { create: () => ({}) } } } }, rules: { "bench/nothing": "warn" } };
