/** Files, sockets and watchers of Deno, which its global object opens. */
import type { CataloguedPair } from "../entry.ts";
import { globalNamed, oneOf, type ApiOrigin } from "../origin.ts";
import { awaited, call, iterating, methods, result } from "../vocabulary.ts";

const deno = (...names: readonly string[]): ApiOrigin => oneOf(...names.map((name) => globalNamed(`Deno.${name}`)));
const unproven = "Deno brings its declarations itself; no package has them.";

export const denoPairs: readonly CataloguedPair[] = [
  {
    id: "deno/file",
    noun: "an open file",
    acquire: call(deno("open", "create")),
    handle: awaited,
    // The streams of a file close it when they end.
    releases: methods("close", "readable", "writable"),
    heldBy: "process",
    reason: "The file stays open until it is closed; a process has a limited number of them.",
    docs: "https://docs.deno.com/api/deno/~/Deno.FsFile",
    unproven,
    leaking: `
export async function sizeOf(path) {
  const file = await Deno.open(path);
  const { size } = await file.stat();
  return size;
}
`,
    clean: `
export async function sizeOf(path) {
  const file = await Deno.open(path);
  try {
    return (await file.stat()).size;
  } finally {
    file.close();
  }
}
`,
  },
  {
    id: "deno/file-sync",
    noun: "an open file",
    acquire: call(deno("openSync", "createSync")),
    handle: result,
    releases: methods("close", "readable", "writable"),
    heldBy: "process",
    reason: "The file stays open until it is closed; a process has a limited number of them.",
    docs: "https://docs.deno.com/api/deno/~/Deno.openSync",
    unproven,
    leaking: `
export function sizeOf(path) {
  const file = Deno.openSync(path);
  return file.statSync().size;
}
`,
    clean: `
export function sizeOf(path) {
  const file = Deno.openSync(path);
  try {
    return file.statSync().size;
  } finally {
    file.close();
  }
}
`,
  },
  {
    id: "deno/connection",
    noun: "a connection",
    acquire: call(deno("connect", "connectTls", "connectQuic", "startTls")),
    handle: awaited,
    releases: methods("close", "readable", "writable"),
    heldBy: "process",
    reason: "The socket stays open until it is closed, whether or not the other side has gone.",
    docs: "https://docs.deno.com/api/deno/~/Deno.connect",
    unproven,
    leaking: `
export async function ping(hostname) {
  const connection = await Deno.connect({ hostname, port: 7 });
  return await connection.write(new Uint8Array([1]));
}
`,
    clean: `
export async function ping(hostname) {
  const connection = await Deno.connect({ hostname, port: 7 });
  try {
    return await connection.write(new Uint8Array([1]));
  } finally {
    connection.close();
  }
}
`,
  },
  {
    id: "deno/listener",
    noun: "a listening socket",
    acquire: call(deno("listen", "listenTls", "listenDatagram")),
    handle: result,
    releases: [...methods("close"), iterating],
    heldBy: "process",
    longLived: true,
    reason: "It holds its port and keeps the process alive.",
    docs: "https://docs.deno.com/api/deno/~/Deno.listen",
    unproven,
    leaking: `
export async function firstCaller(port) {
  const listener = Deno.listen({ port });
  const caller = await listener.accept();
  return caller;
}
`,
    clean: `
export async function firstCaller(port) {
  const listener = Deno.listen({ port });
  try {
    return await listener.accept();
  } finally {
    listener.close();
  }
}
`,
  },
  {
    id: "deno/watcher",
    noun: "a file watcher",
    acquire: call(deno("watchFs")),
    handle: result,
    releases: [...methods("close", "return"), iterating],
    heldBy: "process",
    reason: "Each watch takes one of the few that the operating system gives a user.",
    docs: "https://docs.deno.com/api/deno/~/Deno.watchFs",
    unproven,
    leaking: `
export async function nextChange(path) {
  const changes = Deno.watchFs(path);
  const { value } = await changes.next();
  return value;
}
`,
    clean: `
export async function nextChange(path) {
  const changes = Deno.watchFs(path);
  try {
    return (await changes.next()).value;
  } finally {
    changes.close();
  }
}
`,
  },
];
