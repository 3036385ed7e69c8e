import rule from "../../src/rules/no-partial-release.ts";
import { describeRule } from "../support/rule-tester.ts";

const column = (decoder: string, error = ""): string => `
  export async function firstLine(url: string): Promise<string> {
    const { body } = await fetch(url);
    if (!body) return "";
    const reader = body.getReader();${error}
    const decoder = ${decoder};
    let line = "";
    while (true) {
      const { done, value } = await reader.read();
      if (done) break;
      line += decoder.decode(value);
      if (line.includes(";")) break;
    }
    await reader.cancel();
    return line;
  }
`;

describeRule("no-partial-release of what a method of the platform is called beside", rule, ({ valid, invalid }) => {
  valid("which does not throw of what is made without options", column("new TextDecoder()"), { confidence: "likely" });
  invalid("which is made to be strict", column('new TextDecoder("utf-8", { fatal: true })', ' // error: releaseMissedOnThrow "decoder.decode"'), { confidence: "likely" });
  invalid("of which nothing is known", column("makeDecoder()", ' // error: releaseMissedOnThrow "decoder.decode"'), { confidence: "likely" });
});

const approve = (once: string, answered: string, error = ""): string => `
  import { once } from "${once}";
  export function approve(desk, order, decided) {
    const settle = once((verdict) => decided(verdict, order));
    const patience = setTimeout(settle, 45 * 60_000, "expired");${error}
    desk.ask(order, (yes) => {
      ${answered}
      settle(yes ? "approved" : "rejected");
    });
  }
`;

describeRule("no-partial-release of a timer beside a callback that a function wraps", rule, ({ valid, invalid }) => {
  invalid("which another callback calls", approve("lodash-es", "", ' // error: outlivesAnswer "setTimeout"'));
  valid("which another callback calls, and clears the timer", approve("lodash-es", "clearTimeout(patience);"));
});

const store = (failed: string, error = ""): string => `
  export function open(name, note, done) {
    const request = indexedDB.open(name, 3);
    const waiting = setInterval(() => note(name), 1000);${error}
    request.onsuccess = () => { clearInterval(waiting); done(request.result); };
    request.onerror = () => { ${failed} };
    request.onblocked = () => console.info(name);
  }
`;

describeRule("no-partial-release of what waits for a request", rule, ({ valid, invalid }) => {
  valid("which is only kept waiting", store("clearInterval(waiting); done(null);"));
  invalid("which is given up", store("done(null);", ' // error: releaseMissedOnAnswer "setInterval"'));
  valid("a write stream whose own write is what fails", `
    import fs from "node:fs";
    export async function save(path, rows) {
      const stream = fs.createWriteStream(path);
      for (const row of rows) await stream.write(row);
      stream.end();
    }
  `);
  invalid("a write stream beside something else that fails", `
    import fs from "node:fs";
    export async function save(path, load) {
      const stream = fs.createWriteStream(path); // error: releaseMissedOnThrow "when \`load()\` rejects"
      const rows = await load();
      await stream.write(rows);
      stream.end();
    }
  `);
  valid("a write that is waited for, of whatever it is", `
    export async function save(handle, text) {
      const file = await handle.createWritable();
      await file.write(text);
      await file.close();
    }
  `);
});
