import { describe, expect, test } from "vitest";

import type { CleanupAnswer } from "../../src/types/type-questions.ts";
import { silentTypes } from "../../src/types/silent.ts";
import { ask, register } from "./ask.ts";

function cleanupOf(code: string): CleanupAnswer | undefined {
  const { types, node } = ask(code);
  return types.cleanupOf(node);
}

describe("cleanupOf", () => {
  test.each(register([
    ["dispose", `ask({ dispose() {} });`],
    ["dispose", `interface D { dispose(): void } declare const x: D | undefined; ask(x);`],
    ["unsubscribe", `class S { unsubscribe() {} } ask(new S());`],
    ["call", `declare function on(f: () => void): () => void; ask(on(() => {}));`],
    ["call", `declare const remove: () => boolean; ask(remove);`],
    ["none", `declare function on(f: () => void): void; ask(on(() => {}));`],
    ["none", `declare const twice: (x: number) => void; ask(twice);`],
    ["none", `declare const read: () => string; ask(read);`],
    ["none", `ask([1].length);`],
    ["none", `ask(new Map());`],
  ]))("%s: %s", (answer, code) => {
    expect(cleanupOf(code)).toBe(answer);
  });

  test.each(register([
    ["any", `declare const x: any; ask(x);`],
    ["a type that cannot be found", `import { on } from "nowhere"; ask(on(() => {}));`],
    ["a disposable or something else", `declare const x: { dispose(): void } | string; ask(x);`],
  ]))("unknown: %s", (_, code) => {
    expect(cleanupOf(code)).toBeUndefined();
  });

  test("the silent twin knows nothing", () => {
    expect(silentTypes.cleanupOf(ask("ask(1);").node)).toBeUndefined();
  });
});
