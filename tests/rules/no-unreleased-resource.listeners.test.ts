import rule from "../../src/rules/no-unreleased-resource.ts";
import { describeRule } from "../support/rule-tester.ts";

const STRICT = { confidence: "likely" } as const;

describeRule("no-unreleased-resource", rule, ({ valid, invalid }) => {
  invalid("the one listener that the mirror image of a set-up forgets", `
    import { opened, closed, moved, watch } from "./channels";
    export function enable() {
      opened.subscribe(watch);
      closed.subscribe(watch);
      moved.subscribe(watch); // error: listenerStays "moved.subscribe" "disable()" "Call \`unsubscribe\` with the same function there."
    }
    export function disable() {
      opened.unsubscribe(watch);
      closed.unsubscribe(watch);
    }
  `, STRICT);
  valid("a listener of the element on itself that the mirror image forgets", `
    import dom from "./dom";
    export class Tabs extends HTMLElement {
      connectedCallback() {
        dom.addEventListener(this, "click", pick);
        dom.addEventListener(this, "focusin", enter);
        dom.addEventListener(this, "focusout", leave);
      }
      disconnectedCallback() {
        dom.removeEventListener(this, "click", pick);
        dom.removeEventListener(this, "focusin", enter);
      }
    }
  `);
  invalid("a listener of the element on the document that the mirror image forgets", `
    import dom from "./dom";
    export class Tabs extends HTMLElement {
      connectedCallback() {
        dom.addEventListener(document, "click", pick);
        dom.addEventListener(document, "focusin", enter);
        dom.addEventListener(document, "focusout", leave); // error: listenerStays "dom.addEventListener"
      }
      disconnectedCallback() {
        dom.removeEventListener(document, "click", pick);
        dom.removeEventListener(document, "focusin", enter);
      }
    }
  `);
  valid("an adding helper whose results are kept for the teardown", `
    import { helper } from "./helper";
    export class Page {
      constructor(client) { this.client = client; this.listeners = [helper.addEventListener(this.client, "moved", () => this.move())]; }
      start() {
        this.listeners.push(helper.addEventListener(this.client, "opened", () => this.open()));
        this.listeners.push(...[helper.addEventListener(this.client, "closed", () => this.close())]);
      }
      dispose() { helper.removeEventListeners(this.listeners); }
    }
  `, STRICT);
  invalid("one whose result nobody takes", `
    import { helper } from "./helper";
    export class Page {
      start() {
        helper.addEventListener("opened", this.open);
        helper.addEventListener("closed", this.close); // error: listenerStays "dispose()"
      }
      dispose() { helper.removeEventListener("opened", this.open); }
    }
  `);
  invalid("a part of the object whose other listeners the cleanup of an effect removes", `
    import { useEffect } from "react";
    export function useFrame(frame, focus) {
      useEffect(() => {
        const inside = frame.contentWindow;
        inside.document.body.addEventListener("focusin", focus); // error: listenerStays "the cleanup on line"
        inside.addEventListener("focus", focus);
        inside.addEventListener("blur", focus);
        return () => {
          inside.removeEventListener("focus", focus);
          inside.removeEventListener("blur", focus);
        };
      }, [frame, focus]);
    }
  `);
  invalid("a listener of an injected object whose sibling the teardown takes off", `
    export class Status {
      constructor(track) { this.track = track; }
      start() {
        this.track.on(KIND.MUTED, this.onMute);
        this.track.on(KIND.KIND_CHANGED, this.onKind); // error: listenerStays "dispose()"
      }
      onMute = () => {};
      onKind = () => {};
      dispose() { this.track.off(KIND.MUTED, this.onMute); }
    }
  `, { confidence: "possible" });
  invalid("an effect that runs again while its element stays", `
    import { useEffect, useRef } from "react";
    export function useScroll(size, report) {
      const element = useRef(null);
      useEffect(() => {
        element.current.addEventListener("scroll", () => report(size)); // error: listenerStays "since it returns no cleanup"
      }, [size]);
      return element;
    }
  `);

  valid("an effect that runs once for its element", `
    import { useEffect, useRef } from "react";
    export function useScroll(setSize) {
      const element = useRef(null);
      useEffect(() => { element.current.addEventListener("scroll", () => setSize(1)); }, [setSize]);
      return element;
    }
  `);
  valid("a set-up whose mirror image removes everything", `
    import { opened, closed, watch } from "./channels";
    export function enable() { opened.subscribe(watch); closed.subscribe(watch); }
    export function disable() { opened.unsubscribe(watch); closed.unsubscribe(watch); }
  `, STRICT);
  valid("a set-up that adds to children of its own", `
    import { bus, watch } from "./channels";
    export function enable() {
      const child = new Channel();
      child.subscribe(watch);
      bus.opened.subscribe(watch);
      bus.closed.subscribe(watch);
    }
    export function disable() { bus.opened.unsubscribe(watch); bus.closed.unsubscribe(watch); }
  `, STRICT);
  valid("a listener beside removed siblings that a signal ends", `
    export class Menu {
      open(signal) {
        document.addEventListener("click", this.onClick);
        document.addEventListener("keydown", this.onKey);
        document.addEventListener("scroll", this.onScroll, { signal });
      }
      onClick = () => {}; onKey = () => {}; onScroll = () => {};
      destroy() {
        document.removeEventListener("click", this.onClick);
        document.removeEventListener("keydown", this.onKey);
      }
    }
  `, STRICT);
  valid("a listener on what the teardown ends", `
    export class Portal {
      constructor(socket) { this.socket = socket; }
      open() { this.socket.on("message", () => this.read()); }
      read() {}
      close() { this.socket.close(); this.socket = null; }
    }
  `, STRICT);
  valid("a listener on what a method is given, which may be a child", `
    export class Server {
      attach(connection) { connection.on("pong", () => this.beat()); }
      beat() {}
      close() { this.stopped = true; }
    }
  `, STRICT);
  valid("the table of handlers of a program", `
    import { bus } from "./bus";
    export class Api {
      wire() {
        bus.on("open", () => this.answer(1));
        bus.on("close", () => this.answer(2));
        bus.on("zoom", () => this.answer(3));
        bus.on("print", () => this.answer(4));
      }
      answer(n) {}
    }
  `, STRICT);
  valid("a class that by its name exists once", `
    export class WindowManager {
      track() { window.addEventListener("resize", () => this.place()); }
      place() {}
    }
  `, STRICT);
  valid("verbs that give a handle, which is kept", `
    import * as page from "./page";
    export class View {
      bind() { return [page.on("click", () => this.draw()), page.on("key", () => this.draw())]; }
      draw() {}
    }
  `, STRICT);
  valid("the teardown of an object that is made inside", `
    export function start(root) {
      class Output { dispose() { root.remove(); } }
      window.addEventListener("message", () => new Output());
    }
  `);
  valid("a class that by its name ends with the program", `
    export class ShutdownService {
      register() { window.addEventListener("pagehide", () => this.save()); }
      save() {}
      dispose() { this.done = true; }
    }
  `);
  valid("a removal that differs in its capture flag is told by no-mismatched-release", `
    export function watch(win, seen) {
      win.document.addEventListener("keydown", seen, true);
      win.addEventListener("focus", seen);
      win.addEventListener("blur", seen);
      return () => {
        win.document.removeEventListener("keydown", seen);
        win.removeEventListener("focus", seen);
        win.removeEventListener("blur", seen);
      };
    }
  `);

  valid("a function named like the one of the page, taken out of something else", `
    import { useContext, useEffect } from "react";
    export function useChanges(update) {
      const { addEventListener } = useContext(Changes);
      useEffect(() => {
        const unsubscribe = addEventListener(update);
        return unsubscribe;
      }, [addEventListener, update]);
      useEffect(() => addEventListener(update), [addEventListener]);
    }
  `, { confidence: "likely" });
  invalid("the function of the page itself", `
    import { useEffect } from "react";
    export function useResize(update) {
      useEffect(() => {
        addEventListener("resize", update); // error: listenerStays "addEventListener"
      }, [update]);
    }
  `);
  valid("an owner whose only end is that of the process", `
    export class Storage {
      constructor() {
        process.once("beforeExit", () => this.dispose());
        this.sync();
      }
      sync() { this.timer = setTimeout(() => this.sync(), 1000); }
      private dispose() { clearTimeout(this.timer); }
    }
  `, { confidence: "possible" });
  invalid("an owner that others end as well", `
    export class Storage {
      constructor() {
        process.once("beforeExit", () => this.dispose()); // error: listenerStays "process"
        this.sync();
      }
      sync() { this.timer = setTimeout(() => this.sync(), 1000); }
      dispose() { clearTimeout(this.timer); }
    }
  `, { confidence: "possible" });

  valid("a library puts it on the element that it is given, under the name of a constant", `
    import EventHandler from "./events.js";
    const OVER = \`mouseover\${EventHandler.SUFFIX}\`;
    export class Toast {
      constructor(element) {
        this.element = element;
        EventHandler.on(this.element, OVER, () => this.pause());
      }
      pause() {}
      dispose() { this.element = null; }
    }
  `, { confidence: "likely" });
  invalid("a library puts it on the document, under the name of a constant", `
    import EventHandler from "./events.js";
    const OVER = \`mouseover\${EventHandler.SUFFIX}\`;
    export class Toast {
      constructor(element) {
        this.element = element;
        EventHandler.on(document, OVER, () => this.pause()); // error: listenerStays "document"
      }
      pause() {}
      dispose() { this.element = null; }
    }
  `, { confidence: "likely" });
  invalid("under a name from another file it may be the event that comes first", `
    import { bus } from "./bus.js";
    import { OPENED } from "./events.js";
    const ALL = "all";
    export class Toast {
      constructor() { bus.on(OPENED, ALL, () => this.pause()); } // error: listenerStays "bus"
      pause() {}
      dispose() {}
    }
  `, { confidence: "likely" });

  // What the platform makes has the platform's verbs alone.
  const OTHER_REMOVAL = (target: string, mark: string): string => `
    import { EVENT } from "./events.js";
    import { bus } from "./bus.js";
    export class Collab {
      constructor(portal) {
        this.portal = portal;
        ${target}.addEventListener(EVENT.MOVED, this.onMoved);${mark}
      }
      onMoved = () => {};
      leaveRoom() { this.portal.socket.off("first-in-room"); }
      destroy() { this.portal = undefined; }
    }
  `;
  invalid("something else's events are taken off by a verb that the page has not", OTHER_REMOVAL("document", ' // error: listenerStays "stays on `document`"'));
  valid("an emitter of the program may have that verb as well", OTHER_REMOVAL("bus", ""), { confidence: "possible" });
});
