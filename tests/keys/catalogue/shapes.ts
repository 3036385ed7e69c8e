/** Keys of another shape: a prefix, a separator, an order, a wrapper on one side only. */
import type { KeyPair } from "./key-pair.ts";

export const shapes: readonly KeyPair[] = [
  {
    name: "a prefix is forgotten by the delete", style: "class", rule: "no-mismatched-key", verdict: "certain",
    reason: "the insert adds a prefix that the delete leaves out",
    broken: `class Hub { #m = new Map(); add(id, s) { this.#m.set("user:" + id, s); }
      drop(id) { this.#m.delete(id); } // here
    }`,
    repaired: `class Hub { #m = new Map(); add(id, s) { this.#m.set("user:" + id, s); }
      drop(id) { this.#m.delete("user:" + id); }
    }`,
  },
  {
    name: "another prefix", style: "functions", rule: "no-mismatched-key", verdict: "certain",
    reason: "two prefixes never meet",
    broken: `const m = new Map(); function add(id, s) { m.set(\`user:\${id}\`, s); }
      function drop(id) { m.delete(\`users:\${id}\`); } // here
      export { add, drop };`,
    repaired: `const m = new Map(); function add(id, s) { m.set(\`user:\${id}\`, s); }
      function drop(id) { m.delete(\`user:\${id}\`); }
      export { add, drop };`,
  },
  {
    name: "another separator in a join", style: "closure", rule: "no-mismatched-key", verdict: "certain",
    reason: "the parts are joined by another character",
    broken: `function createCache() { const m = new Map(); return {
      put(room, user, v) { m.set([room, user].join(":"), v); },
      drop(room, user) { m.delete([room, user].join("/")); }, // here
    }; }`,
    repaired: `function createCache() { const m = new Map(); return {
      put(room, user, v) { m.set([room, user].join(":"), v); },
      drop(room, user) { m.delete([room, user].join(":")); },
    }; }`,
  },
  {
    name: "the parts in another order", style: "object literal", rule: "no-mismatched-key", verdict: "likely",
    reason: "the order of the parts is turned around",
    broken: `const rooms = new Map(); export const api = {
      join(room, user) { rooms.set(\`\${room}/\${user}\`, 1); },
      leave(room, user) { rooms.delete(\`\${user}/\${room}\`); }, // here
    };`,
    repaired: `const rooms = new Map(); export const api = {
      join(room, user) { rooms.set(\`\${room}/\${user}\`, 1); },
      leave(room, user) { rooms.delete(\`\${room}/\${user}\`); },
    };`,
  },
  {
    name: "a prefix added twice through a helper", style: "CommonJS", rule: "no-mismatched-key", verdict: "certain",
    reason: "the delete prefixes a key that has its prefix already",
    broken: `const m = new Map(); const prefix = (key) => "p:" + key;
      function add(id, v) { m.set(prefix(id), v); }
      function drop(id) { m.delete(prefix(prefix(id))); } // here
      module.exports = { add, drop };`,
    repaired: `const m = new Map(); const prefix = (key) => "p:" + key;
      function add(id, v) { m.set(prefix(id), v); }
      function drop(id) { m.delete(prefix(id)); }
      module.exports = { add, drop };`,
  },
  {
    name: "a prefix added twice to a parameter that is overwritten", style: "functions", rule: "no-mismatched-key", verdict: "certain",
    reason: "the parameter carries the prefix when it gets another",
    broken: `const m = new Map(); export function add(id, v) { id = "p:" + id; m.set(id, v); }
      export function drop(id) { id = "p:" + id; m.delete("p:" + id); } // here
      `,
    repaired: `const m = new Map(); export function add(id, v) { id = "p:" + id; m.set(id, v); }
      export function drop(id) { id = "p:" + id; m.delete(id); }`,
  },
  {
    name: "a prefix added twice to a parameter that is overwritten, under a name that finished keys go by", style: "functions", rule: "no-mismatched-key", verdict: "likely",
    reason: "the parameter carries the prefix when it gets another",
    broken: `const m = new Map(); export function add(key, v) { key = "p:" + key; m.set(key, v); }
      export function drop(key) { key = "p:" + key; m.delete("p:" + key); } // here
      `,
    repaired: `const m = new Map(); export function add(key, v) { key = "p:" + key; m.set(key, v); }
      export function drop(key) { key = "p:" + key; m.delete(key); }`,
  },
  {
    name: "a builder method on one side, a template on the other", style: "class", rule: "no-mismatched-key", verdict: "certain",
    reason: "the method adds a suffix that the template lacks",
    broken: `class A { m = new Map(); keyOf(id) { return \`\${id}@v2\`; } add(id, v) { this.m.set(this.keyOf(id), v); }
      drop(id) { this.m.delete(\`\${id}\`); } // here
    }`,
    repaired: `class A { m = new Map(); keyOf(id) { return \`\${id}@v2\`; } add(id, v) { this.m.set(this.keyOf(id), v); }
      drop(id) { this.m.delete(this.keyOf(id)); }
    }`,
  },
  {
    name: "a static builder, and another namespace constant", style: "class", rule: "no-mismatched-key", verdict: "certain",
    reason: "the two constants differ",
    broken: `const READ = "read/"; const WRITE = "write/"; class A { static #m = new Map(); static keyOf(id) { return READ + id; }
      static add(id, v) { A.#m.set(A.keyOf(id), v); }
      static drop(id) { A.#m.delete(WRITE + id); } // here
    }`,
    repaired: `const READ = "read/"; class A { static #m = new Map(); static keyOf(id) { return READ + id; }
      static add(id, v) { A.#m.set(A.keyOf(id), v); }
      static drop(id) { A.#m.delete(READ + id); }
    }`,
  },
  {
    name: "a getter makes the key of the insert", style: "class", rule: "no-mismatched-key", verdict: "certain",
    reason: "the getter adds a prefix, the delete takes the bare field",
    broken: `const open = new Map(); class Job { constructor(id) { this.id = id; } get key() { return \`job:\${this.id}\`; }
      start() { open.set(this.key, this); }
      stop() { open.delete(this.id); } // here
    }`,
    repaired: `const open = new Map(); class Job { constructor(id) { this.id = id; } get key() { return \`job:\${this.id}\`; }
      start() { open.set(this.key, this); }
      stop() { open.delete(this.key); }
    }`,
  },
  {
    name: "a record: a prefix on one side", style: "object literal", rule: "no-mismatched-key", verdict: "certain",
    reason: "the member that is deleted was never written",
    broken: `const open = {}; export const api = { add(id, v) { open["s" + id] = v; },
      drop(id) { delete open[id]; }, // here
    };`,
    repaired: `const open = {}; export const api = { add(id, v) { open["s" + id] = v; },
      drop(id) { delete open["s" + id]; },
    };`,
  },
  {
    name: "destructured and by member: the same parts, a part more", style: "functions", rule: "no-mismatched-key", verdict: "certain",
    reason: "the tenant is only in the key of the insert",
    broken: `const m = new Map(); export function add(tenant, id, v) { m.set(\`\${tenant}:\${id}\`, v); }
      export function drop(tenant, id) { m.delete(\`\${tenant}\`); } // here
      `,
    repaired: `const m = new Map(); export function add(tenant, id, v) { m.set(\`\${tenant}:\${id}\`, v); }
      export function drop(tenant, id) { m.delete(\`\${tenant}:\${id}\`); }`,
  },
];
