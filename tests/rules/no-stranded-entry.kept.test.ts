import rule from "../../src/rules/no-stranded-entry.ts";
import { describeRule } from "../support/rule-tester.ts";

const likely = { confidence: "likely" } as const;

describeRule("no-stranded-entry", rule, ({ valid, invalid }) => {
  // The value goes, the key stays.
  invalid("null instead of delete", `
    const instances = {};
    export function attach(player, plugin) { instances[player.id()] = plugin; } // error: blankedOnly "\`instances\`" "\`clearFor\` only blanks the value (line 5)"
    export function clearFor(player) {
      instances[player.id()] = null;
    }
  `, { suggestions: [{ messageId: "deleteKey", output: `
    const instances = {};
    export function attach(player, plugin) { instances[player.id()] = plugin; }
    export function clearFor(player) {
      delete instances[player.id()];
    }
  ` }] });
  invalid("undefined in a Map", `
    export class SessionManager {
      #sessions = new Map();
      add(sessionId, session) { this.#sessions.set(sessionId, session); } // error: blankedOnly "\`close\`"
      close(sessionId) {
        this.#sessions.set(sessionId, undefined);
      }
    }
  `, { suggestions: [{ messageId: "deleteKey", output: `
    export class SessionManager {
      #sessions = new Map();
      add(sessionId, session) { this.#sessions.set(sessionId, session); }
      close(sessionId) {
        this.#sessions.delete(sessionId);
      }
    }
  ` }] });
  valid("null for what is not there: a negative answer that is remembered", `
    const found = new Map();
    export function resolve(path) {
      const hit = lookUp(path);
      if (!hit) { found.set(path, null); return null; }
      found.set(path, hit);
      return hit;
    }
  `);
  valid("blanked, and deleted later", `
    const instances = {};
    export function attach(player, plugin) { instances[player.id()] = plugin; }
    export function clearFor(player) { instances[player.id()] = null; }
    export function forget(player) { delete instances[player.id()]; }
  `, likely);
  valid("one of a few keys", `
    const handlers = {};
    export function enable(type, handler) { handlers[type] = handler; }
    export function disable(type) { handlers[type] = null; }
  `, likely);
  valid("the fields of a short-lived object", `
    export class Parser {
      open(id) { const marks = {}; marks[id] = 1; return this.close(marks, id); }
      close(marks, id) { marks[id] = null; return marks; }
    }
  `, likely);

  // Reference counts.
  invalid("counted down to zero", `
    const users = new Map();
    export function acquire(socketId) {
      users.set(socketId, (users.get(socketId) ?? 0) + 1); // error: keptAtZero "\`users\`" "line 8"
    }
    export function release(socketId) {
      const count = users.get(socketId);
      users.set(socketId, count - 1);
    }
  `);
  valid("deleted at zero", `
    const users = new Map();
    export function acquire(socketId) { users.set(socketId, (users.get(socketId) ?? 0) + 1); }
    export function release(socketId) {
      const count = users.get(socketId) - 1;
      if (count === 0) users.delete(socketId); else users.set(socketId, count);
    }
  `, likely);
  valid("counted down while there is more than one", `
    const users = new Map();
    export function acquire(socketId) { users.set(socketId, (users.get(socketId) ?? 0) + 1); }
    export function lower(socketId) {
      if (users.get(socketId) > 1) users.set(socketId, users.get(socketId) - 1);
    }
  `, likely);
  invalid("counted down while there is one", `
    const users = new Map();
    export function acquire(socketId) {
      users.set(socketId, (users.get(socketId) ?? 0) + 1); // error: keptAtZero "line 7"
    }
    export function lower(socketId) {
      if (users.get(socketId) > 0) users.set(socketId, users.get(socketId) - 1);
    }
  `, likely);
  valid("counts of a few kinds", `
    const running = {};
    export function begin(method) { running[method] = (running[method] ?? 0) + 1; }
    export function end(method) { running[method] -= 1; }
  `, likely);

  // The inner collection is emptied, the outer one keeps it.
  invalid("subscribers of a document", `
    const subscribers = new Map();
    export function subscribe(document, listener) {
      let list = subscribers.get(document);
      if (!list) {
        list = new Set();
        subscribers.set(document, list); // error: innerEmptiedOnly "\`subscribers\`" "line 13"
      }
      list.add(listener);
      document.touch();
    }
    export function unsubscribe(document, listener) {
      subscribers.get(document)?.delete(listener);
    }
  `);
  invalid("a static record of records, by id", `
    export class Tween {
      static attrs = {};
      constructor(node) {
        this.nodeId = node.id;
        const { nodeId } = this;
        if (!Tween.attrs[nodeId]) {
          Tween.attrs[nodeId] = {}; // error: innerEmptiedOnly "\`Tween.attrs\`"
        }
        Tween.attrs[nodeId][node.name] = node;
      }
      destroy() {
        delete Tween.attrs[this.nodeId][this.name];
      }
    }
  `);
  invalid("the batches of users, in strict", `
    const batches = new Map();
    export function add(userId, entry) {
      const batch = batches.get(userId) ?? new Set();
      batches.set(userId, batch); // error: innerEmptiedOnly "line 9"
      batch.add(entry);
    }
    export function remove(userId, entry) {
      batches.get(userId).delete(entry);
    }
  `, likely);
  valid("the batches of a few views, in strict", `
    const batches = new Map();
    export function add(viewId, entry) {
      const batch = batches.get(viewId) ?? new Set();
      batches.set(viewId, batch);
      batch.add(entry);
    }
    export function remove(viewId, entry) {
      batches.get(viewId).delete(entry);
    }
  `, likely);
  valid("deleted with its last element", `
    const subscribers = new Map();
    export function subscribe(document, listener) {
      let list = subscribers.get(document);
      if (!list) subscribers.set(document, list = new Set());
      list.add(listener);
      document.touch();
    }
    export function unsubscribe(document, listener) {
      const list = subscribers.get(document);
      list?.delete(listener);
      if (list?.size === 0) subscribers.delete(document);
    }
  `, likely);
  valid("listeners of a few events", `
    export class Bus {
      #listeners = new Map();
      on(event, listener) {
        if (!this.#listeners.has(event)) this.#listeners.set(event, new Set());
        this.#listeners.get(event).add(listener);
      }
      off(event, listener) { this.#listeners.get(event)?.delete(listener); }
    }
  `, likely);

  // The thing ends, its entry does not.
  invalid("stop keeps the chart", `
    class Animator {
      constructor() { this._charts = new Map(); }
      draw(chart) {
        if (!this._charts.has(chart)) this._charts.set(chart, { items: [], width: chart.width }); // error: endedOnly "\`stop\` ends what it is for (line 8)"
      }
      stop(chart) {
        const anims = this._charts.get(chart);
        if (anims) anims.items = [];
      }
      update() { this._charts.forEach((anims) => anims.items.forEach((item) => item.tick())); }
    }
    export default new Animator();
  `);
  valid("stop removes the chart", `
    class Animator {
      constructor() { this._charts = new Map(); }
      draw(chart) { this._charts.set(chart, { items: [], width: chart.width }); }
      stop(chart) {
        const anims = this._charts.get(chart);
        if (anims) anims.items = [];
        this._charts.delete(chart);
      }
    }
    export default new Animator();
  `, likely);
  valid("what ends is named by a type, of which there are few", `
    class Registry {
      constructor() { this._factories = new Map(); }
      start(type) { this._factories.set(type, () => type); }
      stop(type) { this._factories.get(type)?.(); }
    }
    export default new Registry();
  `, likely);

  // Removals without effect.
  invalid("filter as a statement", `
    export class Emitter {
      #listeners = [];
      on(listener) { this.#listeners.push(listener); }
      off(listener) {
        this.#listeners.filter((other) => other !== listener); // error: resultDropped "\`this.#listeners.filter(…)\` removes nothing from \`this.#listeners\`"
      }
    }
  `);
  invalid("a helper that returns what is left", `
    function removeGone(objects, wanted) {
      return objects.filter((object) => wanted.includes(object.name));
    }
    export class Cache {
      constructor() { this.objects = []; }
      relist(wanted) {
        removeGone(this.objects, wanted); // error: resultDropped "\`removeGone(…)\`" "\`this.objects\`"
        this.objects.push(...wanted);
      }
    }
  `);
  invalid("splice on a copy", `
    const listeners = [];
    export const on = (listener) => { listeners.push(listener); };
    export function off(listener) {
      listeners.slice().splice(listeners.indexOf(listener), 1); // error: resultDropped "removes nothing from \`listeners\`"
    }
  `);
  invalid("the stored promise is another one", `
    const running = new Set();
    export function run(work) {
      const promise = work();
      running.add(promise.finally(() => { // error: neverStored "\`running\`"
        running.delete(promise);
      }));
    }
  `);
  valid("the result is taken", `
    export class Emitter {
      #listeners = [];
      on(listener) { this.#listeners.push(listener); }
      off(listener) { this.#listeners = this.#listeners.filter((other) => other !== listener); }
    }
  `, likely);
  valid("filter used as a loop", `
    export class Emitter {
      #listeners = [];
      on(listener) { this.#listeners.push(listener); return () => this.#listeners.splice(this.#listeners.indexOf(listener), 1); }
      emit(event) { this.#listeners.filter((listener) => listener(event)); }
    }
  `, likely);
  valid("a local list", `
    export function left(listener, all) {
      const list = [...all];
      list.filter((other) => other !== listener);
      return list;
    }
  `, likely);
  valid("the promise that is stored is the one that is removed", `
    const running = new Set();
    export function run(work) {
      const promise = work().finally(() => running.delete(promise));
      running.add(promise);
    }
  `, likely);
});
