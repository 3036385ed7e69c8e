import rule from "../../src/rules/no-unreleased-resource.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-unreleased-resource suggests", rule, ({ invalid }) => {
  invalid("a cleanup for a dropped interval", `
    import { useEffect } from "react";
    export function Clock({ tick }) {
      useEffect(() => {
        setInterval(tick, 1000); // error: handleDiscarded "interval"
      }, [tick]);
      return null;
    }
  `, {
    suggestions: [{
      messageId: "returnCleanup", output: `
    import { useEffect } from "react";
    export function Clock({ tick }) {
      useEffect(() => {
        const interval = setInterval(tick, 1000);
        return () => clearInterval(interval);
      }, [tick]);
      return null;
    }
  ` }],
  });
  invalid("a cleanup for an interval of the window in a variable", `
    import { useEffect } from "react";
    export function Clock({ tick }) {
      useEffect(() => {
        const timer = window.setInterval(tick, 1000); // error: neverReleased "interval"
        console.log(timer);
      }, [tick]);
      return null;
    }
  `, {
    suggestions: [{
      messageId: "returnCleanup", output: `
    import { useEffect } from "react";
    export function Clock({ tick }) {
      useEffect(() => {
        const timer = window.setInterval(tick, 1000);
        console.log(timer);
        return () => window.clearInterval(timer);
      }, [tick]);
      return null;
    }
  ` }],
  });
  invalid("a cleanup for a listener, with the flag that has to agree", `
    declare function useEffect(effect: () => void | (() => void), on: unknown[]): void;
    export function useKeys(changed: () => void) {
      useEffect(() => {
        window.addEventListener("keydown", changed, { passive: true, capture: true }); // error: listenerStays "window"
      }, [changed]);
    }
  `, {
    typed: true,
    suggestions: [{
      messageId: "returnCleanup", output: `
    declare function useEffect(effect: () => void | (() => void), on: unknown[]): void;
    export function useKeys(changed: () => void) {
      useEffect(() => {
        window.addEventListener("keydown", changed, { passive: true, capture: true });
        return () => window.removeEventListener("keydown", changed, { capture: true });
      }, [changed]);
    }
  ` }],
  });
  invalid("one cleanup for all that an effect sets up", `
    import { useEffect } from "react";
    export function useKeys(changed) {
      useEffect(() => {
        window.addEventListener("keydown", changed); // error: listenerStays "window"
        setInterval(changed, 1000); // error: handleDiscarded "interval"
      }, [changed]);
    }
  `, {
    suggestions: [{
      messageId: "returnCleanup", output: `
    import { useEffect } from "react";
    export function useKeys(changed) {
      useEffect(() => {
        window.addEventListener("keydown", changed);
        const interval = setInterval(changed, 1000);
        return () => {
          window.removeEventListener("keydown", changed);
          clearInterval(interval);
        };
      }, [changed]);
    }
  ` }, {
      messageId: "returnCleanup", output: `
    import { useEffect } from "react";
    export function useKeys(changed) {
      useEffect(() => {
        window.addEventListener("keydown", changed);
        const interval = setInterval(changed, 1000);
        return () => {
          window.removeEventListener("keydown", changed);
          clearInterval(interval);
        };
      }, [changed]);
    }
  ` }],
  });
  invalid("no cleanup for a function that nobody can name again", `
    import { useEffect } from "react";
    export function useKeys(changed) {
      useEffect(() => {
        window.addEventListener("keydown", () => changed()); // error: listenerStays "window"
      }, []);
    }
  `, { suggestions: [] });
  invalid("no cleanup beside a return", `
    import { useEffect } from "react";
    export function useKeys(changed, isOn) {
      useEffect(() => {
        if (!isOn) return;
        setInterval(changed, 1000); // error: handleDiscarded "interval"
      }, [changed, isOn]);
    }
  `, { suggestions: [] });

  invalid("the signal that the teardown aborts", `
    export class Menu {
      private readonly controller = new AbortController();
      constructor() {
        window.addEventListener("scroll", () => this.hide(), true); // error: listenerStays "window"
      }
      hide(): void {}
      destroy(): void {
        this.controller.abort();
      }
    }
  `, {
    typed: true,
    suggestions: [{
      messageId: "passSignal", output: `
    export class Menu {
      private readonly controller = new AbortController();
      constructor() {
        window.addEventListener("scroll", () => this.hide(), { capture: true, signal: this.controller.signal });
      }
      hide(): void {}
      destroy(): void {
        this.controller.abort();
      }
    }
  ` }],
  });
  invalid("no signal of a controller that other code aborts", `
    export class Menu {
      controller = new AbortController();
      constructor() {
        window.addEventListener("resize", () => this.hide()); // error: listenerStays "window"
      }
      hide() { this.controller.abort(); }
      destroy() {
        this.closed = true;
      }
    }
  `, { suggestions: [] });
  invalid("the removal in the teardown, before it can return", `
    export class Menu {
      constructor() {
        window.addEventListener("resize", this.onResize, { passive: true }); // error: listenerStays "window"
      }
      onResize = () => {};
      destroy() {
        if (this.closed) return;
        this.closed = true;
      }
    }
  `, {
    suggestions: [{
      messageId: "removeInTeardown", output: `
    export class Menu {
      constructor() {
        window.addEventListener("resize", this.onResize, { passive: true });
      }
      onResize = () => {};
      destroy() {
        window.removeEventListener("resize", this.onResize);
        if (this.closed) return;
        this.closed = true;
      }
    }
  ` }],
  });
  invalid("no removal that names what the teardown does not see", `
    export class Menu {
      constructor(changed) {
        window.addEventListener("resize", changed); // error: listenerStays "window"
      }
      destroy() {
        this.closed = true;
      }
    }
  `, { suggestions: [] });

  invalid("using for a handle that the function uses up", `
    import { open } from "node:fs/promises";
    export async function sizeOf(path) {
      const file = await open(path); // error: neverReleased "file"
      const { size } = await file.stat();
      return size;
    }
  `, {
    suggestions: [{
      messageId: "declareWithUsing", output: `
    import { open } from "node:fs/promises";
    export async function sizeOf(path) {
      await using file = await open(path);
      const { size } = await file.stat();
      return size;
    }
  ` }],
  });
  invalid("no using for what goes on after the function", `
    import { watch } from "node:fs";
    export function follow(path, changed) {
      const watcher = watch(path); // error: neverReleased "watcher"
      watcher.on("change", changed);
    }
  `, { suggestions: [] });
  invalid("no using for what is set to work by a callback", `
    export function poll(read: () => void) {
      const timer = setInterval(read, 1000); // error: neverReleased "timer"
      timer.hasRef();
    }
  `, { typed: true, confidence: "possible", suggestions: [] });
});
