/** Growth whose contents share scopes, lists and promises with others: each function and instance is told where it is held, and only there. */
import { beforeAll, describe, expect, it } from "vitest";

import { nameOfOwner } from "../../src/cli/heap/describe-growth.ts";
import type { GrowingPlace, HeapGrowth } from "../../src/heap/growth.ts";
import { compareShots, NODES, takeSnapshots } from "./grown.ts";

const CLASSES = `
import { EventEmitter } from "node:events";
class Bus {
  #subscribers = [];
  subscribe(listener) { this.#subscribers.push(listener); return () => { this.#subscribers = this.#subscribers.filter((one) => one !== listener); }; }
}
class Sessions {
  byUser = new Map();
  open(user, id) { if (!this.byUser.has(user)) this.byUser.set(user, new Map()); this.byUser.get(user).set(id, { id }); }
  close(user, id) { this.byUser.get(user).delete(id); }
}
class Refs { refs = new Map(); add(key, value) { this.refs.set(key, new WeakRef(value)); } remove(key) { this.refs.delete(key); } }
class Days { static byDay = {}; static add(day, key) { (Days.byDay[day] ??= []).push({ key }); } static drop(day) { Days.byDay[day].length = 0; } }
class Emitter extends EventEmitter {}
class Poller {
  constructor(turn) { this.turn = turn; }
  start() { this.timer = setInterval(() => this.turn, 1e7); }
  stop() { clearInterval(this.timer); }
}
class Waiters { pending = new Map(); wait(id) { return new Promise((resolve) => { this.pending.set(id, resolve); }); } answer(id) { this.pending.get(id)(1); this.pending.delete(id); } }
class Job { constructor(key) { this.key = key; this.work = () => this.key; } }
class Queue { #tail = Promise.resolve(); run(task) { this.#tail = this.#tail.then(task); return this.#tail; } }
const bus = new Bus(), sessions = new Sessions(), emitter = new Emitter().setMaxListeners(0), waiters = new Waiters(), refs = new Refs(), queue = new Queue();
const never = new Promise(() => {});
const controller = new AbortController();
function makeLog() {
  const lines = [];
  return { add: (line) => lines.push({ line }), clear: () => { lines.length = 0; } };
}
const log = makeLog();
const jobs = new Set();
class Late {}
const many = new Map(Array.from({ length: 3000 }, (_, index) => [index, {}]));
function countMany() { return many.size; }
const strong = [];
let turn = 0;
`;

const LEAKY = `${CLASSES}
function round() {
  turn += 1; const key = "key" + turn; const value = { key };
  bus.subscribe(() => key);
  sessions.open("u" + turn % 3, key);
  strong.push(value); refs.add(key, value);
  Days.add("d" + turn % 5, key);
  emitter.on("change", function heard() { return key; });
  new Poller(turn).start();
  waiters.wait(key);
  never.then(() => key);
  log.add(key);
  jobs.add(new Job(key));
  many.set(key, new Late());
  setTimeout(() => key, 1e7);
  controller.signal.addEventListener("abort", () => key);
}
`;

const REPAIRED = `${CLASSES}
async function round() {
  turn += 1; const key = "key" + turn; const value = { key };
  bus.subscribe(() => key)();
  sessions.open("u" + turn % 3, key); sessions.close("u" + turn % 3, key);
  strong.push(value); refs.add(key, value); strong.pop(); refs.remove(key);
  Days.add("d" + turn % 5, key); Days.drop("d" + turn % 5);
  const hear = () => key; emitter.on("change", hear); emitter.off("change", hear);
  const poller = new Poller(turn); poller.start(); poller.stop();
  const answer = waiters.wait(key); waiters.answer(key); await answer;
  await queue.run(() => key);
  log.add(key); log.clear();
  const job = new Job(key); jobs.add(job); jobs.delete(job);
  many.set(key, new Late()); many.delete(key);
  clearTimeout(setTimeout(() => key, 1e7));
  controller.signal.addEventListener("abort", hear); controller.signal.removeEventListener("abort", hear);
}
`;

/** The line of the program that has a text. */
function lineOf(text: string): number {
  return LEAKY.split("\n").findIndex((line) => line.includes(text)) + 1;
}

describe.each(NODES)("a program whose growth hangs together, run by %s,", (node) => {
  let growth: HeapGrowth;
  const placeOf = (name: string): GrowingPlace | undefined => growth.places.find(({ owner }) => nameOfOwner(owner) === name);
  beforeAll(async () => {
    growth = await compareShots(takeSnapshots(LEAKY, node));
  }, 240_000);

  it.each([
    ["Bus.#subscribers", "class Bus"], ["Sessions.byUser[…]", "class Sessions"], ["Refs.refs", "class Refs"], ["Days.byDay[…]", "class Days"], ["Waiters.pending", "class Waiters"],
    ['listeners of "change" on Emitter', "class Emitter"], ["variable lines", "const lines"], ["variable strong", "const strong"], ["variable jobs", "const jobs"], ["variable many", "const many"],
  ])("has its places named: %s", (name, text) => expect(placeOf(name)).toMatchObject({ counts: name === "variable many" ? [3040, 3080, 3120] : [40, 80, 120], owner: { place: { line: lineOf(text) } } }));

  it("has nothing else", () => expect(growth.places).toHaveLength(10));

  it.each([["Bus.#subscribers", "bus.subscribe("], ['listeners of "change" on Emitter', "function heard"]])("has the handlers of %s told there", (name, text) => {
    expect(placeOf(name)?.contents).toMatchObject([{ isFunction: true, place: { line: lineOf(text) }, counts: [40, 80, 120] }]);
  });

  it("has the instances in a set told, and not the function of each", () => expect(placeOf("variable jobs")?.contents).toMatchObject([{ isFunction: false, name: "Job" }]));

  it("has the instances told of a map that had room for them before", () => expect(placeOf("variable many")?.contents).toMatchObject([{ name: "Late", counts: [40, 80, 120] }]));

  it("has callbacks of timers, promises and signals told by themselves, and not the instance that a callback sees", () => {
    const lines = growth.loose.map(({ place }) => place.line).sort((one, other) => one - other);
    expect(lines).toEqual(["start() {", "never.then(", "setTimeout(", "addEventListener("].map(lineOf));
    expect(growth.loose.every(({ isFunction }) => isFunction)).toBe(true);
  });
});

it.each(NODES)("the repaired twin has nothing, run by %s", { timeout: 240_000 }, async (node) => {
  expect(await compareShots(takeSnapshots(REPAIRED, node))).toMatchObject({ places: [], loose: [] });
});
