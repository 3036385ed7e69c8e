import rule from "../../src/rules/no-partial-release.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-partial-release of what a wait leaves to others", rule, ({ valid, invalid }) => {
  const taking = (removal: string, first: string, expected = ""): string => `
    export class Desk {
      open = new Map();
      ask(id, signal) {
        return new Promise((resolve, reject) => {
          const late = setTimeout(() => {
            ${first}
            reject(new Error("late"));
          }, 900_000);
          const onAbort = () => this.take(id)?.reject(signal.reason);
          this.open.set(id, { resolve, reject, late, signal, onAbort });
          signal.addEventListener("abort", onAbort, { once: true }); ${expected}
        });
      }
      answer(id, text) { this.take(id)?.resolve(text); }
      take(id) {
        const found = this.open.get(id);
        this.open.delete(id);
        clearTimeout(found?.late);
        ${removal}
        return found;
      }
    }
  `;
  const removal = 'found?.signal.removeEventListener("abort", found.onAbort);';
  valid("a helper that takes the record of the wait and the listener that it keeps", taking(removal, "this.take(id);"), { confidence: "likely" });
  valid("the same by another helper", taking(removal, "const drop = () => this.take(id); drop();"), { confidence: "likely" });
  invalid("a helper that removes nothing", taking("", "this.take(id);", '// error: outlivesPromise "stays when the promise settles"'), { confidence: "possible" });
  invalid("a callback that calls no helper", taking(removal, "this.open.delete(id);", '// error: outlivesPromise "stays when the promise settles"'), { confidence: "possible" });
  invalid("a helper that removes the listener for another event", taking('found?.signal.removeEventListener("pause", found.onAbort);', "this.take(id);", '// error: outlivesPromise "stays when the promise settles"'), { confidence: "possible" });
  const queued = (release: string, field: string, expected = ""): string => `
    export class Queue {
      waiting = [];
      enter({ signal }) {
        return new Promise((resolve, reject) => {
          const guest = { signal, resolve, reject, onAbort: undefined };
          ${field} = () => this.refuse(guest);
          signal.addEventListener("abort", ${field}, { once: true }); ${expected}
          this.waiting.push(guest);
        });
      }
      admit() {
        const guest = this.waiting.shift();
        this.tidy(guest);
        guest.resolve();
      }
      refuse(guest) {
        this.waiting.splice(this.waiting.indexOf(guest), 1);
        this.tidy(guest);
        guest.reject(guest.signal.reason);
      }
      tidy(guest) { ${release} }
    }
  `;
  valid("a record that gets the listener later, beside what settles", queued('guest.signal.removeEventListener("abort", guest.onAbort);', "guest.onAbort"), { confidence: "likely" });
  invalid("the same where nothing removes it", queued("", "guest.onAbort", '// error: outlivesPromise "stays when the promise settles"'), { confidence: "possible" });

  valid("a removal from another emitter than the one that has the listener", `
    import { onClosed } from "./handlers";
    export class Line {
      connect(plug) {
        return new Promise((resolve, reject) => {
          const self = this;
          plug.once("close", onClosed(self));
          const onReady = () => { self.removeListener("close", onClose); resolve(); };
          const onClose = () => { self.removeListener("ready", onReady); reject(new Error("closed")); };
          self.once("ready", onReady);
          self.once("close", onClose);
        });
      }
    }
  `, { confidence: "likely" });
  invalid("a removal from the emitter that has it, which another outcome forgets", `
    export class Line {
      connect(plug) {
        return new Promise((resolve, reject) => {
          const onReady = () => { plug.removeListener("pause", onPause); resolve(); };
          const onPause = () => { this.removeListener("ready", onReady); reject(new Error("paused")); };
          this.once("ready", onReady);
          plug.once("pause", onPause); // error: releaseMissedOnSettle "not when the promise settles on line 9"
          plug.once("late", () => { this.removeListener("ready", onReady); reject(new Error("late")); });
        });
      }
    }
  `, { confidence: "likely" });

  const probing = (over: string, expected = ""): string => `
    export const probe = (stream) => new Promise((resolve, reject) => {
      const finish = (kind) => {
        stream.off("close", onClose);
        stream.off("end", onClose);
        resolve(kind);
      };
      const onClose = () => finish("unknown");
      stream.once("${over}", reject);
      stream.once("close", onClose); ${expected}
      stream.once("end", onClose); ${expected}
    });
  `;
  valid("listeners that run once on a stream that has failed", probing("error"), { confidence: "likely" });
  invalid("the same where the stream goes on", probing("pause", '// error: releaseMissedOnSettle "not when the promise settles"'), { confidence: "likely" });
  invalid("an emitter that an object keeps, and that may be opened again", `
    export class Client {
      ready() {
        return new Promise((resolve, reject) => {
          const onClose = () => { this.link.off("error", onError); reject(new Error("closed")); };
          const onOpen = () => { this.link.off("error", onError); this.link.off("close", onClose); resolve(); };
          const onError = (error) => { this.link.off("open", onOpen); reject(error); };
          this.link.once("open", onOpen);
          this.link.once("error", onError);
          this.link.once("close", onClose); // error: releaseMissedOnSettle "not when the promise settles on line 7"
        });
      }
    }
  `, { confidence: "likely" });
});
