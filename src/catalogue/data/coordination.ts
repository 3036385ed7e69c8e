/** Locks, leases and watches that several processes share. */
import type { CataloguedPair } from "../entry.ts";
import { exported, instanceOf, memberOf, oneOf, resultOf, typed } from "../origin.ts";
import { awaited, call, methods, receiver, result } from "../vocabulary.ts";

const redisLock = oneOf(...["Mutex", "Semaphore", "MultiSemaphore", "RedlockMutex", "RedlockSemaphore", "RedlockMultiSemaphore"].map((name) => instanceOf(exported("redis-semaphore", name))));
const semaphore = typed("@shopify/semaphore", "Semaphore", [instanceOf(exported("@shopify/semaphore", "Semaphore"))]);
const zookeeper = typed("node-zookeeper-client", "Client", [resultOf(exported("node-zookeeper-client", "createClient"))]);
const consul = typed("consul", "Consul", [instanceOf(exported("consul", "default"))]);
const kubernetesWatch = typed("@kubernetes/client-node", "Watch", [instanceOf(exported("@kubernetes/client-node", "Watch"))]);
const informer = typed("@kubernetes/client-node", "Informer", [resultOf(exported("@kubernetes/client-node", "makeInformer"))]);

export const coordination: readonly CataloguedPair[] = [
  {
    id: "redis-semaphore/lock",
    noun: "a distributed lock",
    acquire: call(memberOf(redisLock, "acquire")),
    handle: receiver,
    releases: methods("release"),
    heldBy: "process",
    releaseMayThrow: true,
    reason: "A timer of the lock renews it for ever, so that nobody else gets it while the process runs.",
    docs: "https://github.com/swarthy/redis-semaphore#mutex",
    leaking: `
import { Mutex } from "redis-semaphore";
import type { Redis } from "ioredis";

export async function exclusively(redis: Redis, key: string, work: () => Promise<void>): Promise<void> {
  const mutex = new Mutex(redis, key);
  await mutex.acquire();
  await work();
  await mutex.release();
}
`,
    clean: `
import { Mutex } from "redis-semaphore";
import type { Redis } from "ioredis";

export async function exclusively(redis: Redis, key: string, work: () => Promise<void>): Promise<void> {
  const mutex = new Mutex(redis, key);
  await mutex.acquire();
  try {
    await work();
  } finally {
    await mutex.release();
  }
}
`,
  },
  {
    id: "shopify-semaphore/permit",
    noun: "a permit",
    acquire: call(memberOf(semaphore, "acquire")),
    handle: awaited,
    releases: methods("release"),
    heldBy: "process",
    reason: "One permit fewer with each failure, until everybody waits for ever.",
    docs: "https://github.com/Shopify/quilt/tree/main/packages/semaphore#usage",
    leaking: `
import { Semaphore } from "@shopify/semaphore";

const limit = new Semaphore(4);

export async function limited(work: () => Promise<void>): Promise<void> {
  const permit = await limit.acquire();
  await work();
  await permit.release();
}
`,
    clean: `
import { Semaphore } from "@shopify/semaphore";

const limit = new Semaphore(4);

export async function limited(work: () => Promise<void>): Promise<void> {
  const permit = await limit.acquire();
  try {
    await work();
  } finally {
    await permit.release();
  }
}
`,
  },
  {
    id: "zookeeper/client",
    noun: "a ZooKeeper session",
    acquire: call(memberOf(zookeeper, "connect")),
    handle: receiver,
    releases: methods("close"),
    heldBy: "process",
    longLived: true,
    servesCalls: true,
    reason: "The session is kept alive by heartbeats, and with it its ephemeral nodes and its locks.",
    docs: "https://github.com/alexguan/node-zookeeper-client#void-close",
    leaking: `
import { createClient } from "node-zookeeper-client";

export async function holdDuring(servers: string, work: () => Promise<void>): Promise<void> {
  const client = createClient(servers);
  client.connect();
  await work();
  client.close();
}
`,
    clean: `
import { createClient } from "node-zookeeper-client";

export async function holdDuring(servers: string, work: () => Promise<void>): Promise<void> {
  const client = createClient(servers);
  client.connect();
  try {
    await work();
  } finally {
    client.close();
  }
}
`,
  },
  {
    id: "consul/watch",
    noun: "a watch",
    acquire: call(memberOf(consul, "watch")),
    handle: result,
    releases: methods("end"),
    wrongReleases: [{ method: "removeAllListeners", because: "without listeners the watch still asks the server again and again" }],
    heldBy: "process",
    reason: "It asks the server again and again, with one open request, until it is ended.",
    docs: "https://github.com/silas/node-consul#consulwatchoptions",
    leaking: `
import type Consul from "consul";
import type { WatchOptions } from "consul/lib/watch.js";

export async function followDuring(consul: Consul, options: WatchOptions, work: () => Promise<void>): Promise<void> {
  const watch = consul.watch(options);
  await work();
  watch.end();
}
`,
    clean: `
import type Consul from "consul";
import type { WatchOptions } from "consul/lib/watch.js";

export async function followDuring(consul: Consul, options: WatchOptions, work: () => Promise<void>): Promise<void> {
  const watch = consul.watch(options);
  try {
    await work();
  } finally {
    watch.end();
  }
}
`,
  },
  {
    id: "kubernetes/watch",
    noun: "a watch",
    acquire: call(memberOf(kubernetesWatch, "watch")),
    handle: awaited,
    releases: methods("abort"),
    heldBy: "process",
    unproven: "The package unpacks to 55 MB in 3,000 files; it is left out of the fixture workspace.",
    reason: "The request stays open, and the callback keeps what it closes over, until it is aborted.",
    docs: "https://github.com/kubernetes-client/javascript/blob/main/examples/typescript/watch/watch-example.ts",
    leaking: `
import type { Watch } from "@kubernetes/client-node";

export async function followDuring(watch: Watch, path: string, changed: () => void, work: () => Promise<void>): Promise<void> {
  const request = await watch.watch(path, {}, changed, () => {});
  await work();
  request.abort();
}
`,
    clean: `
import type { Watch } from "@kubernetes/client-node";

export async function followDuring(watch: Watch, path: string, changed: () => void, work: () => Promise<void>): Promise<void> {
  const request = await watch.watch(path, {}, changed, () => {});
  try {
    await work();
  } finally {
    request.abort();
  }
}
`,
  },
  {
    id: "kubernetes/informer",
    noun: "an informer",
    acquire: call(memberOf(informer, "start")),
    handle: receiver,
    releases: methods("stop"),
    heldBy: "process",
    longLived: true,
    unproven: "The package unpacks to 55 MB in 3,000 files; it is left out of the fixture workspace.",
    reason: "It lists and watches, and keeps a copy of every object, until it is stopped.",
    docs: "https://github.com/kubernetes-client/javascript/blob/main/examples/typescript/informer/informer.ts",
    leaking: `
import { makeInformer } from "@kubernetes/client-node";
import type { KubeConfig, ListPromise, V1Pod } from "@kubernetes/client-node";

export async function followDuring(config: KubeConfig, list: ListPromise<V1Pod>, work: () => Promise<void>): Promise<void> {
  const informer = makeInformer(config, "/api/v1/pods", list);
  await informer.start();
  await work();
  await informer.stop();
}
`,
    clean: `
import { makeInformer } from "@kubernetes/client-node";
import type { KubeConfig, ListPromise, V1Pod } from "@kubernetes/client-node";

export async function followDuring(config: KubeConfig, list: ListPromise<V1Pod>, work: () => Promise<void>): Promise<void> {
  const informer = makeInformer(config, "/api/v1/pods", list);
  await informer.start();
  try {
    await work();
  } finally {
    await informer.stop();
  }
}
`,
  },
];
