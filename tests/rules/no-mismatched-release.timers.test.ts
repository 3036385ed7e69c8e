import rule from "../../src/rules/no-mismatched-release.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-mismatched-release", rule, ({ valid, invalid }) => {
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
  invalid("a timer that is kept in another field", `
    export class Poller {
      constructor() {
        this.timer = null;
      }
      start() {
        this._timer = setInterval(() => this.poll(), 1000);
      }
      stop() {
        clearInterval(this.timer); // error: timerElsewhere "\`this._timer\` has the one of line 7"
      }
      poll() {}
    }
  `);
  valid("a field that is read where it may be cleared", `
    export class Poller {
      constructor() {
        this.timer = null;
      }
      start() {
        this._timer = setInterval(() => this.poll(), 1000);
      }
      stop() {
        clearInterval(this.timer);
        for (const id of [this._timer]) clearInterval(id);
      }
      poll() {}
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
  valid("a sleep in another method than the clear", `
    export class Client {
      constructor() {
        this.reconnectTimeout = null;
      }
      disconnect() {
        clearTimeout(this.reconnectTimeout);
      }
      retry() {
        setTimeout(() => this.connect(), 50);
      }
      connect() {}
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
  valid("a timer whose field another name for the object fills", `
    Exchange.define("end", function end() {
      const exchange = this;
      clearInterval(exchange.timer);
      setTimeout(() => exchange.cancel(), 60000);
    });
    function Exchange(options) {
      if (options.interval) this.timer = setInterval(() => this.beat(), options.interval);
    }
  `);
});
