import rule from "../../src/rules/no-unreleased-resource.ts";
import { describeRule } from "../support/rule-tester.ts";

const STRICT = { confidence: "likely" } as const;

describeRule("no-unreleased-resource", rule, ({ valid, invalid }) => {
  invalid("a table of hooks that is mixed into many objects", `
    export default {
      name: "resize",
      on: {
        init() {
          const widget = this;
          window.addEventListener("resize", () => widget.update()); // error: listenerStays "window"
        },
      },
    };
  `, STRICT);
  invalid("a class that a function of the file makes", `
    class Tip {
      constructor(node) { this.node = node; window.addEventListener("scroll", () => this.place()); } // error: listenerStays "window"
      place() {}
    }
    export function tip(node) { return new Tip(node).node; }
  `, STRICT);
  invalid("a component", `
    import { Component } from "react";
    export class Clock extends Component {
      open() { document.addEventListener("visibilitychange", () => this.setState({})); } // error: listenerStays "document"
    }
  `, STRICT);
  invalid("a hook that runs at each attachment", `
    export class Panel extends Widget {
      onAfterAttach() { window.addEventListener("resize", () => this.fit()); } // error: listenerStays "window"
      fit() {}
    }
  `, STRICT);
  invalid("a listener that settles the promise of one call", `
    export function nextMessage(id) {
      return new Promise((resolve) => {
        window.addEventListener("message", (event) => { if (event.data.id === id) resolve(event.data); }); // error: listenerStays "window"
      });
    }
  `, STRICT);
  invalid("a listener that starts again what the teardown stops", `
    export class Reader {
      constructor(view) {
        this.poller = makePoller(this);
        view.dom.addEventListener("focus", () => this.poller.start()); // error: listenerStays "destroy()"
      }
      destroy() { this.poller.stop(); }
    }
  `, STRICT);
  const caller = `
    export class Call {
      constructor(manager) {
        this.manager = manager;
        this.manager.client.on("state", () => this.check()); // error: listenerStays "this.manager.client" "disconnect()"
      }
      check() {}
      disconnect() { this.socket.close(); }
    }
  `;
  valid("an injected service that only its name makes one, where only likely ones are told", caller.replace(/ \/\/ error.*/, ""), STRICT);
  invalid("an injected service of the whole program", caller, { confidence: "possible" });
  invalid("a listener for the end of a signal that the caller gives", `
    export async function send(request, backend) {
      const controller = new AbortController();
      if (request.signal) request.signal.addEventListener("abort", () => controller.abort()); // error: listenerStays "request.signal"
      return backend.send(request, controller.signal);
    }
  `, STRICT);

  valid("a class of which there may be one", `
    export class Keys {
      constructor() { document.addEventListener("keydown", (event) => this.press(event), true); }
      press(event) {}
    }
  `, STRICT);
  valid("a plain object of functions that are called as such", `
    export const commands = { watch() { window.addEventListener("resize", () => commands.fit()); }, fit() {} };
  `, STRICT);
  valid("a function whose caller says what happens when the process ends", `
    export function onInterrupt(stop) { process.on("SIGINT", () => stop()); }
  `, STRICT);
  valid("an emitter that has an event called abort", `
    export function follow(context, follower) { context.events.on("abort", () => follower.close()); }
  `, STRICT);
  valid("a signal of a controller that the call makes", `
    export function ask(send) {
      const controller = new AbortController();
      return new Promise((resolve, reject) => {
        controller.signal.addEventListener("abort", () => reject(new Error("aborted")));
        send(controller).then(resolve, reject);
      });
    }
  `, STRICT);
  valid("a function that is called on and that somebody gave", `
    export function wire(payload) {
      const { on, handlers } = payload;
      const register = (handler) => { on("after", (result) => handler(result, handlers)); };
      register(handlers[0]);
    }
  `, STRICT);
  valid("a part of an injected object that may be the only one who has it", `
    export class Queue {
      constructor(camera) { this.camera = camera; camera.on("rect", () => this.resize()); }
      resize() {}
      destroy() { this.effects = []; }
    }
  `, STRICT);
  valid("what is found in a tree of one's own", `
    export class Overlay extends HTMLElement {
      constructor() { super(); this.root = this.attachShadow({ mode: "open" }); this.root.querySelector(".window").addEventListener("click", (event) => event.stopPropagation()); }
      close() { this.remove(); }
    }
  `, STRICT);
  valid("a session that ends with its listeners, one of which is taken off", `
    export class Input {
      onStart() {
        const session = this.manager.session;
        session.addEventListener("change", this.onChange);
        session.addEventListener("select", (event) => this.fire(event));
      }
      onEnd() { this.manager.session.removeEventListener("change", this.onChange); }
      onChange = () => {};
      fire(event) {}
    }
  `, STRICT);
  valid("a listener that starts something else than what the teardown stops", `
    export class Reader {
      constructor(view) { this.poller = makePoller(this); this.sound = view.sound; view.dom.addEventListener("focus", () => this.sound.start()); }
      destroy() { this.poller.stop(); }
    }
  `, STRICT);

  const recognition = (make: string, comment = ""): string => `
    import { useEffect, useRef } from "react";
    export function useSpeech(isEnabled, report, source) {
      const recognition = useRef(null);
      useEffect(() => {
        if (isEnabled && recognition.current === null) {
          ${make}
          recognition.current.addEventListener("result", (event) => report(event)); ${comment}
        }
        return () => { recognition.current.stop(); recognition.current = null; };
      }, [isEnabled]);
    }
  `;
  valid("a listener on what the same code has just put into a ref", recognition("recognition.current = new SpeechRecognition();"), { confidence: "likely" });
  const viewer = (options: string, comment = ""): string => `
    import { internal } from "./internal.js";
    export class Viewer {
      open(bus) {
        this.ending = new AbortController();
        const { signal } = this.ending;
        const options = ${options};
        const onDrawn = () => { this.ready = true; bus.off("drawn", onDrawn); };
        bus.on("drawn", onDrawn, options);
        bus.on("draw", () => this.draw(), options); ${comment}
      }
      close() { this.ending.abort(); this.pages.close(); }
    }
  `;
  valid("a listener of an emitter that takes a signal, in an options constant", viewer("{ signal, ...internal }"), { confidence: "possible" });
  invalid("the same without the signal", viewer("{ once: false }", '// error: listenerStays "bus"'), { confidence: "possible" });
  const peer = (constructing: string, closing: string): string => `
    import { EventEmitter } from "node:events";
    export class Peer extends EventEmitter {
      constructor(socket) { super(); this.socket = socket; ${constructing} }
      attach() {
        this.socket.on("error", this.onError);
        this.socket.on("data", this.onData);MARK
      }
      close() { this.sendClose(); ${closing} }
    }
  `;
  valid("listeners beside an event that the constructor clears of those of others", peer('socket.removeAllListeners("error");', "").replace("MARK", ""), { confidence: "possible" });
  invalid("the same where the end clears it", peer("", 'this.socket.removeAllListeners("error");').replace("MARK", ' // error: listenerStays "this.socket"'), { confidence: "possible" });
  valid("the same in prototype style", `
    function Peer(socket) { this.socket = socket; this.socket.removeAllListeners("error"); }
    Peer.prototype.attach = function () {
      this.socket.on("error", this.onError.bind(this));
      this.socket.on("data", this.onData.bind(this));
    };
    Peer.prototype.close = function () { this.sendClose(); };
  `, { confidence: "possible" });
  valid("a class of which the module hands a factory to somebody else", `
    class Tip {
      constructor() { window.addEventListener("scroll", () => this.place()); }
      place() {}
    }
    export default load([WEB, () => new Tip()]);
  `, STRICT);
  invalid("a class that a factory of the file makes for each node", `
    class Tip {
      constructor(node) { window.addEventListener("scroll", () => this.place(node)); } // error: listenerStays "window"
      place() {}
    }
    export default load([WEB, (node) => new Tip(node)]);
  `, STRICT);
  valid("a slot of the module that is filled anew and emptied", `
    let popup;
    export class Emulator {
      open(url) { popup = window.open(url); }
      begin() { popup.addEventListener("unload", () => this.done()); }
      close() { popup.close(); popup = undefined; }
      done() {}
    }
  `, STRICT);
  invalid("a slot of the module that is filled once", `
    const { bus } = setUp();
    export class Emulator {
      begin() { bus.addEventListener("unload", () => this.done()); } // error: listenerStays "bus"
      dispose() { this.over = true; }
      done() {}
    }
  `, STRICT);
});
