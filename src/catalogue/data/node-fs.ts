/** Files, directories and watchers of Node. */
import type { CataloguedPair, Release } from "../entry.ts";
import { exported, oneOf, type ApiOrigin } from "../origin.ts";
import { argument, awaited, call, callbackParameter, iterating, methods, passingTo, result, signalIn } from "../vocabulary.ts";

const fs = (name: string): ApiOrigin => exported("node:fs", name);
const promised = (name: string): ApiOrigin => oneOf(exported("node:fs/promises", name), exported("node:fs", `promises.${name}`));

const closingDescriptor: readonly Release[] = [passingTo(fs("closeSync")), passingTo(fs("close"))];

export const nodeFs: readonly CataloguedPair[] = [
  {
    id: "node-fs/file-handle",
    noun: "a file handle",
    acquire: call(promised("open")),
    handle: awaited,
    // A stream of a handle closes it when it ends or breaks, unless it is told not to.
    releases: methods("close", "[asyncDispose]", "createReadStream", "createWriteStream", "readLines"),
    heldBy: "process",
    releaseMayThrow: true,
    reason: "A handle that is left to the garbage collector is closed late, with a warning, and in later versions with an error.",
    docs: "https://nodejs.org/api/fs.html#filehandleclose",
    leaking: `
import { open } from "node:fs/promises";

export async function readHeader(path: string): Promise<Buffer> {
  const file = await open(path);
  const { buffer } = await file.read(Buffer.alloc(16), 0, 16, 0);
  await file.close();
  return buffer;
}
`,
    clean: `
import { open } from "node:fs/promises";

export async function readHeader(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(16), 0, 16, 0);
    return buffer;
  } finally {
    await file.close();
  }
}
`,
  },
  {
    id: "node-fs/descriptor-sync",
    noun: "a file descriptor",
    acquire: call(fs("openSync")),
    handle: result,
    releases: closingDescriptor,
    heldBy: "process",
    reason: "A descriptor is a plain number: nothing but close gives it back, and the process has a limit.",
    docs: "https://nodejs.org/api/fs.html#fsopensyncpath-flags-mode",
    leaking: `
import { closeSync, openSync, writeSync } from "node:fs";

export function writeAll(path: string, text: string): void {
  const descriptor = openSync(path, "w");
  writeSync(descriptor, text);
  closeSync(descriptor);
}
`,
    clean: `
import { closeSync, openSync, writeSync } from "node:fs";

export function writeAll(path: string, text: string): void {
  const descriptor = openSync(path, "w");
  try {
    writeSync(descriptor, text);
  } finally {
    closeSync(descriptor);
  }
}
`,
  },
  {
    id: "node-fs/descriptor",
    noun: "a file descriptor",
    acquire: call(fs("open")),
    handle: callbackParameter(1),
    releases: closingDescriptor,
    heldBy: "process",
    reason: "A descriptor is a plain number: nothing but close gives it back, and the process has a limit.",
    docs: "https://nodejs.org/api/fs.html#fsopenpath-flags-mode-callback",
    leaking: `
import * as fs from "node:fs";

export function sizeOf(path: string, done: (error: Error | null, size?: number) => void): void {
  fs.open(path, "r", (error, descriptor) => {
    if (error) return done(error);
    fs.fstat(descriptor, (failure, stats) => {
      if (failure) return done(failure);
      done(null, stats.size);
    });
  });
}
`,
    clean: `
import * as fs from "node:fs";

export function sizeOf(path: string, done: (error: Error | null, size?: number) => void): void {
  fs.open(path, "r", (error, descriptor) => {
    if (error) return done(error);
    fs.fstat(descriptor, (failure, stats) => {
      fs.close(descriptor, () => done(failure, stats?.size));
    });
  });
}
`,
  },
  {
    id: "node-fs/directory",
    noun: "a directory handle",
    acquire: call(promised("opendir")),
    handle: awaited,
    releases: [...methods("close", "closeSync", "[asyncDispose]"), iterating],
    heldBy: "process",
    reason: "It holds a descriptor until it is closed or iterated.",
    docs: "https://nodejs.org/api/fs.html#class-fsdir",
    leaking: `
import { opendir } from "node:fs/promises";

export async function isEmpty(path: string): Promise<boolean> {
  const directory = await opendir(path);
  const entry = await directory.read();
  return entry === null;
}
`,
    clean: `
import { opendir } from "node:fs/promises";

export async function isEmpty(path: string): Promise<boolean> {
  const directory = await opendir(path);
  try {
    return (await directory.read()) === null;
  } finally {
    await directory.close();
  }
}
`,
  },
  {
    id: "node-fs/directory-sync",
    noun: "a directory handle",
    acquire: call(fs("opendirSync")),
    handle: result,
    releases: [...methods("close", "closeSync", "[dispose]"), iterating],
    heldBy: "process",
    reason: "It holds a descriptor until it is closed or iterated.",
    docs: "https://nodejs.org/api/fs.html#fsopendirsyncpath-options",
    leaking: `
import { opendirSync } from "node:fs";

export function firstName(path: string): string | undefined {
  const directory = opendirSync(path);
  return directory.readSync()?.name;
}
`,
    clean: `
import { opendirSync } from "node:fs";

export function firstName(path: string): string | undefined {
  const directory = opendirSync(path);
  try {
    return directory.readSync()?.name;
  } finally {
    directory.closeSync();
  }
}
`,
  },
  {
    id: "node-fs/watcher",
    noun: "a file watcher",
    acquire: call(fs("watch")),
    handle: result,
    releases: methods("close"),
    wrongReleases: [
      { method: "unref", because: "`unref` only lets the process end; the watch goes on" },
      { method: "removeAllListeners", because: "without listeners the watch still holds its place in the operating system" },
    ],
    bounds: [signalIn(1)],
    heldBy: "process",
    reason: "Each watch takes one of the few that the operating system gives a user.",
    docs: "https://nodejs.org/api/fs.html#fswatchfilename-options-listener",
    leaking: `
import { watch } from "node:fs";

export function nextChange(path: string): Promise<void> {
  return new Promise((resolve) => {
    const watcher = watch(path);
    watcher.on("change", () => resolve());
  });
}
`,
    clean: `
import { watch } from "node:fs";

export function nextChange(path: string): Promise<void> {
  return new Promise((resolve) => {
    const watcher = watch(path);
    watcher.on("change", () => {
      watcher.close();
      resolve();
    });
  });
}
`,
  },
  {
    id: "node-fs/watched-file",
    noun: "a polled file",
    acquire: call(fs("watchFile")),
    handle: argument(0),
    releases: [passingTo(fs("unwatchFile"))],
    heldBy: "process",
    reason: "The file is looked at again and again, until `unwatchFile` names the same path.",
    docs: "https://nodejs.org/api/fs.html#fswatchfilefilename-options-listener",
    leaking: `
import { watchFile } from "node:fs";

export function reloadOnChange(path: string, reload: () => void): void {
  watchFile(path, () => reload());
}
`,
    clean: `
import { unwatchFile, watchFile } from "node:fs";

export function reloadOnChange(path: string, reload: () => void): () => void {
  watchFile(path, () => reload());
  return () => unwatchFile(path);
}
`,
  },
  {
    id: "node-fs/read-stream",
    noun: "a read stream",
    acquire: call(fs("createReadStream")),
    handle: result,
    releases: [...methods("destroy", "close", "[asyncDispose]"), iterating],
    bounds: [signalIn(1)],
    heldBy: "process",
    endsByItself: true,
    reason: "The descriptor is closed at the end of the file; a stream that is left before keeps it open.",
    docs: "https://nodejs.org/api/fs.html#fscreatereadstreampath-options",
    leaking: `
import { createReadStream } from "node:fs";

export async function upload(path: string, prepare: () => Promise<string>): Promise<string> {
  const stream = createReadStream(path);
  const target = await prepare();
  stream.destroy();
  return target;
}
`,
    clean: `
import { createReadStream } from "node:fs";

export async function upload(path: string, prepare: () => Promise<string>): Promise<string> {
  const stream = createReadStream(path);
  try {
    return await prepare();
  } finally {
    stream.destroy();
  }
}
`,
  },
  {
    id: "node-fs/write-stream",
    noun: "a write stream",
    acquire: call(fs("createWriteStream")),
    handle: result,
    releases: methods("end", "destroy", "close", "[asyncDispose]"),
    bounds: [signalIn(1)],
    heldBy: "process",
    closedByFailing: ["write", "end"],
    reason: "Nothing ends a write stream but `end` or `destroy`: until then its descriptor stays open.",
    docs: "https://nodejs.org/api/fs.html#fscreatewritestreampath-options",
    leaking: `
import { createWriteStream } from "node:fs";

export function log(path: string, line: string): void {
  const stream = createWriteStream(path, { flags: "a" });
  stream.write(line);
}
`,
    clean: `
import { createWriteStream } from "node:fs";

export function log(path: string, line: string): void {
  const stream = createWriteStream(path, { flags: "a" });
  stream.end(line);
}
`,
  },
];
