import rule from "../../src/rules/no-unreleased-resource.ts";
import { describeRule } from "../support/rule-tester.ts";

const STRICT = { confidence: "likely" } as const;

describeRule("no-unreleased-resource", rule, ({ valid, invalid }) => {
  const onKey = `
    export function onKey(report) { window.addEventListener("keydown", (event) => report(event.key)); } // error: listenerStays "window"
  `;
  valid("what a function is given may be given once, where only likely ones are told", onKey.replace(/ \/\/ error.*/, ""), STRICT);
  invalid("a listener of the page that calls what the caller gave", onKey, { confidence: "possible" });
  const answers = `
    export function answerPings() { window.addEventListener("ping", (event, done) => done(event)); } // error: leftOpen "how often that happens"
  `;
  valid("a listener of the page that calls what the event gave", answers.replace(/ \/\/ error.*/, ""), STRICT);
  invalid("a listener of the page that calls what the event gave is left open: nothing tells of a call that it serves", answers, { confidence: "possible" });
  valid("the input of the process, which ends with it", `
    export function readAll() {
      return new Promise((resolve) => { process.stdin.on("end", () => resolve()); });
    }
  `, STRICT);
  valid("a class whose one object is put on the page", `
    export function install() {
      class Recorder { constructor() { window.addEventListener("scroll", () => this.note()); } note() {} }
      window.recorder = new Recorder();
    }
  `, STRICT);
  invalid("a channel subscription of each call", `
    import diagnostics from "node:diagnostics_channel";
    export function trace(log) { diagnostics.subscribe("http.client", (event) => log(event)); } // error: handleDiscarded "diagnostics.subscribe"
  `, STRICT);
  valid("the end listeners of a stream, which go with it", `
    import { finished } from "node:stream";
    export function answer(response, log) { finished(response, (error) => log(error)); }
  `, STRICT);
  valid("a panel that `close` only hides", `
    export class Panel {
      constructor(button) { button.addEventListener("click", () => this.toggle()); window.addEventListener("keydown", () => this.close()); }
      toggle() {}
      close() { this.element.hidden = true; }
    }
  `, STRICT);
  const watched = `
    export class Watcher {
      watch(path) {
        setInterval(() => this.poll(path), 4000);MARK
      }
      poll() {}
    }
  `;
  invalid("a timer that each call of a method starts", watched.replace("MARK", " // error: handleDiscarded \"setInterval\""), { filename: "src/watcher.ts" });
  valid("the same in a command, which runs once", watched.replace("MARK", ""), { filename: "src/cli/watcher.ts" });
});
