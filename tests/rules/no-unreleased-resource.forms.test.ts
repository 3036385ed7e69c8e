import rule from "../../src/rules/no-unreleased-resource.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-unreleased-resource: ends that a factory hands out", rule, ({ valid, invalid }) => {
  invalid("a function declared beside the object that names it", `
    export function createRuler(view) {
      const onResize = () => view.draw();
      window.addEventListener("resize", onResize); // error: listenerStays "\`window\`"
      function tidy() {
        view.clear();
      }
      return { draw: () => view.draw(), destroy: tidy };
    }
  `);

  valid("it removes the listener", `
    export function createRuler(view) {
      const onResize = () => view.draw();
      window.addEventListener("resize", onResize);
      function tidy() {
        window.removeEventListener("resize", onResize);
      }
      return { draw: () => view.draw(), destroy: tidy };
    }
  `);

  valid("a function by no name of an end: whether anything ends is unknown", `
    export function createRuler(view) {
      const onResize = () => view.draw();
      window.addEventListener("resize", onResize);
      function tidy() {
        view.clear();
      }
      return { draw: () => view.draw(), redraw: tidy };
    }
  `);
});

describeRule("no-unreleased-resource: parts of one set-up", rule, ({ valid, invalid }) => {
  const compass = (start: string, more: string): string => `
    export class Compass {
      #onTurn = () => this.paint();
      #onTilt = () => this.paint();
      #onUnits = () => this.paint();
      constructor(map) {
        this.map = map;
        ${start}
      }
      #followMap() {
        this.map.on("turn", this.#onTurn);
        this.map.on("tilt", this.#onTilt);
      }
      #followUnits() {
        this.map.on("units", this.#onUnits); ${more}
      }
      paint() {}
      remove() {
        this.map.off("turn", this.#onTurn);
        this.map.off("tilt", this.#onTilt);
      }
    }
  `;
  invalid("the constructor calls both", compass("this.#followMap(); this.#followUnits();", '// error: listenerStays "stays on"'));
  valid("one of them runs on a condition: what it is put on for is unknown", compass("this.#followMap(); if (map.hasUnits) this.#followUnits();", ""));
});

describeRule("no-unreleased-resource: a caller's functions in a reading loop", rule, ({ valid, invalid }) => {
  const reading = (type: string, run: string, declaration: string): string => `
    ${type}
    export async function read(body: ReadableStream<string>, taker: Taker) {
      ${declaration}
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        ${run}
      }
    }
  `;
  const taker = "interface Taker { row(text: string): void }";
  invalid("a method of an object that the caller writes", reading(taker, 'for (const row of value.split("\\n")) taker.row(row);', 'const reader = body.getReader(); // error: neverReleased "\`reader\`"'), { confidence: "likely" });
  invalid("a variable that gets the reader later", reading("type Taker = (text: string) => void;", "taker(value);", 'let reader;\nreader = body.getReader(); // error: neverReleased "\`reader\`"'), { confidence: "likely" });
  valid("a method of an object of which the file knows nothing", reading('import type { Taker } from "./taker";', "taker.row(value);", "const reader = body.getReader();"), { confidence: "likely" });
});
