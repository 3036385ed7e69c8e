/** What the process keeps under a name or a function that nothing tells again. */
import rule from "../../src/rules/no-unreleased-resource.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-unreleased-resource", rule, ({ valid, invalid }) => {
  invalid("a polled file that the file never leaves", `
    import { watchFile } from "node:fs";
    export function reloadOnChange(path, reload) {
      watchFile(path, () => reload()); // error: neverReleased "Call \`unwatchFile(path)\`."
    }
  `, { confidence: "likely" });
  invalid("a subscriber that nobody can name", `
    import { subscribe } from "node:diagnostics_channel";
    export function traceRequests(trace) {
      subscribe("http.client.request.start", (message) => trace(message)); // error: handleDiscarded "call \`unsubscribe(…, handle)\`."
    }
  `, { confidence: "likely" });
  valid("the same, for what another file may leave", `
    import { watchFile } from "node:fs";
    export function reloadOnChange(path, reload) {
      watchFile(path, () => reload());
    }
  `);
  valid("a polled file that another function leaves", `
    import { unwatchFile, watchFile } from "node:fs";
    export function reloadOnChange(path, reload) {
      watchFile(path, () => reload());
    }
    export function leave(path) { unwatchFile(path); }
  `, { confidence: "likely" });
  valid("a polled file of the whole program", `
    import { watchFile } from "node:fs";
    watchFile("settings.json", () => {});
  `, { confidence: "likely" });
  invalid("a store of the module that each call subscribes to", `
    import { writable } from "svelte/store";
    const theme = writable("light");
    export function followTheme(paint) {
      theme.subscribe((value) => paint(value)); // error: handleDiscarded "theme.subscribe"
    }
  `, { confidence: "likely" });
  valid("a store that the call makes", `
    import { writable } from "svelte/store";
    export function preview(paint) {
      const theme = writable("light");
      theme.subscribe((value) => paint(value));
    }
  `, { confidence: "likely" });
  invalid("the element of a tuple that the pattern leaves out", `
    import { Semaphore } from "async-mutex";
    const semaphore = new Semaphore(4);
    export async function limited(work) {
      const [value] = await semaphore.acquire(); // error: handleDiscarded "nothing can release a permit"
      await work(value);
    }
  `);
});
