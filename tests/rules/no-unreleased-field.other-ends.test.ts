import rule from "../../src/rules/no-unreleased-field.ts";
import { describeRule } from "../support/rule-tester.ts";

const STRICT = { confidence: "likely" } as const;

describeRule("no-unreleased-field", rule, ({ valid, invalid }) => {
  invalid("an observer from which nothing is taken off", `
    export class Sizes {
      observer = new ResizeObserver(() => this.measure());
      watch(element) { this.observer.observe(element); } // error: fieldForgotten "this.observer"
      measure() {}
      destroy() { this.items.clear(); }
    }
  `, STRICT);
  valid("an observer from which each element is taken off", `
    export class Sizes {
      observer = new ResizeObserver(() => this.measure());
      watch(element) { this.observer.observe(element); return (gone) => this.observer.unobserve(gone); }
      measure() {}
      destroy() { this.items.clear(); }
    }
  `, STRICT);

  invalid("what a class that exists once makes each time anew", `
    import { createWriteStream } from "node:fs";
    export class LogServer {
      open(name) { this.file = createWriteStream(name); } // error: fieldForgotten "this.file"
      dispose() { this.client = undefined; this.file.flushed = true; }
    }
  `, STRICT);
  valid("what a class that exists once makes once", `
    import { createWriteStream } from "node:fs";
    export class LogServer {
      write(text) {
        if (!this.file) this.file = createWriteStream("log");
        this.file.write(text);
      }
      dispose() { this.client = undefined; this.file.flushed = true; }
    }
  `, STRICT);
  valid("a timer of a class that is a part of the program", `
    export class StatusService {
      schedule() { this.timer = setTimeout(() => this.ping(), 5000); }
      ping() {}
      dispose() { this.done = true; }
    }
  `, STRICT);

  invalid("a variable of a module that an export forgets", `
    let timer;
    export function start(poll) { timer = setInterval(poll, 1000); } // error: fieldForgotten "timer"
    export function stop() { running = false; }
    let running = true;
  `, STRICT);
  valid("a variable of a module that another export releases", `
    let timer;
    let mode = 1;
    export function disable() { mode = 0; }
    export function startScrubber(scrub) { timer = setInterval(scrub, 1000 * mode); }
    export function stopScrubber() { clearInterval(timer); }
  `, STRICT);

  invalid("a timeout that is armed anew", `
    export class Link {
      restart() {
        clearTimeout(this.timer);
        if (this.state === "broken") this.timer = setTimeout(() => this.connect(), 2000); // error: fieldForgotten "this.timer"
      }
      connect() {}
      terminate() { clearTimeout(this.other); }
    }
  `, { confidence: "possible" });
  valid("an interval that runs in one state only", `
    export class Member {
      update() {
        clearInterval(this.timer);
        if (this.state === "entered") this.timer = setInterval(() => this.send(), 2000);
      }
      send() {}
      dispose() { this.state = "ended"; clearTimeout(this.other); }
    }
  `, STRICT);

  invalid("a timer that resolves a wait beside timers that the teardown clears", `
    export class Room {
      open() { this.fallback = setTimeout(() => this.scene.resolve(null), 5000); } // error: fieldForgotten "this.fallback"
      reset() { clearTimeout(this.fallback); }
      idle() { this.idler = setTimeout(() => this.sleep(), 5000); }
      sleep() {}
      destroy() { clearTimeout(this.idler); }
    }
  `, STRICT);
  valid("a timer that resolves a wait", `
    export class List {
      scroll() { this.timer = setTimeout(() => this.done(), 5000); }
      done() { this.waiting.resolve(); }
      reset() { clearTimeout(this.timer); }
      dispose() { this.updater.dispose(); }
    }
  `, STRICT);
  valid("a timer after which a stored function looks whether all is over", `
    export class Optimizer {
      schedule() {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => { this.next = this.run; }, 5000);
      }
      run() { if (this.closed) return; this.build(); }
      build() {}
      close() { this.closed = true; this.work.cancel(); }
    }
  `, STRICT);
  valid("a worker without an end for which the process does not wait", `
    import { Worker } from "node:worker_threads";
    class Client {
      start() { this.worker = new Worker("./worker.js"); this.worker.unref(); }
    }
    let client;
    export function run() { client ??= new Client(); return client; }
  `, STRICT);
  invalid("a worker without an end for which the process waits", `
    import { Worker } from "node:worker_threads";
    class Client {
      start() { this.worker = new Worker("./worker.js"); } // error: noTeardown "this.worker"
    }
    export function run() { return new Client(); }
  `, STRICT);
  valid("a worker of the one client that is made when it is first asked for", `
    import { Worker } from "node:worker_threads";
    class Client {
      start() { this.worker = new Worker("./worker.js"); }
    }
    let client;
    export function run() { client ??= new Client(); return client; }
  `, STRICT);
});

describeRule("no-unreleased-field", rule, ({ valid, invalid }) => {
  invalid("a timer that a final end leaves", `
    export class Pinger {
      ping() { this.timer = setTimeout(() => this.send(), 30000); } // error: fieldForgotten "this.timer"
      send() {}
      dispose() { this.socket.close(); }
    }
  `, STRICT);
  valid("a timer that ends by itself soon after a pause", `
    export class Pinger {
      ping() { this.timer = setTimeout(() => this.send(), 30000); }
      send() {}
      stop() { this.socket.close(); }
    }
  `, STRICT);
  invalid("a timer that sets itself again after a pause", `
    export class Pinger {
      ping() { this.timer = setTimeout(() => { this.send(); this.ping(); }, 30000); } // error: fieldForgotten "this.timer"
      send() {}
      stop() { this.socket.close(); }
    }
  `, STRICT);
  const polled = (again: string, comment = ""): string => `
    export class Poller {
      poll() { this.timer = setTimeout(() => { this.read();${again} }, 5000); }${comment}
      read() {}
      pause() { clearTimeout(this.timer); }
      dispose() { this.socket.close(); }
    }
  `;
  invalid("a timer that sets itself again, which a pause stops and the end does not", polled(" this.poll();", ' // error: fieldForgotten "\`dispose()\` on line 6"'));
  invalid("a timer that runs once, which a pause stops and the end does not", polled("", ' // error: fieldForgotten "\`dispose()\` on line 6"'));
  valid("a cleanup that calls whichever function a reference has", `
    import { useEffect, useRef } from "react";
    export function Menu({ save }) {
      const timer = useRef(null);
      const flush = useRef(null);
      flush.current = () => { clearTimeout(timer.current); save(); };
      useEffect(() => () => flush.current?.(), []);
      return { later: () => { timer.current = setTimeout(save, 5000); } };
    }
  `, STRICT);

  const watched = (body: string): string => `
    export class Label extends React.Component {
      observer = new ResizeObserver(() => this.measure());
      onElement = (element) => {
        ${body}
      };
      componentWillUnmount() { this.list.dispose(); }
      render() { return createElement("p", { ref: this.onElement }); }
    }
  `;
  valid("an observer that a reference without its element ends", watched(`
        if (element === null) { this.observer.disconnect(); return; }
        this.observer.observe(element);`), STRICT);
  valid("an observer that is ended before an element comes", watched(`
        this.observer.disconnect();
        if (element) this.observer.observe(element);`), STRICT);
  invalid("an observer that no reference ends", watched(`
        this.observer.observe(element); // error: fieldForgotten "componentWillUnmount()"`), STRICT);
  const connection = (event: string, handling: string): string => `
    import { createServer } from "node:http";
    export class Connection {
      constructor(socket) {
        this.socket = socket;
        this.server = createServer();MARK
        this.socket.on("${event}", ${handling});
      }
      onSocketClose() { this.server.close(); }
      log() {}
      close() { this.socket.destroy(); }
    }
  `;
  valid("what the end of another part ends, by a bound method", connection("close", "this.onSocketClose.bind(this)").replace("MARK", ""), STRICT);
  valid("the same by a function", connection("close", "() => this.onSocketClose()").replace("MARK", ""), STRICT);
  invalid("what another event of the part ends", connection("pause", "() => this.onSocketClose()").replace("MARK", ' // error: fieldForgotten "`close()`"'), STRICT);
  invalid("what a method ends that the end of the part does not run", connection("close", "() => this.log()").replace("MARK", ' // error: fieldForgotten "`close()`"'), STRICT);
});
