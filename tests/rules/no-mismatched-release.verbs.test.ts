import rule from "../../src/rules/no-mismatched-release.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-mismatched-release", rule, ({ valid, invalid }) => {
  // Added again.
  invalid(
    "an addition in a teardown",
    `
    import { channel } from "node:diagnostics_channel";
    const before = channel("before");
    const enter = channel("enter");
    export class Profiler {
      start() {
        before.subscribe(this.enter);
        enter.subscribe(this.enter);
      }
      stop() {
        before.unsubscribe(this.enter);
        enter.subscribe(this.enter); // error: addedAgain "adds the listener of line 8 a second time here"
      }
      enter = () => {};
    }
  `,
    {
      suggestions: [
        {
          messageId: "removeInstead",
          output: `
    import { channel } from "node:diagnostics_channel";
    const before = channel("before");
    const enter = channel("enter");
    export class Profiler {
      start() {
        before.subscribe(this.enter);
        enter.subscribe(this.enter);
      }
      stop() {
        before.unsubscribe(this.enter);
        enter.unsubscribe(this.enter);
      }
      enter = () => {};
    }
  `,
        },
      ],
    },
  );
  invalid("an addition in a column of removals", `
    export class Editor {
      onAfterAttach() {
        this.host.addEventListener("blur", this, true);
        this.header.addEventListener("click", this);
      }
      onBeforeDetach() {
        this.host.removeEventListener("blur", this, true);
        this.header.addEventListener("click", this); // error: addedAgain "Call \`removeEventListener\`"
      }
      handleEvent() {}
    }
  `);
  valid("a switch from one listener to another and back", `
    export class Mode {
      enable() {
        this.target.off("idle", this.onIdle);
        this.target.on("busy", this.onBusy);
      }
      disable() {
        this.target.off("busy", this.onBusy);
        this.target.on("idle", this.onIdle);
      }
      onIdle() {}
      onBusy() {}
    }
  `);
  valid("a listener that the teardown is the first to add", `
    export class Socket {
      open() {
        this.raw.on("data", this.onData);
        this.raw.on("error", this.onError);
      }
      destroy() {
        this.raw.off("data", this.onData);
        this.raw.off("error", this.onError);
        this.raw.on("error", ignore);
      }
      onData() {}
      onError() {}
    }
  `);

  // Verbs and calls.
  invalid("a watch that loses its listeners and goes on", `
    import chokidar from "chokidar";
    export class Builder {
      start() {
        this.watcher = chokidar.watch("src");
        this.watcher.on("change", () => undefined);
      }
      close() {
        this.watcher.removeAllListeners(); // error: wrongVerb "Call \`this.watcher.close()\`"
      }
    }
  `, { language: "js" });
  invalid(
    "a method that is named and not called",
    `
    export function stop(server) {
      server.close; // error: notCalled "\`server.close\` is only named here"
    }
  `,
    { suggestions: [{ messageId: "callMethod", output: `
    export function stop(server) {
      server.close();
    }
  ` }] },
  );
  invalid("an optional one behind a test", `
    export function stop(timer) {
      timer && timer.unref; // error: notCalled "is only named here"
    }
  `);
  invalid("a cleanup that only names its method", `
    import { useEffect } from "react";
    export function useStream(stream) {
      useEffect(() => {
        const subscription = stream.subscribe(() => undefined);
        return () => subscription.unsubscribe; // error: notCalled "is only named here"
      }, [stream]);
    }
  `);
  invalid(
    "a cleanup that the effect calls at once",
    `
    import { useEffect } from "react";
    export function useResize(onResize) {
      useEffect(() => {
        window.addEventListener("resize", onResize);
        return window.removeEventListener("resize", onResize); // error: calledEarly "right after \`window.addEventListener(…)\` on line 5"
      }, [onResize]);
    }
  `,
    {
      suggestions: [
        {
          messageId: "returnFunction",
          output: `
    import { useEffect } from "react";
    export function useResize(onResize) {
      useEffect(() => {
        window.addEventListener("resize", onResize);
        return () => window.removeEventListener("resize", onResize);
      }, [onResize]);
    }
  `,
        },
      ],
    },
  );
  valid("a watch that is closed as well", `
    import chokidar from "chokidar";
    export class Builder {
      start() {
        this.watcher = chokidar.watch("src");
      }
      close() {
        this.watcher.removeAllListeners();
        return this.watcher.close();
      }
    }
  `, { language: "js" });
  valid("a watch that loses its listeners and lives on", `
    import chokidar from "chokidar";
    export class Builder {
      start() {
        this.watcher = chokidar.watch("src");
      }
      rewire() {
        this.watcher.removeAllListeners();
      }
    }
  `, { language: "js" });
  valid("a watch that other code ends", `
    import chokidar from "chokidar";
    export class Builder {
      start(stack) {
        this.watcher = chokidar.watch("src");
        stack.adopt(this.watcher);
      }
      close() {
        this.watcher.removeAllListeners();
      }
    }
  `, { language: "js" });
  valid("a method that is handed on", `
    export const stop = (server, stack) => stack.defer(server.close);
    export const closer = (server) => server.close;
  `);
  valid("an assertion that reads a getter", `
    expect(stream).to.close;
  `);
  valid("a method that is declared for a documentation tool", `
    import { Layer } from "./layer";
    export class Tiles extends Layer {}
    /** Ends the layer. */
    Tiles.prototype.dispose;
  `);
});
