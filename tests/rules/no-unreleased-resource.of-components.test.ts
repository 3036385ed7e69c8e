import rule from "../../src/rules/no-unreleased-resource.ts";
import { describeRule } from "../support/rule-tester.ts";

const box = (name: string, stream: string, comment = ""): string => `
  import { Component } from "@angular/core";
  import { fromEvent } from "rxjs";
  @Component({ selector: "a-box", template: "" })
  export class ${name} {
    width = 0;
    own = new EventEmitter();
    constructor(service) { ${stream}.subscribe(() => { this.width = innerWidth; }); }${comment}
  }
`;
const dropped = ' // error: handleDiscarded "fromEvent"';

describeRule("no-unreleased-resource: subscriptions of components", rule, ({ valid, invalid }) => {
  invalid("to what lives as long as the page", box("BoxComponent", 'fromEvent(window, "resize")', dropped), { confidence: "likely" });
  valid("to what the component has made", box("BoxComponent", "this.own"), { confidence: "likely" });
  valid("of the component around all others", box("AppComponent", 'fromEvent(window, "resize")'), { confidence: "likely" });
  valid("unknown: to what it was given", box("BoxComponent", "service.changes"), { confidence: "likely" });
});
