/** Applications written by hand, to see that the oracle is right: what their thing 1 does in the long run is known. */
import type { SourceText } from "./link.ts";
import type { Runnable } from "./run.ts";

/** A single file of which `handle`, `finish` or `Widget` is run; the world's names are the roles themselves. */
export function handWritten(text: string, ...others: readonly SourceText[]): Runnable {
  return { files: [{ path: "src/main.js", text }, ...others], name: (role) => role.slice(1), surroundings: { workFails: true, hasBadRequests: true, hasAborts: true } };
}

const BUS = 'import { EventEmitter } from "node:events";\nconst bus = new EventEmitter();\n';
const POOL: SourceText = {
  path: "src/pool.js",
  text: `export const open = ⟦1:new Map()⟧;
export function add(request) { open.set(request.id, request); }`,
};

/** In each of these thing 1 grows. */
export const LEAKING: Readonly<Record<string, Runnable>> = {
  "a listener on the process": handWritten(`export function handle(request) { «1»process.on("SIGHUP", () => console.log(request.id)); }`),
  "a listener on an emitter of the module": handWritten(`${BUS}export function handle(request) { «1»bus.on("data", () => console.log(request)); }`),
  "a listener removed with another function": handWritten(`export function handle() { const one = () => {}; «1»process.on("SIGHUP", one); process.off("SIGHUP", () => {}); }`),
  "a bound method removed bound again": handWritten(`class Client {
constructor() { «1»process.on("SIGHUP", this.tell.bind(this)); }
tell() {}
close() { process.off("SIGHUP", this.tell.bind(this)); }
}
export function handle() { new Client().close(); }`),
  "a listener of the page": handWritten(`export function handle() { «1»window.addEventListener("resize", () => {}); }`),
  "a listener once for what never comes": handWritten(`export function handle() { «1»process.once("SIGUSR2", () => {}); }`),
  "an interval": handWritten(`export function handle() { «1»setInterval(() => {}, 1000); }`),
  "a timeout that is set again": handWritten(`export function handle() { const tick = () => { «1»setTimeout(tick, 1000); }; tick(); }`),
  "an own emitter that an armed timer holds": handWritten(`import { EventEmitter } from "node:events";
export function handle() { const own = new EventEmitter(); «1»own.on("data", () => {}); setInterval(() => own.emit("data"), 1000); }`),
  "an effect without cleanup": handWritten(`import { useEffect } from "react";
export function Widget({ source }) { useEffect(() => { «1»source.on("event", () => {}); }, []); }`),
  "entries of a map": handWritten(`const seen = ⟦1:new Map()⟧;\nexport function handle(request) { seen.set(request.id, true); }`),
  "entries whose key is printed twice": handWritten(`const open = ⟦1:new Map()⟧;\nexport function handle(request) { open.set(String(request.context), 1); open.delete(String(request.context)); }`),
  "elements of an array": handWritten(`const all = ⟦1:[]⟧;\nexport function handle(request) { all.push(request.id); }`),
  "entries of a record, deleted under another key": handWritten(`const all = ⟦1:{}⟧;\nexport function handle(request) { all[request.id] = 1; delete all[request.title]; }`),
  "entries left where the work fails": handWritten(`import { load } from "./workFile.js";
const open = ⟦1:new Set()⟧;\nexport async function handle(request) { open.add(request.id); await load(request); open.delete(request.id); }`),
  "entries removed on an event that a cut request has not": handWritten(`const open = ⟦1:new Set()⟧;\nexport function handle(request) { open.add(request.id); request.once("finish", () => open.delete(request.id)); }`),
  "entries of another file": handWritten(`import { add } from "./pool.js";\nexport function handle(request) { add(request); }`, POOL),
  "collections in what is kept": handWritten(`const all = new Map();\nexport function handle(request) { const inner = ⟦1:new Set()⟧; inner.add(1); all.set(request.id, inner); }`),
};

/** In each of these thing 1 stays bounded. */
export const CLEAN: Readonly<Record<string, Runnable>> = {
  "a listener that is removed": handWritten(`export function handle() { const one = () => {}; «1»process.on("SIGHUP", one); process.off("SIGHUP", one); }`),
  "a listener on an own emitter": handWritten(`import { EventEmitter } from "node:events";\nexport function handle() { const own = new EventEmitter(); «1»own.on("data", () => own.emit("more")); }`),
  "a listener on an own element": handWritten(`export function handle() { const own = document.createElement("div"); «1»own.addEventListener("click", () => console.log(own)); }`),
  "a listener once for what comes": handWritten(`export function handle() { «1»process.once("SIGHUP", () => {}); }`),
  "a listener that a signal ends": handWritten(`export function handle(request) { const end = new AbortController(); «1»window.addEventListener("resize", () => {}, { signal: end.signal }); request.once("close", () => end.abort()); }`),
  "listeners that are removed all at once": handWritten(`${BUS}export function handle() { «1»bus.on("data", () => {}); bus.removeAllListeners("data"); }`),
  "a listener of the page that is removed": handWritten(`export function handle() { const one = () => {}; «1»window.addEventListener("resize", one); window.removeEventListener("resize", one); }`),
  "an interval that is cleared": handWritten(`export function handle(request) { «1»const timer = setInterval(() => {}, 1000); request.once("close", () => clearInterval(timer)); }`),
  "an interval at the start": handWritten(`«1»setInterval(() => {}, 1000);\nexport function handle() {}`),
  "a timeout": handWritten(`export function handle() { «1»setTimeout(() => {}, 500); }`),
  "an effect with its cleanup": handWritten(`import { useEffect } from "react";
export function Widget({ source }) { useEffect(() => { const one = () => {}; «1»source.on("event", one); return () => source.off("event", one); }, []); }`),
  "objects that hold each other and nobody holds": handWritten(`export function handle(request) { const inner = ⟦1:new Map()⟧; const outer = { inner }; inner.set("outer", outer); request.once("close", () => console.log(outer)); }`),
  "entries that are deleted": handWritten(`const open = ⟦1:new Map()⟧;\nexport function handle(request) { open.set(request.id, 1); }\nexport function finish(request) { open.delete(request.id); }`),
  "few keys": handWritten(`const kinds = ⟦1:new Map()⟧;\nexport function handle(request) { kinds.set(request.kind, 1); }`),
  "a map bounded by its size": handWritten(`const recent = ⟦1:new Map()⟧;\nexport function handle(request) { recent.set(request.id, 1); if (recent.size > 20) recent.delete(recent.keys().next().value); }`),
  "weak keys": handWritten(`const notes = ⟦1:new WeakMap()⟧;\nexport function handle(request) { notes.set(request, { at: 1 }); }`),
  "entries that expire": handWritten(`const open = ⟦1:new Set()⟧;\nexport function handle(request) { open.add(request.id); setTimeout(() => open.delete(request.id), 3000); }`),
  "a map that is replaced": handWritten(`let open = ⟦1:new Map()⟧;\nexport function handle(request) { open.set(request.id, 1); if (open.size > 10) open = ⟦1:new Map()⟧; }`),
  "entries deleted whatever happens": handWritten(`import { load } from "./workFile.js";
const open = ⟦1:new Set()⟧;\nexport async function handle(request) { open.add(request.id); try { await load(request); } finally { open.delete(request.id); } }`),
  "entries of another file, deleted here": handWritten(`import { add, open } from "./pool.js";\nexport function handle(request) { add(request); open.delete(request.id); }`, POOL),
};
