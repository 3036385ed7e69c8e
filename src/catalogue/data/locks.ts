/** Locks and semaphores. Their callback forms (`runExclusive`, `using`, `use`) need no entry: they release by themselves. */
import type { CataloguedPair } from "../entry.ts";
import { exported, instanceOf, memberOf, oneOf, resultOf, typed } from "../origin.ts";
import { awaited, call, element, invoking, methods, receiver, receiverClearing, receiverTaking, result } from "../vocabulary.ts";

const mutex = typed("async-mutex", "Mutex", [instanceOf(exported("async-mutex", "Mutex")), resultOf(exported("async-mutex", "withTimeout"))]);
const mutexInterface = typed("async-mutex", "MutexInterface", []);
const semaphore = typed("async-mutex", "Semaphore", [instanceOf(exported("async-mutex", "Semaphore"))]);
const semaphoreInterface = typed("async-mutex", "SemaphoreInterface", []);
const sema = typed("async-sema", "Sema", [instanceOf(exported("async-sema", "Sema"))]);
const redlock = typed("redlock", "Redlock", [instanceOf(exported("redlock", "default"))]);
const pool = typed("generic-pool", "Pool", [resultOf(exported("generic-pool", "createPool"))]);
const lockfile = (name: string) => exported("proper-lockfile", name);

export const locks: readonly CataloguedPair[] = [
  {
    id: "async-mutex/mutex",
    noun: "a lock",
    acquire: call(oneOf(memberOf(mutex, "acquire"), memberOf(mutexInterface, "acquire"))),
    handle: awaited,
    releases: [...invoking, receiverClearing("release")],
    heldBy: "process",
    reason: "Everybody who waits for the mutex waits for ever.",
    docs: "https://github.com/DirtyHairy/async-mutex#manual-locking--releasing",
    leaking: `
import { Mutex } from "async-mutex";

const mutex = new Mutex();

export async function update(save: () => Promise<void>): Promise<void> {
  const release = await mutex.acquire();
  await save();
  release();
}
`,
    clean: `
import { Mutex } from "async-mutex";

const mutex = new Mutex();

export async function update(save: () => Promise<void>): Promise<void> {
  const release = await mutex.acquire();
  try {
    await save();
  } finally {
    release();
  }
}
`,
  },
  {
    id: "async-mutex/semaphore",
    noun: "a permit",
    acquire: call(oneOf(memberOf(semaphore, "acquire"), memberOf(semaphoreInterface, "acquire"))),
    handle: element("awaited", 1),
    releases: [...invoking, receiverClearing("release")],
    heldBy: "process",
    reason: "One permit fewer with each failure, until everybody waits for ever.",
    docs: "https://github.com/DirtyHairy/async-mutex#semaphore-api",
    leaking: `
import { Semaphore } from "async-mutex";

const semaphore = new Semaphore(4);

export async function limited(work: (permits: number) => Promise<void>): Promise<void> {
  const [value, release] = await semaphore.acquire();
  await work(value);
  release();
}
`,
    clean: `
import { Semaphore } from "async-mutex";

const semaphore = new Semaphore(4);

export async function limited(work: (permits: number) => Promise<void>): Promise<void> {
  const [value, release] = await semaphore.acquire();
  try {
    await work(value);
  } finally {
    release();
  }
}
`,
  },
  {
    id: "async-sema/permit",
    noun: "a permit",
    acquire: call(memberOf(sema, "acquire")),
    handle: receiver,
    releases: methods("release"),
    heldBy: "process",
    reason: "One permit fewer with each failure, until everybody waits for ever.",
    docs: "https://github.com/vercel/async-sema#readme",
    leaking: `
import { Sema } from "async-sema";

const limit = new Sema(4);

export async function limited(work: () => Promise<void>): Promise<void> {
  await limit.acquire();
  await work();
  limit.release();
}
`,
    clean: `
import { Sema } from "async-sema";

const limit = new Sema(4);

export async function limited(work: () => Promise<void>): Promise<void> {
  await limit.acquire();
  try {
    await work();
  } finally {
    limit.release();
  }
}
`,
  },
  {
    id: "proper-lockfile/lock",
    noun: "a file lock",
    acquire: call(lockfile("lock")),
    handle: awaited,
    releases: [...invoking, { by: "receiver-method", name: "unlock", same: [0] }],
    heldBy: "process",
    releaseMayThrow: true,
    reason: "The lock file is kept fresh by a timer, so nobody else gets the lock while the process runs.",
    docs: "https://github.com/moxystudio/node-proper-lockfile#lockfile-options",
    leaking: `
import lockfile from "proper-lockfile";

export async function update(file: string, save: () => Promise<void>): Promise<void> {
  const release = await lockfile.lock(file);
  await save();
  await release();
}
`,
    clean: `
import lockfile from "proper-lockfile";

export async function update(file: string, save: () => Promise<void>): Promise<void> {
  const release = await lockfile.lock(file);
  try {
    await save();
  } finally {
    await release();
  }
}
`,
  },
  {
    id: "proper-lockfile/lock-sync",
    noun: "a file lock",
    acquire: call(lockfile("lockSync")),
    handle: result,
    releases: [...invoking, { by: "receiver-method", name: "unlockSync", same: [0] }],
    heldBy: "process",
    releaseMayThrow: true,
    reason: "The lock file is kept fresh by a timer, so nobody else gets the lock while the process runs.",
    docs: "https://github.com/moxystudio/node-proper-lockfile#sync",
    leaking: `
import { lockSync } from "proper-lockfile";

export function update(file: string, save: () => void): void {
  const release = lockSync(file);
  save();
  release();
}
`,
    clean: `
import { lockSync } from "proper-lockfile";

export function update(file: string, save: () => void): void {
  const release = lockSync(file);
  try {
    save();
  } finally {
    release();
  }
}
`,
  },
  {
    id: "redlock/lock",
    noun: "a distributed lock",
    acquire: call(oneOf(memberOf(redlock, "acquire"), memberOf(redlock, "lock"))),
    handle: awaited,
    releases: [
      ...methods("unlock"),
      { by: "method", name: "release", versions: "from 5 on" },
      receiverTaking("unlock"),
      { by: "receiver-method", name: "release", argument: 0, versions: "from 5 on" },
    ],
    heldBy: "process",
    releaseMayThrow: true,
    reason: "Everybody else waits until the lock expires.",
    docs: "https://github.com/mike-marcacci/node-redlock#usage",
    leaking: `
import type Redlock from "redlock";

export async function charge(redlock: Redlock, account: string, pay: () => Promise<void>): Promise<void> {
  const lock = await redlock.acquire([account], 5000);
  await pay();
  await lock.unlock();
}
`,
    clean: `
import type Redlock from "redlock";

export async function charge(redlock: Redlock, account: string, pay: () => Promise<void>): Promise<void> {
  const lock = await redlock.acquire([account], 5000);
  try {
    await pay();
  } finally {
    await lock.unlock();
  }
}
`,
  },
  {
    id: "generic-pool/resource",
    noun: "a pooled resource",
    acquire: call(memberOf(pool, "acquire")),
    handle: awaited,
    releases: [receiverTaking("release"), receiverTaking("destroy")],
    heldBy: "process",
    reason: "The pool has one resource fewer with each failure, until everybody waits for ever.",
    docs: "https://github.com/coopernurse/node-pool#documentation",
    leaking: `
import { createPool } from "generic-pool";

const pool = createPool({ create: async () => ({ draw: async () => "" }), destroy: async () => {} });

export async function render(): Promise<string> {
  const canvas = await pool.acquire();
  const image = await canvas.draw();
  await pool.release(canvas);
  return image;
}
`,
    clean: `
import { createPool } from "generic-pool";

const pool = createPool({ create: async () => ({ draw: async () => "" }), destroy: async () => {} });

export async function render(): Promise<string> {
  const canvas = await pool.acquire();
  try {
    return await canvas.draw();
  } finally {
    await pool.release(canvas);
  }
}
`,
  },
];
