/** Each family of growth with its repaired twin: the place is named, and nothing is named where the entries go again. */
import { beforeAll, describe, expect, it } from "vitest";

import { nameOfOwner } from "../../src/cli/heap/describe-growth.ts";
import type { HeapGrowth } from "../../src/heap/growth.ts";
import { compareShots, NODES, takeSnapshots } from "./grown.ts";

const HUB = `
import { EventEmitter } from "node:events";
class Hub extends EventEmitter {
  #streams = new Map(); names = new Set(); record = {}; list = []; rooms = new Map();
  static all = new Map();
  enter(key) {
    this.#streams.set(key, { key }); this.names.add(key); this.record[key] = { key }; this.list.push({ key });
    const room = this.rooms.get("one") ?? new Set(); this.rooms.set("one", room); room.add(key);
    Hub.all.set(key, { key });
  }
  leave(key) {
    this.#streams.delete(key); this.names.delete(key); delete this.record[key]; this.list.pop(); this.rooms.get("one").delete(key); Hub.all.delete(key);
  }
}
const hub = new Hub(); hub.setMaxListeners(0); process.setMaxListeners(0);
const cache = new Map();
export let replaced = [];
function makeStore() { const inner = new Map(); return { put: (key) => inner.set(key, 1), drop: (key) => inner.delete(key) }; }
const store = makeStore();
const numbers = new Set();
let turn = 0;
globalThis.kept = [];
`;

const LEAKY = `${HUB}
function round() {
  turn += 1; const key = "key" + turn;
  hub.enter(key); cache.set(key, turn); replaced = [...replaced, { key }]; store.put(key); numbers.add(turn); globalThis.kept.push({ key });
  hub.on("change", () => turn); process.on("beat", () => turn); setInterval(() => turn, 1e6);
}
`;

const REPAIRED = `${HUB}
function round() {
  turn += 1; const key = "key" + turn;
  hub.enter(key); hub.leave(key); cache.set(key, turn); cache.delete(key); replaced = [...replaced, { key }].slice(-1); store.put(key); store.drop(key);
  numbers.add(turn); numbers.delete(turn); globalThis.kept.push({ key }); globalThis.kept.length = 0;
  const hear = () => turn; hub.on("change", hear); hub.off("change", hear); process.on("beat", hear); process.off("beat", hear); clearInterval(setInterval(() => turn, 1e6));
}
`;

/** The line of the program that has a text. */
function lineOf(text: string): number {
  return LEAKY.split("\n").findIndex((line) => line.includes(text)) + 1;
}

const LISTENING = lineOf('hub.on("change"');

describe.each(NODES)("a program that leaks in each family, run by %s,", (node) => {
  let growth: HeapGrowth;
  beforeAll(async () => {
    growth = await compareShots(takeSnapshots(LEAKY, node));
  }, 240_000);

  it.each([
    "Hub.#streams", "Hub.names", "Hub.record", "Hub.list", "Hub.rooms[…]", "Hub.all", "variable cache", "variable replaced", "variable inner", "globalThis.kept",
    'listeners of "change" on Hub', 'listeners of "beat" on process',
  ])("has its growth named: %s", (name) => {
    const place = growth.places.find(({ owner }) => nameOfOwner(owner) === name);
    expect(place?.counts).toEqual([40, 80, 120]);
    expect(place?.isRoom).toBe(false);
  });

  it("has the class of a field and the handler of a listener named with their lines", () => {
    const placeOf = (name: string) => growth.places.find(({ owner }) => nameOfOwner(owner) === name);
    expect(placeOf("Hub.#streams")?.owner.place).toMatchObject({ line: 3, url: expect.stringMatching(/program\.mjs$/u) as string });
    expect(placeOf('listeners of "beat" on process')?.contents).toMatchObject([{ isFunction: true, place: { line: LISTENING }, counts: [40, 80, 120] }]);
  });

  it("has its timers named by their callback, with what holds them", () => {
    expect(growth.loose).toMatchObject([{ isFunction: true, place: { line: LISTENING }, counts: [40, 80, 120], holders: expect.arrayContaining(["Timeout"]) as string[] }]);
  });

  it.each([["variable cache", "const cache"], ["variable replaced", "let replaced"], ["variable inner", "const inner"]])("has the declaration of its variables named: %s", (name, text) => {
    expect(growth.places.find(({ owner }) => nameOfOwner(owner) === name)?.owner.place).toMatchObject({ line: lineOf(text) });
  });

  it("has the declaration of a field named beside its class", () => {
    expect(growth.places.find(({ owner }) => nameOfOwner(owner) === "Hub.list")?.owner).toMatchObject({ place: { line: lineOf("class Hub") }, declared: { line: lineOf("list = []") } });
  });

  it("knows of numbers the room alone", () => expect(growth.places.find(({ owner }) => nameOfOwner(owner) === "variable numbers")?.isRoom).toBe(true));

  it("tells the way from the root", () => expect(growth.places.find(({ owner }) => nameOfOwner(owner) === "Hub.list")?.way.join(" > ")).toContain(".list: Array"));

  it("has nothing else", () => expect(growth.places).toHaveLength(13));
});

it.each(NODES)("the repaired twin has nothing, run by %s", { timeout: 240_000 }, async (node) => {
  expect(await compareShots(takeSnapshots(REPAIRED, node))).toMatchObject({ places: [], loose: [] });
});
