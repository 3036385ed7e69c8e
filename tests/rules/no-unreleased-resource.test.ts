import rule from "../../src/rules/no-unreleased-resource.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-unreleased-resource", rule, ({ valid, invalid }) => {
  invalid("an interval whose handle is dropped in a function", `
    export function poll(read) {
      setInterval(() => read(), 1000); // error: handleDiscarded "The handle of \`setInterval(…)\` is dropped here"
    }
  `, { confidence: "possible" });
  const kept = `
    export function poll(read) {
      const timer = setInterval(() => read(), 1000); // error: neverReleased "\`timer\` has an interval from \`setInterval(…)\`"
      console.log("polling", timer);
    }
  `;
  valid("an interval that a variable keeps for nothing, where only likely ones are told", kept.replace(/ \/\/ error.*/, ""), { confidence: "likely" });
  invalid("an interval that a variable keeps for nothing", kept, { confidence: "possible" });
  invalid("an interval dropped by a class that ends", `
    export class Poller {
      constructor(read) {
        setInterval(read, 1000); // error: handleDiscarded "\`close()\` on line 6 does not end it"
      }
      close() {
        this.closed = true;
      }
    }
  `);
  invalid("an interval dropped by a factory that hands out its end", `
    export function createPoller(read) {
      setInterval(read, 1000); // error: handleDiscarded "\`destroy()\`"
      return { destroy() { read.done = true; } };
    }
  `);
  invalid("an interval in an effect without a cleanup", `
    import { useEffect } from "react";
    export function Clock({ tick }) {
      useEffect(() => {
        setInterval(tick, 1000); // error: handleDiscarded "returns no cleanup"
      }, [tick]);
      return null;
    }
  `);
  invalid("a watcher used by a fluent call and dropped", `
    import { watch } from "node:fs";
    export function follow(path, changed) {
      watch(path).on("change", changed); // error: handleDiscarded "watcher"
    }
  `);
  invalid("a watcher from a required module", `
    const fs = require("fs");
    module.exports = function follow(path, changed) {
      const watcher = fs.watch(path); // error: neverReleased "\`watcher.close()\`"
      watcher.on("error", changed);
    };
  `, { language: "cjs" });
  invalid("an inline listener on the window of a class that ends", `
    export class Menu {
      constructor() {
        window.addEventListener("resize", () => this.hide()); // error: listenerStays "stays on \`window\`; \`destroy()\` on line 7"
      }
      hide() {}
      destroy() {
        this.hide();
      }
    }
  `);
  invalid("a listener whose teardown removes another event", `
    export class Menu {
      constructor() {
        document.addEventListener("keydown", this.onKey); // error: listenerStays "document"
        document.addEventListener("click", this.onClick);
      }
      onKey = () => {};
      onClick = () => {};
      destroy() {
        document.removeEventListener("click", this.onClick);
      }
    }
  `);
  invalid("a listener in an effect without a cleanup", `
    import { useEffect } from "react";
    export function useWidth(changed) {
      useEffect(() => {
        window.addEventListener("resize", changed); // error: listenerStays "returns no cleanup"
      }, []);
    }
  `);
  invalid("a local observer that is never disconnected", `
    export class Panel {
      constructor(element) {
        const observer = new ResizeObserver(() => this.layout());
        observer.observe(element); // error: neverReleased "observer"
      }
      layout() {}
      destroy() {}
    }
  `);

  valid("an interval at the top level of a module", `setInterval(() => console.log("alive"), 1000);`);
  valid("an interval in a function called once from the top level", `
    function main() { setInterval(() => console.log("alive"), 1000); }
    main();
  `);
  valid("an interval set up by a starter is not certain", `
    export function startPolling(read) { setInterval(read, 1000); }
  `);
  valid("an interval cleared by its own callback", `
    export function wait(ready, done) {
      const timer = setInterval(() => { if (ready()) { clearInterval(timer); done(); } }, 10);
    }
  `);
  valid("an interval whose end is handed out", `
    export function poll(read) {
      const timer = setInterval(read, 1000);
      return () => clearInterval(timer);
    }
  `);
  valid("an interval returned to the caller", `export function poll(read) { return setInterval(read, 1000); }`);
  valid("an interval in a field", `
    export class Poller {
      start(read) { this.timer = setInterval(read, 1000); }
      stop() { clearInterval(this.timer); }
    }
  `);
  valid("an interval pushed to a list", `
    const timers = [];
    export function poll(read) { timers.push(setInterval(read, 1000)); }
  `);
  valid("an interval that a local helper clears", `
    const end = (timer) => clearInterval(timer);
    export function poll(read) { const timer = setInterval(read, 1000); read(); end(timer); }
  `);
  valid("a handle passed to an unknown function", `
    export function poll(read, owner) { const timer = setInterval(read, 1000); owner.adopt(timer); }
  `);
  valid("a shadowed name is not the API", `
    export function poll(setInterval, read) { setInterval(read, 1000); }
  `);
  valid("a watcher closed through its own listener", `
    import { watch } from "node:fs";
    export function once(path, changed) {
      const watcher = watch(path);
      watcher.on("change", () => { watcher.close(); changed(); });
    }
  `);
  valid("a watcher bounded by a signal", `
    import { watch } from "node:fs";
    export function follow(path, signal, changed) { watch(path, { signal }, changed); }
  `);
  valid("a watch of another module", `
    import { watch } from "vue";
    export function follow(source, changed) { watch(source, changed); }
  `);
  valid("a listener removed with the same function", `
    export class Menu {
      constructor() { window.addEventListener("resize", this.onResize); }
      onResize = () => {};
      destroy() { window.removeEventListener("resize", this.onResize); }
    }
  `);
  valid("a listener bounded by a signal", `
    export class Menu {
      controller = new AbortController();
      constructor() { window.addEventListener("resize", () => {}, { signal: this.controller.signal }); }
      destroy() { this.controller.abort(); }
    }
  `);
  valid("a listener that runs once", `
    export class Menu {
      constructor() { window.addEventListener("load", () => {}, { once: true }); }
      destroy() {}
    }
  `);
  valid("a listener on an element made here", `
    export class Menu {
      constructor() {
        this.element = document.createElement("div");
        this.element.addEventListener("click", () => {});
      }
      destroy() { this.element.remove(); }
    }
  `);
  valid("a listener in an effect that returns its removal", `
    import { useEffect } from "react";
    export function useWidth(changed) {
      useEffect(() => {
        window.addEventListener("resize", changed);
        return () => window.removeEventListener("resize", changed);
      }, []);
    }
  `);
  valid("a process listener at start-up", `process.on("exit", () => console.log("bye"));`);
  valid("a listener in code without an end", `
    export function track(send) { window.addEventListener("error", send); }
  `);
  valid("a test", `
    export function poll(read) { setInterval(read, 1000); }
  `, { filename: "src/poll.test.ts" });

  invalid("a runner used once and dropped, where its siblings are released", `
    export class Driver {
      async connect() {
        const runner = await this.createRunner();
        try { this.name = await runner.name(); } finally { await runner.release(); }
        this.version = await (await this.createRunner()).version(); // error: handleDiscarded "\`createRunner\` gives"
      }
    }
  `, { confidence: "likely" });
  valid("a builder that nothing releases anywhere", `
    export class Driver {
      query() { return this.createBuilder().select("id").build(); }
    }
  `);
  invalid("an object URL lent to an element", `
    export function show(image, blob) {
      image.src = URL.createObjectURL(blob); // error: handleDiscarded "object URL"
    }
  `);
  valid("an object URL that the file revokes where it was lent", `
    export function show(image, blob) {
      image.src = URL.createObjectURL(blob);
      image.onload = () => URL.revokeObjectURL(image.src);
    }
  `);
  const panel = `
    export class Panel {
      constructor(host) { this.host = host; }
      mount() {
        this.host.addEventListener("click", this.onClick);
        this.host.addEventListener("focus", this.onFocus); // error: listenerStays "stays on \`this.host\`"
      }
      onClick = () => {};
      onFocus = () => {};
      dispose() { this.host.removeEventListener("click", this.onClick); }
    }
  `;
  valid("a listener beside its removed siblings on what may go with its owner, where only likely ones are told", panel.replace(/ \/\/ error.*/, ""), { confidence: "likely" });
  invalid("a listener forgotten beside its removed siblings", panel, { confidence: "possible" });
});
