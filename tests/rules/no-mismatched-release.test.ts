import rule from "../../src/rules/no-mismatched-release.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-mismatched-release", rule, ({ valid, invalid }) => {
  // The capture flag.
  invalid(
    "a removal without the capture flag",
    `
    import { useEffect } from "react";
    const silence = (event: Event) => event.stopPropagation();
    export function useSilence() {
      useEffect(() => {
        window.addEventListener("error", silence, { capture: true });
        return () => {
          window.removeEventListener("error", silence); // error: otherCapture "is without the capture flag here, but line 6 adds the listener with it"
        };
      }, []);
    }
  `,
    {
      suggestions: [
        {
          messageId: "giveSameCapture",
          output: `
    import { useEffect } from "react";
    const silence = (event: Event) => event.stopPropagation();
    export function useSilence() {
      useEffect(() => {
        window.addEventListener("error", silence, { capture: true });
        return () => {
          window.removeEventListener("error", silence, { capture: true });
        };
      }, []);
    }
  `,
        },
      ],
    },
  );
  invalid("an addition without it", `
    export class Tooltip {
      attach() { window.addEventListener("keydown", this); }
      detach() { window.removeEventListener("keydown", this, true); } // error: otherCapture "is with the capture flag"
      handleEvent() {}
    }
  `);
  valid("options that say nothing of capture", `
    const onTouch = () => undefined;
    export const start = (el) => el.addEventListener("touchstart", onTouch, { passive: true, once: false });
    export const stop = (el) => el.removeEventListener("touchstart", onTouch, false);
  `);
  valid("the flag as option and as argument", `
    const onTouch = () => undefined;
    const options = { capture: true, passive: true };
    export const start = () => document.addEventListener("touchstart", onTouch, options);
    export const stop = () => document.removeEventListener("touchstart", onTouch, true);
  `);
  valid("options that come from elsewhere", `
    import { options } from "./options";
    const onTouch = () => undefined;
    export const start = () => document.addEventListener("touchstart", onTouch, options);
    export const stop = () => document.removeEventListener("touchstart", onTouch);
  `);
  valid("a fallback for old browsers", `
    const passive = supportsPassive() ? { passive: true } : false;
    const onTouch = () => undefined;
    export const start = () => document.addEventListener("touchstart", onTouch, passive);
    export const stop = () => document.removeEventListener("touchstart", onTouch);
  `);
  valid("a removal for each flag", `
    const onKey = () => undefined;
    export const start = () => document.addEventListener("keydown", onKey, true);
    export const stop = () => {
      document.removeEventListener("keydown", onKey, false);
      document.removeEventListener("keydown", onKey, true);
    };
  `);

  // The context of signals.
  invalid(
    "a signal's connection without its context",
    `
    export class Tabs {
      connect(list, signal, listener) {
        signal.connect(listener, this);
        list.push(() => signal.disconnect(listener)); // error: otherContext "is without \`this\` here, but line 4 connects with it"
      }
    }
  `,
    {
      suggestions: [
        {
          messageId: "giveSameContext",
          output: `
    export class Tabs {
      connect(list, signal, listener) {
        signal.connect(listener, this);
        list.push(() => signal.disconnect(listener, this));
      }
    }
  `,
        },
      ],
    },
  );
  valid("a signal's connection with its context", `
    export class Tabs {
      connect() { this.model.changed.connect(this.onChanged, this); }
      dispose() { this.model.changed.disconnect(this.onChanged, this); }
      onChanged() {}
    }
  `);
  valid("a signal whose data is cleared", `
    import { Signal } from "@lumino/signaling";
    export class Tabs {
      connect() { this.model.changed.connect(this.onChanged, this); }
      dispose() {
        this.model.changed.disconnect(this.onChanged);
        Signal.clearData(this);
      }
      onChanged() {}
    }
  `, { language: "js" });
  valid("nodes of an audio graph", `
    export class Synth {
      open() { this.gain.connect(this.output, 0); }
      close() { this.gain.disconnect(this.output); }
    }
  `);

  // What is missing.
  invalid(
    "a removal without the event",
    `
    export class Collector extends EventEmitter {
      get next() {
        return new Promise((resolve) => {
          const onMessage = (message) => {
            this.removeListener(onMessage); // error: missingEvent "adds for \`\\"message\\"\` stays"
            resolve(message);
          };
          this.once("message", onMessage);
        });
      }
    }
  `,
    {
      confidence: "likely",
      suggestions: [
        {
          messageId: "insertEvent",
          output: `
    export class Collector extends EventEmitter {
      get next() {
        return new Promise((resolve) => {
          const onMessage = (message) => {
            this.removeListener("message", onMessage);
            resolve(message);
          };
          this.once("message", onMessage);
        });
      }
    }
  `,
        },
      ],
    },
  );
  invalid("a removal without the function", `
    const onKey = () => undefined;
    document.addEventListener("keyup", onKey);
    export const stop = () => document.removeEventListener("keyup"); // error: missingListener "Give it \`onKey\` as well"
  `, { language: "js" });
  valid("events that have no names", `
    const onMessage = () => undefined;
    chrome.runtime.onMessage.addListener(onMessage);
    export const stop = () => chrome.runtime.onMessage.removeListener(onMessage);
  `);
  valid("an emitter of its own whose removal takes the name only", `
    export class Bus {
      open() { this.bus.addEventListener("x", this.onX); }
      close() { this.bus.removeEventListener("x"); }
      onX() {}
    }
  `);
});
