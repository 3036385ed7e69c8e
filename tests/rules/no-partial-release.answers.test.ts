import rule from "../../src/rules/no-partial-release.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-partial-release among callbacks that give one answer", rule, ({ valid, invalid }) => {
  invalid("a clock that an answer through a function of the file leaves running", `
    function single(callback) {
      let ran = false;
      return (...args) => {
        if (ran) return;
        ran = true;
        callback(...args);
      };
    }
    export class Exchange {
      quote(symbol, callback) {
        const answer = single(callback);
        setTimeout(() => answer(new Error("late")), this.patience); // error: outlivesAnswer "stays when the callback on line 14 answers"
        this.market.query(symbol, (error, price) => answer(error, price));
      }
    }
  `);
  invalid("a clock that one of two answers clears, behind a flag of the function", `
    export const openDoor = (bus, code, callback) => {
      let settled = false;
      function settle(error, door) {
        if (settled) return;
        settled = true;
        callback(error, door);
      }
      const timer = setTimeout(() => settle(new Error("late")), 5 * 60_000); // error: releaseMissedOnAnswer "ended on line 10, but not in the callback on line 11"
      bus.on("opened", (door) => { clearTimeout(timer); settle(null, door); });
      bus.on("jammed", (error) => settle(error));
    };
  `);
  invalid("an interval that the failure forgets, which calls back with an error first", `
    export function find(printers, progress, callback) {
      const ticker = setInterval(progress, 500); // error: releaseMissedOnAnswer "not in the callback on line 6"
      printers.search({
        found(printer) { clearInterval(ticker); callback(null, printer); },
        failed: (error) => callback(error),
      });
    }
  `);
  valid("a callback that is told many things", `
    export function follow(feed, callback) {
      const timer = setInterval(() => callback("still here"), 60_000);
      feed.onItem = (item) => callback(item);
      feed.onGap = (gap) => { callback(gap); clearInterval(timer); };
    }
  `, { confidence: "likely" });
  valid("a clock that is given to who asked", `
    export function ask(line, callback) {
      const timer = setTimeout(() => callback(new Error("late")), 60_000);
      line.ask((error, value) => { if (error) callback(error); else callback(null, value); });
      return timer;
    }
  `, { confidence: "likely" });
  valid("a clock that is set for the next try alone", `
    export function send(line, letter, callback, tries = 1) {
      line.send(letter, (error) => {
        if (!error || tries > 3) { callback(error); return; }
        setTimeout(() => send(line, letter, callback, tries + 1), 60_000);
      });
    }
  `, { confidence: "likely" });
});

describeRule("no-partial-release among the outcomes of an attempt", rule, ({ valid, invalid }) => {
  invalid("an interval that the failure of a socket leaves, by the members that have its callbacks", `
    export function dial(url, status) {
      const socket = new WebSocket(url);
      const spinner = setInterval(() => status("dialling"), 200); // error: releaseMissedOnOutcome "ended on line 5, but not in the handler of the other outcome on line 6"
      socket.onopen = () => { clearInterval(spinner); status("open"); };
      socket.onerror = () => { status("failed"); };
    }
  `);
  invalid("the same in a class whose helper ends it", `
    export class Line {
      connect() {
        const socket = this.dial();
        const beat = setInterval(() => this.tick(), 1000); // error: releaseMissedOnOutcome "line 8"
        const stop = () => clearInterval(beat);
        socket.on("ready", () => { stop(); this.emit("up"); });
        socket.on("error", (error) => this.emit("down", error));
      }
    }
  `);
  valid("an interval that the end ends, which follows each failure", `
    export function dial(url, status) {
      const socket = new WebSocket(url);
      const spinner = setInterval(() => status("dialling"), 200);
      socket.onopen = () => { clearInterval(spinner); status("open"); };
      socket.onerror = () => { status("failed"); };
      socket.onclose = () => clearInterval(spinner);
    }
  `, { confidence: "likely" });
  valid("an interval that begins with the connection, and ends with it", `
    export function keep(socket) {
      let beat;
      socket.on("open", () => { beat = setInterval(() => socket.send("ping"), 1000); });
      socket.on("close", () => clearInterval(beat));
      socket.on("error", (error) => console.error(error));
    }
  `, { confidence: "likely" });
});

describeRule("no-partial-release among callbacks that are properties", rule, ({ valid, invalid }) => {
  invalid("a listener that one callback of an object among the options leaves", `
    export const confirm = (modal, text) => new Promise((resolve) => {
      const onKey = (event) => modal.key(event);
      document.addEventListener("keydown", onKey); // error: releaseMissedOnSettle "not when the promise settles on line 9"
      modal.show({
        text,
        on: {
          accept() { document.removeEventListener("keydown", onKey); resolve(true); },
          refuse: () => resolve(false),
        },
      });
    });
  `);
  invalid("an interval that one of two members with callbacks leaves", `
    export function choose(input) {
      return new Promise((resolve, reject) => {
        const blink = setInterval(() => input.classList.toggle("on"), 500); // error: releaseMissedOnSettle "not when the promise settles on line 6"
        input.onchange = () => { clearInterval(blink); resolve(input.value); };
        input.oncancel = () => { reject(new Error("cancelled")); };
      });
    }
  `);
  valid("a callback that runs whichever comes", `
    export function upload(client, file) {
      return new Promise((resolve, reject) => {
        const warn = (event) => event.preventDefault();
        window.addEventListener("beforeunload", warn);
        client.put({ file, done: resolve, failed: (error) => reject(error), always: () => window.removeEventListener("beforeunload", warn) });
      });
    }
  `, { confidence: "likely" });
  valid("a clock in the record that is kept for the answer", `
    export class Pool {
      run(task) {
        return new Promise((resolve, reject) => {
          const timer = setTimeout(() => this.late(task), 60_000);
          this.tasks.set(task.id, { task, resolve, reject, timer });
        });
      }
    }
  `, { confidence: "likely" });
  invalid("the listener for the one event stays when the other comes", `
    export class Modem {
      send(command) {
        return new Promise((resolve, reject) => {
          const onDone = (line) => { this.line.off("refused", onRefused); resolve(line); };
          const onRefused = (code) => reject(new Error(code));
          this.line.once("done", onDone); // error: outlivesPromise "stays when the promise settles on line 6"
          this.line.once("refused", onRefused);
        });
      }
    }
  `);
  invalid("the same by an option", `
    export function answer() {
      return new Promise((resolve, reject) => {
        const onDone = (event) => { window.removeEventListener("refused", onRefused); resolve(event.detail); };
        const onRefused = (event) => { reject(new Error(event.detail)); };
        window.addEventListener("done", onDone, { once: true }); // error: outlivesPromise "stays when the promise settles on line 5"
        window.addEventListener("refused", onRefused, { once: true });
      });
    }
  `);
});
