import rule from "../../src/rules/no-unreleased-resource.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-unreleased-resource where a listener picks its own out of what it hears", rule, ({ valid, invalid }) => {
  invalid("for the promise of one call, on what the call was given", `
    import type { EventEmitter } from "node:events";
    export function next(bus: EventEmitter, id: string) {
      return new Promise<string>((resolve) => {
        bus.on("frame", (frame: { id: string; text: string }) => { // error: listenerStays "adds here stays on"
          if (frame.id !== id) return;
          resolve(frame.text);
        });
      });
    }
  `, { confidence: "likely" });
  invalid("in a method, on what the constructor was given", `
    export class Editor {
      constructor(bus) { this.bus = bus; }
      open(file) {
        this.bus.on("saved", (name) => { if (name === file) this.refresh(file); }); // error: listenerStays "adds here stays on"
      }
      refresh() {}
    }
  `, { confidence: "likely", language: "js" });
  valid("and takes itself off", `
    import type { EventEmitter } from "node:events";
    export function next(bus: EventEmitter, id: string) {
      return new Promise<string>((resolve) => {
        const onFrame = (frame: { id: string; text: string }) => {
          if (frame.id !== id) return;
          bus.off("frame", onFrame);
          resolve(frame.text);
        };
        bus.on("frame", onFrame);
      });
    }
  `, { confidence: "likely" });
  valid("compares what it hears with what is the same for all calls", `
    import type { EventEmitter } from "node:events";
    const DONE = "done";
    export function end(bus: EventEmitter) {
      return new Promise<void>((resolve) => {
        bus.on("state", (state: string) => { if (state === DONE) resolve(); });
      });
    }
  `, { confidence: "likely" });

  const room = (close: string): string => `
    import { EventEmitter } from "node:events";
    export class Room extends EventEmitter {
      constructor(private readonly bus: EventEmitter) {
        super();
        this.bus.on("joined", this.#onJoined);${close === "this.removeAllListeners();" ? ' // error: listenerStays "adds here stays on"' : ""}
      }
      readonly #onJoined = () => { this.emit("change"); };
      close() { ${close} }
    }
  `;
  invalid("an end that clears only itself", room("this.removeAllListeners();"), { confidence: "likely" });
  valid("an end that takes it off as well", room(`this.bus.off("joined", this.#onJoined); this.removeAllListeners();`), { confidence: "likely" });
  valid("an end that clears nothing tells nothing", room("this.emit(\"closed\");"), { confidence: "likely" });

  invalid("for each caller, on what the owner has made for itself", `
    import { connect } from "node:net";
    export class Receiver {
      constructor(port) { this.socket = connect(port); }
      ask(told) {
        this.socket.on("data", (text) => { told(text); }); // error: listenerStays "adds here stays on"
        this.socket.write("?");
      }
      close() { this.socket.destroy(); }
    }
  `, { confidence: "possible", language: "js" });
  valid("for all callers, on what the owner has made for itself", `
    import { connect } from "node:net";
    export class Receiver {
      constructor(port) {
        this.socket = connect(port);
        this.socket.on("data", (text) => { this.text = text; });
      }
      close() { this.socket.destroy(); }
    }
  `, { confidence: "likely", language: "js" });
});
