import { describe, expect, test } from "vitest";

import { pairs } from "../../src/catalogue/catalogue.ts";
import type { Pair } from "../../src/catalogue/entry.ts";
import { buildCatalogue } from "../../src/catalogue/lookup.ts";

const catalogue = buildCatalogue(pairs);

describe("pairsForName", () => {
  test("gives what names its receiver before what takes any", () => {
    const ids = catalogue.pairsForName("on").map(({ id }) => id);
    expect(ids).toContain("node-process/listener");
    expect(ids.at(-1)).toBe("node-events/listener-by-name");
  });

  test("gives nothing for a name of no entry", () => {
    expect(catalogue.pairsForName("toString")).toEqual([]);
  });
});

describe("pairsForExport", () => {
  test("finds a default export, which is called by any name", () => {
    expect(catalogue.pairsForExport("ws", ["default"]).map(({ id }) => id)).toEqual(["ws/socket"]);
    expect(catalogue.pairsForExport("ws", []).map(({ id }) => id)).toEqual(["ws/socket"]);
  });

  test("takes both spellings of a Node module", () => {
    expect(catalogue.pairsForExport("fs", ["watch"])).toEqual(catalogue.pairsForExport("node:fs", ["watch"]));
    expect(catalogue.pairsForExport("fs", ["watch"]).map(({ id }) => id)).toEqual(["node-fs/watcher"]);
  });
});

describe("buildCatalogue", () => {
  test("lets a later entry take the place of an earlier one of the same id", () => {
    const [first] = pairs as readonly [Pair];
    const changed = { ...first, noun: "a thing" };
    expect(buildCatalogue([first, changed]).pairs).toEqual([changed]);
  });
});

describe("mentions", () => {
  test.each([
    ["a call", "const timer = setInterval(tick, 1000);"],
    ["a construction without arguments", "const socket = new WebSocket;"],
    ["a method", "emitter.on('x', f)"],
    ["an optional call", "target.addEventListener?.('x', f)"],
    ["a renaming import", 'import { watch as look } from "node:fs"; look(".");'],
    ["a renaming pattern", 'const { openSync: open } = require("fs"); open("x");'],
    ["a call with type arguments", "source.subscribe<string>(f)"],
    ["a default export under another name", 'import Socket from "ws"; new Socket(url);'],
  ])("%s", (_what, text) => {
    expect(catalogue.mentions(text)).toBe(true);
  });

  test.each([
    ["plain code", "export const sum = (a, b) => a + b;"],
    ["a word of a sentence", "// it depends on what you connect to and open at"],
    ["a longer name", "mySetIntervals(1); onward(2); reopened(3);"],
  ])("not %s", (_what, text) => {
    expect(catalogue.mentions(text)).toBe(false);
  });
});
