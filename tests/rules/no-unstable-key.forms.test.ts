import rule from "../../src/rules/no-unstable-key.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-unstable-key", rule, ({ valid, invalid }) => {
  // Getters of object literals.
  invalid("a list that a getter of an object literal makes anew, compared with that of last time", `
    export function createBoard(cards, measure) {
      let lastCards = null;
      let lastHeight = 0;
      const board = {
        get open() { return cards.filter((card) => !card.done); },
        get height() {
          const now = board.open;
          if (lastCards === now) return lastHeight; // error: identityIsNew "which the call makes before it compares"
          lastHeight = measure(now);
          lastCards = now;
          return lastHeight;
        },
      };
      return board;
    }
  `, { language: "js" });
  valid("a list that a getter of an object literal keeps", `
    export function createBoard(cards, measure) {
      let lastCards = null;
      let lastHeight = 0;
      const board = {
        get open() { return cards; },
        get height() {
          const now = board.open;
          if (lastCards === now) return lastHeight;
          lastHeight = measure(now);
          lastCards = now;
          return lastHeight;
        },
      };
      return board;
    }
  `, { confidence: "likely", language: "js" });

  // References of components.
  invalid("an object made for each call, asked for in a set that a reference keeps", `
    import { useRef } from "react";
    const slotAt = (day: number, hour: number): { day: number; hour: number } => ({ day, hour });
    export function useClosed(): (day: number, hour: number) => void {
      const closed = useRef(new Set<object>());
      return (day, hour) => {
        const slot = slotAt(day, hour);
        if (closed.current.has(slot)) return;
        closed.current.add(slot); // error: entryIsNotFound "\`slot\` on line 8 never finds"
      };
    }
  `);
  invalid("a list made by each render, compared with that of the last one", `
    import { useRef } from "react";
    export function useSorted(items: readonly string[]): readonly string[] {
      const last = useRef<{ of: readonly string[]; sorted: readonly string[] } | null>(null);
      const upper = items.map((item) => item.toUpperCase());
      if (last.current?.of === upper) return last.current.sorted; // error: identityIsNew "which the call makes before it compares"
      const sorted = [...upper].sort();
      last.current = { of: upper, sorted };
      return sorted;
    }
  `);
  valid("a text in a set that a reference keeps, and what the render is given", `
    import { useRef } from "react";
    export function useClosed(): (day: number, hour: number) => void {
      const closed = useRef(new Set<string>());
      return (day, hour) => {
        const slot = \`\${String(day)}/\${String(hour)}\`;
        if (closed.current.has(slot)) return;
        closed.current.add(slot);
      };
    }
    export function useSorted(items: readonly string[]): readonly string[] {
      const last = useRef<{ of: readonly string[]; sorted: readonly string[] } | null>(null);
      if (last.current?.of === items) return last.current.sorted;
      const sorted = [...items].sort();
      last.current = { of: items, sorted };
      return sorted;
    }
  `, { confidence: "likely" });
  valid("an object in a set that an object of unknown make keeps", `
    import { keep } from "./keep.js";
    export function useClosed() {
      const closed = keep();
      return (day, hour) => {
        const slot = { day, hour };
        if (closed.current.has(slot)) return;
        closed.current.add(slot);
      };
    }
  `, { confidence: "likely", language: "js" });

  // A value of the call around.
  invalid("a random value of the request in the keys of each of its texts", `
    import { randomUUID } from "node:crypto";
    const answers = new Map();
    export async function answer(texts, ask) {
      const trace = randomUUID();
      return Promise.all(texts.map(async (text) => {
        const key = trace + text;
        if (answers.has(key)) return answers.get(key);
        const made = await ask(text, trace);
        answers.set(key, made); // error: textChanges "\`randomUUID()\` on line 5 gives each call a key of its own"
        return made;
      }));
    }
  `, { confidence: "likely", language: "js" });
  valid("a random value of the request in keys that the request deletes, and one of a client that is handed out", `
    import { randomUUID } from "node:crypto";
    const answers = new Map();
    export function answer(texts, ask) {
      const trace = randomUUID();
      texts.forEach((text) => { if (!answers.has(trace + text)) answers.set(trace + text, ask(text)); });
      texts.forEach((text) => { answers.delete(trace + text); });
    }
    const pages = new Map();
    export function createClient(ask) {
      const client = randomUUID();
      return { page: (name) => { if (!pages.has(client + name)) pages.set(client + name, ask(name)); return pages.get(client + name); } };
    }
  `, { confidence: "likely", language: "js" });

  // Source of which something is made.
  valid("the source of a function, of which a script is made", `
    const scripts = new Map();
    export function scriptOf(task) {
      const source = task.toString();
      let script = scripts.get(source);
      if (script === undefined) {
        script = URL.createObjectURL(new Blob([\`const task = \${source};\\nrun(task);\`], { type: "text/javascript" }));
        scripts.set(source, script);
      }
      return script;
    }
  `, { confidence: "likely", language: "js" });

  // What is printed for readers.
  valid("values and a list of texts, printed for readers", `
    import { inspect } from "node:util";
    interface Options { readonly table: string; readonly columns: readonly string[]; readonly signal: AbortSignal }
    const active = new Set<string>();
    export async function load(file: string, { table, columns }: Options, read: (file: string) => Promise<void>): Promise<void> {
      active.add(inspect({ file, table, columns }));
      try {
        await read(file);
      } finally {
        active.delete(inspect({ file, table, columns }));
      }
    }
  `, { confidence: "likely" });
  invalid("values and a list of objects, printed for readers", `
    import { inspect } from "node:util";
    interface Options { readonly table: string; readonly columns: readonly object[] }
    const active = new Set<string>();
    export async function load(file: string, { table, columns }: Options, read: (file: string) => Promise<void>): Promise<void> {
      if (active.has(inspect({ file, table, columns }))) return;
      active.add(inspect({ file, table, columns })); // error: textLosesParts "on lines 6, 7 and 11"
      try {
        await read(file);
      } finally {
        active.delete(inspect({ file, table, columns }));
      }
    }
  `, { confidence: "likely" });
});
