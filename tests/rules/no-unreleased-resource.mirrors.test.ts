import rule from "../../src/rules/no-unreleased-resource.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-unreleased-resource: a set-up and its mirror image", rule, ({ valid, invalid }) => {
  invalid("functions of the module that are given what they listen to", `
    const onOpen = () => console.log("open");
    const onData = (data) => console.log(data);
    const onError = (error) => console.error(error);
    export function listen(socket) {
      socket.on("open", onOpen);
      socket.on("error", onError); // error: listenerStays "stays on \`socket\`; \`mute()\` on line 10"
      socket.on("data", onData);
    }
    export function mute(socket) {
      socket.off("open", onOpen);
      socket.off("data", onData);
    }
  `);

  invalid("a part of what they are given, by another name", `
    export const dragging = {
      follow({ root: page }) {
        page.addEventListener("pointermove", dragging.move);
        page.addEventListener("pointerup", dragging.drop);
        page.addEventListener("pointercancel", dragging.cancel); // error: listenerStays "\`release()\` on line 8"
      },
      release({ root: surface }) {
        surface.removeEventListener("pointermove", dragging.move);
        surface.removeEventListener("pointerup", dragging.drop);
      },
      move() {},
      drop() {},
      cancel() {},
    };
  `);

  const LISTENERS = `
    const onOpen = () => console.log("open");
    const onData = (data) => console.log(data);
    const onClose = () => console.log("over");
    export function listen(socket) {
      socket.on("open", onOpen);
      socket.on("close", onClose);
      socket.on("data", onData);
    }
    export function mute(socket) {
      socket.off("open", onOpen);
      socket.off("data", onData);
    }
  `;
  valid("the third hears the end of what it listens to, which takes it along: no more than possible", LISTENERS, { confidence: "likely" });
  invalid("the same, where possible ones are told", LISTENERS.replace("onClose);", 'onClose); // error: listenerStays "stays on `socket`"'), { confidence: "possible" });

  valid("a listener that takes itself off is no sibling: it tells nothing of what the other function undoes", `
    export function follow(room, local) {
      const publish = () => room.publish();
      local.on("added", publish);
      local.on("removed", publish);
      room.on("state", function changed(state) {
        if (state !== "over") return;
        local.off("added", publish);
        local.off("removed", publish);
        room.off("state", changed);
      });
      room.on("signal", (state) => local.connect(state));
    }
  `);

  valid("the third is bound by a signal, or goes with the first event", `
    const onOpen = () => console.log("open");
    const onData = (data) => console.log(data);
    const onError = (error) => console.error(error);
    export function listen(socket) {
      socket.on("open", onOpen);
      socket.once("drain", onError);
      socket.on("data", onData);
    }
    export function mute(socket) {
      socket.off("open", onOpen);
      socket.off("data", onData);
    }
  `, { confidence: "likely" });

  const OTHERS = `
    const onOpen = () => console.log("open");
    const onData = (data) => console.log(data);
    const onError = (error) => console.error(error);
    export function listen(socket, more) {
      socket.on("open", onOpen);
      socket.on("error", onError);
      socket.on("data", onData);
      more?.(socket);
    }
    export function mute(socket, less) {
      socket.off("open", onOpen);
      socket.off("data", onData);
      less?.(socket);
    }
  `;
  valid("whoever the mirror image gives the target to may remove it", OTHERS, { confidence: "likely" });
  invalid("a listener for once that waits for a failure", `
    const onOpen = () => console.log("open");
    const onData = (data) => console.log(data);
    const onError = (error) => console.error(error);
    export function listen(socket) {
      socket.on("open", onOpen);
      socket.once("error", onError); // error: listenerStays "\`mute()\` on line 10"
      socket.on("data", onData);
    }
    export function mute(socket) {
      socket.off("open", onOpen);
      socket.off("data", onData);
    }
  `, { confidence: "likely" });
  valid("a listener for once whose event may well come", `
    const onOpen = () => console.log("open");
    const onData = (data) => console.log(data);
    const onReady = () => console.log("ready");
    export function listen(socket) {
      socket.on("open", onOpen);
      socket.once("ready", onReady);
      socket.on("data", onData);
    }
    export function mute(socket) {
      socket.off("open", onOpen);
      socket.off("data", onData);
    }
  `, { confidence: "likely" });
  valid("a listener for once of which nobody knows the event", `
    import { EVENT } from "./events";
    const onOpen = () => console.log("open");
    const onData = (data) => console.log(data);
    const onOther = () => console.log("other");
    export function listen(socket) {
      socket.on("open", onOpen);
      socket.once(EVENT, onOther);
      socket.on("data", onData);
    }
    export function mute(socket) {
      socket.off("open", onOpen);
      socket.off("data", onData);
    }
  `, { confidence: "likely" });
  valid("the mirror image is given something else", `
    const onOpen = () => console.log("open");
    const onData = (data) => console.log(data);
    const onError = (error) => console.error(error);
    export function listen(socket, parent) {
      socket.on("open", onOpen);
      socket.on("data", onData);
      socket.on("error", onError);
    }
    export function mute(log, socketOfParent) {
      socketOfParent.nested.off("open", onOpen);
      socketOfParent.nested.off("data", onData);
    }
  `, { confidence: "likely" });

  invalid("one of two under the same test, as a way out", `
    export class Hover {
      constructor(element, settings) {
        this.element = element;
        this.settings = settings;
      }
      watch() {
        if (!this.settings.hover) return;
        this.element.addEventListener("pointerenter", this.enter); // error: listenerStays "\`unwatch()\` on line 12"
        this.element.addEventListener("pointerleave", this.leave);
      }
      unwatch() {
        const { settings } = this;
        if (!settings.hover) return;
        this.element.removeEventListener("pointerleave", this.leave);
      }
      enter = () => {};
      leave = () => {};
    }
  `);

  valid("one of two, where the other is removed elsewhere", `
    export class Hover {
      constructor(element, settings) {
        this.element = element;
        this.settings = settings;
      }
      watch() {
        if (this.settings.hover) {
          this.element.addEventListener("pointerenter", this.enter);
          this.element.addEventListener("pointerleave", this.leave);
        }
      }
      unwatch() {
        if (this.settings.hover) this.element.removeEventListener("pointerleave", this.leave);
        this.quiet(this.element);
      }
      quiet(element) {
        element.removeEventListener("pointerenter", this.enter);
      }
      enter = () => {};
      leave = () => {};
    }
  `, { confidence: "likely" });

  invalid("a function made on the spot, beside those that another method adds", `
    import { OPENED, CLOSED, RENAMED } from "./events.js";
    export class Tabs {
      constructor(workspace) {
        this.workspace = workspace;
        this.opened = () => {};
        this.closed = () => {};
      }
      watchTabs() {
        this.workspace.on(OPENED, this.opened);
        this.workspace.on(CLOSED, this.closed);
      }
      begin() {
        this.watchTabs();
        this.workspace.on(RENAMED, (tab) => this.draw(tab)); // error: listenerStays "stays on \`this.workspace\`; \`end()\` on line 18"
      }
      draw() {}
      end() {
        this.workspace.off(OPENED, this.opened);
        this.workspace.off(CLOSED, this.closed);
      }
    }
  `);

  valid("what the constructor adds for good, and what a method adds for a while", `
    import { OPENED, CLOSED, RENAMED } from "./events.js";
    export class Tabs {
      constructor(workspace) {
        this.workspace = workspace;
        this.opened = () => {};
        this.closed = () => {};
        this.workspace.on(RENAMED, (tab) => this.draw(tab));
      }
      begin() {
        this.workspace.on(OPENED, this.opened);
        this.workspace.on(CLOSED, this.closed);
      }
      draw() {}
      pause() {
        this.workspace.off(OPENED, this.opened);
        this.workspace.off(CLOSED, this.closed);
      }
    }
  `, { confidence: "likely" });
});
