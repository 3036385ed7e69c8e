import rule from "../../src/rules/no-unreleased-field.ts";
import { describeRule } from "../support/rule-tester.ts";

const likely = { confidence: "likely" } as const;

describeRule("no-unreleased-field", rule, ({ valid, invalid }) => {
  invalid("a class whose teardown releases another field", `
    export class Poller {
      constructor(element, read) {
        this.timer = setInterval(read, 1000); // error: fieldForgotten "\`this.timer\` keeps an interval from \`setInterval(…)\` here, and \`destroy()\` on line 8"
        this.observer = new ResizeObserver(() => {});
        this.observer.observe(element);
      }
      destroy() {
        this.observer.disconnect();
      }
    }
  `);
  invalid("a private field that a method fills", `
    export class Poller {
      #timer;
      start(read) {
        clearInterval(this.#timer);
        this.#timer = setInterval(read, 1000); // error: fieldForgotten "Call \`clearInterval(this.#timer)\`"
      }
      close() { this.closed = true; }
    }
  `, { confidence: "likely" });
  invalid("a field that the teardown only empties", `
    export class Poller {
      start(read) { this.timer = setInterval(read, 1000); } // error: fieldForgotten "\`dispose()\` on line 4"
      dispose() { this.timer = null; }
    }
  `);
  invalid("prototype methods", `
    function Poller() {}
    Poller.prototype.start = function (read) {
      var self = this;
      self.timer = setInterval(read, 1000); // error: fieldForgotten "\`this.timer\`"
    };
    Poller.prototype.destroy = function () { this.gone = true; };
    module.exports = Poller;
  `, { language: "cjs" });
  invalid("an object literal with a lifecycle", `
    export const plugin = {
      mounted() { this.timer = setInterval(() => this.read(), 1000); }, // error: fieldForgotten "\`beforeUnmount()\`"
      read() {},
      beforeUnmount() { this.gone = true; },
    };
  `);
  invalid("an options object whose methods share one this", `
    export default {
      methods: {
        start() { this.timer = setInterval(() => this.read(), 1000); }, // error: fieldForgotten "\`beforeUnmount()\`"
        read() {},
      },
      beforeUnmount() { this.gone = true; },
    };
  `);
  invalid("a closure variable of a factory", `
    export function createPoller(read, element) {
      let timer;
      const listen = () => read();
      return {
        start() { timer = setInterval(read, 1000); element.addEventListener("click", listen); }, // error: fieldForgotten "\`timer\` keeps an interval"
        destroy() { element.removeEventListener("click", listen); },
      };
    }
  `);
  invalid("a timer of an effect that its cleanup forgets", `
    import { useEffect } from "react";
    export function useTicks(element, tick) {
      useEffect(() => {
        let timer;
        const start = () => { timer = setInterval(tick, 1000); }; // error: fieldForgotten "the cleanup on line 8"
        element.addEventListener("click", start);
        return () => element.removeEventListener("click", start);
      }, [element, tick]);
    }
  `);
  invalid("a timer in a ref that the cleanup forgets", `
    import { useEffect, useRef } from "react";
    export function useTicks(socket, tick) {
      const timer = useRef(null);
      useEffect(() => {
        timer.current = setInterval(tick, 1000); // error: fieldForgotten "\`timer.current\`"
        return () => socket.close();
      }, [socket, tick]);
    }
  `);
  invalid("a timeout that arms itself again", `
    export class Pool {
      sweep() {
        clearTimeout(this.sweeper);
        this.sweeper = setTimeout(() => { this.drop(); this.sweep(); }, 1000); // error: fieldForgotten "a timeout"
      }
      drop() {}
      end() { this.closed = true; }
    }
  `);
  invalid("a delayed action that outlives the owner", `
    export class Tooltip {
      hover(view) { this.pending = setTimeout(() => this.open(view), 750); } // error: fieldForgotten "\`destroy()\` on line 6"
      open(view) { view.dispatch(); }
      move = () => {};
      destroy() { document.removeEventListener("mousemove", this.move); }
    }
  `);
  invalid("an observer in a conditional field", `
    export class Sizes {
      observer = globalThis.ResizeObserver ? new globalThis.ResizeObserver(() => {}) : null;
      watch(element) { if (this.observer) this.observer.observe(element); } // error: fieldForgotten "\`this.observer.disconnect()\`"
      destroy() { this.gone = true; }
    }
  `);
  invalid("a field beside its registered siblings", `
    import { Disposable, MutableDisposable } from "./lifecycle";
    export class Renderer extends Disposable {
      first = this._register(new MutableDisposable());
      second = new MutableDisposable(); // error: fieldUnregistered "nothing gives it to \`_register()\`"
    }
  `);
  invalid("a subscription replaced with care and forgotten at the end", `
    export class Source {
      constructor(stream) { this.stream = stream; this.listen(); }
      listen() {
        this.subscription?.unsubscribe();
        this.subscription = this.stream.subscribe(() => {}); // error: fieldForgotten "\`this.subscription\`"
      }
      dispose() { this.other.unsubscribe(); }
    }
  `, likely);
  invalid("a component without the hook that would end it", `
    import { Component } from "react";
    export class Clock extends Component {
      componentDidMount() { this.timer = setInterval(() => this.forceUpdate(), 1000); } // error: hookMissing "there is no \`componentWillUnmount()\`"
      render() { return null; }
    }
  `);
  const flash = `
    import { ref } from "vue";
    export function useFlash() {
      const shown = ref(false);
      let timer;
      const flash = () => { clearTimeout(timer); shown.value = true; timer = setTimeout(() => { shown.value = false; }, 3000); }; // error: hookMissing "\`onScopeDispose()\`"
      return { shown, flash };
    }
  `;
  valid("a composable without a scope hook, whose timer is soon over, where only likely ones are told", flash.replace(/ \/\/ error.*/, ""), likely);
  invalid("a composable without a scope hook", flash, { confidence: "possible" });
  invalid("a composable without a scope hook, whose interval goes on", `
    import { ref } from "vue";
    export function useClock() {
      const now = ref(0);
      let timer;
      const start = () => { clearInterval(timer); timer = setInterval(() => { now.value = Date.now(); }, 1000); }; // error: hookMissing "\`onScopeDispose()\`"
      return { now, start };
    }
  `, likely);
  invalid("a class without any teardown, made again and again", `
    class Session {
      constructor(send) { this.timer = setInterval(send, 1000); } // error: noTeardown "nothing in this class"
    }
    export function open(send) { return new Session(send); }
  `, likely);
  invalid("a second run that overwrites the first", `
    export class Socket {
      terminate() {
        this.socket.end();
        this.timer = setTimeout(() => this.cleanup(), 30000); // error: acquiredAgain "the release on line 7"
      }
      cleanup() { clearTimeout(this.timer); }
    }
  `, { confidence: "possible" });
  invalid("a method run for each element", `
    export class Channels {
      render(channels) { channels.forEach((channel) => this.renderOne(channel)); }
      renderOne(channel) {
        this.timer = setInterval(() => channel.draw(), 1000); // error: acquiredAgain "\`clearInterval(this.timer)\`"
      }
      destroy() { clearInterval(this.timer); }
    }
  `, { confidence: "possible" });
  invalid("a field replaced before it is destroyed", `
    import { Scene } from "./scene";
    export class Editor {
      scene = new Scene();
      componentWillUnmount() {
        this.scene = new Scene(); // error: replacedBeforeRelease "on line 7"
        this.scene.destroy();
      }
    }
  `);
  invalid("a watcher that is paused and forgotten", `
    export class Watching {
      invalidate() {
        if (this.watcher) {
          this.watcher.pause();
          this.watcher = null; // error: setAsideUnreleased "\`close()\` on line 9 finds nothing"
        }
      }
      close() { if (this.watcher) this.watcher.close(); }
    }
  `, likely);
  invalid("a loop whose handle is dropped", `
    export class Client {
      poll() { this.read(); setTimeout(() => this.poll(), 5000); } // error: timerLoopDropped "\`close()\` on line 5"
      read() {}
      close() { this.socket.destroy(); }
    }
  `);
  invalid("a loop whose handle is dropped after a use that lets the process wait for it", `
    export class Client {
      poll() { this.read(); setTimeout(() => this.poll(), 5000).ref(); } // error: timerLoopDropped "\`close()\` on line 5"
      read() {}
      close() { this.socket.destroy(); }
    }
  `);
  invalid("a disposable field by its type", `
    class State { dispose(): void {} }
    export class Home {
      private readonly socket = new WebSocket("wss://example.org");
      private state?: State;
      load(): void { this.state = new State(); } // error: fieldForgotten "\`this.state.dispose()\`"
      disconnectedCallback(): void { this.socket.close(); }
    }
  `, { typed: true });

  valid("released in the teardown", `
    export class Poller {
      start(read) { this.timer = setInterval(read, 1000); }
      destroy() { clearInterval(this.timer); }
    }
  `);
  valid("released by what the teardown calls", `
    export class Poller {
      start(read) { this.timer = setInterval(read, 1000); }
      reset() { clearInterval(this.timer); this.timer = null; }
      close() { this.reset(); }
    }
  `);
});
