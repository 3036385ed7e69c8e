import rule from "../../src/rules/no-unreleased-resource.ts";
import { describeRule } from "../support/rule-tester.ts";

const STRICT = { confidence: "likely" } as const;

describeRule("no-unreleased-resource of owners that live as long as the program, and of targets that end first", rule, ({ valid, invalid }) => {
  valid("a class whose one object the module makes", `
    import { powerMonitor } from "electron";
    export class Monitor {
      constructor() { document.addEventListener("visibilitychange", () => this.update()); }
      update() {}
      stop() { clearInterval(this.timer); }
    }
    const monitor = new Monitor();
    export default monitor;
  `, STRICT);
  valid("a class whose one object stands in a table of such", `
    import { singleton } from "./singleton";
    export class Hub {
      constructor() { window.addEventListener("online", () => this.update()); }
      update() {}
      close() { this.socket.close(); }
    }
    export const hub = singleton("hub", () => new Hub());
  `, STRICT);
  invalid("a class that a handler makes once more", `
    export class Hub {
      constructor() { window.addEventListener("online", () => this.update()); } // error: listenerStays "close()"
      update() {}
      close() { this.socket.close(); }
    }
    const hub = new Hub();
    export const again = () => new Hub();
  `, { confidence: "likely" });
  valid("signals that end a command, beside a stop that only pauses", `
    export class DevServer {
      async start() { process.on("SIGINT", () => this.leave()); process.on("exit", () => this.leave()); }
      leave() {}
      async stop() { await this.server.close(); }
    }
  `, { confidence: "possible" });
  const server = `
    export class Server {
      async listen() { process.on("SIGINT", () => this.leave()); } // error: listenerStays "destroy()"
      leave() {}
      async destroy() { await this.server.close(); }
    }
  `;
  valid("signals that may be meant for the whole program, where only likely ones are told", server.replace(/ \/\/ error.*/, ""), STRICT);
  invalid("signals that keep an object alive after its end", server, { confidence: "possible" });
  invalid("signals that each object hears from its making on", `
    export class Agent {
      constructor() { process.once("SIGINT", () => this.leave()); } // error: listenerStays "stop()"
      leave() {}
      stop() { clearInterval(this.timer); }
    }
  `, { confidence: "possible" });
  valid("a teardown that quits the program", `
    import { app } from "electron";
    export class Wrapper {
      constructor() { window.addEventListener("message", (event) => this.answer(event)); }
      answer() {}
      quit() { app.quit(); }
    }
  `, STRICT);
  valid("a function that only passes on what it is given", `
    export class DevMode {
      constructor(given) { this.onSignal = given.onSignal || ((event, listener) => process.on(event, listener)); }
      async destroy() { await this.server.close(); }
    }
  `, STRICT);
  valid("an emitter that the teardown ends in a try", `
    export class Channel {
      constructor(socket) {
        this.socket = socket;
        this.socket.on("error", this.fail);
        this.socket.on("data", (chunk) => this.read(chunk));
      }
      close() {
        this.socket.off("error", this.fail);
        try { this.socket.destroy(); } catch {}
      }
    }
  `, { confidence: "possible" });
  valid("an emitter whose end is the end of the owner", `
    export class Client {
      constructor(socket) {
        this.socket = socket;
        this.onSocketClose = this.onClose.bind(this);
        this.socket.on("error", this.fail);
        this.socket.on("data", (chunk) => this.read(chunk));
        this.socket.on("close", this.onSocketClose);
      }
      onClose() { this.state = "closed"; }
      detach() { this.socket.off("error", this.fail); }
    }
  `, { confidence: "possible" });
  valid("a window that is let go of when it is closed", `
    export class Widget {
      show(win) {
        this.popOut = win;
        this.popOut.webContents.on("will-redirect", (event) => event.preventDefault());
        this.popOut.webContents.on("focused", this.focus);
        this.popOut.on("closed", () => { delete this.popOut; });
      }
      close() { this.popOut.webContents.off("focused", this.focus); }
    }
  `, { confidence: "possible" });
  const channel = `
    export class Channel {
      constructor(socket) {
        this.socket = socket;
        this.socket.on("error", this.fail);
        this.socket.on("data", (chunk) => this.read(chunk)); // error: listenerStays "close()"
      }
      close() { this.socket.off("error", this.fail); }
    }
  `;
  valid("one of a stranger that may end with the owner, where only likely ones are told", channel.replace(/ \/\/ error.*/, ""), STRICT);
  invalid("one that only its error is heard of", channel, { confidence: "possible" });
});

describeRule("no-unreleased-resource in effects", rule, ({ valid, invalid }) => {
  valid("of the root of the page", `
    import { useEffect } from "react";
    import ReactDOM from "react-dom";
    function Root() {
      useEffect(() => { document.addEventListener("drop", (event) => event.preventDefault()); }, []);
      return <main />;
    }
    ReactDOM.render(<Root />, document.getElementById("app"));
  `, { language: "tsx", ...STRICT });
  valid("of a frame around the page", `
    import { useEffect } from "react";
    export function Analytics({ children }) {
      useEffect(() => { window.addEventListener("appinstalled", () => send("install")); }, []);
      return <>{children}</>;
    }
  `, { language: "tsx" });
  invalid("of a component that others show", `
    import { useEffect } from "react";
    export function Notice() {
      useEffect(() => { document.addEventListener("dismiss", () => hide()); }, []); // error: listenerStays "when the component unmounts, since it returns no cleanup"
      return <p />;
    }
  `, { language: "tsx" });
  invalid("whose cleanup leaves one of two", `
    import { useEffect } from "react";
    export function Notice({ show, hide }) {
      useEffect(() => {
        document.addEventListener("show", show);
        document.addEventListener("dismiss", () => hide()); // error: listenerStays "since the cleanup does not end it"
        return () => { document.removeEventListener("show", show); };
      }, [show, hide]);
      return <p />;
    }
  `, { language: "tsx" });
});

describeRule("no-unreleased-resource of dropped handles", rule, ({ valid, invalid }) => {
  valid("a watcher of a command that runs until it is interrupted", `
    import chokidar from "chokidar";
    export class Watcher {
      async watch() { chokidar.watch(this.files).on("change", this.run); }
      cleanUp() { this.launcher.setup(); }
    }
  `, STRICT);
  invalid("a watcher of an object that ends", `
    import chokidar from "chokidar";
    export class Watcher {
      async watch() { chokidar.watch(this.files).on("change", this.run); } // error: handleDiscarded "close()"
      close() { this.server.close(); }
    }
  `);
  valid("a lock that is released through the mutex", `
    import { Mutex } from "async-mutex";
    export class Index {
      mutex = new Mutex();
      async read() { await this.mutex.acquire(); this.readers++; }
      done() { this.mutex.release(); }
    }
  `, STRICT);
  valid("a lock that is released by its path", `
    import { lockSync, unlockSync } from "proper-lockfile";
    export function lock(path) { lockSync(path, { realpath: false }); }
    export function unlock(path) { unlockSync(path, { realpath: false }); }
  `, STRICT);
  invalid("a lock that nothing releases", `
    import { lockSync } from "proper-lockfile";
    export function lock(path) { lockSync(path, { realpath: false }); } // error: handleDiscarded "lock"
  `);
  const child = (end: string): string => `
    export class Child {
      constructor(onMessage) {
        this.onMessage = onMessage;
        process.on("message", (data) => this.onMessage(data));MARK
      }
      dispose() { this.onMessage = undefined; ${end}; }
    }
  `;
  valid("an end that ends the process", child("process.exit()").replace("MARK", ""), { confidence: "possible" });
  invalid("an end that ends something else", child("this.exit()").replace("MARK", " // error: listenerStays \"dispose()\""), { confidence: "possible" });

  const component = (name: string): string => `
    export class ${name} extends React.Component {
      componentDidMount() {
        window.addEventListener("resize", this.onResize);
        window.addEventListener("online", () => this.setState({ isOnline: true }));MARK
      }
      componentWillUnmount() { window.removeEventListener("resize", this.onResize); }
    }
  `;
  valid("the root of all components", component("CrashApp").replace("MARK", ""), STRICT);
  invalid("any other component", component("Toolbar").replace("MARK", " // error: listenerStays \"componentWillUnmount()\""));
  valid("a listener that takes itself off by its own name", `
    export class Scene extends HTMLElement {
      connectedCallback() {
        document.addEventListener("readystatechange", function onReady() {
          document.removeEventListener("readystatechange", onReady);
          start();
        });
      }
      disconnectedCallback() { this.end(); }
    }
  `, STRICT);
  invalid("a listener that takes off another of that name", `
    export class Scene extends HTMLElement {
      connectedCallback() {
        document.addEventListener("readystatechange", function onReady() { // error: listenerStays "disconnectedCallback()"
          document.removeEventListener("readystatechange", onOther);
          start();
        });
      }
      disconnectedCallback() { this.end(); }
    }
  `);
  const served = (target: string): string => `
    export function serve(bus) {
      const server = createServer((socket) => {
        ${target}.on("data", onData);
        ${target}.on("error", (error) => report(error));MARK
      });
      return { close() { ${target}.off("data", onData); server.close(); } };
    }
  `;
  valid("what a callback is given for each call", served("socket").replace("MARK", ""), { confidence: "possible" });
  invalid("what the object itself is given", served("bus").replace("MARK", " // error: listenerStays \"close()\""), { confidence: "possible" });
});
