import { describe, expect, test } from "vitest";

import { valueLifetimeOf } from "../../src/facts/value-lifetime.ts";
import { askedIn, factsOf } from "../support/file-facts.ts";

function lifetime(code: string): string {
  const file = factsOf(code);
  return valueLifetimeOf(file, askedIn(file));
}

describe("how long the object lives that an expression gives", () => {
  test.each([
    ["process", "the page", "ask(window);"],
    ["process", "a part of the page", "ask(document.body);"],
    ["process", "through the global object", "ask(window.document.documentElement);"],
    ["process", "the process", "ask(process);"],
    ["process", "a media query", "ask(window.matchMedia('print'));"],
    ["process", "an import", "import { bus } from './bus'; ask(bus);"],
    ["process", "a member of an import", "import { app } from './app'; ask(app.bus);"],
    ["process", "a variable of the module", "const bus = make(); export function f() { ask(bus); }"],
    ["process", "a static field", "class A { static bus = make(); get() { ask(A.bus); } }"],
    ["process", "a variable of the module that is filled once", "let bus; function f() { if (!bus) bus = new Bus(); ask(bus); }"],
    ["process", "a variable of the module that is filled after", "let bus; function f() { ask(bus); bus = new Bus(); }"],
    ["process", "a variable of the module that another function fills", "let bus; function g() { bus = new Bus(); } function f() { ask(bus); }"],
    ["process", "a variable of the module that is filled where it is empty", "let bus; function f() { bus ??= new Bus(); ask(bus); }"],
    ["own", "a variable of the module that each call fills", "let bus; function f() { bus = new Bus(); ask(bus); }"],
    ["own", "a member of a module's object that each call fills", "const ui = { bus: undefined }; function f() { try { ui.bus = new Bus(); } catch { return; } ask(ui.bus); }"],
    ["process", "what an imported object has, asked for by nothing in particular", "import { Client } from './client'; function f() { ask(Client.get()); }"],
    ["process", "an accessor's gift under another name", "const Client = require('./client'); function f() { const client = Client.get(); ask(client); }"],
    ["process", "an alias of the page in a function", "function f() { const target = document; ask(target); }"],

    ["outside", "a parameter", "function f(target) { ask(target); }"],
    ["outside", "a member of a parameter", "function f(options) { ask(options.target); }"],
    ["outside", "a parameter of an arrow function taken apart", "const f = ({ target }) => { ask(target); };"],
    ["outside", "a field that a parameter fills", "class A { constructor(target) { this.target = target; } f() { ask(this.target); } }"],
    ["outside", "a parameter property", "class A { constructor(private target: X) {} f() { ask(this.target); } }"],
    ["outside", "an element that is looked for", "ask(document.querySelector('a'));"],
    ["outside", "a parameter under another name", "function f(target) { const it = target; ask(it); }"],

    ["outside", "what a parameter has", "function f(pool) { ask(pool.get()); }"],

    ["own", "`new`", "ask(new Emitter());"],
    ["own", "a literal", "ask({});"],
    ["own", "`this`", "class A { f() { ask(this); } }"],
    ["own", "what a making call gives", "ask(createServer());"],
    ["own", "what a making call gives, awaited", "ask(await openSocket());"],
    ["own", "a request, by its argument", "ask(http.get(url));"],
    ["own", "a local made here", "function f() { const it = new Emitter(); ask(it); }"],
    ["own", "a field made here", "class A { bus = new Emitter(); f() { ask(this.bus); } }"],
    ["own", "a field that is null before and after", "class A { bus = null; f() { this.bus = new Emitter(); ask(this.bus); this.bus = undefined; } }"],
    ["own", "either arm made here", "function f(on) { ask(on ? new A() : new B()); }"],

    ["unknown", "a global nobody knows", "ask(bus);"],
    ["unknown", "a call that says nothing", "ask(target());"],
    ["unknown", "what an own object has", "class A { pool = new Pool(); f() { ask(this.pool.get()); } }"],
    ["unknown", "an accessor without an object", "ask(get());"],
    ["unknown", "a field nothing is written to", "class A { f() { ask(this.bus); } }"],
    ["unknown", "a field of two origins", "class A { bus = new Emitter(); set(bus) { this.bus = bus; } f() { ask(this.bus); } }"],
    ["unknown", "arms of two origins", "function f(bus) { ask(bus ?? new Emitter()); }"],
    ["unknown", "a local that names itself", "function f() { const it = it; ask(it); }"],
    ["unknown", "text", "ask('text');"],
  ])("%s: %s", (expected, _, code) => {
    expect(lifetime(code)).toBe(expected);
  });
});
