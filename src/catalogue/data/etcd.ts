/** etcd: watches, leases, locks and the client. */
import type { Acquire, CataloguedPair } from "../entry.ts";
import { exported, instanceOf, memberOf, oneOf, resultOf, typed } from "../origin.ts";
import { awaited, call, construct, methods, receiver, result } from "../vocabulary.ts";

const etcd = typed("etcd3", "Etcd3", [instanceOf(exported("etcd3", "Etcd3"))]);
const namespace = typed("etcd3", "Namespace", [resultOf(memberOf(etcd, "namespace"))]);
const client = oneOf(etcd, namespace);
const made = (name: string) => resultOf(memberOf(client, name));

const builder = typed("etcd3", "WatchBuilder", [
  made("watch"),
  resultOf(memberOf(made("watch"), "key")),
  resultOf(memberOf(made("watch"), "prefix")),
]);
const lock = typed("etcd3", "Lock", [made("lock"), resultOf(memberOf(made("lock"), "ttl"))]);
const acquiredLock: Acquire = { form: "call", callee: memberOf(lock, "acquire"), returnsReceiver: true };

export const etcdPairs: readonly CataloguedPair[] = [
  {
    id: "etcd3/watcher",
    noun: "a watcher",
    acquire: call(memberOf(builder, "create")),
    handle: awaited,
    releases: methods("cancel"),
    wrongReleases: [
      { method: "end", because: "only `cancel` stops the watch on the server", removed: true },
      { method: "removeAllListeners", because: "without listeners the watch still runs on the server" },
    ],
    heldBy: "process",
    reason: "The server keeps sending its events to a watch until it is cancelled.",
    docs: "https://microsoft.github.io/etcd3/classes/watcher.html#cancel",
    leaking: `
import { Etcd3 } from "etcd3";

const client = new Etcd3();

export async function waitForChange(key: string): Promise<void> {
  const watcher = await client.watch().key(key).create();
  await new Promise((resolve) => watcher.once("put", resolve));
}
`,
    clean: `
import { Etcd3 } from "etcd3";

const client = new Etcd3();

export async function waitForChange(key: string): Promise<void> {
  const watcher = await client.watch().key(key).create();
  try {
    await new Promise((resolve) => watcher.once("put", resolve));
  } finally {
    await watcher.cancel();
  }
}
`,
  },
  {
    id: "etcd3/lease",
    noun: "a lease",
    acquire: call(memberOf(client, "lease")),
    handle: result,
    releases: methods("revoke", "release"),
    heldBy: "process",
    reason: "A lease keeps itself alive by a timer and a stream until it is revoked or released.",
    docs: "https://microsoft.github.io/etcd3/classes/lease.html#revoke",
    leaking: `
import { Etcd3 } from "etcd3";

const client = new Etcd3();

export async function announce(address: string): Promise<void> {
  const lease = client.lease(10);
  await lease.put("services/" + address).value(address);
}
`,
    clean: `
import { Etcd3 } from "etcd3";

const client = new Etcd3();

export async function announce(address: string, serve: () => Promise<void>): Promise<void> {
  const lease = client.lease(10);
  try {
    await lease.put("services/" + address).value(address);
    await serve();
  } finally {
    await lease.revoke();
  }
}
`,
  },
  {
    id: "etcd3/lock",
    noun: "a lock",
    acquire: acquiredLock,
    handle: receiver,
    releases: methods("release"),
    heldBy: "process",
    releaseMayThrow: true,
    reason: "The lock's lease is kept alive by this process, so nobody else ever gets it.",
    docs: "https://microsoft.github.io/etcd3/classes/lock.html#release",
    leaking: `
import { Etcd3 } from "etcd3";

const client = new Etcd3();

export async function exclusively(name: string, work: () => Promise<void>): Promise<void> {
  const lock = client.lock(name);
  await lock.acquire();
  await work();
  await lock.release();
}
`,
    clean: `
import { Etcd3 } from "etcd3";

const client = new Etcd3();

export async function exclusively(name: string, work: () => Promise<void>): Promise<void> {
  const lock = client.lock(name);
  await lock.acquire();
  try {
    await work();
  } finally {
    await lock.release();
  }
}
`,
  },
  {
    id: "etcd3/client",
    noun: "an etcd client",
    acquire: construct(exported("etcd3", "Etcd3")),
    handle: result,
    releases: methods("close"),
    heldBy: "process",
    longLived: true,
    servesCalls: true,
    reason: "It keeps connections to every host of the cluster.",
    docs: "https://microsoft.github.io/etcd3/classes/etcd3.html#close",
    leaking: `
import { Etcd3 } from "etcd3";

export async function readOnce(key: string): Promise<string | null> {
  const client = new Etcd3();
  const value = await client.get(key).string();
  client.close();
  return value;
}
`,
    clean: `
import { Etcd3 } from "etcd3";

export async function readOnce(key: string): Promise<string | null> {
  const client = new Etcd3();
  try {
    return await client.get(key).string();
  } finally {
    client.close();
  }
}
`,
  },
];
