import rule from "../../src/rules/no-unreleased-resource.ts";
import { describeRule } from "../support/rule-tester.ts";

const STRICT = { confidence: "likely" } as const;

describeRule("no-unreleased-resource", rule, ({ valid, invalid }) => {
  invalid("an interval for each connection", `
    export const greet = (server) => server.on("connection", (socket) => {
      setInterval(() => socket.ping(), 1000); // error: handleDiscarded "an interval"
    });
  `);
  invalid("an interval for each element of a list", `
    export const poll = (checks) => checks.forEach((check) => {
      setInterval(check, 1000); // error: handleDiscarded "an interval"
    });
  `);
  invalid("an interval in a loop", `
    export function poll(checks) {
      for (const check of checks) setInterval(check, 1000); // error: handleDiscarded "an interval"
    }
  `);
  invalid("an interval of a function that the file calls with one thing and with another", `
    export function poll(check) {
      setInterval(check, 1000); // error: handleDiscarded "an interval"
    }
    export const openFirst = (first) => poll(first.check);
    export const openSecond = (second) => poll(second.check);
  `);
  valid("nothing shows that a plain function runs again: no more than possible", `
    export function poll(check) { setInterval(check, 1000); }
  `, STRICT);
  valid("an event that comes once, as a rule", `
    export const install = (root) => root.on("opt", (options) => { setInterval(() => options.sweep(), 1000); });
  `);
  invalid("what nothing shows to run again, where possible ones are told", `
    export function poll(check) {
      setInterval(check, 1000); // error: handleDiscarded "an interval"
    }
  `, { confidence: "possible" });
  valid("a worker of a cluster, which mostly lives as long as the program", `
    import cluster from "node:cluster";
    export function start(count) {
      for (let index = 0; index < count; index += 1) cluster.fork();
    }
    export function replace() {
      const worker = cluster.fork();
      worker.on("online", () => console.log("up"));
    }
  `, STRICT);
  invalid("an effect whose callback reads what it is called on", `
    import { effect } from "@preact/signals-core";
    export function show(name) {
      effect(function () { console.log(this.size, name.value); }); // error: handleDiscarded "an effect"
    }
  `, STRICT);
  invalid("a listener on what a caller gives goes when its work is over, whatever ends the object", `
    export class Transport {
      execute(query) {
        this.queries[query.id] = query;
        query.signal.addEventListener("abort", () => this.abort(query.id), { once: true }); // error: listenerStays "stays on \`query.signal\`. Call \`removeEventListener\`"
        return query.result;
      }
      abort(id) { delete this.queries[id]; }
      disconnect() { for (const id of Object.keys(this.queries)) this.abort(id); }
    }
  `, STRICT);
  valid("a slot that is filled only while it is empty, beside another test", `
    export class Bar {
      collect(scroller) {
        if (scroller && !this.element) {
          this.element = scroller;
          this.element.addEventListener("scroll", this.check);
        }
      }
      componentWillUnmount() { this.element?.removeEventListener("scroll", this.check); }
    }
  `, STRICT);
  invalid("a listener on what the class itself fills", `
    import EventHandler from "./dom/event-handler.js";
    class Toast extends BaseComponent {
      show(element) { this.element = element; }
      dispose() { this.clearTimeout(); super.dispose(); }
      listen() {
        EventHandler.on(this.element, EVENT_OVER, (event) => this.interact(event, true)); // error: listenerStays "there, if that is the end of what adds it."
        EventHandler.on(this.element, EVENT_OUT, (event) => this.interact(event, false)); // error: listenerStays "there, if that is the end of what adds it."
      }
    }
  `, STRICT);
});
