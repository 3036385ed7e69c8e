import rule from "../../src/rules/no-unreleased-field.ts";
import { describeRule } from "../support/rule-tester.ts";

const manager = (reset: string, more = ""): string => `
  export class Manager {
    timer = null;
    schedule(delay) {
      if (this.timer !== null) return;
      this.timer = setTimeout(() => this.flush(), delay);
    }
    flush() { send(this.store); }
    cancel() { clearTimeout(this.timer); this.timer = null; }
    reset() {
      ${reset}
    }
    ${more}
  }
`;

describeRule("no-unreleased-field where a field is emptied of a timer", rule, ({ valid, invalid }) => {
  invalid("by a function that does nothing else with it", manager(`this.store = undefined;
      this.timer = null; // error: emptiedUnreleased "while it can hold a timeout from line 6"`), { confidence: "likely" });
  invalid("of an interval, in a stop that only forgets it", `
    export class Debounce {
      id = null;
      stop() {
        this.source = undefined;
        this.id = null; // error: emptiedUnreleased "\`this.id\` is emptied here while it can hold an interval from line 9, which then nothing can release"
      }
      next(value) {
        this.id = setInterval(() => { this.finish(); this.out.next(value); }, this.period);
      }
      finish() {
        const id = this.id;
        if (id !== null) clearInterval(id);
        this.id = null;
      }
    }
  `, { confidence: "likely" });

  valid("after a release", manager("clearTimeout(this.timer); this.timer = null;"), { confidence: "likely" });
  valid("after a release in a function that it calls", manager("this.cancel(); this.timer = null;"), { confidence: "likely" });
  valid("after a look at it", manager("if (this.timer !== null) this.late = true; this.timer = null;"), { confidence: "likely" });
  valid("after it was taken out", manager("const timer = this.timer; this.timer = null; return timer;"), { confidence: "likely" });
  valid("to be filled anew", manager("this.timer = null; this.schedule(10);"), { confidence: "likely" });
  valid("by what is called after a release", manager("this.timer = null;", "close() { clearTimeout(this.timer); this.reset(); }"), { confidence: "likely" });
  valid("by its own callback", `
    export class Manager {
      schedule(delay) { this.timer = setTimeout(() => { this.done(); }, delay); }
      done() { this.timer = null; }
      cancel() { clearTimeout(this.timer); }
    }
  `, { confidence: "likely" });
  valid("by the callback of another timer that the field keeps", `
    export class Manager {
      schedule(delay) { this.timer = setTimeout(() => this.flush(), delay); }
      retry(delay) { this.timer = setTimeout(() => { this.timer = null; this.flush(); }, delay); }
      flush() { send(this.store); }
      cancel() { clearTimeout(this.timer); }
    }
  `, { confidence: "likely" });
  valid("while its object is set up", `
    export class Manager {
      constructor() { this.init(); }
      init() { this.timer = null; }
      schedule(delay) { this.timer = setTimeout(() => this.flush(), delay); }
      flush() { send(this.store); }
      cancel() { clearTimeout(this.timer); }
    }
  `, { confidence: "likely" });
  valid("of what is over at once", manager("this.timer = null;").replace("delay);", "10);"), { confidence: "likely" });
  valid("of a timer whose callback is not in sight, which may empty it itself", manager("this.timer = null;").replace("() => this.flush()", "this.task"), { confidence: "likely" });
  valid("that nothing clears anywhere", manager("this.timer = null;").replace("clearTimeout(this.timer); ", ""), { confidence: "likely" });
});
