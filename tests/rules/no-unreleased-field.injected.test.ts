import rule from "../../src/rules/no-unreleased-field.ts";
import { describeRule } from "../support/rule-tester.ts";

const chart = (given: string, end = "", error = ""): string => `
  import { Component, OnDestroy, OnInit, inject } from "@angular/core";
  import type { Subscription } from "rxjs";
  import { make } from "./make";
  import { QuoteService } from "./quote.service";
  @Component({ selector: "a-chart", template: "" })
  export class ChartComponent implements OnInit, OnDestroy {
    private readonly quotes = ${given};
    private feed!: Subscription;
    private chart = document.createElement("canvas");
    ngOnInit() { this.feed = this.quotes.ticks.subscribe((tick) => this.draw(tick)); }${error}
    draw(tick) { this.chart.title = tick; }
    ngOnDestroy() { this.chart.remove(); ${end} }
  }
`;
const forgotten = ' // error: fieldForgotten "\`this.feed\`"';

describeRule("no-unreleased-field: injected services", rule, ({ valid, invalid }) => {
  invalid("a subscription to what was injected", chart("inject(QuoteService)", "", forgotten), { confidence: "likely" });
  valid("which is ended", chart("inject(QuoteService)", "this.feed.unsubscribe();"), { confidence: "likely" });
  valid("to what the component has made", chart("new QuoteService()"), { confidence: "likely" });
  valid("unknown: to what another call gives", chart("make(QuoteService)"), { confidence: "likely" });
});
