/** The catalogue as shipped: every data file, and the look-up over them. */
import { brokers } from "./data/brokers.ts";
import { browsers } from "./data/browsers.ts";
import { clients } from "./data/clients.ts";
import { domConnections } from "./data/dom-connections.ts";
import { domEvents } from "./data/dom-events.ts";
import { domMedia } from "./data/dom-media.ts";
import { domObservers } from "./data/dom-observers.ts";
import { editors } from "./data/editors.ts";
import { electron } from "./data/electron.ts";
import { etcdPairs } from "./data/etcd.ts";
import { locks } from "./data/locks.ts";
import { nodeDiagnostics } from "./data/node-diagnostics.ts";
import { nodeEvents } from "./data/node-events.ts";
import { nodeFs } from "./data/node-fs.ts";
import { nodeNet } from "./data/node-net.ts";
import { nodeThreads } from "./data/node-threads.ts";
import { orm } from "./data/orm.ts";
import { reactive } from "./data/reactive.ts";
import { remote } from "./data/remote.ts";
import { schedulers } from "./data/schedulers.ts";
import { sql } from "./data/sql.ts";
import { stores } from "./data/stores.ts";
import { telemetry } from "./data/telemetry.ts";
import { timers } from "./data/timers.ts";
import { watchers } from "./data/watchers.ts";
import { widgets } from "./data/widgets.ts";
import type { Pair } from "./entry.ts";
import { buildLifecycles } from "./lifecycles.ts";
import { buildCatalogue, type Catalogue } from "./lookup.ts";

/** Every entry, those of the hosts first. */
export const pairs: readonly Pair[] = [
  ...timers, ...domEvents, ...domObservers, ...domConnections, ...domMedia, ...nodeEvents, ...nodeFs,
  ...nodeNet, ...nodeThreads, ...nodeDiagnostics, ...brokers, ...browsers, ...clients, ...editors,
  ...electron, ...etcdPairs, ...locks, ...orm, ...reactive, ...remote, ...schedulers, ...sql, ...stores,
  ...telemetry, ...watchers, ...widgets,
];

/** The catalogue as shipped. */
export const catalogue: Catalogue = buildCatalogue(pairs, { caches: [], lifecycles: buildLifecycles([]) });
