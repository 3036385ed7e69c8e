import rule from "../../src/rules/no-unbounded-collection.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-unbounded-collection: who hears that a thing has ended outlives it", rule, ({ valid, invalid }) => {
  const desk = (onEnd: string, more: string): string => `
    import { fork } from "node:child_process";
    export function createDesk(log) {
      const state = new Map();
      function begin(child, label) {
        state.set(child.pid, { label, pages: 0 }); ${more}
        child.on("message", () => { state.get(child.pid).pages += 1; });
        child.on("exit", () => { ${onEnd} });
      }
      function print(book) {
        begin(fork("./printer.js", [book.path]), book.title);
      }
      const pages = () => [...state.values()].reduce((sum, one) => sum + one.pages, 0);
      return { print, pages };
    }
  `;
  invalid("of each thing that a factory begins", desk("log(label);", '// error: neverRemoved "\`state\`"'), { confidence: "likely" });
  valid("its end takes the entry out", desk("state.delete(child.pid);", ""), { confidence: "likely" });

  const table = (body: string): string => `
    function filled(entries = []) {
      const table = new Map();
      for (const [key, value] of entries) table.set(key, value);
      return table;
    }
    export class Halls {
      guests = filled();
      enter(socket, name) {
        this.guests.set(socket.id, { socket, name }); // error: neverRemoved "\`this.guests\`"
        socket.on("close", () => { console.log(name); });
      }
      say(text) {
        for (const { socket } of this.guests.values()) socket.send(text);
      }
      ${body}
    }
  `;
  invalid("of a collection that a function of the file fills and returns", table("destroy() { this.guests.clear(); }").replace("neverRemoved", "onlyEmptiedAtEnd"), { confidence: "likely" });
});
