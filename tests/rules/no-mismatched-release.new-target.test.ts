import rule from "../../src/rules/no-mismatched-release.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-mismatched-release: removals that ask the new object, or lack a token", rule, ({ valid, invalid }) => {
  invalid("the new socket is asked where the old one is meant", `
    export class Feed {
      setSocket(socket) {
        if (this.socket) {
          socket.off("message", this.onMessage); // error: newcomerAsked "asks \`socket\`, which becomes \`this.socket\` only on line 8"
          socket.off("close", this.onClose); // error: newcomerAsked "so the listener of line 10 stays on what \`this.socket\` still is here"
        }
        this.socket = socket;
        this.socket.on("message", this.onMessage);
        this.socket.on("close", this.onClose);
      }
      onMessage = () => {};
      onClose = () => {};
    }
  `);

  invalid("the module's last element, asked for with &&", `
    let shown;
    const onClick = () => console.log("clicked");
    export function show(element) {
      shown && element.removeEventListener("click", onClick); // error: newcomerAsked "asks \`element\`"
      element.addEventListener("click", onClick);
      shown = element;
    }
  `);

  invalid("a part of the new one is asked", `
    export class Prompt {
      focus(pane) {
        if (this.focused) pane.process.stdout.off("data", this.echo); // error: newcomerAsked "asks"
        pane.process.stdout.on("data", this.echo);
        this.focused = pane;
      }
      echo = () => {};
    }
  `);

  valid("a part of the old one is asked", `
    export class Prompt {
      focus(pane) {
        if (this.focused) this.focused.process.stdout.off("data", this.echo);
        pane.process.stdout.on("data", this.echo);
        this.focused = pane;
      }
      echo = () => {};
    }
  `);

  valid("the old one is asked", `
    let shown;
    const onClick = () => console.log("clicked");
    export function show(element) {
      shown && shown.removeEventListener("click", onClick);
      element.addEventListener("click", onClick);
      shown = element;
    }
  `);

  valid("the condition asks whether it is the same one", `
    let shown;
    const onClick = () => console.log("clicked");
    export function show(element) {
      if (shown === element) element.removeEventListener("click", onClick);
      element.addEventListener("click", onClick);
      shown = element;
    }
  `);

  invalid("members of the elements of one list, with another flag", `
    export class Frames {
      constructor(frames) {
        this.frames = frames;
        this.onKey = this.onKey.bind(this);
      }
      onKey() {}
      open() {
        for (const { contentWindow: page } of this.frames) page.addEventListener("keydown", this.onKey, { capture: true });
      }
      close() {
        for (let i = 0; i < this.frames.length; i++) this.frames[i].contentWindow.removeEventListener("keydown", this.onKey); // error: otherCapture "is without the capture flag here"
      }
    }
  `);

  valid("members of the elements of two lists", `
    export class Frames {
      constructor(frames, others) {
        this.frames = frames;
        this.others = others;
        this.onKey = this.onKey.bind(this);
      }
      onKey() {}
      open() {
        this.frames.forEach((frame) => frame.addEventListener("keydown", this.onKey, true));
      }
      close() {
        this.others.forEach((frame) => frame.removeEventListener("keydown", this.onKey));
      }
    }
  `);

  invalid("a registry of the object's own, without a token", `
    export class Cell {
      static #registry = new FinalizationRegistry((id) => console.log(id));
      constructor(id) {
        Cell.#registry.register(this, id);
      }
      free() {
        Cell.#registry.unregister(this); // error: tokenMissing "ends nothing, since \`Cell.#registry.register(…)\` on line 5 is given no token"
      }
    }
  `);

  invalid("a token that nobody else can have", `
    const registry = new FinalizationRegistry((id) => console.log(id));
    const tokens = new WeakMap();
    export const track = (object, id) => registry.register(object, id, {});
    export const untrack = (object) => registry.unregister(tokens.get(object)); // error: tokenMissing "is given no token that it can be known by"
  `);

  valid("a token is given, by one of them", `
    const registry = new FinalizationRegistry((id) => console.log(id));
    export const note = (object, id) => registry.register(object, id);
    export const track = (object, id) => registry.register(object, id, object);
    export const untrack = (object) => registry.unregister(object);
  `);
});
