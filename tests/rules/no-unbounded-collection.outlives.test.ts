import rule from "../../src/rules/no-unbounded-collection.ts";
import { describeRule } from "../support/rule-tester.ts";

const likely = { confidence: "likely" } as const;

describeRule("no-unbounded-collection: what outlives the entries", rule, ({ valid, invalid }) => {
  // Who lives long by its name alone has to know that such things are removed.
  invalid("targets that are removed elsewhere in the file", `
    export class TargetManager {
      #detached = new Set();
      #targets = new Map();
      detach(target) {
        this.#targets.delete(target.targetId);
        this.#detached.add(target.targetId); // error: neverRemoved "\`this.#detached\`"
      }
    }
  `, { confidence: "possible" });
  valid("parts of which the file knows no removal", `
    export class DownloadManager {
      #parts = new Map();
      queue(partId, work) { this.#parts.set(partId, work); }
    }
  `, likely);
  invalid("the same in an object that the module makes once", `
    class DownloadManager {
      #parts = new Map();
      queue(partId, work) {
        this.#parts.set(partId, work); // error: neverRemoved "under \`partId\`"
      }
    }
    export const downloads = new DownloadManager();
  `, { confidence: "possible" });
  valid("listeners of a thing of which there may be many", `
    export class WireTransport {
      #listeners = [];
      listen(listener) { this.#listeners.push(listener); }
      lost() { for (const listener of this.#listeners) listener(); }
    }
  `, likely);
  valid("an injectable class that stands for one session", `
    import { injectable } from "inversify";
    @injectable()
    export class DebugSession {
      readonly sources = new Map();
      add(sourceId, raw) { this.sources.set(sourceId, raw); }
    }
  `, likely);

  // A bare id says of nothing that there are many.
  valid("a bare id", `
    const found = new Map();
    export function isFound(id, value) { found.set(id, value); }
  `, likely);
  invalid("a bare id of an item", `
    const found = new Map();
    export function isFound(item, value) {
      const id = item.id;
      found.set(id, value); // error: neverRemoved "under \`id\`"
    }
  `, { confidence: "possible" });
  valid("an address that somebody has configured", `
    const keys = new Map();
    export async function keysOf(config) { keys.set(config.keysUrl, await fetch(config.keysUrl)); }
  `, likely);
  valid("the members of one socket", `
    const info = {};
    export function copy(socket) { for (const i in socket) info[i] = typeof socket[i]; }
  `, likely);

  // Made anew, or filled once.
  valid("its holder is made anew for each transaction", `
    export const replication = new (class ReplicationService {
      #current = null;
      begin() { this.#current = { events: [] }; }
      insert(event) { this.#current.events.push({ event }); }
    })();
  `, likely);
  invalid("its holder is made once", `
    class ReplicationService {
      #current = { events: [] };
      insert(event) {
        this.#current.events.push({ event }); // error: neverRemoved "events"
      }
    }
    export const replication = new ReplicationService();
  `, { confidence: "possible" });
  valid("filled anew on each run", `
    const chart = { rows: null };
    export function draw(topics) {
      chart.rows = [];
      topics.forEach((topic) => { chart.rows.push(topic.title); });
    }
  `, likely);
  invalid("made on the first run alone", `
    const chart = { rows: null };
    export function draw(topics) {
      chart.rows ??= [];
      topics.forEach((topic) => {
        chart.rows.push(topic.title); // error: neverRemoved "rows"
      });
    }
  `, { confidence: "possible" });
  invalid("filled on each call", `
    const subscriptions = [];
    export function instrument(hear) {
      if (hear === undefined) return;
      subscribe("create", hear);
    }
    function subscribe(channel, hear) {
      subscriptions.push(channels.subscribe(channel, hear)); // error: neverRemoved "gains an element"
    }
  `, { confidence: "possible" });
  valid("an interval that the run itself clears", `
    export async function work(socket) {
      const wired = new Set();
      const beat = setInterval(() => socket.ping(), 1000);
      const wire = async () => { wired.add(await socket.next()); };
      await wire();
      clearInterval(beat);
    }
  `, likely);

  // Emptied with the owner: entries have to pass before.
  valid("disposables that the owner disposes", `
    export class CommandsProvider {
      #disposables = [];
      watch(document) { this.#disposables.push(document.store); }
      dispose() { for (const one of this.#disposables) one.dispose(); this.#disposables = []; }
    }
  `, likely);
});
