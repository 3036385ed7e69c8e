import rule from "../../src/rules/no-mismatched-release.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-mismatched-release", rule, ({ valid }) => {
  // The function, where it is the same or not known.
  valid("a component's function that is kept between renders", `
    import { useCallback, useEffect } from "react";
    export function Menu({ isOpen, close }) {
      const onKey = useCallback((event) => event.key === "Escape" && close(), [close]);
      useEffect(() => {
        if (isOpen) document.addEventListener("keydown", onKey);
        else document.removeEventListener("keydown", onKey);
      }, [isOpen, onKey]);
    }
  `);
  valid("one function at both sites", `
    const onKey = () => undefined;
    document.addEventListener("keydown", onKey);
    export const stop = () => document.removeEventListener("keydown", onKey);
  `);
  valid("a field that keeps the bound function", `
    export class Panel {
      constructor() {
        this.onResize = this.onResize.bind(this);
        window.addEventListener("resize", this.onResize);
      }
      close() {
        window.removeEventListener("resize", this.onResize);
      }
      onResize() {}
    }
  `);
  valid("a function that is stored where it is added", `
    export class Panel {
      open() {
        window.addEventListener("resize", (this.onResize = () => this.layout()));
      }
      close() {
        window.removeEventListener("resize", this.onResize);
      }
      layout() {}
    }
  `);
  valid("a listener of an effect and its cleanup", `
    import { useEffect } from "react";
    export function useKey(key, run) {
      useEffect(() => {
        const onKey = (event) => event.key === key && run();
        window.addEventListener("keydown", onKey);
        return () => window.removeEventListener("keydown", onKey);
      }, [key, run]);
    }
  `);
  valid("a listener that removes itself in a branch before", `
    export function once(target, run) {
      const stop = () => {
        target.removeEventListener("load", stop);
        run();
      };
      target.addEventListener("load", stop);
    }
  `);
  valid("another removal that may be the right one", `
    export class Panel {
      open() {
        this.target.on("x", this.onX.bind(this));
      }
      close() {
        this.target.off("x", this.onX);
        this.target.removeAllListeners("x");
      }
      onX() {}
    }
  `);
  valid("a removal of all listeners of the event", `
    export class Panel {
      open() {
        this.target.on("x", () => this.onX());
      }
      close() {
        this.target.off("x");
      }
      pause() {
        this.target.off("x", this.onX);
      }
      onX() {}
    }
  `);
  valid("a removal in a loop over names", `
    export function attach(target, handlers) {
      target.on("a", handlers.a);
      return () => {
        for (const name of Object.keys(handlers)) target.off(name, handlers[name]);
      };
    }
  `);
  valid("a helper that adds or removes", `
    export class Drag {
      listen(method) {
        document[method]("mousemove", this.onMove);
      }
      onMove = () => {};
    }
  `);
  valid("functions that other code gives", `
    export class Hub {
      add(target, handler) {
        target.addEventListener("message", handler);
      }
      remove(target, other) {
        target.removeEventListener("message", other);
      }
    }
  `);
  valid("a wrapper that may give back what it gets", `
    import { track } from "./track";
    export function listen(run: () => void) {
      const onScroll = () => run();
      const tracked = track(onScroll);
      window.addEventListener("scroll", tracked);
      return () => window.removeEventListener("scroll", onScroll);
    }
  `);
  valid("a function that stands for one of two", `
    const onTouch = () => undefined;
    const onMouse = () => undefined;
    export function listen(isTouch) {
      const handler = isTouch ? onTouch : onMouse;
      document.addEventListener("pointerdown", handler);
      return () => document.removeEventListener("pointerdown", isTouch ? onTouch : onMouse);
    }
  `);
  valid("an abort signal that ends the listener", `
    export function listen(signal, el) {
      el.addEventListener("click", () => undefined, { signal });
      el.removeEventListener("click", () => undefined);
    }
  `);
  valid("callbacks of completion", `
    export async function use(client) {
      client.connect(4000, () => console.log("there"));
      client.subscribe("topic", () => console.log("subscribed"));
      client.unsubscribe("topic", () => console.log("unsubscribed"));
      client.disconnect(() => console.log("gone"));
    }
  `);
  valid("functions that an emitter tells by a mark", `
    export class Component {
      start(id) {
        const stop = () => this.clear(id);
        stop.guid = id;
        this.on("dispose", stop);
      }
      clear(id) {
        const stop = () => {};
        stop.guid = id;
        this.off("dispose", stop);
      }
    }
  `);
  valid("a removal that stands in two functions", `
    export class Drag {
      start() {
        document.addEventListener("mousemove", this.onMove);
        document.addEventListener("mouseup", this.onUp);
      }
      stop() {
        document.removeEventListener("mousemove", this.onMove);
      }
      destroy() {
        document.removeEventListener("mousemove", this.onMove);
      }
      onMove = () => {};
      onUp = () => {};
    }
  `);
  valid("a call that gives the handler", `
    export class Panel {
      constructor(handlers) {
        this.handlers = handlers;
      }
      open() { window.addEventListener("resize", this.handler()); }
      close() { window.removeEventListener("resize", this.handler()); }
      handler() {
        return this.handlers.resize;
      }
    }
  `);
  valid("the bind of functions", `
    export class A {
      run = this.run.bind(this);
      bound = this.other.bind(null, "x");
      stop() {
        this.unbind("x", this.run);
      }
    }
  `);
  valid("two classes with members of the same name", `
    export class A {
      open() { this.hub.on("x", this.onX); }
      onX() {}
    }
    export class B {
      close() { this.hub.off("x", this.onX); }
      onX = () => {};
    }
  `);
  valid("a removal that only makes sure of one listener", `
    function heard(event) { return event.target; }
    export function addHandlers() {
      document.removeEventListener("click", heard);
      document.addEventListener("click", heard, true);
    }
  `, { confidence: "likely" });
  valid("a listener of somebody else that is taken off to be wrapped", `
    export function wrap(server) {
      const before = server.listeners("upgrade").pop();
      server.removeListener("upgrade", before);
      server.on("upgrade", (request) => before(request));
    }
  `, { confidence: "likely" });

  valid("a handler that takes the place of that of the last time", `
    export class Overlay {
      render(map) {
        const onMove = () => this.draw(map);
        map.removeEventListener("move", this.previous);
        map.addEventListener("move", onMove);
        this.previous = onMove;
      }
    }
  `);
});
