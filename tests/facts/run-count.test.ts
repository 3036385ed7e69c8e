import { describe, expect, test } from "vitest";

import { isInLoop, runCountOf } from "../../src/facts/run-count.ts";
import { callOf, factsOf } from "../support/file-facts.ts";

function runs(code: string): string {
  const file = factsOf(code);
  return runCountOf(file, callOf(file, "here()"));
}

describe("code that runs once", () => {
  test.each([
    ["the top level", "here();"],
    ["a block at the top level", "if (x) { try { here(); } catch {} }"],
    ["a function called where it is written", "(async () => { here(); })();"],
    ["a `then` at the top level", "connect().then(() => { here(); });"],
    ["a timer at the top level", "setTimeout(() => here(), 10);"],
    ["`listen` at the top level", "server.listen(80, () => { here(); });"],
    ["a function called once from the top level", "function f() { here(); } f();"],
    ["a constant called once from the top level", "const f = () => { here(); }; f();"],
    ["a function called once from one that runs once", "function f() { here(); } function g() { f(); } g();"],
    ["a static block", "class A { static { here(); } }"],
    ["a static field", "class A { static x = here(); }"],
    ["a flag of the module that is set and stays", "let on = false; export function f() { if (!on) { on = true; here(); } }"],
    ["a flag asked first", "let on = false; export function f() { if (on) return; on = true; here(); }"],
    ["a flag that throws when it is set", "let on; export function f() { if (on !== undefined) throw new Error(); here(); on = {}; }"],
    ["a flag that the called function sets", "let on = false; async function g() { here(); on = true; } export const f = () => { if (!on) void g(); };"],
    ["a value of the module that is made once", "let made; export function f() { made || g(); if (!made) { made = make(); here(); } }"],
    ["the constructor of a singleton", "class A { constructor() { here(); } } const a = new A();"],
    ["code behind a flag of a module in a function called where it stands", "var api = (function () { let started = null; function f() { if (!started) { started = make(); here(); } } return { f }; })();"],
  ])("%s", (_, code) => {
    expect(runs(code)).toBe("once");
  });
});

describe("code that runs at start", () => {
  test.each([
    ["a function that starts the program by its name", "export function main() { here(); }"],
    ["a part of the activation", "export function activateServer(context) { listen(); } function listen() { here(); }"],
    ["`register`", "export const registerHandlers = () => { here(); };"],
    ["a promise in it", "export function start() { return connect().then(() => { here(); }); }"],
    ["a function called twice from the top level", "function f() { here(); } f(); f();"],
    ["a function only called by one that starts", "function f() { here(); } export function main() { f(); }"],
    ["an exported default", "export default function bootstrap() { here(); }"],
  ])("%s", (_, code) => {
    expect(runs(code)).toBe("at-start");
  });
});

describe("code that runs often", () => {
  test.each([
    ["an exported function", "export function f() { here(); }"],
    ["a flag that is taken back", "let on = false; export function f() { if (!on) { on = true; here(); } } export function g() { on = false; }"],
    ["a value that is given up", "let made; export function f() { if (!made) { made = make(); here(); } } export function g() { made = undefined; }"],
    ["a flag that somebody else sets", "let on = false; export function f() { if (!on) here(); } export function g() { on = true; }"],
    ["a flag of the object", "class A { f() { if (!this.on) { this.on = true; here(); } } }"],
    ["a flag of the call", "export function f() { let on = false; if (!on) { on = true; here(); } }"],
    ["the time before the flag is asked", "let on = false; export function f() { here(); if (on) return; on = true; }"],
    ["a function exported by name", "function f() { here(); } export { f };"],
    ["a function that is passed on", "function f() { here(); } app.get('/', f); f();"],
    ["a function that nobody calls", "function f() { here(); }"],
    ["a function that calls itself", "function f() { here(); f(); }"],
    ["functions that call each other", "function f() { here(); g(); } function g() { f(); }"],
    ["a method", "class A { read() { here(); } }"],
    ["a method by the name of a starter", "class A { start() { here(); } }"],
    ["a constructor of an exported class", "export class A { constructor() { here(); } } const a = new A();"],
    ["a constructor of a class made in a function", "class A { constructor() { here(); } } export function f() { return new A(); }"],
    ["a constructor of a class made in a loop", "class A { constructor() { here(); } } for (const x of xs) new A(x);"],
    ["a constructor of a class with a subclass", "class A { constructor() { here(); } } class B extends A {} const a = new A();"],
    ["a field initialiser", "class A { x = here(); }"],
    ["a handler", "server.on('connection', () => { here(); });"],
    ["a handler inside one that runs once", "connect().then((server) => { server.on('x', () => { here(); }); });"],
    ["a function called in a loop", "function f() { here(); } for (const x of xs) f(x);"],
    ["a function called where it is written, in a loop", "for (const x of xs) (() => { here(); })();"],
    ["a `then` in a loop", "while (more()) connect().then(() => { here(); });"],
    ["a flag of a function that anybody calls", "function make() { let started = false; return () => { if (started) return; started = true; here(); }; }"],
    ["a flag of a function called where it stands, in another function", "function make() { return (() => { let started = false; return () => { if (started) return; started = true; here(); }; })(); }"],
    ["a callback by the name of a starter", "app.get('/', function start() { here(); });"],
  ])("%s", (_, code) => {
    expect(runs(code)).toBe("often");
  });
});

describe("a loop around a node", () => {
  test.each([
    ["for (;;) { here(); }"],
    ["for (const x of xs) if (x) here();"],
    ["for (const x in xs) { here(); }"],
    ["while (here()) {}"],
    ["do { here(); } while (x);"],
    ["for (; here();) {}"],
    ["for (;; here()) {}"],
    ["function f() { while (x) { here(); } }"],
  ])("%s", (code) => {
    const file = factsOf(code);
    expect(isInLoop(callOf(file, "here()"))).toBe(true);
  });

  test.each([
    ["here(); for (;;) {}"],
    ["for (const x of here()) {}"],
    ["for (const x in here()) {}"],
    ["for (let x = here(); x; x = x.next) {}"],
    ["while (x) { on(() => { here(); }); }"],
    ["while (x) { class A { m() { here(); } } }"],
  ])("none: %s", (code) => {
    const file = factsOf(code);
    expect(isInLoop(callOf(file, "here()"))).toBe(false);
  });
});
