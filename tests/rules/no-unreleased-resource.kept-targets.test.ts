import rule from "../../src/rules/no-unreleased-resource.ts";
import { describeRule } from "../support/rule-tester.ts";

const STRICT = { confidence: "likely" } as const;

describeRule("no-unreleased-resource", rule, ({ valid, invalid }) => {
  invalid("a listener for the promise of one call, on what the object keeps", `
    import { spawn } from "node:child_process";
    export class Shell {
      constructor() { this.child = spawn("sh"); }
      ask(question) {
        return new Promise((resolve) => {
          this.child.stdout.on("data", (text) => { // error: listenerStays "stays on \`this.child.stdout\`. Call \`off\`"
            if (text.includes(question)) resolve(text);
          });
          this.child.stdin.write(question);
        });
      }
      close() { this.child.kill(); }
    }
  `);
  invalid("one on what a factory was given", `
    import type { EventEmitter } from "node:events";
    export const createDesk = (feed: EventEmitter) => ({
      watch(name: string, tell: (price: number) => void) {
        feed.on("price", (price: number, of: string) => { // error: listenerStays "feed"
          if (of === name) tell(price);
        });
      },
    });
  `);
  invalid("one that keeps what the call was given", `
    export class Folder {
      constructor(watcher) { this.watcher = watcher; this.seen = 0; }
      follow(path) {
        this.watcher.on("change", (changed) => { if (changed === path) this.seen++; }); // error: listenerStays "this.watcher"
      }
    }
  `, { confidence: "possible" });
  valid("what the call makes has a target of its own", `
    import { spawn } from "node:child_process";
    export class Printer {
      print(text, done) {
        this.child = spawn("lp");
        this.child.stdout.on("data", (line) => done(line));
        this.child.stdin.end(text);
      }
    }
  `, STRICT);
  valid("a listener that the caller gives, and can take off", `
    export class Hub {
      constructor(bus) { this.bus = bus; }
      hear(listener) { this.bus.on("word", listener); }
    }
  `, STRICT);
  valid("the end of the target is what the call waits for", `
    export class Door {
      constructor(server) { this.server = server; }
      shut() {
        return new Promise((resolve, reject) => {
          this.server.on("error", reject);
          this.server.close(resolve);
        });
      }
    }
  `, STRICT);
  valid("nobody knows where the target comes from", `
    export class Station extends Base {
      hear(report) { this.line.on("word", (word) => report(word)); }
    }
  `, STRICT);
  valid("what begins the work of the object runs once", `
    export class Session {
      constructor(socket) { this.socket = socket; }
      connect(tell) { this.socket.on("open", () => tell()); }
    }
  `, STRICT);
  invalid("one target for one object after the other", `
    import type { EventEmitter } from "node:events";
    function row(clock: EventEmitter, write: (text: string) => void) {
      clock.on("minute", () => write("now")); // error: listenerStays "clock" "close()"
      return { close() {} };
    }
    export function board(clock: EventEmitter, times: number[]) {
      return times.map((time) => row(clock, (text) => console.log(time, text)));
    }
  `);
  valid("a target for each object", `
    import { EventEmitter } from "node:events";
    class Card {
      constructor(private readonly model: EventEmitter) { this.model.on("moved", () => this.draw()); }
      draw() {}
      close() {}
    }
    export const cards = (names: string[]) => names.map((name) => { const model = new EventEmitter(); return new Card(model); });
  `, STRICT);
  invalid("the end takes a part out of its target, which stays", `
    export function ruler(page) {
      const line = document.createElement("i");
      page.append(line);
      page.addEventListener("pointermove", (event) => { line.style.left = event.x; }); // error: listenerStays "page" "destroy()"
      return { destroy() { line.remove(); } };
    }
  `);
  valid("the part that is taken out has the listener", `
    export class Rose {
      show(map) {
        this.map = map;
        this.frame = document.createElement("div");
        this.frame.addEventListener("pointermove", (event) => this.turn(event));
        map.appendChild(this.frame);
      }
      turn() {}
      dispose() { this.map.removeChild(this.frame); }
    }
  `, STRICT);
  invalid("taking off all its own listeners takes none off another emitter", `
    import { EventEmitter } from "node:events";
    import { feed } from "./feed.js";
    export class Basket extends EventEmitter {
      constructor() { super(); feed.on("rate", () => this.emit("total")); } // error: listenerStays "feed"
      close() { this.removeAllListeners(); }
    }
  `, STRICT);
  valid("a parameter may be the object itself", `
    import { EventEmitter } from "node:events";
    function warn(stock: EventEmitter) { stock.on("tick", () => stock.emit("low")); }
    export class Shelf extends EventEmitter {
      constructor() { super(); warn(this); }
      close() { this.removeAllListeners(); }
    }
  `, STRICT);
});
