import rule from "../../src/rules/no-mismatched-release.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-mismatched-release", rule, ({ valid, invalid }) => {
  // The function.
  invalid(
    "a bound method at both sites",
    `
    export class Panel {
      open() {
        window.addEventListener("resize", this.onResize.bind(this));
      }
      close() {
        window.removeEventListener("resize", this.onResize.bind(this)); // error: newFunction "\`bind\` gives a new function each time), so the listener of line 4"
      }
      onResize() {}
    }
  `,
    { suggestions: [] },
  );
  invalid("a function written into the removal", `
    const onKey = () => undefined;
    export function start() {
      document.addEventListener("keydown", onKey);
    }
    export function stop() {
      document.removeEventListener("keydown", () => onKey()); // error: newFunction "written here"
    }
  `);
  invalid("an arrow function around the method at the addition", `
    export class Bar {
      constructor(emitter) {
        this.emitter = emitter;
        this.emitter.on("data", (chunk) => this.onData(chunk));
      }
      dispose() {
        this.emitter.off("data", this.onData); // error: otherFunction "line 5 adds a function written there"
      }
      onData(chunk) {}
    }
  `);
  invalid(
    "the handler of the neighbour",
    `
    export class Hover {
      attach(container) {
        container.addEventListener("pointermove", this.onMove);
        container.addEventListener("wheel", this.onMove);
        container.addEventListener("pointerleave", this.onLeave);
        return () => {
          container.removeEventListener("pointermove", this.onMove);
          container.removeEventListener("wheel", this.onLeave); // error: otherFunction "given \`this.onLeave\` here, but line 5 adds \`this.onMove\`"
          container.removeEventListener("pointerleave", this.onLeave);
        };
      }
      onMove = () => {};
      onLeave = () => {};
    }
  `,
    {
      suggestions: [
        {
          messageId: "giveSameFunction",
          output: `
    export class Hover {
      attach(container) {
        container.addEventListener("pointermove", this.onMove);
        container.addEventListener("wheel", this.onMove);
        container.addEventListener("pointerleave", this.onLeave);
        return () => {
          container.removeEventListener("pointermove", this.onMove);
          container.removeEventListener("wheel", this.onMove);
          container.removeEventListener("pointerleave", this.onLeave);
        };
      }
      onMove = () => {};
      onLeave = () => {};
    }
  `,
        },
      ],
    },
  );
  invalid("the unwrapped function of a debounced listener", `
    import { debounce } from "lodash";
    export function watch(update: () => void) {
      const onScroll = () => update();
      const debounced = debounce(onScroll, 100);
      window.addEventListener("scroll", debounced);
      return () => window.removeEventListener("scroll", onScroll); // error: otherFunction "given \`onScroll\` here, but line 6 adds \`debounced\`"
    }
  `);
  invalid("the method where the constructor made a bound one under another name", `
    function Player(el) {
      this.el = el;
      this.boundPlay = this.play.bind(this);
      this.el.addEventListener("play", this.boundPlay);
    }
    Player.prototype.play = function () {};
    Player.prototype.destroy = function () {
      this.el.removeEventListener("play", this.play); // error: otherFunction "adds \`this.boundPlay\`"
    };
  `, { language: "js" });
  invalid("a function that a factory of the file makes anew", `
    const handlerFor = (id) => () => console.log(id);
    export function on(id) {
      process.on("SIGHUP", handlerFor(id));
    }
    export function off(id) {
      process.off("SIGHUP", handlerFor(id)); // error: newFunction "the call gives a new function each time"
    }
  `);
  invalid("a local function that each call makes anew", `
    export function toggle(isOn) {
      const onKey = (event) => console.log(event.key);
      if (isOn) document.addEventListener("keydown", onKey);
      else document.removeEventListener("keydown", onKey); // error: functionMadeAgain "\`onKey\` is made anew each time"
    }
  `);
  invalid("a local function that is removed before it is added", `
    export function render(button, save) {
      const onClick = () => save();
      button.removeEventListener("click", onClick); // error: functionMadeAgain "line 5 added"
      button.addEventListener("click", onClick);
    }
  `);
  invalid("a bound listener of an emitter that Node style code removes", `
    const { EventEmitter } = require("events");
    module.exports = class Pool extends EventEmitter {
      attach(socket) {
        this.socket = socket;
        this.socket.on("error", this.onError.bind(this));
      }
      end() {
        this.socket.removeListener("error", this.onError); // error: otherFunction "what \`this.onError.bind(…)\` gives there"
      }
      onError() {}
    };
  `, { language: "cjs" });
  invalid("a watched file with another listener", `
    import { unwatchFile, watchFile } from "node:fs";
    const reload = () => undefined;
    export function start(path) {
      watchFile(path, { interval: 100 }, reload);
      return () => unwatchFile(path, () => reload()); // error: newFunction "line 5"
    }
  `);

  invalid("a component's function in an effect that adds or removes", `
    import { useEffect } from "react";
    export function Menu({ isOpen, close }) {
      const onKey = (event) => event.key === "Escape" && close();
      useEffect(() => {
        if (isOpen) document.addEventListener("keydown", onKey);
        else document.removeEventListener("keydown", onKey); // error: functionMadeAgain "line 6 added"
      }, [isOpen]);
    }
  `);
  invalid("a getter that binds for each read", `
    export class Panel {
      get onResize() {
        return this.layout.bind(this);
      }
      open() {
        window.addEventListener("resize", this.onResize);
      }
      close() {
        window.removeEventListener("resize", this.onResize); // error: functionMadeAgain "\`this.onResize\` is made anew"
      }
      layout() {}
    }
  `);

  valid("a component's function that is kept between renders", `
    import { useCallback, useEffect } from "react";
    export function Menu({ isOpen, close }) {
      const onKey = useCallback((event) => event.key === "Escape" && close(), [close]);
      useEffect(() => {
        if (isOpen) document.addEventListener("keydown", onKey);
        else document.removeEventListener("keydown", onKey);
      }, [isOpen, onKey]);
    }
  `);
  valid("one function at both sites", `
    const onKey = () => undefined;
    document.addEventListener("keydown", onKey);
    export const stop = () => document.removeEventListener("keydown", onKey);
  `);
  valid("a field that keeps the bound function", `
    export class Panel {
      constructor() {
        this.onResize = this.onResize.bind(this);
        window.addEventListener("resize", this.onResize);
      }
      close() {
        window.removeEventListener("resize", this.onResize);
      }
      onResize() {}
    }
  `);
  valid("a function that is stored where it is added", `
    export class Panel {
      open() {
        window.addEventListener("resize", (this.onResize = () => this.layout()));
      }
      close() {
        window.removeEventListener("resize", this.onResize);
      }
      layout() {}
    }
  `);
  valid("a listener of an effect and its cleanup", `
    import { useEffect } from "react";
    export function useKey(key, run) {
      useEffect(() => {
        const onKey = (event) => event.key === key && run();
        window.addEventListener("keydown", onKey);
        return () => window.removeEventListener("keydown", onKey);
      }, [key, run]);
    }
  `);
  valid("a listener that removes itself in a branch before", `
    export function once(target, run) {
      const stop = () => {
        target.removeEventListener("load", stop);
        run();
      };
      target.addEventListener("load", stop);
    }
  `);
  valid("another removal that may be the right one", `
    export class Panel {
      open() {
        this.target.on("x", this.onX.bind(this));
      }
      close() {
        this.target.off("x", this.onX);
        this.target.removeAllListeners("x");
      }
      onX() {}
    }
  `);
  valid("a removal of all listeners of the event", `
    export class Panel {
      open() {
        this.target.on("x", () => this.onX());
      }
      close() {
        this.target.off("x");
      }
      pause() {
        this.target.off("x", this.onX);
      }
      onX() {}
    }
  `);
  valid("a removal in a loop over names", `
    export function attach(target, handlers) {
      target.on("a", handlers.a);
      return () => {
        for (const name of Object.keys(handlers)) target.off(name, handlers[name]);
      };
    }
  `);
  valid("a helper that adds or removes", `
    export class Drag {
      listen(method) {
        document[method]("mousemove", this.onMove);
      }
      onMove = () => {};
    }
  `);
  valid("functions that other code gives", `
    export class Hub {
      add(target, handler) {
        target.addEventListener("message", handler);
      }
      remove(target, other) {
        target.removeEventListener("message", other);
      }
    }
  `);
  valid("a wrapper that may give back what it gets", `
    import { track } from "./track";
    export function listen(run: () => void) {
      const onScroll = () => run();
      const tracked = track(onScroll);
      window.addEventListener("scroll", tracked);
      return () => window.removeEventListener("scroll", onScroll);
    }
  `);
  valid("a function that stands for one of two", `
    const onTouch = () => undefined;
    const onMouse = () => undefined;
    export function listen(isTouch) {
      const handler = isTouch ? onTouch : onMouse;
      document.addEventListener("pointerdown", handler);
      return () => document.removeEventListener("pointerdown", isTouch ? onTouch : onMouse);
    }
  `);
  valid("an abort signal that ends the listener", `
    export function listen(signal, el) {
      el.addEventListener("click", () => undefined, { signal });
      el.removeEventListener("click", () => undefined);
    }
  `);
  valid("callbacks of completion", `
    export async function use(client) {
      client.connect(4000, () => console.log("there"));
      client.subscribe("topic", () => console.log("subscribed"));
      client.unsubscribe("topic", () => console.log("unsubscribed"));
      client.disconnect(() => console.log("gone"));
    }
  `);
  valid("the bind of functions", `
    export class A {
      run = this.run.bind(this);
      bound = this.other.bind(null, "x");
      stop() {
        this.unbind("x", this.run);
      }
    }
  `);
  valid("two classes with members of the same name", `
    export class A {
      open() { this.hub.on("x", this.onX); }
      onX() {}
    }
    export class B {
      close() { this.hub.off("x", this.onX); }
      onX = () => {};
    }
  `);

  // The event.
  invalid(
    "another event",
    `
    export class Peer {
      open(socket) {
        this.socket = socket;
        this.socket.on("message", this.onMessage);
        this.socket.on("close", this.onClose);
      }
      close() {
        this.socket.off("message", this.onMessage);
        this.socket.off("end", this.onClose); // error: otherEvent "names \`\\"end\\"\` here, but line 6 adds the listener for \`\\"close\\"\`"
      }
      onMessage() {}
      onClose() {}
    }
  `,
    {
      suggestions: [
        {
          messageId: "giveSameEvent",
          output: `
    export class Peer {
      open(socket) {
        this.socket = socket;
        this.socket.on("message", this.onMessage);
        this.socket.on("close", this.onClose);
      }
      close() {
        this.socket.off("message", this.onMessage);
        this.socket.off("close", this.onClose);
      }
      onMessage() {}
      onClose() {}
    }
  `,
        },
      ],
    },
  );
  invalid("another member of the enumeration of events", `
    import { Events } from "./events";
    export class Controller {
      private hls: any;
      register() {
        this.hls.on(Events.MANIFEST_LOADED, this.onLoaded, this);
      }
      unregister() {
        this.hls.off(Events.MANIFEST_LOADING, this.onLoaded, this); // error: otherEvent "\`Events.MANIFEST_LOADED\`"
      }
      private onLoaded() {}
    }
  `);
  invalid("a constant and a text that differ", `
    const RESIZE = "resize";
    const onResize = () => undefined;
    export const start = () => window.addEventListener(RESIZE, onResize);
    export const stop = () => window.removeEventListener("onresize", onResize); // error: otherEvent "Name the same event"
  `);

  valid("a constant and a text that agree", `
    const RESIZE = "resize";
    const onResize = () => undefined;
    export const start = () => window.addEventListener(RESIZE, onResize);
    export const stop = () => window.removeEventListener("resize", onResize);
  `);
  valid("an event that is not known here", `
    export class Peer {
      open() { this.socket.on(this.eventName, this.onMessage); }
      close() { this.socket.off("message", this.onMessage); }
      onMessage() {}
    }
  `);
  valid("several events in one text", `
    import $ from "jquery";
    const onMove = () => undefined;
    export const start = () => $(window).on("mousemove touchmove", onMove);
    export const stop = () => $(window).off("mousemove", onMove);
  `);
  valid("a namespace of events", `
    import $ from "jquery";
    const onMove = () => undefined;
    export const start = () => $(window).on("scroll.menu", onMove);
    export const stop = () => $(window).off("scroll", onMove);
  `);
  valid("events that the file adds elsewhere under names it does not know", `
    export class Peer {
      open() {
        for (const name of ["end", "close"]) this.socket.on(name, this.onEnd);
        this.socket.on("error", this.onEnd);
      }
      close() {
        this.socket.off("end", this.onEnd);
      }
      onEnd() {}
    }
  `);
  valid("a handler that is handed to other code as well", `
    export class Peer {
      open() {
        this.socket.on("message", this.onMessage);
        forward(this.socket, "data", this.onMessage);
      }
      close() {
        this.socket.off("data", this.onMessage);
      }
      onMessage() {}
    }
  `);

  // The target.
  invalid("window and document", `
    const onKey = () => undefined;
    export const start = () => document.addEventListener("keydown", onKey);
    export const stop = () => window.removeEventListener("keydown", onKey); // error: otherTarget "asks \`window\` here, but line 3 adds the listener to \`document\`"
  `);
  invalid(
    "two fields",
    `
    export class View {
      constructor(input, wrapper) {
        this.input = input;
        this.wrapper = wrapper;
        this.input.addEventListener("focus", this.onFocus);
      }
      destroy() {
        this.wrapper.removeEventListener("focus", this.onFocus); // error: otherTarget "\`this.input\`"
      }
      onFocus = () => {};
    }
  `,
    { confidence: "likely" },
  );
  valid("two fields, where only proofs count", `
    export class View {
      open() { this.input.addEventListener("focus", this.onFocus); }
      destroy() { this.wrapper.removeEventListener("focus", this.onFocus); }
      onFocus = () => {};
    }
  `);
  valid("window by its other names", `
    const onHash = () => undefined;
    addEventListener("hashchange", onHash);
    export const stop = () => globalThis.removeEventListener("hashchange", onHash);
  `);
  valid("a field through its alias", `
    export class View {
      open() {
        const { node } = this;
        node.addEventListener("focus", this);
      }
      close() {
        this.node.removeEventListener("focus", this);
      }
      handleEvent() {}
    }
  `);
  valid("a target that a parameter names", `
    export class View {
      onFocus = () => {};
      add(el) { el.addEventListener("focus", this.onFocus); }
      remove(node) { node.removeEventListener("focus", this.onFocus); }
    }
  `, { confidence: "likely" });

  // The capture flag.
  invalid(
    "a removal without the capture flag",
    `
    import { useEffect } from "react";
    const silence = (event: Event) => event.stopPropagation();
    export function useSilence() {
      useEffect(() => {
        window.addEventListener("error", silence, { capture: true });
        return () => {
          window.removeEventListener("error", silence); // error: otherCapture "is without the capture flag here, but line 6 adds the listener with it"
        };
      }, []);
    }
  `,
    {
      suggestions: [
        {
          messageId: "giveSameCapture",
          output: `
    import { useEffect } from "react";
    const silence = (event: Event) => event.stopPropagation();
    export function useSilence() {
      useEffect(() => {
        window.addEventListener("error", silence, { capture: true });
        return () => {
          window.removeEventListener("error", silence, { capture: true });
        };
      }, []);
    }
  `,
        },
      ],
    },
  );
  invalid("an addition without it", `
    export class Tooltip {
      attach() { window.addEventListener("keydown", this); }
      detach() { window.removeEventListener("keydown", this, true); } // error: otherCapture "is with the capture flag"
      handleEvent() {}
    }
  `);
  valid("options that say nothing of capture", `
    const onTouch = () => undefined;
    export const start = (el) => el.addEventListener("touchstart", onTouch, { passive: true, once: false });
    export const stop = (el) => el.removeEventListener("touchstart", onTouch, false);
  `);
  valid("the flag as option and as argument", `
    const onTouch = () => undefined;
    const options = { capture: true, passive: true };
    export const start = () => document.addEventListener("touchstart", onTouch, options);
    export const stop = () => document.removeEventListener("touchstart", onTouch, true);
  `);
  valid("options that come from elsewhere", `
    import { options } from "./options";
    const onTouch = () => undefined;
    export const start = () => document.addEventListener("touchstart", onTouch, options);
    export const stop = () => document.removeEventListener("touchstart", onTouch);
  `);
  valid("a fallback for old browsers", `
    const passive = supportsPassive() ? { passive: true } : false;
    const onTouch = () => undefined;
    export const start = () => document.addEventListener("touchstart", onTouch, passive);
    export const stop = () => document.removeEventListener("touchstart", onTouch);
  `);
  valid("a removal for each flag", `
    const onKey = () => undefined;
    export const start = () => document.addEventListener("keydown", onKey, true);
    export const stop = () => {
      document.removeEventListener("keydown", onKey, false);
      document.removeEventListener("keydown", onKey, true);
    };
  `);

  // The context of signals.
  invalid(
    "a signal's connection without its context",
    `
    export class Tabs {
      connect(list, signal, listener) {
        signal.connect(listener, this);
        list.push(() => signal.disconnect(listener)); // error: otherContext "is without \`this\` here, but line 4 connects with it"
      }
    }
  `,
    {
      suggestions: [
        {
          messageId: "giveSameContext",
          output: `
    export class Tabs {
      connect(list, signal, listener) {
        signal.connect(listener, this);
        list.push(() => signal.disconnect(listener, this));
      }
    }
  `,
        },
      ],
    },
  );
  valid("a signal's connection with its context", `
    export class Tabs {
      connect() { this.model.changed.connect(this.onChanged, this); }
      dispose() { this.model.changed.disconnect(this.onChanged, this); }
      onChanged() {}
    }
  `);
  valid("a signal whose data is cleared", `
    import { Signal } from "@lumino/signaling";
    export class Tabs {
      connect() { this.model.changed.connect(this.onChanged, this); }
      dispose() {
        this.model.changed.disconnect(this.onChanged);
        Signal.clearData(this);
      }
      onChanged() {}
    }
  `, { language: "js" });
  valid("nodes of an audio graph", `
    export class Synth {
      open() { this.gain.connect(this.output, 0); }
      close() { this.gain.disconnect(this.output); }
    }
  `);

  // What is missing.
  invalid(
    "a removal without the event",
    `
    export class Collector extends EventEmitter {
      get next() {
        return new Promise((resolve) => {
          const onMessage = (message) => {
            this.removeListener(onMessage); // error: missingEvent "adds for \`\\"message\\"\` stays"
            resolve(message);
          };
          this.once("message", onMessage);
        });
      }
    }
  `,
    {
      suggestions: [
        {
          messageId: "insertEvent",
          output: `
    export class Collector extends EventEmitter {
      get next() {
        return new Promise((resolve) => {
          const onMessage = (message) => {
            this.removeListener("message", onMessage);
            resolve(message);
          };
          this.once("message", onMessage);
        });
      }
    }
  `,
        },
      ],
    },
  );
  invalid("a removal without the function", `
    const onKey = () => undefined;
    document.addEventListener("keyup", onKey);
    export const stop = () => document.removeEventListener("keyup"); // error: missingListener "Give it \`onKey\` as well"
  `, { language: "js" });
  valid("events that have no names", `
    const onMessage = () => undefined;
    chrome.runtime.onMessage.addListener(onMessage);
    export const stop = () => chrome.runtime.onMessage.removeListener(onMessage);
  `);
  valid("an emitter of its own whose removal takes the name only", `
    export class Bus {
      open() { this.bus.addEventListener("x", this.onX); }
      close() { this.bus.removeEventListener("x"); }
      onX() {}
    }
  `);

  // Added again.
  invalid(
    "an addition in a teardown",
    `
    import { channel } from "node:diagnostics_channel";
    const before = channel("before");
    const enter = channel("enter");
    export class Profiler {
      start() {
        before.subscribe(this.enter);
        enter.subscribe(this.enter);
      }
      stop() {
        before.unsubscribe(this.enter);
        enter.subscribe(this.enter); // error: addedAgain "adds the listener of line 8 a second time here"
      }
      enter = () => {};
    }
  `,
    {
      suggestions: [
        {
          messageId: "removeInstead",
          output: `
    import { channel } from "node:diagnostics_channel";
    const before = channel("before");
    const enter = channel("enter");
    export class Profiler {
      start() {
        before.subscribe(this.enter);
        enter.subscribe(this.enter);
      }
      stop() {
        before.unsubscribe(this.enter);
        enter.unsubscribe(this.enter);
      }
      enter = () => {};
    }
  `,
        },
      ],
    },
  );
  invalid("an addition in a column of removals", `
    export class Editor {
      onAfterAttach() {
        this.host.addEventListener("blur", this, true);
        this.header.addEventListener("click", this);
      }
      onBeforeDetach() {
        this.host.removeEventListener("blur", this, true);
        this.header.addEventListener("click", this); // error: addedAgain "Call \`removeEventListener\`"
      }
      handleEvent() {}
    }
  `);
  valid("a switch from one listener to another and back", `
    export class Mode {
      enable() {
        this.target.off("idle", this.onIdle);
        this.target.on("busy", this.onBusy);
      }
      disable() {
        this.target.off("busy", this.onBusy);
        this.target.on("idle", this.onIdle);
      }
      onIdle() {}
      onBusy() {}
    }
  `);
  valid("a listener that the teardown is the first to add", `
    export class Socket {
      open() {
        this.raw.on("data", this.onData);
        this.raw.on("error", this.onError);
      }
      destroy() {
        this.raw.off("data", this.onData);
        this.raw.off("error", this.onError);
        this.raw.on("error", ignore);
      }
      onData() {}
      onError() {}
    }
  `);

  // Timers.
  invalid(
    "a timer whose handle never gets to the field that is cleared",
    `
    export class Verification {
      constructor() {
        this.timer = null;
      }
      reset() {
        if (this.timer !== null) clearTimeout(this.timer);
        setTimeout(() => this.cancel(), 600000); // error: timerDropped "so \`clearTimeout(…)\` on line 7 never clears it. Assign it to \`this.timer\`"
      }
      cancel() {}
    }
  `,
    {
      suggestions: [
        {
          messageId: "keepHandle",
          output: `
    export class Verification {
      constructor() {
        this.timer = null;
      }
      reset() {
        if (this.timer !== null) clearTimeout(this.timer);
        this.timer = setTimeout(() => this.cancel(), 600000);
      }
      cancel() {}
    }
  `,
        },
      ],
    },
  );
  invalid("a local that is declared, cleared and never given", `
    export function later(run) {
      let timer;
      return () => {
        clearTimeout(timer);
        setTimeout(run, 100); // error: timerDropped "Assign it to"
      };
    }
  `);
  invalid(
    "a frame that is cleared as a timeout",
    `
    export class Chart {
      draw() {
        this.frame = requestAnimationFrame(() => this.draw());
      }
      destroy() {
        clearTimeout(this.frame); // error: otherTimer "Call \`cancelAnimationFrame\`"
      }
    }
  `,
    {
      suggestions: [
        {
          messageId: "clearWithOther",
          output: `
    export class Chart {
      draw() {
        this.frame = requestAnimationFrame(() => this.draw());
      }
      destroy() {
        cancelAnimationFrame(this.frame);
      }
    }
  `,
        },
      ],
    },
  );
  invalid("the callback in place of the handle", `
    export class Chart {
      start = () => {
        requestAnimationFrame(this.start);
      };
      destroy() {
        cancelAnimationFrame(this.start); // error: callbackForHandle "is given the callback"
      }
    }
  `);
  valid("a timer in its field", `
    export class Verification {
      timer = null;
      reset() {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.cancel(), 1000);
      }
      cancel() {}
    }
  `);
  valid("a sleep beside a timer that other code keeps", `
    export class Poller {
      timer = null;
      stop() {
        clearTimeout(this.timer);
      }
      poll() {
        Object.assign(this, { timer: setTimeout(() => this.poll(), 1000) });
      }
    }
  `);
  valid("timeout and interval, which clear each other", `
    let id = null;
    export const start = () => { id = setInterval(() => undefined, 1000); };
    export const stop = () => clearTimeout(id);
  `);
  valid("a fallback where there are no frames", `
    const later = window.requestAnimationFrame || setTimeout;
    let id;
    export const start = () => { id = later(() => undefined); };
    export const stop = () => clearTimeout(id);
  `);
  valid("both clears for a handle of either kind", `
    let id;
    export const start = (isFast) => { id = isFast ? requestAnimationFrame(run) : setTimeout(run, 100); };
    export const stop = () => { clearTimeout(id); cancelAnimationFrame(id); };
    function run() {}
  `);

  // Verbs and calls.
  invalid("a watch that loses its listeners and goes on", `
    import chokidar from "chokidar";
    export class Builder {
      start() {
        this.watcher = chokidar.watch("src");
        this.watcher.on("change", () => undefined);
      }
      close() {
        this.watcher.removeAllListeners(); // error: wrongVerb "Call \`this.watcher.close()\`"
      }
    }
  `, { language: "js" });
  invalid(
    "a method that is named and not called",
    `
    export function stop(server) {
      server.close; // error: notCalled "\`server.close\` is only named here"
    }
  `,
    { suggestions: [{ messageId: "callMethod", output: `
    export function stop(server) {
      server.close();
    }
  ` }] },
  );
  invalid("an optional one behind a test", `
    export function stop(timer) {
      timer && timer.unref; // error: notCalled "is only named here"
    }
  `);
  invalid("a cleanup that only names its method", `
    import { useEffect } from "react";
    export function useStream(stream) {
      useEffect(() => {
        const subscription = stream.subscribe(() => undefined);
        return () => subscription.unsubscribe; // error: notCalled "is only named here"
      }, [stream]);
    }
  `);
  invalid(
    "a cleanup that the effect calls at once",
    `
    import { useEffect } from "react";
    export function useResize(onResize) {
      useEffect(() => {
        window.addEventListener("resize", onResize);
        return window.removeEventListener("resize", onResize); // error: calledEarly "right after \`window.addEventListener(…)\` on line 5"
      }, [onResize]);
    }
  `,
    {
      suggestions: [
        {
          messageId: "returnFunction",
          output: `
    import { useEffect } from "react";
    export function useResize(onResize) {
      useEffect(() => {
        window.addEventListener("resize", onResize);
        return () => window.removeEventListener("resize", onResize);
      }, [onResize]);
    }
  `,
        },
      ],
    },
  );
  valid("a watch that is closed as well", `
    import chokidar from "chokidar";
    export class Builder {
      start() {
        this.watcher = chokidar.watch("src");
      }
      close() {
        this.watcher.removeAllListeners();
        return this.watcher.close();
      }
    }
  `, { language: "js" });
  valid("a watch that loses its listeners and lives on", `
    import chokidar from "chokidar";
    export class Builder {
      start() {
        this.watcher = chokidar.watch("src");
      }
      rewire() {
        this.watcher.removeAllListeners();
      }
    }
  `, { language: "js" });
  valid("a watch that other code ends", `
    import chokidar from "chokidar";
    export class Builder {
      start(stack) {
        this.watcher = chokidar.watch("src");
        stack.adopt(this.watcher);
      }
      close() {
        this.watcher.removeAllListeners();
      }
    }
  `, { language: "js" });
  valid("a method that is handed on", `
    export const stop = (server, stack) => stack.defer(server.close);
    export const closer = (server) => server.close;
  `);
  valid("an assertion that reads a getter", `
    expect(stream).to.close;
  `);
});
