import rule from "../../src/rules/no-mismatched-key.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-mismatched-key", rule, ({ valid, invalid }) => {
  invalid("a property that no value has, in a walk over the store", `
    interface Hold { until: number; by: string }
    export class Holds {
      private holds = new Map<string, any>();
      place(seat: { id: string }, by: string): void {
        const hold = { until: Date.now() + 60_000, by };
        this.holds.set(seat.id, hold);
      }
      expire(): void {
        this.holds.forEach((hold) => {
          if (hold.until < Date.now()) this.holds.delete(hold.seatId); // error: keysDiffer "no value that is put in has a property \`seatId\`"
        });
      }
    }
  `);
  invalid("a property that no value of a record has", `
    const uploads = {};
    export function begin(file) { uploads[file.path] = { size: file.size, sent: 0 }; }
    export function sweep() {
      for (const upload of Object.values(uploads)) {
        if (upload.sent < upload.size) continue;
        delete uploads[upload.path]; // error: keysDiffer "no value that is put in has a property \`path\`"
      }
    }
  `, { language: "js" });
  invalid("a property that the class of the values lacks", `
    class Ticket { constructor(title) { this.title = title; this.open = true; } close() { this.open = false; } }
    export class Desk {
      #tickets = new Map();
      add(number, title) { this.#tickets.set(number, new Ticket(title)); }
      tidy() {
        for (const ticket of [...this.#tickets.values()].filter((t) => !t.open)) {
          this.#tickets.delete(ticket.number); // error: keysDiffer "no value that is put in has a property \`number\`"
        }
      }
    }
  `, { language: "js" });
  valid("a property that is written after the value is made", `
    export function createPolls(send) {
      const polls = new Map();
      return {
        open(channel, question) { const poll = { question, votes: 0 }; poll.channelId = channel.id; polls.set(channel.id, poll); },
        close(channel) {
          const poll = polls.get(channel.id);
          if (!poll) return;
          send(poll.votes);
          polls.delete(poll.channelId);
        },
      };
    }
  `, { language: "js" });
  valid("the key that the value repeats", `
    export function createPolls(send) {
      const polls = new Map();
      return {
        open(channel, question) { polls.set(channel.id, { id: channel.id, question, votes: 0 }); },
        closeAll() { for (const poll of polls.values()) { send(poll.votes); polls.delete(poll.id); } },
      };
    }
  `, { language: "js" });
  invalid("an id of the value, where the key has more", `
    export function createPolls(send) {
      const polls = new Map();
      return {
        open(channel, question) { polls.set(\`c/\${channel.id}\`, { id: channel.id, question, votes: 0 }); },
        closeAll() { for (const { id, votes } of polls.values()) { send(votes); polls.delete(id); } }, // error: keysDiffer "only the insert adds"
      };
    }
  `, { language: "js" });
  invalid("the value that the key is a member of, given for its key", `
    const waiting = new Map();
    export function enter(guest) { waiting.set(guest.ticket, guest); }
    export function next() {
      for (const guest of waiting.values()) {
        waiting.delete(guest); // error: keysDiffer "the delete takes the value that was stored, and not its key"
        return guest;
      }
      return null;
    }
  `, { language: "js" });
  invalid("a record asked for its own value", `
    export const makeTables = () => {
      const orders = {};
      return {
        order(table, dish) { orders[table.number] = { dish, at: Date.now() }; },
        serve(table) { const order = orders[table.number]; delete orders[order]; return order; }, // error: keysDiffer "the delete takes the value that was stored, and not its key"
      };
    };
  `, { language: "js" });
  valid("values that are keys as well", `
    const parents = new Map();
    export function union(a, b) { parents.set(a, b); }
    export function cut(a) { const p = parents.get(a); parents.delete(p); return p; }
  `, { language: "js" });
  invalid("the inner key given to the outer map", `
    export class Presence {
      private readonly rooms = new Map<string, Map<string, number>>();
      join(room: string, user: string): void {
        let users = this.rooms.get(room);
        if (users === undefined) this.rooms.set(room, (users = new Map()));
        users.set(user, Date.now());
      }
      leave(room: string, user: string): void {
        this.rooms.delete(user); // error: keysDiffer "the delete asks the outer collection for the key of an inner one"
      }
      count(room: string): number { return this.rooms.get(room)?.size ?? 0; }
    }
  `);
  invalid("the inner key deleted from the outer record", `
    export class Votes {
      #votes = {};
      cast(pollId, voterId, value) {
        if (!this.#votes[pollId]) this.#votes[pollId] = {};
        this.#votes[pollId][voterId] = value;
      }
      retract(pollId, voterId) {
        if (this.#votes[pollId]?.[voterId] === undefined) return;
        delete this.#votes[voterId]; // error: keysDiffer "the delete asks the outer collection for the key of an inner one"
      }
    }
  `, { language: "js" });
  valid("a tree, whose levels are of one sort", `
    const tree = {};
    export function put(parent, child) { tree[parent] ??= {}; tree[parent][child] = true; }
    export function drop(parent, child) { delete tree[parent][child]; delete tree[child]; }
  `, { language: "js" });
  invalid("an id made in each render, between two effects", `
    import * as React from "react";
    const registry = new Map<string, () => void>();
    export function Panel({ onClose, title }: { onClose: () => void; title: string }) {
      const id = \`panel-\${Math.random().toString(36).slice(2)}\`;
      React.useEffect(() => {
        registry.set(id, onClose);
      }, [onClose]);
      React.useEffect(() => () => { registry.delete(id); }, []); // error: keyComputedAgain "each render makes \`id\` anew, and the two can be of two renders"
      return <h2>{title}</h2>;
    }
  `, { language: "tsx" });
  valid("an id that the component keeps", `
    import { useEffect, useRef, useMemo } from "react";
    const open = new Map();
    export function Menu({ items }) {
      const key = useRef(Math.random()).current;
      const other = useMemo(() => crypto.randomUUID(), []);
      useEffect(() => { open.set(key, items); open.set(other, items); }, [items]);
      const hide = () => { open.delete(key); open.delete(other); };
      return <ul onBlur={hide}>{items}</ul>;
    }
  `, { language: "jsx" });
  invalid("a number in, the text of an attribute out", `
    export function createRows(table) {
      const rows = new Map();
      let next = 0;
      table.addEventListener("click", ({ target }) => {
        const row = target.closest("tr");
        if (row) { rows.delete(row.getAttribute("data-row")); row.remove(); } // error: keysDiffer "the insert has a number where the delete has a text"
      });
      return (data) => {
        const number = next++;
        rows.set(number, data);
        const tr = document.createElement("tr");
        tr.setAttribute("data-row", number);
        table.append(tr);
      };
    }
  `, { language: "js" });
  valid("the text of a number in and out", `
    const cards = new Set();
    let count = 0;
    export class Board {
      add(el) { const card = String(++count); cards.add(card); el.dataset.card = card; }
      remove(el) { const { card } = el.dataset; cards.delete(card); }
    }
  `, { language: "js" });
  invalid("a date as text and as ISO", `
    const slots = {};
    exports.book = (room, start, who) => { slots[\`\${room.id}@\${start.toISOString()}\`] = who; };
    exports.free = (room, start) => { delete slots[\`\${room.id}@\${start}\`]; }; // error: keysDiffer "the insert has its \`toISOString()\` where the delete has the text of the date"
  `, { language: "js" });
  invalid("a day printed in two ways", `
    export class Shifts {
      private readonly shifts = new Map<string, string>();
      assign(worker: string, day: Date): void { this.shifts.set(worker + "/" + day.toDateString(), worker); }
      on(worker: string, day: Date): boolean { return this.shifts.has(worker + "/" + day.toDateString()); }
      cancel(worker: string, day: Date): void { this.shifts.delete(worker + "/" + day.toISOString()); } // error: keysDiffer "the insert has its \`toDateString()\` where the delete has its \`toISOString()\`"
    }
  `);
  invalid("a state in the key that is written in between", `
    export class Uploads {
      #running = new Map();
      #key(file) { return \`\${file.name}:\${file.status}\`; }
      async run(file, send) {
        this.#running.set(this.#key(file), file);
        file.status = "running";
        try { await send(file); file.status = "done"; } catch { file.status = "failed"; }
        this.#running.delete(this.#key(file)); // error: keyOverwritten "\`file.status\` changes what the key is made of between the two on line 8"
      }
    }
  `, { language: "js" });
  invalid("the JSON of an object that is written in between", `
    const busy = new Set();
    export async function deliver(order, courier) {
      busy.add(JSON.stringify(order));
      order.courier = courier.name;
      await courier.bring(order);
      busy.delete(JSON.stringify(order)); // error: keyOverwritten "\`order.courier\` changes what the key is made of between the two on line 5"
    }
  `, { language: "js" });
  valid("a key that is kept over the change", `
    class Task { tries = 0; constructor(readonly name: string) {} toString(): string { return \`\${this.name}#\${this.tries}\`; } }
    export class Queue {
      private readonly active = new Map<string, Task>();
      async run(task: Task, work: () => Promise<void>): Promise<void> {
        const key = String(task);
        this.active.set(key, task);
        task.tries++;
        try { await work(); } finally { this.active.delete(key); }
      }
    }
  `);
  valid("an entry that is moved to the key of a new state", `
    export class Doc {
      #open = new Map();
      constructor(id) { this.id = id; this.rev = 1; }
      keyOf() { return \`\${this.id}/\${this.rev}\`; }
      move(body) {
        this.#open.delete(this.keyOf());
        this.rev += 1;
        this.#open.set(this.keyOf(), body);
      }
    }
  `, { language: "js" });
  invalid("a method writes the state that a getter puts into the key", `
    export class Job {
      phase = "idle";
      constructor(readonly id: string) {}
      get key(): string { return \`\${this.id}.\${this.phase}\`; }
      begin(): void { this.phase = "busy"; }
    }
    export class Runner {
      private readonly jobs = new Map<string, Job>();
      async run(job: Job, work: (job: Job) => Promise<void>): Promise<void> {
        this.jobs.set(job.key, job);
        job.begin();
        await work(job);
        this.jobs.delete(job.key); // error: keyOverwritten "\`job.begin()\` changes what the key is made of between the two on line 12"
      }
    }
  `);
});
