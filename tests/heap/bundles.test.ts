/** Growth in code that was compiled: bundles, minified or not, and TypeScript that Node runs by itself are told by the lines and names of the source. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { rolldown } from "rolldown";
import { beforeAll, describe, expect, it } from "vitest";

import { nameOfOwner } from "../../src/cli/heap/describe-growth.ts";
import { listWritten } from "../../src/cli/heap/source-of-growth.ts";
import { nameBySources } from "../../src/cli/heap/unmapped-sources.ts";
import type { HeapGrowth } from "../../src/heap/growth.ts";
import { makeTemporaryDirectory } from "../support/temporary-directory.ts";
import { compareShots, NODES, runNode } from "./grown.ts";

const FILES = {
  "hub.ts": `import { EventEmitter } from "node:events";

export interface Stream { key: string }

/** Longer than it needs to be. */
export class Hub extends EventEmitter {
  readonly #streams = new Map<string, Stream>();
  #names: string[] = [];
  static everyone = new Map<string, Stream>();

  enter(key: string): void {
    this.#streams.set(key, { key });
    this.#names.push(key);
    Hub.everyone.set(key, { key });
  }

  leave(key: string): void {
    this.#streams.delete(key);
    this.#names.pop();
    Hub.everyone.delete(key);
  }
}
`,
  "store.ts": `const cache = new Map<string, { key: string }>();

export function makeStore() {
  const inner: { key: string }[] = [];
  return {
    put(key: string): void { inner.push({ key }); cache.set(key, { key }); },
    drop(key: string): void { inner.pop(); cache.delete(key); },
  };
}
`,
  "main.ts": `import v8 from "node:v8";
import { Hub } from "./hub.ts";
import { makeStore } from "./store.ts";

const isRepaired = process.env.REPAIRED === "yes";
const hub = new Hub();
const store = makeStore();
hub.setMaxListeners(0);
let turn = 0;
function round(): void {
  turn += 1;
  const key = \`key\${turn}\`;
  hub.enter(key);
  store.put(key);
  const changed = (): number => turn;
  hub.on("change", changed);
  const timer = setInterval(() => turn, 1e7);
  if (!isRepaired) return;
  hub.leave(key);
  store.drop(key);
  hub.off("change", changed);
  clearInterval(timer);
}
for (const shot of process.argv.slice(2)) {
  for (let count = 0; count < 40; count += 1) round();
  v8.writeHeapSnapshot(shot);
}
process.exit();
`,
};

const NAMES = ["Hub.#names", "Hub.#streams", "Hub.everyone", 'listeners of "change" on Hub', "variable cache", "variable inner"];

function writeSources(): string {
  const directory = makeTemporaryDirectory("heap-bundle");
  mkdirSync(join(directory, "src"));
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(directory, "src", name), text);
  return directory;
}

async function writeBundle(format: "esm" | "cjs", minify: boolean, sourcemap: boolean | "inline"): Promise<string> {
  const directory = writeSources();
  const bundle = await rolldown({ input: join(directory, "src", "main.ts"), platform: "node" });
  const file = join(directory, format === "esm" ? "bundle.mjs" : "bundle.cjs");
  await bundle.write({ file, format, minify, sourcemap });
  await bundle.close();
  return file;
}

async function compareRuns(node: string, file: string, isRepaired: boolean): Promise<HeapGrowth> {
  const shots = ["a", "b", "c"].map((name) => `${file}.${name}.heapsnapshot`);
  runNode(node, [file, ...shots], { ...process.env, REPAIRED: isRepaired ? "yes" : "no" });
  return await compareShots(shots);
}

/** The file and line of each place, by its name. */
function describePlaces({ places, loose }: HeapGrowth): Record<string, string> {
  const all = [...places.map(({ owner }) => [nameOfOwner(owner), owner.place] as const), ...loose.map(({ place }) => ["timer", place] as const)];
  return Object.fromEntries(all.map(([name, place]) => [name, `${place?.url.split("/").at(-1) ?? ""}:${String(place?.line)}`]));
}

const EXPECTED = {
  "Hub.#names": "hub.ts:6", "Hub.#streams": "hub.ts:6", "Hub.everyone": "hub.ts:6", 'listeners of "change" on Hub': "hub.ts:6",
  "variable cache": "store.ts:1", "variable inner": "store.ts:4", timer: "main.ts:17",
};

describe.each([
  ["minified, with a map beside it", "esm", true, true],
  ["minified CommonJS, with a map in it", "cjs", true, "inline"],
  ["with its names", "esm", false, true],
] as const)("a bundle, %s,", (_, format, minify, sourcemap) => {
  let file: string;
  beforeAll(async () => {
    file = await writeBundle(format, minify, sourcemap);
  }, 240_000);

  it.each(NODES)("is told by its sources, run by %s", { timeout: 240_000 }, async (node) => {
    const growth = await compareRuns(node, file, false);
    expect(describePlaces(growth)).toEqual(EXPECTED);
    expect(growth.places.find(({ owner }) => nameOfOwner(owner) === "Hub.#streams")?.owner).toMatchObject({ declared: { line: 7 }, place: { ran: { url: expect.stringContaining("bundle.") as string } } });
  });
});

it("a repaired bundle has nothing", { timeout: 240_000 }, async () => {
  expect(await compareRuns(process.execPath, await writeBundle("esm", true, true), true)).toMatchObject({ places: [], loose: [] });
});

it("a bundle without a map is told as it ran", { timeout: 240_000 }, async () => {
  const { places } = await compareRuns(process.execPath, await writeBundle("esm", true, false), false);
  expect(places).toHaveLength(NAMES.length);
  expect(places.every(({ owner }) => owner.place?.ran === undefined && owner.place?.url.endsWith("bundle.mjs"))).toBe(true);
});

it.each([["minified", true], ["with its names", false]] as const)("a bundle without a map, %s, is told by the sources that are named", { timeout: 240_000 }, async (_, minify) => {
  const file = await writeBundle("esm", minify, false);
  const growth = nameBySources(await compareRuns(process.execPath, file, false), () => listWritten(join(dirname(file), "src")));
  expect(describePlaces(growth)).toEqual(EXPECTED);
});

/** Node 22.18, 23.6 and later ones run TypeScript by themselves; the one that runs the tests may be older, and then says so. */
it.each(NODES)("TypeScript keeps its lines, run by %s", { timeout: 240_000 }, async (node) => {
  const directory = writeSources();
  writeFileSync(join(directory, "src", "package.json"), '{ "type": "module" }');
  try {
    const growth = await compareRuns(node, join(directory, "src", "main.ts"), false);
    expect(describePlaces(growth)).toEqual(EXPECTED);
  } catch (error) {
    if (!String(error).includes("ERR_UNKNOWN_FILE_EXTENSION")) throw error;
  }
});
