import rule from "../../src/rules/no-unreleased-field.ts";
import { describeRule } from "../support/rule-tester.ts";

const shipper = (close: string): string => `
  import net from "node:net";
  export class Shipper {
    constructor(host) { this.host = host; this.socket = null; }
    connect() { this.socket = net.connect(4000, this.host); }
    close() {
      ${close}
    }
  }
`;

describeRule("no-unreleased-field of what a variable has taken before", rule, ({ valid, invalid }) => {
  valid("which the release is asked of", shipper("const { socket } = this; this.socket = null; if (socket) socket.destroy();"));
  valid("by its own name", shipper("const last = this.socket; this.socket = null; last?.destroy();"));
  invalid("which the release is not asked of", shipper('this.socket = null; this.socket?.destroy(); // error: replacedBeforeRelease "`this.socket` gets another value here"'));
  invalid("after the field was emptied, so that it has nothing", shipper('this.socket = null; const { socket } = this; socket?.destroy(); // error: replacedBeforeRelease "gets another value"'));
});

const passes = (end: string): string => `
  import { WebGLRenderTarget } from "three";
  export class TrailPass {
    constructor(width, height) {
      this.still = new WebGLRenderTarget(width, height);
      this.now = new WebGLRenderTarget(width, height);@
      this.list = [this.now];
    }
    clear() { for (const each of this.list) each.setSize(1, 1); }
    dispose() {
      this.still.dispose();
      ${end}
    }
  }
`;

describeRule("no-unreleased-field of what is written into a list", rule, ({ valid, invalid }) => {
  valid("that the end goes through", passes("for (const target of this.list) target.dispose();").replace("@", ""));
  valid("that the end goes through by a callback", passes("this.list.forEach((target) => target.dispose());").replace("@", ""));
  valid("that the end goes through beside others", passes("for (const target of [...this.list, this.still]) target.dispose();").replace("@", ""));
  invalid("whose elements are only asked there", passes("for (const target of this.list) target.setSize(0, 0);").replace("@", ' // error: fieldForgotten "`this.now` keeps"'), { confidence: "likely" });
});

const line = (gone: string, error = ""): string => `
  class Line {
    constructor(url, onGone) {
      this.ws = new WebSocket(url);${error}
      ${gone}
    }
    say(text) { this.ws.send(text); }
  }
  let line;
  export function dial(url) { line = new Line(url, () => setTimeout(dial, 1000)); }
  export const say = (text) => line.say(text);
`;

describeRule("no-unreleased-field of what tells its own end", rule, ({ valid, invalid }) => {
  valid("which is heard as a member", line("this.ws.onclose = () => onGone();"), { confidence: "likely" });
  valid("which is heard as an event", line('this.ws.addEventListener("close", () => onGone());'), { confidence: "likely" });
  invalid("which is not heard", line("this.ws.onmessage = () => onGone();", ' // error: noTeardown "keeps a WebSocket"'), { confidence: "likely" });
});

const component = (end: string, type: string, error = ""): string => `
  import { Component } from "@angular/core";
  ${type}
  @Component({ selector: "app-alerts" })
  export class Alerts {
    private alerts?: Subscription;
    private titles?: Subscription;
    constructor(private readonly service: AlertService) {}
    ngOnInit() { this.alerts = this.service.stream$.subscribe((alert) => this.show(alert)); }${error}
    ngAfterViewInit() { this.titles = this.service.titles$.subscribe((title) => this.show(title)); }
    show(alert) {}
    ngOnDestroy() {
      this.titles?.unsubscribe();
      ${end}
    }
  }
`;
const fromRxjs = 'import { Subscription } from "rxjs";';

describeRule("no-unreleased-field of a type that a package exports for what has an end", rule, ({ valid, invalid }) => {
  invalid("which the end forgets", component("", fromRxjs, ' // error: fieldForgotten "`this.alerts`"'));
  invalid("by a name of its own", component("", 'import * as rx from "rxjs"; type Subscription = rx.Subscription;', ' // error: fieldForgotten "`this.alerts`"'));
  valid("which the end releases", component("this.alerts?.unsubscribe();", fromRxjs));
  valid("that another package calls by the name", component("", 'import { Subscription } from "billing";'));
});

const link = (maker: string, rest: string, error = ""): string => `
  ${maker}
  export class Link {
    constructor(broker) {
      this.client = connect(broker);
      this.client.on("connect", () => this.begin());
      ${rest}
    }
    begin() {
      this.reporting = setInterval(() => this.client.publish("up", "1"), 10_000);${error}
    }
    end() { clearInterval(this.reporting); this.client.end(); }
  }
`;

describeRule("no-unreleased-field of what each connection sets up", rule, ({ valid, invalid }) => {
  invalid("of a client that connects again", link('import { connect } from "mqtt";', "", ' // error: acquiredAgain "this.reporting"'));
  valid("which the end of a connection releases", link('import { connect } from "mqtt";', 'this.client.on("close", () => clearInterval(this.reporting));'));
  valid("of a client that is told not to", link('import { connect } from "mqtt";', "").replace("connect(broker)", "connect(broker, { reconnectPeriod: 0 })"));
  valid("of a client of which nothing is known", link('import { connect } from "./client.js";', ""));
});
