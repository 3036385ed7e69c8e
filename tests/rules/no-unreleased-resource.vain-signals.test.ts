import rule from "../../src/rules/no-unreleased-resource.ts";
import { describeRule } from "../support/rule-tester.ts";

const STRICT = { confidence: "likely" } as const;

describeRule("no-unreleased-resource", rule, ({ valid, invalid }) => {
  invalid("who gives a signal means the listener to end, whatever starts it", `
    export class Pane {
      follow() { document.addEventListener("keydown", () => this.draw(), { signal: new AbortController().signal }); } // error: listenerStays "which nothing can abort"
      draw() {}
    }
  `);
  invalid("on what comes from outside, which may go with its listeners", `
    export function follow(pane, done) {
      const ending = new AbortController();
      pane.addEventListener("click", done, { passive: true, signal: ending.signal }); // error: listenerStays "which nothing can abort"
    }
  `, STRICT);
  valid("that is not certain", `
    export function follow(pane, done) {
      const ending = new AbortController();
      pane.addEventListener("click", done, { passive: true, signal: ending.signal });
    }
  `);
  valid("an object that is made here goes with its listener", `
    export function make(done) {
      const pane = document.createElement("div");
      pane.addEventListener("click", done, { signal: new AbortController().signal });
      return pane;
    }
  `, STRICT);
  valid("a controller that is handed out may be aborted", `
    export function follow(pane, done) {
      const ending = new AbortController();
      pane.addEventListener("click", done, { signal: ending.signal });
      return ending;
    }
  `, STRICT);
  valid("nobody knows whose signal it is", `
    export function follow(pane, done, signal) {
      pane.addEventListener("click", done, { signal });
    }
  `, STRICT);
  valid("what runs once for the page", `
    document.addEventListener("keydown", () => {}, { signal: new AbortController().signal });
  `, STRICT);

  invalid("a signal that nothing can abort is no end beside siblings that are removed", `
    export class Pad {
      constructor(pad) { this.pad = pad; this.press = () => {}; this.lift = () => {}; this.touch = () => {}; }
      listen() {
        this.pad.addEventListener("press", this.press);
        this.pad.addEventListener("lift", this.lift);
        this.pad.addEventListener("touch", this.touch, { signal: new AbortController().signal }); // error: listenerStays "does not end it"
      }
      ignore() {
        this.pad.removeEventListener("press", this.press);
        this.pad.removeEventListener("lift", this.lift);
      }
    }
  `);
  valid("a signal that somebody can abort is one", `
    export class Pad {
      constructor(pad, ending) { this.pad = pad; this.ending = ending; this.press = () => {}; this.lift = () => {}; this.touch = () => {}; }
      listen() {
        this.pad.addEventListener("press", this.press);
        this.pad.addEventListener("lift", this.lift);
        this.pad.addEventListener("touch", this.touch, { signal: this.ending.signal });
      }
      ignore() {
        this.pad.removeEventListener("press", this.press);
        this.pad.removeEventListener("lift", this.lift);
      }
    }
  `, STRICT);

  invalid("a private field of a controller that the class never aborts", `
    export class Bar {
      #ending = new AbortController();
      mount() { window.addEventListener("resize", () => this.layout(), { signal: this.#ending.signal }); } // error: listenerStays "which nothing can abort"
      layout() {}
      unmount() { this.isGone = true; }
    }
  `);
  valid("one that the class aborts", `
    export class Bar {
      #ending = new AbortController();
      mount() { window.addEventListener("resize", () => this.layout(), { signal: this.#ending.signal }); }
      layout() {}
      unmount() { this.#ending.abort(); }
    }
  `, STRICT);
  valid("one that the class hands on", `
    export class Bar {
      #ending = new AbortController();
      mount(keep) { keep(this.#ending); window.addEventListener("resize", () => this.layout(), { signal: this.#ending.signal }); }
      layout() {}
      unmount() { this.isGone = true; }
    }
  `, STRICT);
  valid("one that others may reach", `
    export class Bar {
      ending = new AbortController();
      mount() { window.addEventListener("resize", () => this.layout(), { signal: this.ending.signal }); }
      layout() {}
      unmount() { this.isGone = true; }
    }
  `, STRICT);
});
