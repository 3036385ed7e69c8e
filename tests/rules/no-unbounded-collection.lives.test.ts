import rule from "../../src/rules/no-unbounded-collection.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-unbounded-collection: what tells of the lives of entries", rule, ({ valid, invalid }) => {
  invalid("a field that is switched off", `
    class VisitLog {
      #visits: Map<string, number> | null = new Map();
      note(requestId: string) {
        if (!this.#visits) return;
        this.#visits.set(requestId, Date.now()); // error: removedInVain "\`forbid()\` on line 8 only ends it for good"
      }
      forbid() { this.#visits = null; }
    }
    export const visits = new VisitLog();
  `, { confidence: "possible" });
  invalid("a module variable that is switched off, filled by an optional call", `
    let seen: Set<string> | undefined = new Set<string>();
    export function note(requestId: string): void {
      seen?.add(requestId); // error: removedInVain "\`disable()\` on line 7 only ends it for good"
    }
    export function disable(): void {
      seen = undefined;
    }
  `, { confidence: "possible" });
  invalid("a record that becomes false", `
    const tracker = {
      hits: {},
      hit(requestId) {
        if (this.hits === false) return;
        this.hits[requestId] = Date.now(); // error: removedInVain "only ends it for good"
      },
      never() { this.hits = false; },
    };
    module.exports = tracker;
  `, { confidence: "possible", language: "js" });
  valid("made anew when it is switched on again", `
    let seen = new Map();
    export function note(requestId) {
      if (!seen) return;
      seen.set(requestId, Date.now());
    }
    export function stop() { seen = null; }
    export function start() { seen = new Map(); }
  `, { confidence: "possible", language: "js" });
  valid("taken and made anew", `
    let batch = [];
    export function queue(job) {
      if (!batch) batch = [];
      batch.push(job);
    }
    export function take() { const all = batch; batch = null; return all.length; }
  `, { confidence: "possible", language: "js" });
  invalid("declared as a WeakSet", `
    export class Marker {
      private marked: WeakSet<object>;
      constructor() { this.marked = new Set(); }
      mark(node: object): void { this.marked.add(node); } // error: neverRemoved "although it is declared as a \`WeakSet\`"
      isMarked(node: object): boolean { return this.marked.has(node); }
    }
  `, { confidence: "likely" });
  invalid("a module variable declared as a WeakMap", `
    const sizes: WeakMap<Node, number> = new Map<Node, number>();
    export function remember(node: Node, size: number): void {
      sizes.set(node, size); // error: neverRemoved "although it is declared as a \`WeakMap\`"
    }
    export const sizeOf = (node: Node): number | undefined => sizes.get(node);
  `, { confidence: "likely" });
  invalid("declared as a WeakMap in a comment", `
    export class Hints {
      /** @type {WeakMap<Element, string>} */
      #hints = new Map();
      attach(element, text) { this.#hints.set(element, text); } // error: neverRemoved "although it is declared as a \`WeakMap\`"
      textOf(element) { return this.#hints.get(element); }
    }
  `, { confidence: "likely", language: "js" });
  invalid("declared so in a factory", `
    export function makeNotes() {
      const notes: WeakMap<object, string> = new Map();
      return { note: (thing: object, text: string) => { notes.set(thing, text); }, read: (thing: object) => notes.get(thing) }; // error: neverRemoved "although it is declared as a \`WeakMap\`"
    }
  `, { confidence: "likely" });
  valid("weak as declared, and a Set that loses its members", `
    export class Marker {
      private marked: WeakSet<object> = new WeakSet();
      mark(node: object): void { this.marked.add(node); }
    }
    export class Other {
      private marked: Set<object> = new Set();
      mark(node: object): void { this.marked.add(node); }
      unmark(node: object): void { this.marked.delete(node); }
    }
  `, { confidence: "likely" });
  invalid("the end of a member of a Set in an entry is heard", `
    import type { WebSocket } from "ws";
    export class Rooms {
      private readonly rooms = new Map<string, Set<WebSocket>>();
      join(room: string, ws: WebSocket) {
        const members = this.rooms.get(room) ?? new Set<WebSocket>();
        this.rooms.set(room, members);
        members.add(ws); // error: onlyEmptiedAtEnd "although the element's own end is heard on line 9"
        ws.once("close", () => this.say(room, "left"));
      }
      say(room: string, text: string) { this.rooms.get(room)?.forEach((ws) => ws.send(text)); }
      dispose() { this.rooms.clear(); }
    }
  `, { confidence: "likely" });
  invalid("the end of what an element holds is heard", `
    const watchers = {};
    export function watch(topic, stream) {
      if (!watchers[topic]) watchers[topic] = [];
      watchers[topic].push({ stream, since: Date.now() }); // error: neverRemoved "although the element's own end is heard on line 6"
      stream.on("end", () => console.log("ended", topic));
    }
    export function tell(topic, text) {
      for (const { stream } of watchers[topic] ?? []) stream.write(text);
    }
  `, { confidence: "likely", language: "js" });
  invalid("heard by a property", `
    const byChannel = new Map();
    export function listen(channel, socket) {
      let list = byChannel.get(channel);
      if (!list) byChannel.set(channel, (list = []));
      list.push(socket); // error: neverRemoved "although the element's own end is heard"
      socket.onclose = () => { console.log("gone", channel); };
    }
    export const count = (channel) => (byChannel.get(channel) ?? []).length;
  `, { confidence: "likely", language: "js" });
  valid("the end exchanges the list for a shorter one", `
    const byChannel = new Map();
    export function listen(channel, socket) {
      const list = byChannel.get(channel) ?? [];
      list.push(socket);
      byChannel.set(channel, list);
      socket.on("close", () => {
        byChannel.set(channel, byChannel.get(channel).filter((one) => one !== socket));
      });
    }
  `, { confidence: "likely", language: "js" });
  valid("the end hands the list to a helper", `
    import { pull } from "./lists.js";
    const byChannel = new Map();
    export function listen(channel, socket) {
      const list = byChannel.get(channel) ?? [];
      list.push(socket);
      byChannel.set(channel, list);
      socket.on("close", () => {
        pull(byChannel.get(channel), socket);
      });
    }
  `, { confidence: "likely", language: "js" });
  valid("the end hands all lists to a helper", `
    import { pull } from "./lists.js";
    const byChannel = new Map();
    export function listen(channel, socket) {
      const list = byChannel.get(channel) ?? [];
      list.push(socket);
      byChannel.set(channel, list);
      socket.on("close", () => {
        for (const all of byChannel.values()) pull(all, socket);
      });
    }
  `, { confidence: "likely", language: "js" });
  invalid("a Set of another file, of whose members the end is heard", `
    import { meteredSet } from "./metered";
    import type { Socket } from "node:net";
    const open: Set<Socket> = meteredSet("open");
    let bytes = 0;
    export function accept(socket: Socket): void {
      open.add(socket); // error: neverRemoved "although the entry's own end is heard"
      socket.on("close", () => { bytes += socket.bytesRead; });
    }
    export const total = (): number => bytes;
  `, { confidence: "likely" });
  invalid("a Map that a function of the file makes", `
    function makeMap() { return new Map(); }
    const sessions = makeMap();
    export function open(sessionId, user) {
      sessions.set(sessionId, user); // error: neverRemoved "\`sessions\`"
    }
  `, { confidence: "possible", language: "js" });
  valid("a Map of another file", `
    import { meteredSet } from "./metered";
    const open: Map<string, number> = meteredSet("open");
    export function accept(requestId: string): void {
      open.set(requestId, Date.now());
    }
  `, { confidence: "possible" });
  invalid("the end of the value is heard", `
    const peers = new Map();
    export function join(peer, label) {
      peers.set(label, peer); // error: neverRemoved "although the entry's own end is heard on line 5"
      peer.on("disconnect", () => console.log(label));
    }
    export function all() { return [...peers.keys()].join(); }
  `, { confidence: "likely", language: "js" });
});
