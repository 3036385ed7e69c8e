import rule from "../../src/rules/no-unreleased-field.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-unreleased-field: timers that open an object again", rule, ({ valid, invalid }) => {
  invalid("of an object that a function is given", `
    class Link {
      constructor(url) { this.url = url; }
      connect() {
        this.socket = new WebSocket(this.url);
        this.socket.addEventListener("close", () => { retry(this, 3); });
      }
      dispose() {
        this.socket.close();
      }
    }
    function retry(link, n) {
      window.setTimeout(function () { // error: timerLoopDropped "\`dispose()\` on line 8"
        console.log("again");
        link.connect();
      }, n * 1000);
    }
    export { Link };
  `, { confidence: "likely" });
  invalid("once, after a pause", `
    const wake = (camera) => {
      camera.pause();
      setTimeout(() => camera.open(), 30000); // error: timerLoopDropped "\`destroy()\`"
    };
    export class Camera {
      open() { this.feed = new WebSocket("wss://cam"); }
      pause() { this.feed.close(); }
      nap() { wake(this); }
      destroy() { this.pause(); }
    }
  `, { confidence: "likely" });
  valid("with a look at a flag of the object", `
    const wake = (camera) => {
      camera.pause();
      setTimeout(() => { if (!camera.gone) camera.open(); }, 30000);
    };
    export class Camera {
      gone = false;
      open() { this.feed = new WebSocket("wss://cam"); }
      pause() { this.feed.close(); }
      nap() { wake(this); }
      destroy() { this.gone = true; this.pause(); }
    }
  `, { confidence: "likely" });
  valid("with a look through a getter", `
    class Link {
      #ended = false;
      get isEnded() { return this.#ended; }
      connect() {
        this.socket = new WebSocket("x");
        this.socket.onclose = () => retry(this);
      }
      dispose() { this.#ended = true; this.socket?.close(); }
    }
    function retry(link) {
      setTimeout(() => { if (link.isEnded) return; link.connect(); }, 3000);
    }
    export { Link };
  `, { confidence: "likely" });
  valid("of an object that nothing is opened for", `
    class Sign {
      lines = [];
      blank = false;
      write(t) { this.lines.push(t); later(this); }
      dim() { console.log(this.blank); }
      close() { this.blank = true; }
    }
    function later(sign) { setTimeout(() => sign.dim(), 3000); }
    export { Sign };
  `, { confidence: "likely" });
});
