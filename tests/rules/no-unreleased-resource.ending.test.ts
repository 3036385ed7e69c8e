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
  `, { confidence: "likely" });
  invalid("a line reader on an imported standard input", `
    import { createInterface } from "node:readline";
    import { stdin } from "node:process";
    export function ask(onLine) {
      const lines = createInterface({ input: stdin }); // error: neverReleased "lines"
      lines.on("line", (line) => onLine(line));
    }
  `, { confidence: "likely" });

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

  valid("a question to the user of a terminal, whose program may end with the answer", `
    import { createInterface } from "node:readline";
    export function askName(done) {
      const lines = createInterface({ input: process.stdin, output: process.stdout });
      lines.question("Name? ", (name) => done(name));
    }
  `);
  valid("a WebSocket server without a port of its own", `
    import { WebSocketServer } from "ws";
    export function accept(socket, handle) {
      const sockets = new WebSocketServer({ noServer: true });
      sockets.handleUpgrade(socket, handle);
    }
  `);
  invalid("a WebSocket server with a port", `
    import { WebSocketServer } from "ws";
    export function accept(port, handle) {
      const sockets = new WebSocketServer({ port }); // error: neverReleased "sockets"
      sockets.on("connection", (socket) => handle(socket));
    }
  `, { confidence: "possible" });
  valid("a device listener that the source removes with the same arguments", `
    import { useEffect } from "react";
    import { BackHandler } from "react-native";
    export function useBack(leave) {
      useEffect(() => {
        const onBack = () => { leave(); return true; };
        BackHandler.addEventListener("hardwareBackPress", onBack);
        return () => BackHandler.removeEventListener("hardwareBackPress", onBack);
      }, [leave]);
    }
  `);
  invalid("a device listener whose source removes another", `
    import { useEffect } from "react";
    import { BackHandler } from "react-native";
    export function useBack(leave) {
      useEffect(() => {
        BackHandler.addEventListener("hardwareBackPress", () => { leave(); return true; }); // error: handleDiscarded "BackHandler.addEventListener"
        return () => BackHandler.removeEventListener("hardwareBackPress", stay);
      }, [leave]);
    }
    function stay() { return true; }
  `);
  valid("the same, where the removal is told already", `
    import { useEffect } from "react";
    import { BackHandler } from "react-native";
    export function useBack(leave) {
      useEffect(() => {
        BackHandler.addEventListener("hardwareBackPress", () => { leave(); return true; });
        return () => BackHandler.removeEventListener("hardwareBackPress", () => true);
      }, [leave]);
    }
  `);
  const poster = (keep: string, comment = ""): string => `
    export class Poster {
      show(blob) {
        const url = URL.createObjectURL(blob); ${comment}
        this.setPoster(url);
      }
      setPoster(url) { this.video.poster = url; this.replace(url); }
      replace(url) { ${keep} }
    }
  `;
  valid("an object URL that an own method keeps, two calls deep", poster("URL.revokeObjectURL(this.latest); this.latest = url;"));
  invalid("an object URL that the own methods only show", poster("this.video.title = url;", '// error: neverReleased "url"'));
  const reaction = (method: string): string => `
    import { autorun } from "mobx";
    export class Document {
      constructor(store) {
        this.store = store;
        autorun(() => { localStorage.setItem(this.id, this.title); });
      }
      ${method}
    }
  `;
  valid("a method that orders something about its object is not the end of it", reaction("unsubscribe() { this.store.unsubscribe(this); }"));
  invalid("a method that releases what its object holds is", reaction("unsubscribe() { this.subscription.unsubscribe(); }").replace("autorun(() => { localStorage.setItem(this.id, this.title); });", 'autorun(() => { localStorage.setItem(this.id, this.title); }); // error: handleDiscarded "unsubscribe()"'));
});
