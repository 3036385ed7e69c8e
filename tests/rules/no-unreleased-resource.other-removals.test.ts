import rule from "../../src/rules/no-unreleased-resource.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-unreleased-resource: removals that are for something else", rule, ({ valid, invalid }) => {
  invalid("a function made on the spot, where a sibling is removed by the name of another event", `
    import { MOVED, TURNED } from "./events.js";
    export class Compass {
      constructor(ship) {
        this.ship = ship;
        this.turned = () => {};
        this.ship.on(TURNED, this.turned);
        this.ship.on(MOVED, this.moved.bind(this)); // error: listenerStays "stays on \`this.ship\`; \`dispose()\` on line 11"
      }
      moved() {}
      dispose() {
        this.ship.off(TURNED, this.turned);
      }
    }
  `, { confidence: "possible" });

  valid("a removal that takes all listeners of the event", `
    import { MOVED, TURNED } from "./events.js";
    export class Compass {
      constructor(ship) {
        this.ship = ship;
        this.turned = () => {};
        this.ship.on(TURNED, this.turned);
        this.ship.on(MOVED, this.moved.bind(this));
      }
      moved() {}
      dispose() {
        this.ship.off(TURNED, this.turned);
        this.ship.off(MOVED);
      }
    }
  `, { confidence: "likely" });

  valid("a removal that cannot match is told by another rule", `
    export class Pad {
      constructor() {
        this.tap = () => {};
        document.addEventListener("click", this.tap, true);
      }
      dispose() {
        document.removeEventListener("click", this.tap);
      }
    }
  `, { confidence: "likely" });
});
