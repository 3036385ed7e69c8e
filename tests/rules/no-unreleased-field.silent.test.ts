import rule from "../../src/rules/no-unreleased-field.ts";
import { describeRule } from "../support/rule-tester.ts";

const likely = { confidence: "likely" } as const;

describeRule("no-unreleased-field", rule, ({ valid }) => {
  valid("released through an alias", `
    export class Poller {
      start(read) { this.timer = setInterval(read, 1000); }
      close() { const { timer } = this; this.timer = undefined; clearInterval(timer); }
    }
  `);
  valid("released through self in a prototype style", `
    function Poller() {}
    Poller.prototype.start = function (read) { this.timer = setInterval(read, 1000); };
    Poller.prototype.destroy = function () { var self = this; self.queue.drain(function () { clearInterval(self.timer); }); };
    module.exports = Poller;
  `, { language: "cjs" });
  valid("released by a function called with this", `
    function cleanup() { clearInterval(this.timer); }
    function Poller() {}
    Poller.prototype.start = function (read) { this.timer = setInterval(read, 1000); };
    Poller.prototype.destroy = function () { cleanup.call(this); };
    module.exports = Poller;
  `, { language: "cjs" });
  valid("released by the base class of the same file", `
    class Base { destroy() { clearInterval(this.timer); } }
    export class Poller extends Base {
      start(read) { this.timer = setInterval(read, 1000); }
    }
  `);
  valid("released by a subclass of the same file", `
    class Base { start(read) { this.timer = setInterval(read, 1000); } destroy() { this.gone = true; } }
    export class Poller extends Base { destroy() { clearInterval(this.timer); super.destroy(); } }
  `);
  valid("released when the close event arrives", `
    export class Poller {
      constructor(socket, read) {
        this.timer = setInterval(read, 1000);
        socket.once("close", () => clearInterval(this.timer));
      }
      destroy() { this.gone = true; }
    }
  `);
  valid("released by a registered disposable", `
    import { Disposable, toDisposable } from "./lifecycle";
    export class Poller extends Disposable {
      constructor(read) {
        super();
        this.timer = setInterval(read, 1000);
        this._register(toDisposable(() => clearInterval(this.timer)));
      }
    }
  `);
  valid("released by a disposable made in a list", `
    import { Disposable, DisposableCollection } from "./lifecycle";
    export class Poller {
      toDispose = new DisposableCollection(Disposable.create(() => clearInterval(this.timer)));
      start(read) { this.timer = setInterval(read, 1000); }
      dispose() { this.toDispose.dispose(); }
    }
  `);
  valid("registered where it is made", `
    import { Disposable, Helper } from "./lifecycle";
    export class Poller extends Disposable {
      first = this._register(new Helper());
      second = this._register(new Helper());
    }
  `);
  valid("pushed to the disposables where it is stored", `
    import { window } from "vscode";
    export class Bar {
      disposables = [];
      show() { this.item?.dispose(); this.disposables.push((this.item = window.createStatusBarItem())); }
      dispose() { for (const one of this.disposables) one.dispose(); }
    }
  `);
  valid("released in a loop over the fields", `
    export class Poller {
      start(read) { this.first = setInterval(read, 1000); this.second = setInterval(read, 2000); }
      close() { [this.first, this.second].forEach((timer) => clearInterval(timer)); }
    }
  `);
  valid("released by a setter that the teardown uses", `
    export class Poller {
      set running(value) { clearInterval(this.timer); if (value) this.timer = setInterval(() => {}, 1000); }
      close() { this.running = false; }
    }
  `);
  valid("given to an unknown helper in the teardown", `
    import { stopTimer } from "./timers";
    export class Poller {
      start(read) { this.timer = setInterval(read, 1000); }
      close() { stopTimer(this.timer); }
    }
  `);
  valid("the whole object is given to a helper in the teardown", `
    import { disposeAll } from "./disposal";
    export class Poller {
      start(read) { this.timer = setInterval(read, 1000); }
      close() { disposeAll(this); }
    }
  `);
  valid("a class without an end, of which there may be one", `
    export class Cache {
      constructor() { this.timer = setInterval(() => this.sweep(), 1000); }
      sweep() {}
    }
  `, likely);
  valid("a base class may know the field", `
    import { Loader } from "./loader";
    export class FetchLoader extends Loader {
      load() { this.timeout = setTimeout(() => this.abort(), 10000); }
      abortInternal() { clearTimeout(this.timeout); }
      destroy() { this.request = null; super.destroy(); }
    }
  `);
  valid("the teardown calls what a subclass defines", `
    export abstract class Loader {
      protected timer?: number;
      protected retry(): void { this.timer = self.setTimeout(() => this.load(), 5000); }
      protected abstract load(): void;
      protected abstract abort(): void;
      destroy(): void { this.abort(); }
    }
  `);
  valid("a short one-shot delay", `
    export class Menu {
      hide() { this.timer = setTimeout(() => this.remove(), 100); }
      remove() {}
      destroy() { this.element.removeEventListener("click", this.remove); }
    }
  `, likely);
  valid("a timeout that looks before it acts", `
    export class Poller {
      later() { this.timer = setTimeout(() => { if (this.closed) return; this.read(); }, 5000); }
      read() {}
      close() { this.closed = true; this.socket.destroy(); }
    }
  `, likely);
  valid("a timeout that does not hold the process", `
    export class Poller {
      later() { this.timer = setTimeout(() => this.read(), 5000); this.timer.unref(); }
      read() {}
      close() { this.socket.destroy(); }
    }
  `, likely);
  valid("a loop that does not hold the process", `
    export class Client {
      poll() { this.read(); setTimeout(() => this.poll(), 5000).unref(); }
      read() {}
      close() { this.socket.destroy(); }
    }
  `, likely);
  valid("an emptying method is no teardown", `
    export class Panel {
      start(read) { this.timer = setInterval(read, 1000); }
      reset() { this.items = []; }
    }
  `);
  valid("a method that ends one of several things is no teardown", `
    export class Sessions {
      start() { this.worker = new Worker("worker.js"); }
      cleanup(participantId) { this.worker.postMessage(participantId); }
    }
  `);
  valid("a debounced function has no end", `
    export function debounce(call, delay) {
      let timer;
      return (...values) => { clearTimeout(timer); timer = setTimeout(() => call(...values), delay); };
    }
  `, likely);
  valid("a local timer that its own function clears", `
    export async function within(promise, limit, signal) {
      let timer;
      try {
        return await Promise.race([
          promise,
          new Promise((resolve, reject) => {
            timer = setTimeout(reject, limit);
            signal.addEventListener("abort", () => reject(signal.reason));
          }),
        ]);
      } finally {
        clearTimeout(timer);
      }
    }
  `, likely);
  valid("an effect that clears what a callback armed", `
    import { useEffect } from "react";
    export function useTicks(element, tick) {
      useEffect(() => {
        let timer;
        element.onclick = () => { clearInterval(timer); timer = setInterval(tick, 1000); };
        return () => { clearInterval(timer); element.onclick = null; };
      }, [element, tick]);
    }
  `);
  valid("a composable that gives its stop to the scope", `
    import { ref, onScopeDispose } from "vue";
    export function useTicks(tick) {
      const active = ref(false);
      let timer;
      const stop = () => { clearInterval(timer); active.value = false; };
      const start = () => { stop(); timer = setInterval(tick, 1000); };
      onScopeDispose(stop);
      return { active, start };
    }
  `, likely);
  valid("module state that nothing ends", `
    let timer;
    export function start(read) { timer = setInterval(read, 1000); }
  `, likely);
  valid("a field filled once behind a test", `
    export class Poller {
      ensure(read) { if (!this.timer) this.timer = setInterval(read, 1000); }
      each(list) { list.forEach((read) => this.ensure(read)); }
      close() { clearInterval(this.timer); }
    }
  `, likely);
  valid("a start that nobody repeats", `
    export class Poller {
      start(read) { this.timer = setInterval(read, 1000); }
      stop() { clearInterval(this.timer); }
    }
  `, likely);
  valid("a start that its callers stop first", `
    export class Sprite {
      setRate(rate) { clearInterval(this.timer); this.arm(rate); }
      restart(rate) { this.halt(); this.arm(rate); }
      arm(rate) { this.timer = setInterval(() => {}, rate); }
      halt() { clearInterval(this.timer); }
      destroy() { this.halt(); }
    }
  `, likely);
  valid("a child of what the teardown ends", `
    import { Scope } from "./scope";
    export class Player {
      scope = new Scope();
      events = this.scope.child();
      renew() { this.events.dispose(); this.events = this.scope.child(); }
      destroy() { this.scope.dispose(); }
    }
  `, likely);
  valid("destroyed, then replaced", `
    import { Scene } from "./scene";
    export class Editor {
      scene = new Scene();
      componentWillUnmount() { this.scene.destroy(); this.scene = new Scene(); }
    }
  `, likely);
  valid("paused, and kept under another name", `
    export class Watching {
      invalidate() {
        this.paused = this.watcher;
        this.watcher.pause();
        this.watcher = null;
      }
      close() { if (this.watcher) this.watcher.close(); if (this.paused) this.paused.close(); }
    }
  `, likely);
  valid("a loop that a flag ends", `
    export class Client {
      poll() { if (this.closed) return; setTimeout(() => this.poll(), 5000); }
      close() { this.closed = true; this.socket.destroy(); }
    }
  `, likely);
  valid("a retry that counts", `
    export class Client {
      retry(attempt) { if (attempt < 5) setTimeout(() => this.retry(attempt + 1), 5000); }
      close() { this.socket.destroy(); }
    }
  `, likely);
  valid("an observer of an element made here", `
    export class Panel {
      constructor() {
        this.element = document.createElement("div");
        this.observer = new ResizeObserver(() => {});
        this.observer.observe(this.element);
      }
      destroy() { this.element.remove(); }
    }
  `);
  valid("a test", `
    export class Poller {
      start(read) { this.timer = setInterval(read, 1000); }
      destroy() { this.gone = true; }
    }
  `, { filename: "src/poller.test.ts" });
});
