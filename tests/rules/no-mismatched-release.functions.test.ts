import rule from "../../src/rules/no-mismatched-release.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-mismatched-release", rule, ({ invalid, valid }) => {
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
  valid("a listener on what is made together with it", `
    export class Completer {
      init() {
        this.popup = new Popup(document.body);
        this.popup.renderer.on("afterRender", this.onRender.bind(this));
      }
      detach() { this.popup.renderer.off("afterRender", this.onRender); }
      onRender() {}
    }
  `);
  invalid("the same on what was there before", `
    export class Completer {
      constructor(popup) { this.popup = popup; }
      init() { this.popup.renderer.on("afterRender", this.onRender.bind(this)); }
      detach() { this.popup.renderer.off("afterRender", this.onRender); } // error: otherFunction "this.onRender.bind"
      onRender() {}
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
  invalid("two functions of one name", `
    export class Component {
      start() {
        const stop = () => this.clear();
        this.hub.on("dispose", stop);
      }
      clear() {
        const stop = () => {};
        this.hub.off("dispose", stop); // error: otherFunction "line 5 adds another \`stop\`"
      }
    }
  `);
  invalid("a handler that is called where it should be named", `
    export class Panel {
      open() {
        window.addEventListener("resize", this.onResize);
      }
      close() {
        window.removeEventListener("resize", this.onResize()); // error: newFunction "called here, and gives none"
      }
      onResize = () => {
        console.log("resized");
      };
    }
  `);
  invalid("a removal that is copied and not changed", `
    export class Drag {
      start() {
        document.addEventListener("mousemove", this.onMove);
        document.addEventListener("mouseup", this.onUp);
        document.addEventListener("mouseup", this.onLeave);
      }
      stop() {
        document.removeEventListener("mousemove", this.onMove);
        document.removeEventListener("mouseup", this.onUp);
        document.removeEventListener("mouseup", this.onUp); // error: otherFunction "line 6 adds \`this.onLeave\`"
      }
      onMove = () => {};
      onUp = () => {};
      onLeave = () => {};
    }
  `);
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
  valid("a named function that takes itself off", `
    export function next(channel, id, done) {
      channel.addEventListener("message", function handler(event) {
        if (event.data.id !== id) return;
        channel.removeEventListener("message", handler);
        done(event.data);
      });
    }
  `, { confidence: "likely" });
  invalid("a named function that takes off another of the same name", `
    export function next(channel, done) {
      channel.addEventListener("message", function handler(event) { done(event.data); });
      channel.removeEventListener("message", function handler() {}); // error: newFunction "written here"
    }
  `);
});
