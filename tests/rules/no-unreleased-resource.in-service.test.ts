import rule from "../../src/rules/no-unreleased-resource.ts";
import { describeRule } from "../support/rule-tester.ts";

const STRICT = { confidence: "likely" } as const;

describeRule("no-unreleased-resource of things that the module or the page has one of", rule, ({ valid, invalid }) => {
  valid("a thing made once behind a variable of the module", `
    let silence;
    export function getSilence() {
      if (!silence) { const context = new AudioContext(); [silence] = context.createMediaStreamDestination().stream.getAudioTracks(); }
      return silence.clone();
    }
  `, STRICT);
  valid("a thing made once after an early return", `
    let silence;
    export function getSilence() {
      if (silence !== undefined) return silence;
      const context = new AudioContext();
      silence = context.createOscillator();
      return silence;
    }
  `, STRICT);
  invalid("a thing made anew after the variable is emptied", `
    let silence;
    export function reset() { silence = undefined; }
    export function getSilence() {
      if (!silence) {
        const context = new AudioContext(); // error: neverReleased "context"
        silence = context.createOscillator();
      }
      return silence;
    }
  `);
  invalid("a thing that only another variable's absence asks for", `
    let silence;
    export function getSilence(other) {
      if (!other) {
        const context = new AudioContext(); // error: neverReleased "context"
        silence = context.createOscillator();
      }
      return silence;
    }
  `);
  valid("an observer of the one object that a script puts on its page", `
    export function inject(name) {
      class Recorder {
        constructor() {
          const observer = new MutationObserver(() => this.look());
          observer.observe(document, { childList: true });
        }
        look() {}
      }
      (window as any)[name] = new Recorder();
    }
  `, STRICT);
  invalid("an observer of objects that go elsewhere", `
    export function inject(list) {
      class Recorder {
        constructor() {
          const observer = new MutationObserver(() => this.look());
          observer.observe(document, { childList: true }); // error: neverReleased "observer"
        }
        look() {}
      }
      list.push(new Recorder());
    }
  `, { confidence: "possible" });
  valid("what the page has when it is left", `
    async function ping(text) { const url = URL.createObjectURL(new Blob([text])); await answerOf(new SharedWorker(url)); }
    export async function onClose(text) { await ping(text); location.reload(); }
  `, STRICT);
  invalid("what the page has when only one caller leaves it", `
    async function ping(text) { const url = URL.createObjectURL(new Blob([text])); await answerOf(new SharedWorker(url)); } // error: neverReleased "url"
    export async function onClose(text) { await ping(text); location.reload(); }
    export async function onOpen(text) { await ping(text); show(); }
  `);
  valid("a trial of what the platform can do", `
    export async function testImageFormat(data) {
      try { await createImageBitmap(data); } catch { return false; }
      return true;
    }
  `, STRICT);
  invalid("a call that only looks like a trial", `
    export async function testImageFormat(data) {
      try { await createImageBitmap(data); } catch { return undefined; } // error: handleDiscarded "createImageBitmap"
      return data;
    }
    export async function save(data) {
      await createImageBitmap(data); // error: handleDiscarded "createImageBitmap"
      return true;
    }
  `);
});

describeRule("no-unreleased-resource of things whose other side ends them", rule, ({ valid, invalid }) => {
  valid("a socket whose end settles the promise", `
    import net from "node:net";
    export const kill = (path) => new Promise((resolve) => {
      const client = net.connect(path);
      client.once("connect", () => client.write("kill"));
      client.once("end", () => resolve());
      client.once("error", () => resolve());
    });
  `, STRICT);
  valid("a worker that settles the promise from a callback when it is through", `
    import { Worker } from "node:worker_threads";
    export const run = (queue) => new Promise((resolve, reject) => {
      queue.on("idle", () => {
        const worker = new Worker("./work.js");
        worker.on("message", resolve);
        worker.on("exit", () => reject(new Error("gone")));
      });
    });
  `, STRICT);
  const asked = `
    import net from "node:net";
    export const ask = (path, log) => new Promise((resolve) => {
      const client = net.connect(path); // error: neverReleased "client"
      client.once("connect", () => resolve());
      client.once("end", () => log("end"));
    });
  `;
  valid("a socket that its other side may end, where only certain ones are told", asked.replace(/ \/\/ error.*/, ""));
  invalid("a socket whose end settles nothing", asked, STRICT);
  const worked = `
    export function work(script, job) {
      const worker = new Worker(script); // error: neverReleased "worker"
      worker.postMessage(job);
    }
  `;
  valid("a worker that may close itself, where only certain ones are told", worked.replace(/ \/\/ error.*/, ""));
  invalid("a worker that a plain function never ends", worked, STRICT);
  invalid("a socket that the end of its owner forgets, whoever else may end it", `
    import net from "node:net";
    export class Client {
      constructor(port) {
        const socket = net.connect(port); // error: neverReleased "socket"
        socket.write("hello");
      }
      close() { this.log.end(); }
    }
  `);
  invalid("a file descriptor, which has no other side", `
    import fs from "node:fs";
    export function touch(path) {
      const file = fs.openSync(path, "a"); // error: neverReleased "file"
      fs.futimesSync(file, new Date(), new Date());
    }
  `);
  valid("a file descriptor that is closed", `
    import fs from "node:fs";
    export function touch(path) {
      const file = fs.openSync(path, "a");
      try { fs.futimesSync(file, new Date(), new Date()); } finally { fs.closeSync(file); }
    }
  `, STRICT);
  invalid("a thing of the settings, of which nothing tells whether it has another side", `
    import { lease } from "acme";
    export function take(name) {
      const held = lease(name); // error: neverReleased "held"
      console.log(held.id);
    }
  `, { settings: { leakproof: { pairs: [{ id: "acme/lease", acquire: { call: "lease", from: "acme" }, release: "end" }] } } });
});

describeRule("no-unreleased-resource of things that serve the program", rule, ({ valid, invalid }) => {
  valid("an observer that tells nobody in particular", `
    export function collect(metrics) {
      const pauses = metrics.histogram("gc");
      const observer = new PerformanceObserver((list) => { pauses.observe(list.getEntries().length); });
      observer.observe({ entryTypes: ["gc"] });
    }
  `, STRICT);
  invalid("an observer that tells the caller", `
    export function measure(tell) {
      const observer = new PerformanceObserver((list) => tell(list.getEntries().length));
      observer.observe({ entryTypes: ["gc"] }); // error: neverReleased "observer"
    }
  `, { confidence: "possible" });
  invalid("an observer that settles what the call waits for", `
    export function measure() {
      let answer;
      const promise = new Promise((resolve) => { answer = resolve; });
      const observer = new PerformanceObserver((list) => answer(list.getEntries()[0]));
      observer.observe({ entryTypes: ["gc"] }); // error: neverReleased "observer"
      return promise;
    }
  `, { confidence: "possible" });
  valid("a monitor that a function given to others goes on using", `
    import { monitorEventLoopDelay } from "node:perf_hooks";
    export function collect(metrics) {
      const lag = monitorEventLoopDelay();
      lag.enable();
      metrics.registerMetric("lag", { calculate: () => lag.mean });
    }
  `, STRICT);
  invalid("a monitor that only a callback of the call itself uses", `
    import { monitorEventLoopDelay } from "node:perf_hooks";
    export function delayDuring(work) {
      const lag = monitorEventLoopDelay();
      lag.enable(); // error: neverReleased "lag"
      return work().then(() => lag.mean);
    }
  `, { confidence: "possible" });
  invalid("a monitor in service that its owner's end forgets", `
    import { monitorEventLoopDelay } from "node:perf_hooks";
    export class Metrics {
      open(metrics) {
        const lag = monitorEventLoopDelay();
        lag.enable(); // error: neverReleased "lag"
        metrics.registerMetric("lag", { calculate: () => lag.mean });
      }
      dispose() { this.file.close(); }
    }
  `, STRICT);
  valid("an object URL that a list of the object, or the caller's function, takes", `
    export class Printer {
      show(canvas, image) {
        canvas.toBlob((blob) => {
          const url = URL.createObjectURL(blob);
          image.src = url;
          (this.urls ??= []).push(url);
        });
      }
    }
    export function pick(file, callback) {
      callback(URL.createObjectURL(file), file.size);
    }
  `, { confidence: "likely" });
  valid("one that a function puts on its caller's link, which releases it from there", `
    function point(link, blob) { const url = URL.createObjectURL(blob); link.href = url; }
    export function save(blob) { const a = document.createElement("a"); point(a, blob); a.click(); setTimeout(() => URL.revokeObjectURL(a.href), 500); }
  `, { confidence: "likely" });
  invalid("one that is released from another place than it was put", `
    function point(link, blob) { const url = URL.createObjectURL(blob); link.href = url; } // error: neverReleased "url"
    export function save(blob, image) { const a = document.createElement("a"); point(a, blob); a.click(); URL.revokeObjectURL(image.src); }
  `);
  invalid("one that only a function of another module sees", `
    import { show } from "./show";
    export function pick(file) {
      show(URL.createObjectURL(file), file.size); // error: handleDiscarded "object URL"
    }
  `);

  valid("a listener on the signal that a caller gives for this call", `
    import { addAbortListener } from "node:events";
    export function allowMore(emitter, count, signal) {
      emitter.setMaxListeners(emitter.getMaxListeners() + count);
      addAbortListener(signal, () => { emitter.setMaxListeners(emitter.getMaxListeners() - count); });
    }
  `);
  invalid("a listener on the signal of the program", `
    import { addAbortListener } from "node:events";
    import { signal } from "./shutdown";
    export function allowMore(emitter, count) {
      emitter.setMaxListeners(emitter.getMaxListeners() + count);
      addAbortListener(signal, () => { emitter.setMaxListeners(emitter.getMaxListeners() - count); }); // error: handleDiscarded "addAbortListener"
    }
  `);

  const pinging = (guard: string, comment = ""): string => `
    export function connect(socket) {
      let hasGreeted = false;
      socket.on("message", (message) => {
        if (!hasGreeted && message.type === "hello") {
          ${guard}
          setInterval(() => socket.ping(), message.interval); ${comment}
        }
      });
      socket.on("reconnect", () => socket.hello(hasGreeted));
    }
  `;
  valid("what a flag lets happen once", pinging("hasGreeted = true;"));
  invalid("the same where the flag is not set", pinging("socket.greet();", '// error: handleDiscarded "setInterval"'));
  invalid("the same where the flag is taken back", pinging("hasGreeted = true; socket.once(\"lost\", () => { hasGreeted = false; });", '// error: handleDiscarded "setInterval"'));
});
