import rule from "../../src/rules/no-mismatched-release.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-mismatched-release that waits for a parameter", rule, ({ valid, invalid }) => {
  invalid("a flag that every call in the file leaves out", `
    export class Lamp {
      start() { this.timer = setInterval(() => this.blink(), 500); }
      blink() {}
      stop(isForced = false) {
        if (isForced) clearInterval(this.timer); // error: releaseUnasked "only if a caller gives \`isForced\`, which no call in this file does, and nothing else here releases what line 3 puts into \`this.timer\`"
      }
      restart() { this.stop(); this.start(); }
    }
  `);
  invalid("a guard that leaves, in a function of the module", `
    import { connect } from "./wire.js";
    let wire;
    export async function open(url) { wire = await connect(url); }
    export function shut(keep = true) {
      if (keep) return;
      wire.close(); // error: releaseUnasked "only if a caller gives \`keep\`"
    }
    process.on("SIGTERM", () => shut());
  `);
  invalid("nobody in the file calls it", `
    export class Lamp {
      start() { this.timer = setInterval(() => this.blink(), 500); }
      blink() {}
      dispose(isForced = false) {
        if (this.timer && isForced) clearInterval(this.timer); // error: releaseUnasked "only if a caller gives \`isForced\`"
      }
    }
  `, { confidence: "likely" });
  invalid("an optional parameter, which is undefined where it is left out", `
    export class Lamp {
      private timer: ReturnType<typeof setInterval> | undefined;
      start() { this.timer = setInterval(() => this.blink(), 500); }
      blink() {}
      stop(isForced?: boolean) {
        if (isForced === true) clearInterval(this.timer); // error: releaseUnasked "only if a caller gives \`isForced\`"
      }
      restart() { this.stop(); this.start(); }
    }
  `, { typed: true });
  valid("nobody knows who calls it, and with what", `
    export class Lamp {
      start() { this.timer = setInterval(() => this.blink(), 500); }
      blink() {}
      dispose(isForced = false) {
        if (isForced) clearInterval(this.timer);
      }
    }
  `);
  valid("a call that gives it", `
    export class Lamp {
      start() { this.timer = setInterval(() => this.blink(), 500); }
      blink() {}
      stop(isForced = false) {
        if (isForced) clearInterval(this.timer);
      }
      restart() { this.stop(); this.start(); }
      dispose() { this.stop(true); }
    }
  `, { confidence: "likely" });
  valid("a function that is handed on, to whoever may give it", `
    export class Lamp {
      start() { this.timer = setInterval(() => this.blink(), 500); }
      blink() {}
      stop(isForced = false) {
        if (isForced) clearInterval(this.timer);
      }
      bind(button) { button.onclick = this.stop; }
    }
  `, { confidence: "likely" });
  valid("a default that releases", `
    export class Lamp {
      start() { this.timer = setInterval(() => this.blink(), 500); }
      blink() {}
      stop(isPaused = false) {
        if (!isPaused) clearInterval(this.timer);
      }
      restart() { this.stop(); this.start(); }
    }
  `, { confidence: "likely" });
  valid("a parameter that a caller has to give", `
    export class Lamp {
      start() { this.timer = setInterval(() => this.blink(), 500); }
      blink() {}
      stop(isForced) {
        if (isForced) clearInterval(this.timer);
      }
    }
  `, { confidence: "likely" });
  valid("a release on the other branch", `
    import { connect } from "./wire.js";
    export class Link {
      async open(url) { this.wire = await connect(url); }
      close(isForced = false) {
        if (isForced) this.wire.destroy();
        else this.wire.end();
      }
      again(url) { this.close(); return this.open(url); }
    }
  `, { confidence: "likely" });
  valid("a thing that somebody else has as well", `
    import { connect } from "./wire.js";
    export class Link {
      async open(url, pool) { this.wire = await connect(url); pool.add(this.wire); }
      close(isForced = false) {
        if (isForced) this.wire.destroy();
      }
      again(url, pool) { this.close(); return this.open(url, pool); }
    }
  `, { confidence: "likely" });
});
