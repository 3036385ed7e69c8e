/** Streams, requests and iterators of Node that end only when somebody ends them. */
import type { CataloguedPair } from "../entry.ts";
import { exported, oneOf, type ApiOrigin } from "../origin.ts";
import { awaited, call, invoking, iterating, methods, result, signalIn } from "../vocabulary.ts";

const COMPRESSORS = ["createGzip", "createGunzip", "createDeflate", "createInflate", "createDeflateRaw", "createInflateRaw", "createUnzip", "createBrotliCompress", "createBrotliDecompress"];
const webCall = (name: string): ApiOrigin => oneOf(exported("node:http", name), exported("node:https", name));
const watched = oneOf(exported("node:fs/promises", "watch"), exported("node:fs", "promises.watch"));

export const nodeStreams: readonly CataloguedPair[] = [
  {
    id: "node-zlib/stream",
    noun: "a compression stream",
    acquire: call(oneOf(...COMPRESSORS.map((name) => exported("node:zlib", name)))),
    handle: result,
    releases: [...methods("close", "destroy", "end", "[asyncDispose]"), iterating],
    heldBy: "process",
    endsByItself: true,
    reason: "Its tables lie outside the heap and are freed at its end; a stream that is left before keeps them.",
    docs: "https://nodejs.org/api/zlib.html#zlibclosecallback",
    leaking: `
import { createGzip } from "node:zlib";

export async function packed(load: () => Promise<Buffer>): Promise<Buffer> {
  const gzip = createGzip();
  gzip.write(await load());
  const bytes = gzip.read() as Buffer;
  gzip.close();
  return bytes;
}
`,
    clean: `
import { createGzip } from "node:zlib";

export async function packed(load: () => Promise<Buffer>): Promise<Buffer> {
  const gzip = createGzip();
  try {
    gzip.write(await load());
    return gzip.read() as Buffer;
  } finally {
    gzip.close();
  }
}
`,
  },
  {
    id: "node-http/request",
    noun: "a request",
    acquire: call(webCall("request")),
    handle: result,
    releases: methods("end", "destroy", "[asyncDispose]"),
    bounds: [signalIn(0), signalIn(1)],
    wrongReleases: [{ method: "flushHeaders", because: "`flushHeaders` sends the head; the request stays open" }],
    heldBy: "process",
    endsByItself: true,
    reason: "A request that is not ended is never answered, and holds its socket until the server gives up.",
    docs: "https://nodejs.org/api/http.html#requestendchunk-encoding-callback",
    leaking: `
import { request } from "node:https";

export async function upload(url: string, load: () => Promise<Buffer>): Promise<void> {
  const outgoing = request(url, { method: "POST" });
  const bytes = await load();
  outgoing.end(bytes);
}
`,
    clean: `
import { request } from "node:https";

export async function upload(url: string, load: () => Promise<Buffer>): Promise<void> {
  const bytes = await load();
  const outgoing = request(url, { method: "POST" });
  outgoing.end(bytes);
}
`,
  },
  {
    id: "node-fs/change-iterator",
    noun: "a file watch",
    acquire: call(watched),
    handle: result,
    releases: [...methods("return"), iterating],
    bounds: [signalIn(1)],
    heldBy: "process",
    reason: "Each watch takes one of the few that the operating system gives a user; read by hand, nothing ends it.",
    docs: "https://nodejs.org/api/fs.html#fspromiseswatchfilename-options",
    leaking: `
import { watch } from "node:fs/promises";

export async function afterChange(path: string, reload: () => Promise<void>): Promise<void> {
  const changes = watch(path);
  const iterator = changes;
  await reload();
  await iterator.return?.();
}
`,
    clean: `
import { watch } from "node:fs/promises";

export async function afterChange(path: string, reload: () => Promise<void>): Promise<void> {
  const changes = watch(path);
  for await (const _change of changes) {
    await reload();
    break;
  }
}
`,
  },
  {
    id: "node-fs/temporary-directory",
    noun: "a temporary directory",
    acquire: call(oneOf(exported("node:fs/promises", "mkdtempDisposable"), exported("node:fs", "promises.mkdtempDisposable"))),
    handle: awaited,
    releases: methods("remove", "[asyncDispose]"),
    heldBy: "process",
    releaseMayThrow: true,
    versions: "from Node 24.4 on",
    reason: "It stays on the disk, one more with each call.",
    docs: "https://nodejs.org/api/fs.html#fspromisesmkdtempdisposableprefix-options",
    leaking: `
import { mkdtempDisposable } from "node:fs/promises";

export async function inScratch(work: (path: string) => Promise<void>): Promise<void> {
  const directory = await mkdtempDisposable("scratch-");
  await work(directory.path);
  await directory.remove();
}
`,
    clean: `
import { mkdtempDisposable } from "node:fs/promises";

export async function inScratch(work: (path: string) => Promise<void>): Promise<void> {
  const directory = await mkdtempDisposable("scratch-");
  try {
    await work(directory.path);
  } finally {
    await directory.remove();
  }
}
`,
  },
  {
    id: "node-fs/temporary-directory-sync",
    noun: "a temporary directory",
    acquire: call(exported("node:fs", "mkdtempDisposableSync")),
    handle: result,
    releases: methods("remove", "[dispose]"),
    heldBy: "process",
    releaseMayThrow: true,
    versions: "from Node 24.4 on",
    reason: "It stays on the disk, one more with each call.",
    docs: "https://nodejs.org/api/fs.html#fsmkdtempdisposablesyncprefix-options",
    leaking: `
import { mkdtempDisposableSync } from "node:fs";

export function inScratch(parse: (path: string) => number): number {
  const directory = mkdtempDisposableSync("scratch-");
  const total = parse(directory.path);
  directory.remove();
  return total;
}
`,
    clean: `
import { mkdtempDisposableSync } from "node:fs";

export function inScratch(parse: (path: string) => number): number {
  const directory = mkdtempDisposableSync("scratch-");
  try {
    return parse(directory.path);
  } finally {
    directory.remove();
  }
}
`,
  },
  {
    id: "node-events/abort-listener",
    noun: "an abort listener",
    acquire: call(exported("node:events", "addAbortListener")),
    handle: result,
    releases: methods("[dispose]"),
    heldBy: "argument",
    reason: "A signal that outlives the call collects one listener per call.",
    docs: "https://nodejs.org/api/events.html#eventsaddabortlistenersignal-listener",
    leaking: `
import { addAbortListener } from "node:events";

export async function during(signal: AbortSignal, stop: () => void, work: () => Promise<void>): Promise<void> {
  const listener = addAbortListener(signal, () => stop());
  await work();
  listener[Symbol.dispose]();
}
`,
    clean: `
import { addAbortListener } from "node:events";

export async function during(signal: AbortSignal, stop: () => void, work: () => Promise<void>): Promise<void> {
  const listener = addAbortListener(signal, () => stop());
  try {
    await work();
  } finally {
    listener[Symbol.dispose]();
  }
}
`,
  },
  {
    id: "node-stream/end-listeners",
    noun: "a set of end listeners",
    acquire: call(exported("node:stream", "finished")),
    handle: result,
    releases: invoking,
    bounds: [signalIn(1)],
    heldBy: "argument",
    endsByItself: true,
    confidence: "likely",
    reason: "They stay on the stream after the callback has run, one set more with each call.",
    docs: "https://nodejs.org/api/stream.html#streamfinishedstream-options-callback",
    leaking: `
import { finished } from "node:stream";
import type { Readable } from "node:stream";

export async function during(stream: Readable, ended: () => void, work: () => Promise<void>): Promise<void> {
  const forget = finished(stream, () => ended());
  await work();
  forget();
}
`,
    clean: `
import { finished } from "node:stream";
import type { Readable } from "node:stream";

export async function during(stream: Readable, ended: () => void, work: () => Promise<void>): Promise<void> {
  const forget = finished(stream, () => ended());
  try {
    await work();
  } finally {
    forget();
  }
}
`,
  },
];
