import rule from "../../src/rules/no-unbounded-collection.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-unbounded-collection: the end of a thing in more than one form", rule, ({ valid, invalid }) => {
  const tabs = (listen: string, note = ""): string => `
    export class Watcher {
      private readonly watched = new Map<object, number>();
      watch(tab) {
        this.watched.set(tab, 0);${note}
        ${listen}
      }
      touch(tab) { this.watched.set(tab, (this.watched.get(tab) ?? 0) + 1); }
    }
  `;
  const heard = ' // error: neverRemoved "although the entry\'s own end is heard"';
  invalid("a stream that is named by it", tabs("tab.destroyed$.subscribe(() => { console.log(tab.title); });", heard), { confidence: "likely" });
  invalid("a stream that a call of such a name gives", tabs("tab.afterClosed().subscribe(() => { console.log(tab.title); });", heard), { confidence: "likely" });
  valid("a stream that is named by something else", tabs("tab.title$.subscribe(() => { console.log(tab.title); });"), { confidence: "likely" });
  valid("and the entry goes with it", tabs("tab.destroyed$.subscribe(() => { this.watched.delete(tab); });"), { confidence: "likely" });

  const shells = (end: string, note = ""): string => `
    const states = new Map();
    editor.window.onDidOpenTerminal((shell) => {
      states.set(shell, { commands: 0 });${note}
    });
    editor.window.onDidCloseTerminal((shell) => { ${end} });
  `;
  invalid("a verb that names it before the thing", shells("console.log(states.get(shell).commands);", heard), { language: "js" });
  valid("a verb that names it before the thing, and the entry goes", shells("console.log(states.get(shell).commands); states.delete(shell);"), { confidence: "likely", language: "js" });
  valid("a verb that names something else", shells("", "").replace("onDidCloseTerminal((shell) => {", "onDidFocusTerminal((shell) => { console.log(states.get(shell));"), { language: "js" });

  const sheets = (listen: string, note = ""): string => `
    const sheets = new Map();
    export function initSheet(view, name) {
      sheets.set(name, view);${note}
      ${listen}
    }
    export const sheetOf = (name) => sheets.get(name);
  `;
  invalid("which tells that names come and go, and a start-up is none", sheets('view.on("close", () => { console.log(name); });', heard), { confidence: "likely", language: "js" });
  valid("names of which nothing tells that", sheets('view.on("focus", () => { console.log(name); });'), { confidence: "likely", language: "js" });
});
