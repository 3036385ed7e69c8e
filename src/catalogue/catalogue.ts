/** The catalogue as shipped: every data file, and the look-up over them. */
import { brokers } from "./data/brokers.ts";
import { browserSessions } from "./data/browser-sessions.ts";
import { browsers } from "./data/browsers.ts";
import { bundlers } from "./data/bundlers.ts";
import { databaseClients } from "./data/clients-of-databases.ts";
import { clients } from "./data/clients.ts";
import { coordination } from "./data/coordination.ts";
import { databaseDrivers } from "./data/database-drivers.ts";
import { databases } from "./data/databases.ts";
import { delayedCalls } from "./data/delayed-calls.ts";
import { denoPairs } from "./data/deno.ts";
import { domConnections } from "./data/dom-connections.ts";
import { domEvents } from "./data/dom-events.ts";
import { domGraphics } from "./data/dom-graphics.ts";
import { domMedia } from "./data/dom-media.ts";
import { domObservers } from "./data/dom-observers.ts";
import { domRecording } from "./data/dom-recording.ts";
import { domTracks } from "./data/dom-tracks.ts";
import { editors } from "./data/editors.ts";
import { electron } from "./data/electron.ts";
import { etcdPairs } from "./data/etcd.ts";
import { frameworks } from "./data/frameworks.ts";
import { graphics } from "./data/graphics.ts";
import { language } from "./data/language.ts";
import { locks } from "./data/locks.ts";
import { nodeDiagnostics } from "./data/node-diagnostics.ts";
import { nodeEvents } from "./data/node-events.ts";
import { nodeFs } from "./data/node-fs.ts";
import { nodeHooks } from "./data/node-hooks.ts";
import { nodeNet } from "./data/node-net.ts";
import { nodeStreams } from "./data/node-streams.ts";
import { nodeThreads } from "./data/node-threads.ts";
import { orm } from "./data/orm.ts";
import { pageWidgets } from "./data/page-widgets.ts";
import { reactive } from "./data/reactive.ts";
import { realtime } from "./data/realtime.ts";
import { remote } from "./data/remote.ts";
import { schedulers } from "./data/schedulers.ts";
import { servers } from "./data/servers.ts";
import { sql } from "./data/sql.ts";
import { stateStores } from "./data/state-stores.ts";
import { stores } from "./data/stores.ts";
import { telemetry } from "./data/telemetry.ts";
import { testTools } from "./data/test-tools.ts";
import { textEditors } from "./data/text-editors.ts";
import { timers } from "./data/timers.ts";
import { watchers } from "./data/watchers.ts";
import { widgets } from "./data/widgets.ts";
import { workers } from "./data/workers.ts";
import type { CataloguedPair } from "./entry.ts";
import { buildLifecycles } from "./lifecycles.ts";
import { buildCatalogue, type Catalogue } from "./lookup.ts";

/** Every entry, those of the hosts first. */
export const pairs: readonly CataloguedPair[] = [
  ...timers, ...domEvents, ...domObservers, ...domConnections, ...domMedia, ...nodeEvents, ...nodeFs,
  ...nodeNet, ...nodeThreads, ...nodeDiagnostics, ...brokers, ...browsers, ...clients, ...editors,
  ...electron, ...etcdPairs, ...locks, ...orm, ...reactive, ...remote, ...schedulers, ...sql, ...stores,
  ...telemetry, ...watchers, ...widgets, ...coordination, ...databaseDrivers, ...delayedCalls, ...domGraphics,
  ...domRecording, ...domTracks, ...denoPairs, ...language, ...nodeHooks, ...nodeStreams, ...databaseClients, ...databases, ...frameworks,
  ...stateStores, ...realtime, ...servers, ...textEditors, ...workers, ...browserSessions, ...bundlers,
  ...graphics, ...pageWidgets, ...testTools,
];

/** The catalogue as shipped. */
export const catalogue: Catalogue = buildCatalogue(pairs, { caches: [], lifecycles: buildLifecycles([]) });
