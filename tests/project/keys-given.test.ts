/** Collections that are filled under keys which calls of other files give. */
import { describe, expect, it } from "vitest";

import type { Files } from "./memory-files.ts";
import { verdictIn } from "./project-facts.ts";

const STORE = `const counts = new Map<string, number>();
export function count(userId: string): void {
  counts.set(userId, (counts.get(userId) ?? 0) + 1); // here
}
`;
const REPORTED = "possible grows";
const CALLER = "server.on(\"request\", (request) => {";

const CASES: readonly (readonly [of: string, says: string, files: Files])[] = [
  ["that are written out", "silent by repeats/keys-given in main.ts:2", { "store.ts": STORE, "main.ts": `import { count } from "./store";\n${CALLER} count("hit"); count("miss"); });` }],
  ["one of which comes with a request", REPORTED, { "store.ts": STORE, "main.ts": `import { count } from "./store";\n${CALLER} count("hit"); count(request.user); });` }],
  ["that a constant of a third file has", "silent by repeats/keys-given in main.ts:3", { "store.ts": STORE, "names.ts": 'export const HIT = "hit";', "main.ts": `import { count } from "./store";\nimport { HIT } from "./names";\n${CALLER} count(HIT); });` }],
  ["that are members of an enumeration", "silent by repeats/keys-given in main.ts:3", { "store.ts": STORE, "main.ts": `import { count } from "./store";\nenum Kind { Hit = "hit" }\n${CALLER} count(Kind.Hit); });` }],
  ["that one of two texts is", "silent by repeats/keys-given in main.ts:2", { "store.ts": STORE, "main.ts": `import { count } from "./store";\n${CALLER} count(request.isNew ? "new" : "old"); });` }],
  ["that another function hands on", "silent by repeats/keys-given in main.ts:2", { "store.ts": STORE, "main.ts": `import { count } from "./store";\nfunction log(name: string) { count(name); }\n${CALLER} log("hit"); });` }],
  ["that another function hands on from a request", REPORTED, { "store.ts": STORE, "main.ts": `import { count } from "./store";\nfunction log(name: string) { count(name); }\n${CALLER} log(request.user); });` }],
  ["that are spread", REPORTED, { "store.ts": STORE, "main.ts": `import { count } from "./store";\n${CALLER} count(...request.names); });` }],
  ["that strangers give", REPORTED, { "package.json": '{ "name": "a", "main": "store.js" }', "store.ts": STORE, "main.ts": `import { count } from "./store";\n${CALLER} count("hit"); });` }],
  ["of nobody in sight", REPORTED, { "store.ts": STORE }],
  ["of whoever is handed the function", REPORTED, { "store.ts": STORE, "main.ts": `import { count } from "./store";\n${CALLER} count("hit"); });\nuse({ count });` }],
];

describe("a collection filled under keys", () => {
  it.each(CASES)("%s", (_of, says, files) => expect(verdictIn(files)).toBe(says));
});
