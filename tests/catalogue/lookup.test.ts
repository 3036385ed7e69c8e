import { describe, expect, test } from "vitest";

import { catalogue } from "../../src/catalogue/catalogue.ts";

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
