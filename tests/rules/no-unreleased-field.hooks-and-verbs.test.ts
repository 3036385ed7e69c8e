import rule from "../../src/rules/no-unreleased-field.ts";
import listenerRule from "../../src/rules/no-unreleased-resource.ts";
import { describeRule } from "../support/rule-tester.ts";

/** A timer that `later` sets, in a class that ends by `end`. */
const delayed = (end: string, mark = ""): string => `
    export class Panel {
      later() { clearTimeout(this.timer); this.timer = setTimeout(() => this.save(), 5000); }${mark}
      save() {}
      ${end}() { clearInterval(this.other); }
      begin() { this.other = setInterval(() => this.save(), 1000); }
    }
  `;
const polled = (end: string, mark = ""): string => `
    export class Panel {
      begin() { clearInterval(this.timer); this.timer = setInterval(() => this.save(), 5000); }${mark}
      save() {}
      ${end}() { this.element.remove(); }
    }
  `;
const heard = (end: string, mark = ""): string => `
    export class Panel {
      constructor() { window.addEventListener("resize", () => this.fit()); }${mark}
      fit() {}
      ${end}() { this.element.remove(); }
    }
  `;
const FORGOTTEN = ' // error: fieldForgotten "this.timer"';

describeRule("no-unreleased-field: owners that end by a hook or by a verb", rule, ({ valid, invalid }) => {
  for (const hook of ["dispose", "destroy", "disconnectedCallback", "componentWillUnmount"]) invalid(`a timer that the hook ${hook} leaves`, delayed(hook, FORGOTTEN));
  for (const verb of ["close", "_onClose", "shutdown"]) {
    valid(`a timer that the verb ${verb} leaves, where certain ones are told`, delayed(verb));
    invalid(`a timer that the verb ${verb} leaves`, delayed(verb, FORGOTTEN), { confidence: "likely" });
    const idle = delayed(verb, "@").replace("clearInterval(this.other);", "this.element.remove();").replace(/ +begin.*\n/, "");
    valid(`a timer that the verb ${verb} leaves, which releases nothing, where likely ones are told`, idle.replace("@", ""), { confidence: "likely" });
    invalid(`a timer that the verb ${verb} leaves, which releases nothing`, idle.replace("@", FORGOTTEN), { confidence: "possible" });
  }
  invalid("an interval that a hook leaves", polled("dispose", FORGOTTEN));
  valid("an interval that a verb leaves, where certain ones are told", polled("close"));
  valid("a timer of what has no end", delayed("render"), { confidence: "likely" });
});

describeRule("no-unreleased-resource: owners that end by a hook or by a verb", listenerRule, ({ valid, invalid }) => {
  invalid("a listener that a hook leaves", heard("dispose", ' // error: listenerStays "dispose()"'));
  valid("a listener that a verb leaves, where certain ones are told", heard("close"));
  invalid("a listener that a verb leaves", heard("close", ' // error: listenerStays "close()"'), { confidence: "likely" });
  valid("a listener of what has no end", heard("render"), { confidence: "likely" });
});
