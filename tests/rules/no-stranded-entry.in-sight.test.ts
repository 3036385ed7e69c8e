import rule from "../../src/rules/no-stranded-entry.ts";
import { describeRule } from "../support/rule-tester.ts";

const likely = { confidence: "likely" } as const;

describeRule("no-stranded-entry: what the file shows of ends and answers", rule, ({ valid, invalid }) => {
  // An event that tells of an end reads the entry and leaves it.
  invalid("a handler of the end reads the entry by what the event brings", `
    const leases = new Map<string, { since: number }>();
    function setUpLease(lease: { id: string }): void {
      leases.set(lease.id, { since: Date.now() }); // error: endedOnly "\`leases\`" "the handler" "(line 9)"
    }
    export function watch(pool: any): void {
      pool.onLeased.addListener((lease: { id: string }) => setUpLease(lease));
      pool.onDisposed.addListener(({ id }: { id: string }) => {
        console.log(id, Date.now() - (leases.get(id)?.since ?? 0));
      });
    }
  `);
  valid("a handler of something else reads it", `
    const leases = new Map<string, { since: number }>();
    function setUpLease(lease: { id: string }): void {
      leases.set(lease.id, { since: Date.now() });
    }
    export function watch(pool: any): void {
      pool.onLeased.addListener((lease: { id: string }) => setUpLease(lease));
      pool.onRenewed.addListener(({ id }: { id: string }) => {
        console.log(id, Date.now() - (leases.get(id)?.since ?? 0));
      });
    }
  `);
  valid("the handler of the end deletes it", `
    const leases = new Map();
    export function watch(pool) {
      pool.onLeased.addListener((lease) => { leases.set(lease.id, { since: Date.now() }); });
      pool.onDisposed.addListener((id) => {
        console.log(id, Date.now() - leases.get(id).since);
        leases.delete(id);
      });
    }
  `, likely);

  // A method that is named like a start-up, run by an event on an object that the file makes.
  invalid("an object of the file is told of each that comes", `
    class Ledger {
      entries = {};
      setup(guest) {
        this.entries[guest.id] = { guest, spent: 0 }; // error: endedOnly "\`this.entries\`" "\`checkOut\`"
      }
      checkOut(guest) {
        return this.entries[guest.id].spent;
      }
    }
    const ledger = new Ledger();
    export const listen = (door) => door.on("arrived", (guest) => ledger.setup(guest));
  `);
  valid("nothing tells how often it is set up", `
    class Ledger {
      entries = {};
      setup(guest) {
        this.entries[guest.id] = { guest, spent: 0 };
      }
      checkOut(guest) {
        return this.entries[guest.id].spent;
      }
    }
    export const ledger = new Ledger();
    ledger.setup({ id: "house" });
  `);

  // Whoever waits for an answer, and what should have answered is replaced.
  invalid("a callback in an entry, of a socket by its slots", `
    class Radio {
      calls = {};
      last = 0;
      constructor(url) { this.url = url; this.open(); }
      open() {
        this.link = new WebSocket(this.url);
        this.link.onmessage = ({ data }) => {
          const { number, body } = JSON.parse(data);
          const call = this.calls[number];
          delete this.calls[number];
          call.reply(body);
        };
        this.link.onclose = () => this.open();
      }
      ask(question, reply) {
        const number = this.last++;
        this.calls[number] = { question, reply }; // error: keptWithoutAnswer "\`this.calls\`" "line 11"
        this.link.send(JSON.stringify({ number, question }));
      }
    }
  `);
  invalid("a promise with its resolvers", `
    import { fork } from "node:child_process";
    const waiting = new Map<number, PromiseWithResolvers<string>>();
    let count = 0;
    let child = start();
    function start() {
      const made = fork("./translate.js");
      made.on("message", ([number, text]: [number, string]) => {
        waiting.get(number)?.resolve(text);
        waiting.delete(number);
      });
      made.once("exit", () => { child = start(); });
      return made;
    }
    export function translate(text: string): Promise<string> {
      const answer = Promise.withResolvers<string>();
      const number = ++count;
      waiting.set(number, answer); // error: keptWithoutAnswer "\`waiting\`"
      child.send([number, text]);
      return answer.promise;
    }
  `);
  valid("a timer gives each up", `
    class Radio {
      calls = {};
      last = 0;
      constructor(url) { this.url = url; this.open(); }
      open() {
        this.link = new WebSocket(this.url);
        this.link.onmessage = ({ data }) => this.finish(JSON.parse(data));
        this.link.onclose = () => this.open();
      }
      finish({ number, body }) {
        const call = this.calls[number];
        delete this.calls[number];
        call?.reply(body);
      }
      ask(question, reply) {
        const number = this.last++;
        this.calls[number] = { question, reply };
        setTimeout(() => this.finish({ number, body: null }), 5000);
        this.link.send(JSON.stringify({ number, question }));
      }
    }
  `, likely);
  invalid("a timer gives up those that have a patience", `
    class Radio {
      calls = {};
      last = 0;
      constructor(url) { this.url = url; this.open(); }
      open() {
        this.link = new WebSocket(this.url);
        this.link.onmessage = ({ data }) => this.finish(JSON.parse(data));
        this.link.onclose = () => this.open();
      }
      finish({ number, body }) {
        const call = this.calls[number];
        delete this.calls[number];
        call?.reply(body);
      }
      ask(question, patience, reply) {
        const number = this.last++;
        this.calls[number] = { question, reply }; // error: keptWithoutAnswer "\`this.calls\`"
        if (patience !== undefined) setTimeout(() => this.finish({ number, body: null }), patience);
        this.link.send(JSON.stringify({ number, question }));
      }
    }
  `, likely);
  valid("what is kept is no callback", `
    class Radio {
      calls = {};
      last = 0;
      constructor(url) { this.url = url; this.open(); }
      open() {
        this.link = new WebSocket(this.url);
        this.link.onmessage = ({ data }) => {
          const { number, body } = JSON.parse(data);
          const call = this.calls[number];
          delete this.calls[number];
          call.show(body);
        };
        this.link.onclose = () => this.open();
      }
      ask(panel) {
        const number = this.last++;
        this.calls[number] = panel;
        this.link.send(JSON.stringify({ number }));
      }
    }
  `, likely);

  // A filter the wrong way round.
  invalid("the end of one keeps it and drops the others", `
    let boats = [];
    export function moor(boat) {
      boats.push(boat); // error: keptAlone "\`boats\`" "the handler" "line 6"
      boat.on("destroyed", () => {
        boats = boats.filter((other) => other === boat);
      });
    }
  `);
  invalid("by an id, in the method that ends it", `
    export class Harbour {
      #berths = [];
      moor(boat) {
        this.#berths.push({ id: boat.id, boat }); // error: keptAlone "\`remove\`"
      }
      remove(id) {
        this.#berths = this.#berths.filter((berth) => berth.id === id);
      }
    }
  `, likely);
  valid("the others are meant to go", `
    export class Harbour {
      #berths = [];
      moor(boat) {
        this.#berths.push(boat);
      }
      removeOthers(boat) {
        this.#berths = this.#berths.filter((berth) => berth === boat);
      }
      select(boat) {
        this.#berths = this.#berths.filter((berth) => berth === boat);
      }
    }
  `, likely);
  valid("a copy is looked at", `
    let boats = [];
    export function moor(boat) {
      boats.push(boat);
      boat.on("destroyed", () => {
        const gone = boats.filter((other) => other === boat);
        boats = boats.filter((other) => !gone.includes(other));
      });
    }
  `, likely);
});
