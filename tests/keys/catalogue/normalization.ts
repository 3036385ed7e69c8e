/** Values that are brought into shape, or into text, on one side only. */
import type { KeyPair } from "./key-pair.ts";

const oneSide = (name: string, made: string, plain: string, more: Partial<KeyPair> = {}): KeyPair => ({
  name, style: "functions", rule: "no-mismatched-key", verdict: "likely",
  reason: "only one side brings the value into shape",
  broken: `${more.broken ?? ""}const m = new Map(); export function add(${plain}, v) { m.set(${made}, v); }
      export function drop(${plain}) { m.delete(${plain}); } // here
      `,
  repaired: `${more.broken ?? ""}const m = new Map(); export function add(${plain}, v) { m.set(${made}, v); }
      export function drop(${plain}) { m.delete(${made}); }`,
});

export const normalization: readonly KeyPair[] = [
  oneSide("lower case", "email.toLowerCase()", "email"),
  oneSide("trimmed", "user.trim()", "user"),
  oneSide("encoded", "encodeURIComponent(topic)", "topic"),
  oneSide("resolved", "path.resolve(file)", "file", { broken: `import path from "node:path"; ` }),
  oneSide("replaced", `route.replace(/\\\\/g, "/")`, "route"),
  {
    name: "a number in, its text out", style: "class", typed: true, rule: "no-mismatched-key", verdict: "certain",
    reason: "a Map tells 1 from \"1\"",
    broken: `export class A { private readonly m = new Map<unknown, object>(); add(port: number, v: object): void { this.m.set(port, v); }
      drop(port: number): void { this.m.delete(String(port)); } // here
    }`,
    repaired: `export class A { private readonly m = new Map<number, object>(); add(port: number, v: object): void { this.m.set(port, v); }
      drop(port: number): void { this.m.delete(port); }
    }`,
  },
  {
    name: "an annotated number without types", style: "functions", rule: "no-mismatched-key", verdict: "certain",
    reason: "the insert prints the number",
    broken: `const m = new Map<unknown, object>(); export function add(id: number, v: object) { m.set(\`\${id}\`, v); }
      export function drop(id: number) { m.delete(id); } // here
      `,
    repaired: `const m = new Map<string, object>(); export function add(id: number, v: object) { m.set(\`\${id}\`, v); }
      export function drop(id: number) { m.delete(\`\${id}\`); }`,
  },
  {
    name: "an object in, its text out", style: "closure", typed: true, rule: "no-mismatched-key", verdict: "certain",
    reason: "the entry is under the object, not under a text of it",
    broken: `interface Query { readonly table: string } export function createCache() { const m = new Map<unknown, number>(); return {
      put(query: Query, v: number): void { m.set(query, v); },
      drop(query: Query): void { m.delete(String(query.table)); }, // here
    }; }`,
    repaired: `interface Query { readonly table: string } export function createCache() { const m = new Map<string, number>(); return {
      put(query: Query, v: number): void { m.set(query.table, v); },
      drop(query: Query): void { m.delete(query.table); },
    }; }`,
  },
  {
    name: "serialised for the look-up only", style: "object literal", rule: "no-mismatched-key", verdict: "likely",
    reason: "the insert takes the list as it is",
    broken: `const m = new Map(); export const api = { put(parts, v) { m.set(parts, v); },
      find(parts) { return m.get(JSON.stringify(parts)); }, // here
    };`,
    repaired: `const m = new Map(); export const api = { put(parts, v) { m.set(parts.join("/"), v); },
      find(parts) { return m.get(parts.join("/")); },
    };`,
  },
];
