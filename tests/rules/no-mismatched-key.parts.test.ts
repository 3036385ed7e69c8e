import rule from "../../src/rules/no-mismatched-key.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-mismatched-key", rule, ({ valid, invalid }) => {
  // Parts in another order.
  invalid("the parts of a key in another order, one of them from a loop", `
    const carets = new Map<string, number>();
    export function place(page: string, author: string, at: number): void { carets.set(\`\${page}/\${author}\`, at); }
    export function caretOf(page: string, author: string): number | undefined { return carets.get(\`\${page}/\${author}\`); }
    export function leave(author: string, pages: readonly string[]): void {
      for (const page of pages) carets.delete(\`\${author}/\${page}\`); // error: keysDiffer "the parts stand in another order"
    }
  `);
  invalid("the parts of a key in another order, taken from a message and from an event", `
    const marks = {};
    export const mark = (note) => { marks[note.board + ":" + note.pin] = note; };
    export const isMarked = (note) => marks[note.board + ":" + note.pin] !== undefined;
    export const unmark = ({ board, pin }) => { delete marks[pin + ":" + board]; }; // error: keysDiffer "the parts stand in another order"
  `, { language: "js" });
  valid("the other way round on purpose, under other names", `
    const unread = new Map<string, string[]>();
    export function deliver(mail: { from: string; to: string; text: string }): void { unread.set(\`\${mail.from}>\${mail.to}\`, [mail.text]); }
    export function read(reader: string, writer: string): string[] {
      const texts = unread.get(\`\${writer}>\${reader}\`) ?? [];
      unread.delete(\`\${writer}>\${reader}\`);
      return texts;
    }
  `, { confidence: "likely" });
  valid("the parts in another order for a look-up, which may ask for the way back", `
    const cells = new Map();
    export const put = (row, column) => { cells.set(row + "," + column, 1); };
    export const mirrored = (list) => list.map(({ row, column }) => cells.get(column + "," + row));
  `, { confidence: "likely", language: "js" });
  valid("the parts in the same order, one of them from a loop", `
    const carets = new Map<string, number>();
    export function place(page: string, author: string, at: number): void { carets.set(\`\${page}/\${author}\`, at); }
    export function leave(author: string, pages: readonly string[]): void {
      for (const page of pages) carets.delete(\`\${page}/\${author}\`);
    }
  `, { confidence: "likely" });

  // Lists that are made of lists.
  invalid("one part fewer for a helper that maps its rest parameter", `
    const pathOf = (...parts: readonly (string | number)[]): string => parts.map((part) => encodeURIComponent(part)).join("/");
    const notes = new Map<string, string>();
    export function write(book: string, chapter: number, line: string, note: string): void { notes.set(pathOf(book, chapter, line), note); }
    export function noteAt(book: string, chapter: number, line: string): string | undefined { return notes.get(pathOf(book, chapter, line)); }
    export function erase(book: string, line: string): void { notes.delete(pathOf(book, line)); } // error: keysDiffer "emptied under"
  `);
  valid("as many parts for a helper that maps its rest parameter", `
    const pathOf = (...parts) => parts.map((part) => part.toLowerCase()).join("/");
    const notes = new Map();
    export const write = (book, line, note) => notes.set(pathOf(book, line), note);
    export const erase = (book, line) => notes.delete(pathOf(book, line));
  `, { confidence: "likely", language: "js" });
  valid("one part fewer for a helper whose mapping is not known", `
    import { clean } from "./clean.js";
    const pathOf = (...parts) => clean(parts).join("/");
    const notes = new Map();
    export const write = (book, line, note) => notes.set(pathOf(book, line), note);
    export const erase = (book) => notes.delete(pathOf(book));
  `, { confidence: "likely", language: "js" });

  // One value on both sides, whichever it is.
  invalid("a value that is chosen once, brought into one form for the insert only", `
    const seats = new Map<string, number>();
    const plain = (name: string): string => name.trim().toUpperCase();
    export function sit(query: URLSearchParams, on: (leave: () => void) => void): void {
      const name = query.get("name") ?? "nobody";
      if (seats.has(plain(name))) return;
      seats.set(plain(name), Date.now());
      on(() => { seats.delete(name); }); // error: keysDiffer "only the insert applies \`toUpperCase\`"
    }
  `);
  valid("a value that is chosen once, used as it is on both sides", `
    const seats = new Map<string, number>();
    export function sit(query: URLSearchParams, on: (leave: () => void) => void): void {
      const name = query.get("name") ?? "nobody";
      seats.set(name, Date.now());
      on(() => { seats.delete(name); });
    }
  `, { confidence: "likely" });
  valid("values of two choices", `
    const seats = new Map<string, number>();
    const plain = (name: string): string => name.trim().toUpperCase();
    export function sit(query: URLSearchParams, on: (leave: () => void) => void): void {
      seats.set(plain(query.get("name") ?? "nobody"), Date.now());
      const left = query.get("left") ?? "NOBODY";
      on(() => { seats.delete(left); });
    }
  `, { confidence: "likely" });

  // Objects that the function makes.
  invalid("the JSON of an object that the function makes and changes", `
    class Batch {
      sent = 0;
      constructor(readonly topic: string) {}
    }
    export class Outbox {
      readonly #open: Record<string, Batch> = {};
      static keyOf(batch: Batch): string { return JSON.stringify(batch); }
      async send(topic: string, messages: readonly string[], post: (text: string) => Promise<void>): Promise<number> {
        const batch = new Batch(topic);
        this.#open[Outbox.keyOf(batch)] = batch;
        for (const message of messages) {
          await post(message);
          batch.sent += 1;
        }
        delete this.#open[Outbox.keyOf(batch)]; // error: keyOverwritten "\`batch.sent\`"
        return batch.sent;
      }
    }
  `);
  valid("the JSON of an object that leaves out what changes", `
    class Batch {
      sent = 0;
      constructor(readonly topic: string) {}
      toJSON(): object { return { topic: this.topic }; }
    }
    const open = new Map<string, Batch>();
    const keyOf = (batch: Batch): string => JSON.stringify(batch);
    export async function send(topic: string, post: () => Promise<void>): Promise<void> {
      const batch = new Batch(topic);
      open.set(keyOf(batch), batch);
      await post();
      batch.sent += 1;
      open.delete(keyOf(batch));
    }
  `, { confidence: "likely" });

  // Members that the value gains elsewhere.
  valid("an id that is defined on the value under a name", `
    const visits = new Map();
    export function enter(id, who) {
      const visit = { who, since: Date.now() };
      Object.defineProperty(visit, "id", { value: id });
      visits.set(id, visit);
    }
    export function sweep(limit) {
      for (const visit of visits.values()) if (visit.since < limit) visits.delete(visit.id);
    }
  `, { confidence: "likely", language: "js" });
  valid("an id that is written to the value under a computed name", `
    const visits = new Map();
    export function enter(id, who, more) {
      const visit = { who, since: Date.now() };
      for (const [name, value] of more) visit[name] = value;
      visits.set(id, visit);
    }
    export function sweep(limit) {
      for (const visit of visits.values()) if (visit.since < limit) visits.delete(visit.id);
    }
  `, { confidence: "likely", language: "js" });
});
