import rule from "../../src/rules/no-unreleased-resource.ts";
import { describeRule } from "../support/rule-tester.ts";

const STRICT = { confidence: "likely" } as const;

describeRule("no-unreleased-resource", rule, ({ valid, invalid }) => {
  valid("a holder that calls a function once with what it holds is no emitter", `
    export const mover = (state) => (event) => state.on((held) => { held.move(event.screenX); });
    export class Dock {
      constructor(bar) { this.bar = bar; }
      place(offset) { this.bar.on((shown) => { shown.style.top = offset; }); }
      ask(show) { this.bar.on(show); }
    }
  `, STRICT);
  invalid("an event before the function makes it a listener", `
    export class Dock {
      constructor(bar) { this.bar = bar; }
      place(offset) { this.bar.on("shown", (shown) => { shown.style.top = offset; }); } // error: listenerStays "this.bar"
    }
  `, { confidence: "possible" });

  valid("a setter that hands on the listener of its caller", `
    export class Line {
      constructor(wire) { this.wire = wire; }
      setOnData(handler) { this.wire.on("message", (data) => handler(data)); }
      setOnFailure(handler: (error: Error) => void) {
        this.wire.on("error", (error) => {
          if (error && handler) handler(error);
        });
      }
    }
  `, STRICT);
  valid("one that chooses what it puts on", `
    export function adapt(socket) {
      return {
        send(text) { socket.send(text); },
        addEventListener(type: "message" | "close", listener: (...given: never[]) => void) {
          if (type === "message") {
            socket.on("message", (data) => { (listener as (event: object) => void)({ data }); });
            return;
          }
          socket.on("close", listener as () => void);
        },
      };
    }
  `, STRICT);
  invalid("a call that asks, and is answered", `
    export class Desk {
      constructor(wire) { this.wire = wire; }
      ask(question, done) {
        this.wire.on("answer", (answer) => done(answer)); // error: listenerStays "this.wire"
        this.wire.emit("question", question);
      }
    }
  `, STRICT);
  invalid("a call that waits for news of what it was given", `
    export class Desk {
      constructor(wire) { this.wire = wire; }
      follow(name, tell) {
        this.wire.on("price", (price, of) => { if (of === name) tell(price); }); // error: listenerStays "this.wire"
      }
    }
  `, STRICT);

  valid("a target that is asked first whether it is ready", `
    const onShow = (view, name) => (button) => {
      const show = () => { button.setActive(view.has(name)); };
      view.isReady ? show() : view.on("ready", show);
      return () => button.reset();
    };
    const onDraw = (view) => (pen) => {
      const draw = () => { pen.draw(view); };
      if (view.isReady) { draw(); return; }
      view.on("ready", draw);
    };
    export const parts = { onShow, onDraw };
  `, STRICT);
  invalid("a target that is asked something, and listened to for good", `
    const onShow = (view, name) => (button) => {
      const show = () => { button.setActive(view.has(name)); };
      view.isWide ? button.grow() : view.on("moved", show); // error: listenerStays "view"
      return () => button.reset();
    };
    export const parts = { onShow };
  `, { confidence: "possible" });

  valid("a method that ends one of many things is not the end of their manager", `
    export class Manager {
      constructor(log, events: EventBus) { this.log = log; events.on("quit", () => this.stopAll()); }
      add(part, client) { part.hear(client); }
      unsubscribe(client) { for (const part of this.partsOf(client)) part.leave(client); }
      partsOf(client) { return this.log.parts; }
      stopAll() {}
    }
  `, { confidence: "possible" });
  const manager = `
    export class Manager {
      constructor(log, events: EventBus) { this.log = log; events.on("quit", () => this.stopAll()); } // error: listenerStays "unsubscribe()"
      unsubscribe() { this.log.parts = []; }
      stopAll() {}
    }
  `;
  valid("a service that only its name makes one, where only likely ones are told", manager.replace(/ \/\/ error.*/, ""), STRICT);
  invalid("one that is told nothing is", manager, { confidence: "possible" });

  const updater = (start: string, comment = ""): string => `
    import { updates } from "./updates.js";
    let isBegun = false;
    function begin() {
      updates.on("error", (error) => console.error(error)); ${comment}
      isBegun = true;
    }
    export const follow = (view) => {
      ${start}
      const tell = () => view.tell();
      updates.on("ready", tell);
      updates.on("late", tell);
      view.on("close", () => { updates.removeListener("ready", tell); updates.removeListener("late", tell); });
    };
  `;
  valid("what runs once behind a flag of the module is there for good", updater("if (!isBegun) begin();"), STRICT);
  invalid("what runs with each sibling that is taken off", updater("begin();", "// error: listenerStays \"updates\""), STRICT);
});
