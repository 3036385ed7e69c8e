/** The address of the playground: it holds the text, and may come from anybody. */
import { deflateRawSync } from "node:zlib";

import { describe, expect, it } from "vitest";

import { readAddress, writeAddress, type Shared } from "../../site/app/address.ts";

const SHARED: Shared = { code: "setInterval(check, 1000);\n", language: "ts", preset: "strict", isTyped: true, view: "keys" };

const pack = (text: string | Uint8Array): string => deflateRawSync(text).toString("base64url");

describe("an address", () => {
  it.each([
    ["a text", SHARED.code],
    ["no text", ""],
    ["letters of all kinds", "const größe = `日本 😀 \u2028\r\n\uFEFF`; // #.-_+/=%"],
    ["a long text", "const value = 1;\n".repeat(10_000)],
  ])("gives back %s with its settings", async (_, code) => {
    for (const shared of [{ ...SHARED, code }, { ...SHARED, code, language: "jsx", preset: "audit", isTyped: false, view: "graph" } as const, { ...SHARED, code, settings: '{ "pairs": [] }' }]) {
      const address = await writeAddress(shared);
      expect(address).toMatch(/^[\w.-]+$/u);
      expect(await readAddress(`#${address}`)).toEqual(shared);
      expect(await readAddress(address)).toEqual(shared);
    }
  });

  it("has no part for settings that are empty", async () => {
    expect(await writeAddress({ ...SHARED, settings: " " })).toBe(await writeAddress(SHARED));
  });

  it("is short where the text repeats itself", async () => {
    expect((await writeAddress({ ...SHARED, code: "const value = 1;\n".repeat(1_000) })).length).toBeLessThan(200);
  });

  it.each([
    ["nothing", ""],
    ["an anchor of a page", "#content"],
    ["another form", `2.ts.strict.typed.keys.${pack("a")}`],
    ["a language that there is not", `1.py.strict.typed.keys.${pack("a")}`],
    ["a preset that there is not", `1.ts.everything.typed.keys.${pack("a")}`],
    ["a view that there is not", `1.ts.strict.typed.other.${pack("a")}`],
    ["a text that is cut", `1.ts.strict.typed.keys.${pack(SHARED.code.repeat(9)).slice(0, 12)}`],
    ["letters that are no base64", "1.ts.strict.typed.keys.ä%!"],
    ["settings that are cut", `1.ts.strict.typed.keys.${pack("a")}.${pack(SHARED.code.repeat(9)).slice(0, 12)}`],
    ["bytes that are no text", `1.ts.strict.typed.keys.${pack(new Uint8Array([255, 254, 0]))}`],
    ["a text that is larger than it may be", `1.ts.strict.typed.keys.${pack("a".repeat(5_000_000))}`],
  ])("of %s is none", async (_, address) => {
    expect(await readAddress(address)).toBeUndefined();
  });
});
