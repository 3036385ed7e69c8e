/** Bundlers and watchers of files beside the well-known ones. */
import type { CataloguedPair } from "../entry.ts";
import { exported } from "../origin.ts";
import { awaited, call, construct, methods, result } from "../vocabulary.ts";

export const bundlers: readonly CataloguedPair[] = [
  {
    id: "rolldown/bundle",
    noun: "a bundle",
    acquire: call(exported("rolldown", "rolldown")),
    handle: awaited,
    releases: methods("close", "[asyncDispose]"),
    heldBy: "process",
    reason: "Plugins keep what they hold, and native memory stays in use, until `closeBundle` has run.",
    docs: "https://rolldown.rs/reference/Class.RolldownBuild",
    leaking: `
import { rolldown } from "rolldown";

export async function build(input: string, dir: string): Promise<void> {
  const bundle = await rolldown({ input });
  await bundle.write({ dir });
  await bundle.close();
}
`,
    clean: `
import { rolldown } from "rolldown";

export async function build(input: string, dir: string): Promise<void> {
  const bundle = await rolldown({ input });
  try {
    await bundle.write({ dir });
  } finally {
    await bundle.close();
  }
}
`,
  },
  {
    id: "rolldown/watcher",
    noun: "a bundler's watcher",
    acquire: call(exported("rolldown", "watch")),
    handle: result,
    releases: methods("close"),
    heldBy: "process",
    reason: "It watches every file of the bundle and builds again at each change.",
    docs: "https://rolldown.rs/reference/Interface.RolldownWatcher",
    leaking: `
import { watch } from "rolldown";

export async function buildDuring(input: string, work: () => Promise<void>): Promise<void> {
  const watcher = watch({ input });
  await work();
  await watcher.close();
}
`,
    clean: `
import { watch } from "rolldown";

export async function buildDuring(input: string, work: () => Promise<void>): Promise<void> {
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
    id: "watchpack/watcher",
    noun: "a file watcher",
    acquire: construct(exported("watchpack", "default")),
    handle: result,
    releases: methods("close"),
    wrongReleases: [{ method: "pause", because: "`pause` stops the events; the files are still watched" }],
    heldBy: "process",
    reason: "Each watch takes one of the few that the operating system gives a user.",
    docs: "https://github.com/webpack/watchpack#api",
    leaking: `
import Watchpack from "watchpack";

export async function watchDuring(files: string[], work: () => Promise<void>): Promise<void> {
  const watcher = new Watchpack({});
  watcher.watch({ files });
  await work();
  watcher.close();
}
`,
    clean: `
import Watchpack from "watchpack";

export async function watchDuring(files: string[], work: () => Promise<void>): Promise<void> {
  const watcher = new Watchpack({});
  try {
    watcher.watch({ files });
    await work();
  } finally {
    watcher.close();
  }
}
`,
  },
];
