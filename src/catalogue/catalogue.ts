/** The catalogue as shipped: every data file, and the look-up over them. */
import { lazy } from "../syntax/lazy.ts";
import { domConnections } from "./data/dom-connections.ts";
import { domEvents } from "./data/dom-events.ts";
import { domMedia } from "./data/dom-media.ts";
import { domObservers } from "./data/dom-observers.ts";
import { nodeDiagnostics } from "./data/node-diagnostics.ts";
import { nodeEvents } from "./data/node-events.ts";
import { nodeFs } from "./data/node-fs.ts";
import { nodeNet } from "./data/node-net.ts";
import { nodeThreads } from "./data/node-threads.ts";
import { timers } from "./data/timers.ts";
import type { Pair } from "./entry.ts";
import { buildCatalogue } from "./lookup.ts";

/** Every entry, those of the hosts first. */
export const pairs: readonly Pair[] = [
  ...timers, ...domEvents, ...domObservers, ...domConnections, ...domMedia, ...nodeEvents, ...nodeFs,
  ...nodeNet, ...nodeThreads, ...nodeDiagnostics,
];

/** The catalogue, built when it is first asked for. */
export const catalogue = lazy(() => buildCatalogue(pairs));
