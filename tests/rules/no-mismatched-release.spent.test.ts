import rule from "../../src/rules/no-mismatched-release.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-mismatched-release of what was emptied before", rule, ({ valid, invalid }) => {
  invalid("a timer in a field", `
    export class Blinker {
      start() { this.timer = setInterval(() => this.blink(), 500); }
      blink() {}
      stop() {
        this.timer = undefined;
        clearInterval(this.timer); // error: releaseSpent "since line 6 has emptied \`this.timer\`, so what line 3 put there stays"
      }
    }
  `);
  invalid("a connection that an optional call passes over", `
    import { connect } from "./wire.js";
    let wire;
    export async function open(url) { wire = await connect(url); }
    export function shut() {
      wire = null;
      wire?.close(); // error: releaseSpent "\`wire?.close()\`"
    }
  `);
  invalid("a timer that is only asked for before", `
    export class Blinker {
      start() { this.timer = setInterval(() => this.blink(), 500); }
      blink() {}
      stop() {
        if (this.timer === undefined) return;
        this.timer = undefined;
        clearInterval(this.timer); // error: releaseSpent "since line 7 has emptied"
      }
    }
  `);
  invalid("a connection whose state is asked before", `
    import { connect } from "./wire.js";
    let wire;
    export async function open(url) { wire = await connect(url); }
    export function shut() {
      if (wire && wire.isOpen) {
        wire = null;
        wire?.close(); // error: releaseSpent "\`wire?.close()\`"
      }
    }
  `);
  valid("a timer that a choice hands on", `
    export class Blinker {
      start() { this.timer = setInterval(() => this.blink(), 500); }
      blink() {}
      stop(other) {
        const old = this.timer ?? other;
        this.timer = undefined;
        clearInterval(this.timer);
        clearInterval(old);
      }
    }
  `);
  valid("a timer that is given to a function which may clear it", `
    import { retire } from "./timers.js";
    export class Blinker {
      start() { this.timer = setInterval(() => this.blink(), 500); }
      blink() {}
      stop() {
        retire(this.timer);
        this.timer = undefined;
        clearInterval(this.timer);
      }
    }
  `);
  valid("a timer that is cleared first", `
    export class Blinker {
      start() { this.timer = setInterval(() => this.blink(), 500); }
      blink() {}
      stop() {
        clearInterval(this.timer);
        this.timer = undefined;
      }
    }
  `);
  valid("what a constant has kept before", `
    export class Link {
      open(make) { this.wire = make(); }
      shut() {
        const old = this.wire;
        this.wire = undefined;
        old?.close();
      }
    }
  `);
  valid("a place that is filled again in between", `
    export class Blinker {
      start() { this.timer = setInterval(() => this.blink(), 500); }
      blink() {}
      again() {
        this.timer = undefined;
        this.start();
        clearInterval(this.timer);
      }
    }
  `);
  valid("nobody knows whether the branch that empties it was taken", `
    export class Blinker {
      start() { this.timer = setInterval(() => this.blink(), 500); }
      blink() {}
      stop(isOver) {
        if (isOver) this.timer = undefined;
        clearInterval(this.timer);
      }
    }
  `);
});

const clock = (dispose: string, error = ""): string => `
  export function createClock(label) {
    return {
      _media: null,
      _onTime: (event) => { label.textContent = event.currentTarget.currentTime; },
      get media() { return this._media; },
      set media(media) {
        if (this._media) this._media.removeEventListener("timeupdate", this._onTime);
        this._media = media;
        if (media) media.addEventListener("timeupdate", this._onTime);
      },
      dispose() {
        ${dispose}${error}
        this.media = null;
      },
    };
  }
`;

describeRule("no-mismatched-release of the listener of what a setter keeps", rule, ({ valid, invalid }) => {
  invalid("which is emptied before the setter takes it off", clock("this._onTime = null;", ' // error: emptiedForRemoval "`this._onTime` is emptied here"'));
  valid("which is kept until then", clock('label.textContent = "";'));
});
