import rule from "../../src/rules/no-unreleased-field.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-unreleased-field: what a factory keeps for the functions that it hands out", rule, ({ valid, invalid }) => {
  invalid("a constant whose release the end goes around", `
    export function createRecorder(read, save) {
      let samples = [];
      const clock = setInterval(() => samples.push(read()), 200); // error: fieldSkipped "\`clock\`"
      return {
        dispose() {
          if (samples.length === 0) return;
          save(samples);
          samples = [];
          clearInterval(clock);
        },
      };
    }
  `);

  valid("a constant that the end releases first", `
    export function createRecorder(read, save) {
      let samples = [];
      const clock = setInterval(() => samples.push(read()), 200);
      return {
        dispose() {
          clearInterval(clock);
          if (samples.length === 0) return;
          save(samples);
          samples = [];
        },
      };
    }
  `);

  invalid("what a subscription gives, by its declared type", `
    interface Line { unsubscribe(): void }
    interface Board { subscribe(listener: (text: string) => void): Line }
    export function followBoard(board: Board, show: (text: string) => void) {
      const lines: string[] = [];
      const line = board.subscribe((text) => { lines.push(text); show(text); }); // error: fieldForgotten "\`line\`"
      function close() {
        lines.length = 0;
      }
      return { count: () => lines.length, close };
    }
  `, { confidence: "likely" });

  valid("what the factory gives to its caller as well", `
    interface Line { unsubscribe(): void }
    interface Board { subscribe(listener: (text: string) => void): Line }
    export function followBoard(board: Board, show: (text: string) => void) {
      const lines: string[] = [];
      const line = board.subscribe((text) => { lines.push(text); show(text); });
      function close() {
        lines.length = 0;
      }
      return { line, close };
    }
  `);

  valid("an end that nobody is handed: what it is for is unknown", `
    export function compress(run, options, kills) {
      return new Promise((resolve) => {
        let heard;
        const child = run(options, () => { heard?.dispose(); resolve(); });
        if (options.token) heard = options.token.onCancellationRequested(() => child.kill());
        const part = { dispose: () => { child.kill(); } };
        kills.add(part);
      });
    }
  `);
});

describeRule("no-unreleased-field: handles that a function of the file hands on", rule, ({ valid, invalid }) => {
  invalid("a timer of a helper, kept by an object whose end forgets it", `
    const repeat = (work, pause) => setInterval(work, pause);
    export class Gauge {
      constructor(read) {
        this.needle = repeat(() => read(), 1000); // error: fieldForgotten "\`this.needle\`"
        this.values = [];
      }
      dispose() {
        this.values.length = 0;
      }
    }
  `);

  valid("a timer of a helper that the end clears", `
    const repeat = (work, pause) => setInterval(work, pause);
    export class Gauge {
      constructor(read) {
        this.needle = repeat(() => read(), 1000);
        this.values = [];
      }
      dispose() {
        clearInterval(this.needle);
      }
    }
  `);

  valid("a helper that keeps what it makes in a list of its own: who ends it is unknown", `
    const all = [];
    function repeat(work, pause) {
      const timer = setInterval(work, pause);
      all.push(timer);
      return timer;
    }
    export class Gauge {
      constructor(read) {
        this.needle = repeat(() => read(), 1000);
      }
      dispose() {
        this.needle = undefined;
      }
    }
  `);
});
