import rule from "../../src/rules/no-unreleased-resource.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-unreleased-resource of what ends with something else", rule, ({ valid, invalid }) => {
  valid("a line reader on the output of a child", `
    import { createInterface } from "node:readline";
    export function readLines(stream, onLine) {
      const lines = createInterface({ input: stream, terminal: false });
      lines.on("line", (line) => onLine(line));
    }
  `, { confidence: "likely" });
  valid("a line reader on a stream given as it is", `
    import readline from "node:readline";
    export function readLines(child, onLine) {
      const lines = readline.createInterface(child.stdout);
      lines.on("line", onLine);
    }
  `, { confidence: "likely" });
  invalid("a line reader on standard input", `
    import { createInterface } from "node:readline";
    export function ask(onLine) {
      const lines = createInterface({ input: process.stdin, terminal: false }); // error: neverReleased "lines"
      lines.on("line", (line) => onLine(line));
    }
  `);
  invalid("a line reader on an imported standard input", `
    import { createInterface } from "node:readline";
    import { stdin } from "node:process";
    export function ask(onLine) {
      const lines = createInterface({ input: stdin }); // error: neverReleased "lines"
      lines.on("line", (line) => onLine(line));
    }
  `);

  valid("a terminal and a panel that the user closes", `
    import { window } from "vscode";
    export function resume(command) {
      const terminal = window.createTerminal({ name: "Resume" });
      terminal.show();
      terminal.sendText(command);
      const panel = window.createWebviewPanel("help", "Help", 1);
      panel.reveal();
    }
  `, { confidence: "likely" });
  invalid("a channel that nothing closes", `
    import { window } from "vscode";
    export function report(text) {
      const channel = window.createOutputChannel("Report"); // error: neverReleased "channel"
      channel.appendLine(text);
    }
  `);

  valid("a token of a source that the same function cancels", `
    export async function install(extensions, source, limit) {
      let timer;
      const found = new Promise((resolve) => {
        const listening = extensions.onDidChange(() => { clearTimeout(timer); listening.dispose(); resolve(true); });
        source.token.onCancellationRequested(() => { listening.dispose(); resolve(false); });
      });
      timer = setTimeout(() => source.cancel(), limit);
      return await found;
    }
  `);
  invalid("a token of a source that somebody else has", `
    export async function install(extensions, request, limit) {
      let timer;
      const found = new Promise((resolve) => {
        const listening = extensions.onDidChange(() => { clearTimeout(timer); listening.dispose(); resolve(true); });
        request.token.onCancellationRequested(() => { listening.dispose(); resolve(false); }); // error: handleDiscarded "onCancellationRequested"
      });
      timer = setTimeout(() => extensions.refresh(), limit);
      return await found;
    }
  `);
});
