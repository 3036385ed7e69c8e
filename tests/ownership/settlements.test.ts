import { describe, expect, test } from "vitest";

import type { FileFacts } from "../../src/facts/file-facts.ts";
import { collectResources } from "../../src/subjects/resource/resource.ts";
import { hearSettlements, tellForgotten } from "../../src/bench/reasons/forgotten-on-settle.ts";
import { outlivesExecutor } from "../../src/subjects/settler/executor-target.ts";
import { factsOf } from "../support/file-facts.ts";

/** What is forgotten, as `confidence: acquired`, each on its own line of the executor. */
function forgotten(code: string): readonly string[] {
  const file = factsOf(code);
  return tellForgotten(hearSettlements(file, collectResources(file))).map(({ confidence, resource, release }) => `${confidence}: ${shortOf(file, resource.acquisition)}${release === undefined ? ", never released" : ""}`);
}

function shortOf(file: FileFacts, node: object): string {
  return file.sourceCode.getText(node as never).replace(/\(.*/s, "");
}

const wait = (body: string, parameters = "socket, ms, signal"): string => `export function wait(${parameters}) { return new Promise((resolve, reject) => { ${body} }); }`;

describe("what one callback releases and another forgets", () => {
  test.each([
    ["an interval", wait("const t = setInterval(poll, ms); socket.once('data', () => { clearInterval(t); resolve(); }); socket.once('error', () => reject());"), ["certain: setInterval"]],
    ["a listener of the process", wait("const done = () => { process.off('SIGINT', done); resolve(); }; process.on('SIGINT', done); socket.once('data', () => resolve());"), ["certain: process.on"]],
    ["a listener of a field", "class A { wait() { return new Promise((resolve, reject) => { const done = () => { this.bus.off('done', done); resolve(); }; this.bus.on('done', done); setTimeout(() => reject(), 10); }); } }", ["certain: this.bus.on"]],
    ["a listener of a parameter, which may end with the call", wait("const done = () => { socket.off('done', done); resolve(); }; socket.on('done', done); setTimeout(() => reject(), ms);"), ["likely: socket.on", "certain: setTimeout, never released"]],
    ["a timer that ends by itself soon", wait("const t = setTimeout(() => reject(), 50); socket.once('data', () => { clearTimeout(t); resolve(); }); socket.once('error', () => reject());"), ["likely: setTimeout"]],
    ["a timer of unknown length", wait("const t = setTimeout(() => reject(), ms); socket.once('data', () => { clearTimeout(t); resolve(); }); socket.once('error', () => reject());"), ["certain: setTimeout"]],
    ["an abort listener that nobody removes", wait("signal.addEventListener('abort', () => reject()); socket.once('data', () => resolve());"), ["possible: signal.addEventListener, never released"]],
    ["`reject` handed over as it is", wait("const t = setInterval(poll, ms); socket.once('data', () => { clearInterval(t); resolve(); }); socket.once('error', reject);"), ["certain: setInterval"]],
    ["a callback by its name", wait("const t = setInterval(poll, ms); function onData() { clearInterval(t); resolve(); } function onError() { reject(); } socket.once('data', onData); socket.once('error', onError);"), ["certain: setInterval"]],
  ])("%s", (_, code, expected) => {
    expect(forgotten(code)).toEqual(expected);
  });
});

describe("nothing is forgotten", () => {
  test.each([
    ["where every callback releases", wait("const t = setInterval(poll, ms); socket.once('data', () => { clearInterval(t); resolve(); }); socket.once('error', () => { clearInterval(t); reject(); });")],
    ["where a function of the executor releases for all", wait("const t = setInterval(poll, ms); const end = () => { clearInterval(t); }; socket.once('data', () => { end(); resolve(); }); socket.once('error', () => { end(); reject(); });")],
    ["where one callback settles", wait("const t = setInterval(() => { if (ready()) { clearInterval(t); resolve(); } }, ms);")],
    ["where the target is made for the promise", wait("const made = new EventEmitter(); const done = () => { made.off('done', done); resolve(); }; made.on('done', done); made.on('error', () => reject());")],
    ["where the handle is given away", wait("keep(setInterval(poll, ms)); socket.once('data', () => resolve()); socket.once('error', () => reject());")],
    ["in an executor that never settles", wait("const t = setInterval(poll, ms); socket.once('data', () => clearInterval(t)); socket.once('error', () => log());")],
    ["outside of an executor", "export function f(socket) { const t = setInterval(poll, 1); socket.once('data', () => { clearInterval(t); done(); }); socket.once('error', () => done()); }"],
  ])("%s", (_, code) => {
    expect(forgotten(code)).toEqual([]);
  });
});

describe("how surely a listener outlives its promise", () => {
  const outlives = (code: string): string | undefined => {
    const file = factsOf(code);
    const resource = collectResources(file).find(({ acquisition }) => file.sourceCode.getText(acquisition as never).includes("'done'") || file.sourceCode.getText(acquisition as never).includes("'abort'"));
    const executor = file.nodes.functions.find((node) => node.parent.type === "NewExpression");
    return resource === undefined || executor === undefined ? undefined : outlivesExecutor(file, resource, executor);
  };

  test.each([
    ["yes", "on the process", wait("process.on('done', () => resolve());")],
    ["yes", "on a field", "class A { wait() { return new Promise((resolve) => { this.bus.on('done', () => resolve()); }); } }"],
    ["yes", "on an import", `import { bus } from './bus'; ${wait("bus.on('done', () => resolve());")}`],
    ["yes", "on a variable of the module", `const bus = make(); ${wait("bus.on('done', () => resolve());")}`],
    ["signal", "on an abort signal of a field", "class A { wait() { return new Promise((resolve) => { this.options.signal.addEventListener('abort', () => resolve()); }); } }"],
    ["given-signal", "on an abort signal that the caller gives", "export function wait(signal) { return new Promise((resolve) => { signal.addEventListener('abort', () => resolve()); }); }"],
    ["given-signal", "on an abort signal among the caller's options", "export function wait({ signal }) { return new Promise((resolve) => { signal?.addEventListener('abort', () => resolve()); }); }"],
    ["perhaps", "on a parameter of the function around", wait("socket.on('done', () => resolve());")],
    ["no", "on what the executor makes", wait("const bus = new EventEmitter(); bus.on('done', () => resolve());")],
    ["no", "on what the function around makes", "export function wait() { const bus = make(); return new Promise((resolve) => { bus.on('done', () => resolve()); }); }"],
    ["no", "on what a call gives", wait("busOf(socket).on('done', () => resolve());")],
  ])("%s: %s", (expected, _, code) => {
    expect(outlives(code)).toBe(expected);
  });
});
