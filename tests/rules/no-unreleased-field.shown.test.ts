/** Fields that the file itself shows to be resources, and ends that do not come to their release. */
import rule from "../../src/rules/no-unreleased-field.ts";
import { describeRule } from "../support/rule-tester.ts";

const likely = { confidence: "likely" } as const;

describeRule("no-unreleased-field: made alike", rule, ({ valid, invalid }) => {
  invalid("a factory whose end releases two of three", `
    import { Layer } from "./layer.js";
    export function createMap(canvas) {
      const roads = new Layer(canvas, "roads");
      const rivers = new Layer(canvas, "rivers"); // error: fieldForgotten "Call \`rivers.destroy()\`"
      const names = new Layer(canvas, "names");
      return {
        draw() { for (const layer of [roads, rivers, names]) layer.draw(); },
        destroy() { roads.destroy(); names.destroy(); },
      };
    }
  `);
  invalid("fields of a class", `
    import { Pane } from "./pane";
    export class Desk {
      private left = new Pane("left");
      private right = new Pane("right"); // error: fieldForgotten "\`dispose()\` on line 6"
      dispose() { this.left.dispose(); }
    }
  `);
  invalid("the odd one out of what seems to hold nothing but memory", `
    export class Store {
      constructor() {
        this.changed = new Emitter();
        this.opened = new Emitter();
        this.failed = new Emitter(); // error: fieldForgotten "\`this.failed\`"
      }
      dispose() { this.changed.dispose(); this.opened.dispose(); }
    }
  `, likely);
  valid("one of two that seem to hold nothing but memory: the other may be the exception", `
    export class Store {
      constructor() {
        this.changed = new Emitter();
        this.failed = new Emitter();
      }
      dispose() { this.changed.dispose(); }
    }
  `, likely);
  valid("what has another name that is released", `
    import { Gain } from "./gain";
    export class Gate {
      constructor(context) {
        this.input = new Gain(context);
        this.gate = this.output = new Gain(context);
      }
      dispose() { this.input.dispose(); this.gate.dispose(); }
    }
  `, likely);
  valid("what is made with one that the end releases", `
    import { Pane } from "./pane";
    export class Desk {
      constructor() {
        this.whole = new Pane(null);
        this.side = new Pane(null);
        this.part = new Pane(this.whole);
      }
      dispose() { this.whole.dispose(); this.side.dispose(); }
    }
  `, likely);
  valid("what is handed out", `
    import { Pane } from "./pane";
    export class Desk {
      constructor(shell) {
        this.left = new Pane("left");
        this.right = new Pane("right");
        shell.add(this.right);
      }
      dispose() { this.left.dispose(); }
    }
  `, likely);
});

describeRule("no-unreleased-field: declared", rule, ({ valid, invalid }) => {
  invalid("what a call with a listener gives, to be called", `
    type Stop = () => void;
    interface Feed { listen(topic: string, hear: (text: string) => void): Stop }
    export class Ticker {
      private stop: Stop | null = null;
      private text = "";
      constructor(private feed: Feed) {}
      start() {
        this.stop = this.feed.listen("news", (text) => { this.text = text; }); // error: fieldForgotten "Call \`this.stop()\`"
      }
      dispose() { this.text = ""; }
    }
  `);
  invalid("a lease in a factory", `
    interface Lease { release(): void }
    interface Pool { borrow(name: string): Promise<Lease> }
    export function createSession(pool: Pool) {
      let lease: Lease | undefined;
      return {
        async open(name: string) { lease = await pool.borrow(name); }, // error: fieldForgotten "Call \`lease.release()\`"
        destroy() { lease = undefined; },
      };
    }
  `);
  valid("a feed that the object makes for itself", `
    interface Subscription { unsubscribe(): void }
    declare class Feed { subscribe(hear: () => void): Subscription }
    export class Ticker {
      private feed = new Feed();
      private own: Subscription | undefined;
      start() { this.own = this.feed.subscribe(() => this.tick()); }
      tick() {}
      dispose() { this.own = undefined; }
    }
  `, likely);
  valid("a thing with an end that is good for more", `
    interface Editor { text(): string; close(): void }
    interface Workspace { active(): Editor }
    export class Status {
      private editor: Editor | null = null;
      constructor(private workspace: Workspace) {}
      look() { this.editor = this.workspace.active(); }
      dispose() { this.editor = null; }
    }
  `, likely);
  valid("what the caller lends", `
    export class Form {
      #lease: Disposable | null = null;
      open(lease: Disposable) { this.#lease = lease; }
      close() { this.#lease = null; }
    }
  `, likely);
});

describeRule("no-unreleased-field: the platform's functions under another name", rule, ({ valid, invalid }) => {
  invalid("a member that is given one", `
    const clock = { tick: setInterval.bind(globalThis), halt: clearInterval };
    export class Lamp {
      on() { this.blinking = clock.tick(() => this.toggle(), 500); } // error: fieldForgotten "an interval"
      toggle() {}
      destroy() { this.blinking = null; }
    }
  `);
  valid("and released so", `
    const clock = { tick: setInterval, halt: clearInterval };
    export class Lamp {
      light() { this.blinking = clock.tick(() => this.flip(), 500); }
      flip() {}
      destroy() { clock.halt(this.blinking); }
    }
  `, likely);
});

describeRule("no-unreleased-field: an end that goes around the release", rule, ({ valid, invalid }) => {
  invalid("while nothing was changed", `
    export function createDraft(save) {
      let dirty = false;
      let timer;
      return {
        begin() { timer ??= setInterval(save, 1000); }, // error: fieldSkipped "when line 9 turns it away"
        edit() { dirty = true; },
        destroy() {
          if (!dirty) return;
          save();
          clearInterval(timer);
        },
      };
    }
  `);
  invalid("a release in a branch", `
    export class Log {
      rows = new Map();
      constructor(send) { this.timer = setInterval(send, 1000); } // error: fieldSkipped "\`this.timer\`"
      add(id, row) { this.rows.set(id, row); }
      dispose() {
        if (this.rows.size > 0) {
          this.rows.clear();
          clearInterval(this.timer);
        }
      }
    }
  `);
  valid("a flag that is set with the field", `
    export class Log {
      running = false;
      start(send) { this.running = true; this.timer = setInterval(send, 1000); }
      dispose() { if (!this.running) return; clearInterval(this.timer); }
    }
  `, likely);
  valid("an end that runs once", `
    export class Log {
      over = false;
      start(send) { this.timer = setInterval(send, 1000); }
      dispose() { if (this.over) return; this.over = true; clearInterval(this.timer); }
    }
  `, likely);
  valid("what the caller decides", `
    export class Log {
      constructor(send, options) { this.keep = options.keep; this.timer = setInterval(send, 1000); }
      dispose() { if (this.keep) return; clearInterval(this.timer); }
    }
  `, likely);
});

describeRule("no-unreleased-field: loops and listeners", rule, ({ valid, invalid }) => {
  invalid("a flag that the loop does not ask before it goes on", `
    export class Poller {
      active = false;
      async poll() {
        if (this.active) await this.read();
        setTimeout(() => this.poll(), 2000); // error: timerLoopDropped "\`stop()\`"
      }
      async read() {}
      stop() { this.active = false; }
    }
  `);
  valid("a flag that it asks", `
    export function createPoller(read) {
      let active = true;
      const poll = async () => {
        await read();
        if (active) setTimeout(poll, 2000);
      };
      return { poll, stop() { active = false; } };
    }
  `, likely);
  invalid("a listener that fills a field on each event", `
    export class Meter {
      constructor(phone) {
        phone.on("ring", () => {
          this.timer = setInterval(() => this.count(), 1000); // error: acquiredAgain "misses the first"
        });
      }
      count() {}
      destroy() { clearInterval(this.timer); }
    }
  `);
  valid("events that come in turn", `
    export function watch(phone, count) {
      let timer;
      phone.on("talk", () => { timer = setInterval(count, 1000); });
      phone.on("hangup", () => clearInterval(timer));
    }
    export function follow(phone, count) {
      let timer;
      phone.on("connect", () => { timer = setInterval(count, 1000); });
      phone.on("disconnect", () => clearInterval(timer));
    }
    export function time(phone, count) {
      let timer;
      phone.once("ring", () => { timer = setInterval(count, 1000); });
      phone.on("dispose", () => clearInterval(timer));
    }
  `, likely);
});
