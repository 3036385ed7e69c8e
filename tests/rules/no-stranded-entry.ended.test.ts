/** Entries whose end the file shows: counts that come to zero, and promises whose answerer is replaced. */
import rule from "../../src/rules/no-stranded-entry.ts";
import { describeRule } from "../support/rule-tester.ts";

const likely = { confidence: "likely" } as const;

describeRule("no-stranded-entry: counted down by way of a constant", rule, ({ valid, invalid }) => {
  invalid("what is ended at zero", `
    const users = new Map();
    const sheets = new Map();
    export function open(path, read) {
      const sheet = sheets.get(path) ?? read(path);
      users.set(path, (users.get(path) ?? 0) + 1); // error: keptAtZero "\`users\`"
      return sheet;
    }
    export function close(path) {
      const left = users.get(path) - 1;
      users.set(path, left);
      if (left > 0) return;
      sheets.get(path)?.close();
    }
  `);
  valid("a stock that is empty at zero", `
    const stock = new Map();
    export function add(name) { stock.set(name, (stock.get(name) ?? 0) + 1); }
    export function take(name, bell) {
      const left = stock.get(name) - 1;
      stock.set(name, left);
      if (left === 0) bell.ring(name);
    }
  `, likely);
  valid("a count that is written only while there are more", `
    const users = new Map();
    export function open(path) { users.set(path, (users.get(path) ?? 0) + 1); }
    export function close(path, sheet) {
      const left = users.get(path) - 1;
      if (left > 0) users.set(path, left);
      else sheet.close(path);
    }
  `, likely);
});

describeRule("no-stranded-entry: promises whose answerer is replaced", rule, ({ valid, invalid }) => {
  invalid("a factory that dials again", `
    import net from "node:net";
    let serial = 0;
    const asked = new Map();
    let socket;
    function dial() {
      socket = net.connect(7000);
      socket.on("data", (chunk) => receive(JSON.parse(chunk)));
      socket.on("close", () => setTimeout(dial, 1000));
    }
    function receive(message) {
      const entry = asked.get(message.serial);
      asked.delete(message.serial);
      entry?.resolve(message.body);
    }
    export function ask(body) {
      return new Promise((resolve, reject) => {
        asked.set(++serial, { resolve, reject }); // error: keptWithoutAnswer "\`asked\`"
        socket.write(JSON.stringify({ serial, body }));
      });
    }
    dial();
  `);
  valid("an end that sees to them", `
    import net from "node:net";
    let serial = 0;
    const asked = new Map();
    let socket;
    function dial() {
      socket = net.connect(7000);
      socket.on("data", (chunk) => receive(JSON.parse(chunk)));
      socket.on("close", () => { for (const { reject } of asked.values()) reject(new Error("gone")); setTimeout(dial, 1000); });
    }
    function receive(message) {
      const entry = asked.get(message.serial);
      asked.delete(message.serial);
      entry?.resolve(message.body);
    }
    export function ask(body) {
      return new Promise((resolve, reject) => {
        asked.set(++serial, { resolve, reject });
        socket.write(JSON.stringify({ serial, body }));
      });
    }
    dial();
  `, likely);
  valid("an answerer of which the file hears no end", `
    const asked = new Map();
    let serial = 0;
    process.on("message", (message) => {
      asked.get(message.serial)?.(message.body);
      asked.delete(message.serial);
    });
    export function ask(body) {
      return new Promise((resolve) => {
        asked.set(++serial, resolve);
        process.send({ serial, body });
      });
    }
  `, likely);
});

describeRule("no-stranded-entry: only marked", rule, ({ valid, invalid }) => {
  invalid("an end that is handed out in an object", `
    const taps = [];
    export function tap(hear) {
      const one = { hear, active: true };
      taps.push(one); // error: markedOnly "\`taps\`"
      return { stop() { one.active = false; } };
    }
    export function tell(text) {
      taps.forEach((one) => { if (!one.active) return; one.hear(text); });
    }
  `);
  invalid("a set in a factory", `
    export function createRequest() {
      const waiting = new Set();
      return {
        wait(run) {
          const slot = { run };
          waiting.add(slot); // error: markedOnly "nothing in this file takes out what is marked"
          return () => { slot.run = null; };
        },
        fire() { for (const slot of waiting) slot.run && slot.run(); },
      };
    }
  `);
  valid("what a walk sweeps", `
    let taps = [];
    export function tap(hear) {
      const one = { hear, active: true };
      taps.push(one);
      return () => { one.active = false; };
    }
    export function tell(text) {
      taps = taps.filter((one) => one.active);
      for (const one of taps) if (one.active) one.hear(text);
    }
  `, likely);
  valid("a mark that nobody looks at to pass over", `
    const pages = [];
    export function addPage(title) {
      const page = { title, hidden: false };
      pages.push(page);
      return () => { page.hidden = true; };
    }
    export function titles() { return pages.map(({ title }) => title); }
  `, likely);
});
