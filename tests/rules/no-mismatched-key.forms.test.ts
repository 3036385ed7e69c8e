import rule from "../../src/rules/no-mismatched-key.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-mismatched-key", rule, ({ valid, invalid }) => {
  // What a function around the store is given is the same for all of its keys.
  invalid("a finished key, handed to a function of a factory that adds the factory's prefix once more", `
    export function openDesk(desk: string) {
      const slots = new Map<string, number>();
      const slotOf = (name: string): string => \`\${desk}/\${name}\`;
      const free = (name: string): void => { slots.delete(slotOf(name)); };
      return {
        take(name: string): void { slots.set(slotOf(name), Date.now()); },
        has: (name: string): boolean => slots.has(slotOf(name)),
        leave(name: string): void {
          const slot = slotOf(name);
          if (slots.has(slot)) free(slot); // error: keysDiffer "to which line 5 adds \`\\"/\\"\` once more"
        },
      };
    }
  `);
  valid("the bare name, handed to a function of a factory that adds the prefix", `
    export function openDesk(desk: string) {
      const slots = new Map<string, number>();
      const slotOf = (name: string): string => \`\${desk}/\${name}\`;
      const free = (name: string): void => { slots.delete(slotOf(name)); };
      return {
        take(name: string): void { slots.set(slotOf(name), Date.now()); },
        leave(name: string): void { if (slots.has(slotOf(name))) free(name); },
      };
    }
  `, { confidence: "likely" });

  // Names that two keys share.
  invalid("other separators between parts of the same names, from a parameter and from a loop", `
    interface Part { readonly topic: string; readonly shard: number }
    export class Lags {
      readonly #lags: Record<string, number> = {};
      onFetch({ topic, shard }: Part, lag: number): void { this.#lags[\`\${topic}-\${shard}\`] = lag; }
      onRevoke(parts: readonly Part[]): void {
        for (const { topic, shard } of parts) delete this.#lags[[topic, shard].join(":")]; // error: keysDiffer "the insert has \`\\"-\\"\` where the delete has \`\\":\\"\`"
      }
    }
  `, { confidence: "likely" });
  valid("one separator between parts of the same names", `
    interface Part { readonly topic: string; readonly shard: number }
    const lags: Record<string, number> = {};
    export function onFetch({ topic, shard }: Part, lag: number): void { lags[\`\${topic}-\${shard}\`] = lag; }
    export function onRevoke(parts: readonly Part[]): void {
      for (const { topic, shard } of parts) delete lags[[topic, shard].join("-")];
    }
  `, { confidence: "likely" });
  valid("other separators between parts of which the names tell nothing", `
    const lags = {};
    export const onFetch = ({ a, b }, lag) => { lags[a + "-" + b] = lag; };
    export const onRevoke = (parts) => { for (const [c, d] of parts) delete lags[c + ":" + d]; };
  `, { confidence: "likely", language: "js" });

  // Fields of object literals.
  invalid("a record in an object literal, emptied without the prefix", `
    const drafts = {
      entries: {},
      keyOf(id) { return "draft:" + id; },
      put(id, text) { this.entries[this.keyOf(id)] = text; },
      has(id) { return this.keyOf(id) in this.entries; },
      drop(id) { delete this.entries[id]; }, // error: keysDiffer "only the insert adds"
    };
    export const { put, has, drop } = drafts;
  `, { confidence: "likely", language: "js" });
  valid("a record in an object literal, emptied as it is filled", `
    export const drafts = {
      entries: {},
      keyOf(id) { return "draft:" + id; },
      put(id, text) { this.entries[this.keyOf(id)] = text; },
      drop(id) { delete this.entries[this.keyOf(id)]; },
    };
  `, { confidence: "likely", language: "js" });
  valid("a field of an object literal that begins with what others give", `
    import { entries } from "./entries.js";
    export const drafts = {
      entries,
      put(id, text) { this.entries["draft:" + id] = text; },
      drop(id) { delete this.entries[id]; },
    };
  `, { confidence: "likely", language: "js" });

  // Stores of stores that are all there from the start.
  invalid("records of which each is there from the start, emptied by the key of an entry", `
    type Stays = Record<string, { since: number }>;
    const garages: Record<string, Stays> = { north: {}, south: {} };
    export function enter(garage: string, plate: string): void {
      const stays = garages[garage];
      if (stays) stays[plate] = { since: Date.now() };
    }
    export function leave(garage: string, plate: string): void {
      delete garages[plate]; // error: keysDiffer "the delete asks the outer collection for the key of an inner one"
    }
  `, { confidence: "likely" });
  valid("records of which each is there from the start, emptied at their own level or as a whole", `
    type Stays = Record<string, { since: number }>;
    const garages: Record<string, Stays> = { north: {}, south: {} };
    export function enter(garage: string, plate: string): void { garages[garage]![plate] = { since: Date.now() }; }
    export function leave(garage: string, plate: string): void { delete garages[garage]![plate]; }
    export function close(garage: string): void { delete garages[garage]; }
  `, { confidence: "likely" });
  valid("records of which other files may have put in any", `
    import { load } from "./load.js";
    type Stays = Record<string, { since: number }>;
    const garages: Record<string, Stays> = { north: {}, ...load() };
    export function enter(garage: string, plate: string): void { garages[garage]![plate] = { since: Date.now() }; }
    export function leave(plate: string): void { delete garages[plate]; }
  `, { confidence: "likely" });

  // Keys of a list.
  invalid("a list of finished keys, of which each is handed to a function that adds the prefix once more", `
    export class Settings {
      private readonly values: Record<string, unknown> = {};
      private full(name: string): string { return "app." + name; }
      put(name: string, value: unknown): void { this.values[this.full(name)] = value; }
      read(name: string): unknown { return this.values[this.full(name)]; }
      remove(name: string): void { delete this.values[this.full(name)]; }
      removeAll(names: readonly string[]): void {
        names.map((name) => this.full(name)).forEach((name) => this.remove(name)); // error: keysDiffer "once more"
      }
    }
  `);
  valid("a list of names that are cut, of which each is handed to a function that adds the prefix", `
    export class Settings {
      private readonly values: Record<string, unknown> = {};
      private full(name: string): string { return "app." + name; }
      put(name: string, value: unknown): void { this.values[this.full(name)] = value; }
      remove(name: string): void { delete this.values[this.full(name)]; }
      removeAll(names: readonly string[]): void {
        names.map((name) => name.slice(4)).forEach((name) => this.remove(name));
      }
    }
  `, { confidence: "likely" });

  // Texts of the platform.
  invalid("a number, asked for by a text of an address", `
    const pins = new Set<number>();
    export const pin = (id: number): void => { pins.add(id); };
    export function unpin(parameters: URLSearchParams): void {
      const id: unknown = parameters.get("id");
      pins.delete(id as never); // error: keysDiffer "number"
    }
  `);
  valid("a number, asked for by the number of a text", `
    const pins = new Set<number>();
    export const pin = (id: number): void => { pins.add(id); };
    export const unpin = (parameters: URLSearchParams): void => { pins.delete(Number(parameters.get("id"))); };
  `, { confidence: "likely" });
  valid("a number, asked for by what a store of unknown make holds", `
    const pins = new Set<number>();
    export const pin = (id: number): void => { pins.add(id); };
    export const unpin = (ids: { get(name: string): number }): void => { pins.delete(ids.get("id")); };
  `, { confidence: "likely" });

  // What keys are made of.
  invalid("a member of an object that is made of the address, and the address itself", `
    const grants = new Map<string, string>();
    export const grant = (address: string, to: string): void => { grants.set(new URL(address).origin, to); };
    export const grantOf = (address: string): string | undefined => grants.get(new URL(address).origin);
    export const revoke = (address: string): boolean => grants.delete(address); // error: keysDiffer "only the insert applies \`new URL\`"
  `, { confidence: "likely" });
  valid("a member of an object that is made of the address, everywhere", `
    const grants = new Map<string, string>();
    export const grant = (address: string, to: string): void => { grants.set(new URL(address).origin, to); };
    export const grantOf = (address: string): string | undefined => grants.get(new URL(address).origin);
    export const revoke = (address: string): boolean => grants.delete(new URL(address).origin);
  `, { confidence: "likely" });
  valid("a member of an object that is made of the address, and an origin", `
    const grants = new Map<string, string>();
    export const grant = (address: string, to: string): void => { grants.set(new URL(address).origin, to); };
    export const grantOf = (address: string): string | undefined => grants.get(new URL(address).origin);
    export const revoke = (origin: string): boolean => grants.delete(origin);
  `, { confidence: "likely" });
  valid("a member of an object of the program, which may be what it is made of", `
    class Item { constructor(readonly id: string) {} }
    const items = new Map<string, Item>();
    export function add(id: string): void { const item = new Item(id); items.set(item.id, item); }
    export function has(id: string): boolean { const item = new Item(id); return items.has(item.id); }
    export function drop(id: string): void { items.delete(id); }
  `, { confidence: "likely" });
  invalid("a file that handlers of two events resolve and that of the end does not", `
    import path from "node:path";
    const open = new Map();
    export function track(editor) {
      editor.on("open", (file) => { open.set(path.resolve(file), { at: Date.now() }); });
      editor.on("save", (file) => { const entry = open.get(path.resolve(file)); if (entry) entry.at = Date.now(); });
      editor.on("close", (file) => { open.delete(file); }); // error: keysDiffer "only the insert applies"
    }
  `, { confidence: "likely", language: "js" });
  valid("a file that all handlers resolve, and a finished key", `
    import path from "node:path";
    const open = new Map();
    export function track(editor) {
      editor.on("open", (file) => { open.set(path.resolve(file), { at: Date.now() }); });
      editor.on("save", (file) => { open.get(path.resolve(file)); });
      editor.on("close", (key) => { open.delete(key); });
    }
  `, { confidence: "likely", language: "js" });
});
