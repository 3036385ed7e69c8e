import rule from "../../src/rules/no-partial-release.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-partial-release", rule, ({ valid, invalid }) => {
  invalid("a timer of unknown length that a race leaves running", `
    export function sleep(cancelled, milliseconds) {
      const timer = new Promise((resolve) => setTimeout(resolve, milliseconds)); // error: outlivesRace "setTimeout"
      return Promise.race([cancelled, timer]);
    }
  `);
  invalid("a long timer that a race leaves running", `
    const MINUTE = 60 * 1000;
    export function limited(work) {
      return Promise.race([work, new Promise((_, reject) => setTimeout(reject, MINUTE))]); // error: outlivesRace "setTimeout"
    }
  `);
  invalid("a time limit that goes on after its promise has settled", `
    export function ready(shard, limit) {
      return new Promise((resolve, reject) => {
        shard.onReady(() => resolve());
        setTimeout(() => reject(new Error("late")), limit); // error: outlivesPromise "setTimeout"
      });
    }
  `);
  invalid("a listener on a signal in an executor that waits for other work", `
    export function withCancel(work, signal) {
      return new Promise((resolve, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason)); // error: outlivesPromise "addEventListener"
        work().then(resolve, reject);
      });
    }
  `, { confidence: "possible" });
  invalid("the failure that is awaited is told, not the call before it", `
    export async function drop(pool, names) {
      const connection = await pool.getConnection(); // error: releaseMissedOnThrow "rejects"
      names.forEach((name) => connection.note(name));
      await connection.query("drop");
      connection.release();
    }
  `);

  invalid("a short timer that a race leaves running", `
    export function soon(work) {
      return Promise.race([work, new Promise((resolve) => setTimeout(resolve, 3000))]); // error: outlivesRace "setTimeout"
    }
  `);
  valid("a short time limit in an executor", `
    export function ready(shard) {
      return new Promise((resolve, reject) => {
        shard.onReady(() => resolve());
        setTimeout(() => reject(new Error("late")), 500);
      });
    }
  `);
  valid("a listener on a signal that is removed when the work is done", `
    export function withCancel(work, signal) {
      return new Promise((resolve, reject) => {
        const abort = () => reject(signal.reason);
        signal.addEventListener("abort", abort);
        const end = () => signal.removeEventListener("abort", abort);
        work().then((value) => { end(); resolve(value); }, (error) => { end(); reject(error); });
      });
    }
  `);
  valid("a plain sleep", `export const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));`);
  valid("a list of disposables that only undoes what failed", `
    export async function build(parts) {
      const undo = new DisposableCollection();
      try {
        const made = await parts.make(undo);
        return made;
      } catch (error) {
        undo.dispose();
        throw error;
      }
    }
  `, { confidence: "likely" });
  valid("a release that belongs to what the variable had before", `
    export async function toggle(shell, id) {
      let widget = await shell.find(id);
      if (widget) {
        widget.dispose();
      } else {
        widget = await shell.openView(id);
        shell.activate(widget.id);
      }
    }
  `);
  valid("a short delay that a namespace names", `
    namespace Delays { export const GUARD = 10; }
    export function guarded(work: Promise<void>) {
      return Promise.race([work, new Promise((resolve) => setTimeout(resolve, Delays.GUARD))]);
    }
  `);

  valid("a race that a class which exists once runs while it is set up", `
    export class WorkspaceService {
      @postConstruct()
      init() { void this.doInit(); }
      async _openLast() {
        await Promise.race([this.handler.open(), new Promise((_, reject) => setTimeout(() => reject(new Error("late")), 120000))]);
      }
      @postConstruct()
      begin() { void this._openLast(); }
    }
  `);
  invalid("the same race in a method that anybody may call", `
    export class WorkspaceService {
      async openLast() {
        await Promise.race([this.handler.open(), new Promise((_, reject) => setTimeout(() => reject(new Error("late")), 120000))]); // error: outlivesRace "setTimeout"
      }
      constructor() { void this.openLast(); }
    }
  `);
  invalid("the same race in what the constructor only registers", `
    export class MembershipManager {
      constructor(bus) { bus.onRestart(() => this._restart()); }
      async _restart() {
        await Promise.race([this.handler.open(), new Promise((_, reject) => setTimeout(() => reject(new Error("late")), 120000))]); // error: outlivesRace "setTimeout"
      }
    }
  `);
  invalid("a race in the set-up of a class of which there are many", `
    export class Editor {
      constructor() {
        this.ready = Promise.race([this.open(), new Promise((_, reject) => setTimeout(() => reject(new Error("late")), 120000))]); // error: outlivesRace "setTimeout"
      }
    }
  `);
  valid("a time limit whose callers in the file all give a short one", `
    const PATIENCE = 250;
    export class Console {
      run(patience = PATIENCE) { return this._ask(patience); }
      _ask(patience) {
        return new Promise((resolve) => {
          this.kernel.onReply(() => resolve(true));
          setTimeout(() => resolve(false), patience);
        });
      }
    }
  `);
  invalid("a time limit for which one caller gives an unknown one", `
    const PATIENCE = 250;
    export class Console {
      run(patience = PATIENCE) { return this._ask(patience); }
      runFor(patience) { return this._ask(patience); }
      _ask(patience) {
        return new Promise((resolve) => {
          this.kernel.onReply(() => resolve(true));
          setTimeout(() => resolve(false), patience); // error: outlivesPromise "setTimeout"
        });
      }
    }
  `);
  valid("the abort of a reader, which tells of its load as well", `
    export class Upload {
      read(file) {
        return new Promise((resolve, reject) => {
          const reader = (this.reader = new FileReader());
          reader.addEventListener("load", () => resolve(reader.result));
          reader.addEventListener("abort", () => reject(new Error("aborted")));
          file.then((content) => { reader.readAsText(content); resolve(content); }, reject);
        });
      }
    }
  `, { confidence: "likely" });
  const save = (delay: string): string => `
    export function save(workspace) {
      return Promise.race([workspace.saveAll(), new Promise((resolve) => setTimeout(resolve, ${delay}))]);MARK
    }
  `;
  valid("a timer that is over at once", save("100").replace("MARK", ""), { confidence: "likely" });
  invalid("a timer of some seconds", save("3000").replace("MARK", ' // error: outlivesRace "setTimeout"'), { confidence: "likely" });
});
