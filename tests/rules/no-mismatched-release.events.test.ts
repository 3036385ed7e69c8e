import rule from "../../src/rules/no-mismatched-release.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-mismatched-release", rule, ({ valid, invalid }) => {
  // The event.
  invalid(
    "another event",
    `
    export class Peer {
      open(socket) {
        this.socket = socket;
        this.socket.on("message", this.onMessage);
        this.socket.on("close", this.onClose);
      }
      close() {
        this.socket.off("message", this.onMessage);
        this.socket.off("end", this.onClose); // error: otherEvent "names \`\\"end\\"\` here, but line 6 adds the listener for \`\\"close\\"\`"
      }
      onMessage() {}
      onClose() {}
    }
  `,
    {
      suggestions: [
        {
          messageId: "giveSameEvent",
          output: `
    export class Peer {
      open(socket) {
        this.socket = socket;
        this.socket.on("message", this.onMessage);
        this.socket.on("close", this.onClose);
      }
      close() {
        this.socket.off("message", this.onMessage);
        this.socket.off("close", this.onClose);
      }
      onMessage() {}
      onClose() {}
    }
  `,
        },
      ],
    },
  );
  invalid("another member of the enumeration of events", `
    import { Events } from "./events";
    export class Controller {
      private hls: any;
      register() {
        this.hls.on(Events.MANIFEST_LOADED, this.onLoaded, this);
      }
      unregister() {
        this.hls.off(Events.MANIFEST_LOADING, this.onLoaded, this); // error: otherEvent "\`Events.MANIFEST_LOADED\`"
      }
      private onLoaded() {}
    }
  `);
  invalid("a constant and a text that differ", `
    const RESIZE = "resize";
    const onResize = () => undefined;
    export const start = () => window.addEventListener(RESIZE, onResize);
    export const stop = () => window.removeEventListener("onresize", onResize); // error: otherEvent "Name the same event"
  `);

  valid("a constant and a text that agree", `
    const RESIZE = "resize";
    const onResize = () => undefined;
    export const start = () => window.addEventListener(RESIZE, onResize);
    export const stop = () => window.removeEventListener("resize", onResize);
  `);
  valid("an event that is not known here", `
    export class Peer {
      open() { this.socket.on(this.eventName, this.onMessage); }
      close() { this.socket.off("message", this.onMessage); }
      onMessage() {}
    }
  `);
  valid("several events in one text", `
    import $ from "jquery";
    const onMove = () => undefined;
    export const start = () => $(window).on("mousemove touchmove", onMove);
    export const stop = () => $(window).off("mousemove", onMove);
  `);
  valid("a namespace of events", `
    import $ from "jquery";
    const onMove = () => undefined;
    export const start = () => $(window).on("scroll.menu", onMove);
    export const stop = () => $(window).off("scroll", onMove);
  `);
  valid("events that the file adds elsewhere under names it does not know", `
    export class Peer {
      open() {
        for (const name of ["end", "close"]) this.socket.on(name, this.onEnd);
        this.socket.on("error", this.onEnd);
      }
      close() {
        this.socket.off("end", this.onEnd);
      }
      onEnd() {}
    }
  `);
  valid("a handler that is handed to other code as well", `
    export class Peer {
      open() {
        this.socket.on("message", this.onMessage);
        forward(this.socket, "data", this.onMessage);
      }
      close() {
        this.socket.off("data", this.onMessage);
      }
      onMessage() {}
    }
  `);

  // The target.
  invalid("window and document", `
    const onKey = () => undefined;
    export const start = () => document.addEventListener("keydown", onKey);
    export const stop = () => window.removeEventListener("keydown", onKey); // error: otherTarget "asks \`window\` here, but line 3 adds the listener to \`document\`"
  `);
  invalid(
    "two fields",
    `
    export class View {
      constructor(input, wrapper) {
        this.input = input;
        this.wrapper = wrapper;
        this.input.addEventListener("focus", this.onFocus);
      }
      destroy() {
        this.wrapper.removeEventListener("focus", this.onFocus); // error: otherTarget "\`this.input\`"
      }
      onFocus = () => {};
    }
  `,
    { confidence: "likely" },
  );
  valid("two fields that may hold one object", `
    export class View {
      open() { this.input.addEventListener("focus", this.onFocus); }
      destroy() { this.wrapper.removeEventListener("focus", this.onFocus); }
      onFocus = () => {};
    }
  `);
  valid("window by its other names", `
    const onHash = () => undefined;
    addEventListener("hashchange", onHash);
    export const stop = () => globalThis.removeEventListener("hashchange", onHash);
  `);
  valid("a field through its alias", `
    export class View {
      open() {
        const { node } = this;
        node.addEventListener("focus", this);
      }
      close() {
        this.node.removeEventListener("focus", this);
      }
      handleEvent() {}
    }
  `);
  valid("a target that a parameter names", `
    export class View {
      onFocus = () => {};
      add(el) { el.addEventListener("focus", this.onFocus); }
      remove(node) { node.removeEventListener("focus", this.onFocus); }
    }
  `, { confidence: "likely" });
});
