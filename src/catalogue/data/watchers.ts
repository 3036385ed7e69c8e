/** File watchers and the tools that build on them. */
import type { CataloguedPair } from "../entry.ts";
import { exported, memberOf, resultOf, typed } from "../origin.ts";
import { awaited, call, methods, result } from "../vocabulary.ts";

const compiler = typed("webpack", "Compiler", [resultOf(exported("webpack", "default")), resultOf(exported("webpack", "webpack"))]);

export const watchers: readonly CataloguedPair[] = [
  {
    id: "chokidar/watcher",
    noun: "a file watcher",
    acquire: call(exported("chokidar", "watch")),
    handle: result,
    releases: methods("close"),
    wrongReleases: [{ method: "removeAllListeners", because: "without listeners the files are still watched" }],
    heldBy: "process",
    longLived: true,
    reason: "It holds a watch per folder and keeps the process alive.",
    docs: "https://github.com/paulmillr/chokidar#api",
    leaking: `
import { watch } from "chokidar";

export function nextChange(folder: string): Promise<string> {
  return new Promise((resolve) => {
    const watcher = watch(folder);
    watcher.on("change", (path) => resolve(path));
  });
}
`,
    clean: `
import { watch } from "chokidar";

export function nextChange(folder: string): Promise<string> {
  return new Promise((resolve) => {
    const watcher = watch(folder);
    watcher.on("change", (path) => {
      void watcher.close();
      resolve(path);
    });
  });
}
`,
  },
  {
    id: "parcel-watcher/subscription",
    noun: "a file subscription",
    acquire: call(exported("@parcel/watcher", "subscribe")),
    handle: awaited,
    releases: methods("unsubscribe"),
    heldBy: "process",
    releaseMayThrow: true,
    reason: "A native thread keeps watching and calling back.",
    docs: "https://github.com/parcel-bundler/watcher#watching",
    leaking: `
import { subscribe } from "@parcel/watcher";

export async function countChangesDuring(folder: string, work: () => Promise<void>): Promise<number> {
  let count = 0;
  const subscription = await subscribe(folder, (_error, events) => (count += events.length));
  await work();
  await subscription.unsubscribe();
  return count;
}
`,
    clean: `
import { subscribe } from "@parcel/watcher";

export async function countChangesDuring(folder: string, work: () => Promise<void>): Promise<number> {
  let count = 0;
  const subscription = await subscribe(folder, (_error, events) => (count += events.length));
  try {
    await work();
  } finally {
    await subscription.unsubscribe();
  }
  return count;
}
`,
  },
  {
    id: "esbuild/context",
    noun: "a build context",
    acquire: call(exported("esbuild", "context")),
    handle: awaited,
    releases: methods("dispose"),
    wrongReleases: [{ method: "cancel", because: "`cancel` stops the build that runs; the context stays" }],
    heldBy: "process",
    reason: "The service keeps the whole module graph of the context, and its watch.",
    docs: "https://esbuild.github.io/api/#build",
    leaking: `
import { context } from "esbuild";

export async function buildTwice(entry: string): Promise<void> {
  const build = await context({ entryPoints: [entry] });
  await build.rebuild();
  await build.rebuild();
  await build.dispose();
}
`,
    clean: `
import { context } from "esbuild";

export async function buildTwice(entry: string): Promise<void> {
  const build = await context({ entryPoints: [entry] });
  try {
    await build.rebuild();
    await build.rebuild();
  } finally {
    await build.dispose();
  }
}
`,
  },
  {
    id: "vite/dev-server",
    noun: "a dev server",
    acquire: call(exported("vite", "createServer")),
    handle: awaited,
    releases: methods("close"),
    heldBy: "process",
    longLived: true,
    reason: "It holds a port, a file watcher and its dependency optimizer, even before `listen`.",
    docs: "https://vite.dev/guide/api-javascript.html#createserver",
    leaking: `
import { createServer } from "vite";

export async function loadConfig(root: string, file: string): Promise<unknown> {
  const server = await createServer({ root, server: { middlewareMode: true } });
  const config = await server.ssrLoadModule(file);
  await server.close();
  return config;
}
`,
    clean: `
import { createServer } from "vite";

export async function loadConfig(root: string, file: string): Promise<unknown> {
  const server = await createServer({ root, server: { middlewareMode: true } });
  try {
    return await server.ssrLoadModule(file);
  } finally {
    await server.close();
  }
}
`,
  },
  {
    id: "vite/preview-server",
    noun: "a preview server",
    acquire: call(exported("vite", "preview")),
    handle: awaited,
    releases: methods("close"),
    heldBy: "process",
    reason: "It holds a port and keeps the process alive.",
    docs: "https://vite.dev/guide/api-javascript.html#preview",
    leaking: `
import { preview } from "vite";

export async function checkPreview(root: string, check: () => Promise<void>): Promise<void> {
  const server = await preview({ root });
  await check();
  await server.close();
}
`,
    clean: `
import { preview } from "vite";

export async function checkPreview(root: string, check: () => Promise<void>): Promise<void> {
  const server = await preview({ root });
  try {
    await check();
  } finally {
    await server.close();
  }
}
`,
  },
  {
    id: "rollup/watcher",
    noun: "a bundle watcher",
    acquire: call(exported("rollup", "watch")),
    handle: result,
    releases: methods("close"),
    heldBy: "process",
    reason: "It watches every module of the bundle and keeps the process alive.",
    docs: "https://rollupjs.org/javascript-api/#rollup-watch",
    leaking: `
import { watch } from "rollup";

export async function watchDuring(input: string, work: () => Promise<void>): Promise<void> {
  const watcher = watch({ input });
  await work();
  await watcher.close();
}
`,
    clean: `
import { watch } from "rollup";

export async function watchDuring(input: string, work: () => Promise<void>): Promise<void> {
  const watcher = watch({ input });
  try {
    await work();
  } finally {
    await watcher.close();
  }
}
`,
  },
  {
    id: "webpack/watching",
    noun: "a watching compiler",
    acquire: call(memberOf(compiler, "watch")),
    handle: result,
    releases: methods("close"),
    heldBy: "process",
    longLived: true,
    reason: "It watches every module of the bundle and keeps the process alive.",
    docs: "https://webpack.js.org/api/node/#watching",
    leaking: `
import webpack from "webpack";

const compiler = webpack({ entry: "./main.js" });

export async function watchDuring(work: () => Promise<void>): Promise<void> {
  const watching = compiler?.watch({}, () => {});
  await work();
  watching?.close(() => {});
}
`,
    clean: `
import webpack from "webpack";

const compiler = webpack({ entry: "./main.js" });

export async function watchDuring(work: () => Promise<void>): Promise<void> {
  const watching = compiler?.watch({}, () => {});
  try {
    await work();
  } finally {
    watching?.close(() => {});
  }
}
`,
  },
];
